"""What every peer does that works from files to a file: FOLDER/metrics.csv and roster.csv to FOLDER/NAME.csv with officer,
totals, categories and both ranks. The clock stands still while Python starts and imports. It prints the file, the milliseconds
of its best run, and those that the processors worked in its thriftiest one, then its name."""

import pathlib
import sys
import time

FOLDER = pathlib.Path(sys.argv[1])
COLUMNS = ("officer", "total", "c0", "c1", "c2", "in_station", "over_all")


def measure(name, file, run):
    best = worked = float("inf")
    for _ in range(int(sys.argv[2])):
        start, start_of_work = time.perf_counter(), time.process_time()
        run(str(FOLDER / "metrics.csv"), str(FOLDER / "roster.csv"), str(FOLDER / file))
        best = min(best, time.perf_counter() - start)
        worked = min(worked, time.process_time() - start_of_work)
    print(file, f"{best * 1000:.1f} {worked * 1000:.1f}", name, flush=True)
