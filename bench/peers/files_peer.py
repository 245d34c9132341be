"""What every peer does that works from files to a file: FOLDER/metrics.csv and roster.csv to FOLDER/NAME.csv with officer,
totals, categories and both ranks. The clock stands still while Python starts and imports."""

import pathlib
import sys
import time

FOLDER = pathlib.Path(sys.argv[1])
COLUMNS = ("officer", "total", "c0", "c1", "c2", "in_station", "over_all")


def measure(name, file, run):
    best = float("inf")
    for _ in range(int(sys.argv[2])):
        start = time.perf_counter()
        run(str(FOLDER / "metrics.csv"), str(FOLDER / "roster.csv"), str(FOLDER / file))
        best = min(best, time.perf_counter() - start)
    print(file, f"{best * 1000:.1f}", name, flush=True)
