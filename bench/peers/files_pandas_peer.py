"""R36 from files to a file with pandas, in doubles; the points by numpy."""

import numpy as np
import pandas as pd

import files_peer
import numpy_card


def run(metrics, roster, results):
    table = pd.read_csv(metrics).merge(pd.read_csv(roster), on="officer")
    figures = table[[f"m{j}" for j in range(40)]].to_numpy(dtype=np.float64).T.copy()
    stations = pd.factorize(table["station"])[0]
    columns = [table["officer"], *numpy_card.Officers(figures, stations).results()]
    pd.DataFrame(dict(zip(files_peer.COLUMNS, columns))).to_csv(results, index=False)


files_peer.measure(f"pandas {pd.__version__}, doubles, 1 thread", "pandas.csv", run)
