"""What every peer does that scores days, weeks and the month: FOLDER/days.u16 (a day's metrics behind those of the day
before), stations.u32 and periods.txt (factor, first and last day of a period, a line each) to FOLDER/NAME with totals in
cents, ranks in the station and over all of each period, i32.

Preparing the peer's own form of the data is not timed; nor is putting its results into order."""

import pathlib
import sys
import time

import numpy as np

METRICS = 40
FOLDER = pathlib.Path(sys.argv[1])


def figures():
    """Of u16: by day and metric, a row of officers; and the station of every officer."""
    stations = np.fromfile(FOLDER / "stations.u32", dtype=np.uint32)
    return np.fromfile(FOLDER / "days.u16", dtype=np.uint16).reshape(-1, METRICS, len(stations)), stations


def periods():
    """Factor, first and last day, which are counted from 0."""
    return [tuple(map(int, line.split())) for line in (FOLDER / "periods.txt").read_text().splitlines()]


def measure(name, file, exact, run, deliver):
    """`run()` is timed; `deliver(what it gave)` is by period: totals in cents, both ranks, by officer."""
    best = float("inf")
    for _ in range(int(sys.argv[2])):
        start = time.perf_counter()
        result = run()
        best = min(best, time.perf_counter() - start)
    with open(FOLDER / file, "wb") as out:
        for columns in deliver(result):
            for column in columns:
                out.write(np.asarray(column).astype(np.int32).tobytes())
    print(file, f"{best * 1000:.1f}", "integers" if exact else "doubles", name, flush=True)
