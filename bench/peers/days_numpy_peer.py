"""R36 by days, weeks and the month with numpy, in doubles, whole columns at a time."""

import numpy as np

import days_peer
import numpy_card

figures, stations = days_peer.figures()
days = figures.astype(np.float64)


def run():
    results = []
    for factor, first, last in days_peer.periods():
        metrics = days[first] if first == last else days[first : last + 1].sum(axis=0)
        totals, _, _, _, *ranks = numpy_card.Officers(metrics, stations, factor).results()
        results.append([totals, *ranks])
    return results


def deliver(results):
    return ([np.rint(totals * 100), *ranks] for totals, *ranks in results)


days_peer.measure(f"numpy {np.__version__}, doubles, 1 thread", "days_numpy.i32", False, run, deliver)
