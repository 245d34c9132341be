"""R36 as one SQL query of DuckDB; the items come from the two peers that use it."""

import duckdb
import numpy as np

import peer


def query_of(column_type, items, total, figures="figures", more=""):
    """Of a table `figures`: officer, station, m0 … m39. `items`: 36 expressions over these, the sums s0, s12 and the size
    n of the station; `total`: over c0, c1, c2. `more`: columns, each with a comma behind it, whose values are periods of
    their own."""
    period = f"PARTITION BY {more.rstrip(', ')} " if more else ""
    categories = ", ".join(" + ".join(f"({items[i]})" for i in range(c, 36, 3)) + f" AS c{c}" for c in range(3))
    return f"""
      WITH stations AS (
        SELECT {more}station, sum(m0)::{column_type} AS s0, sum(m12)::{column_type} AS s12, count(*)::{column_type} AS n
        FROM {figures} GROUP BY {more}station),
      categories AS (
        SELECT {more}officer, station, {categories} FROM {figures} JOIN stations USING ({more}station)),
      totals AS (SELECT *, {total} AS total FROM categories)
      SELECT {more}officer, total, c0, c1, c2,
             rank() OVER (PARTITION BY {more}station ORDER BY total DESC) AS in_station,
             rank() OVER ({period}ORDER BY total DESC) AS over_all
      FROM totals"""


def measure(name, file, column_type, items, total):
    figures, stations = peer.columns()
    database = duckdb.connect(config={"threads": 1})
    columns = {"officer": np.arange(len(stations), dtype=np.uint32), "station": stations}
    columns |= {f"m{j}": column for j, column in enumerate(figures)}
    typed = ", ".join(f"m{j}::{column_type} AS m{j}" for j in range(peer.METRICS))
    database.execute(f"CREATE TABLE figures AS SELECT officer, station, {typed} FROM columns")
    query = query_of(column_type, items, total)

    def deliver(result):
        order = np.argsort(result["officer"])
        return [result[column][order] for column in ("total", "c0", "c1", "c2", "in_station", "over_all")]

    version = f"DuckDB {duckdb.__version__}, {name}, 1 thread"
    peer.measure(version, file, lambda: database.execute(query).fetchnumpy(), deliver)
