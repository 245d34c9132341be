"""What every peer does before and behind its own work: read the columns, take the best of several runs, write the results.

Preparing the peer's own form of the data (doubles, a table) is not timed; nor is putting its results into order."""

import pathlib
import sys
import time

import numpy as np

METRICS = 40


def columns():
    """The metrics as an array of u16, one row each, and the station of every officer."""
    folder = pathlib.Path(sys.argv[1])
    stations = np.fromfile(folder / "stations.u32", dtype=np.uint32)
    return np.fromfile(folder / "columns.u16", dtype=np.uint16).reshape(METRICS, len(stations)), stations


def measure(name, file, run, deliver):
    """`run()` is timed; `deliver(what it gave)` is totals, three categories, rank in the station, rank over all, by
    officer: points in doubles, or cents in integers."""
    best = float("inf")
    for _ in range(int(sys.argv[2])):
        start = time.perf_counter()
        result = run()
        best = min(best, time.perf_counter() - start)
    out, exact = [], True
    for column, values in enumerate(deliver(result)):
        values = np.asarray(values)
        if column < 4 and values.dtype.kind == "f":
            values = np.rint(values * 100)
            exact = False
        out.append(values.astype(np.int32))
    np.stack(out).tofile(pathlib.Path(sys.argv[1]) / file)
    print(file, f"{best * 1000:.1f}", "integers" if exact else "doubles", name, flush=True)
