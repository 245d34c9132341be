"""R36 by days, weeks and the month with DuckDB in cents of integers: a query for the periods of each length."""

import duckdb
import numpy as np

import days_peer
import duckdb_cents_card as card
import duckdb_query

figures, stations = days_peer.figures()
periods = days_peer.periods()
factors = sorted({factor for factor, _, _ in periods}, reverse=True)
count, metrics = len(stations), range(days_peer.METRICS)

database = duckdb.connect(config={"threads": 1})
columns = {
    "day": np.repeat(np.arange(len(figures), dtype=np.int32), count),
    "officer": np.tile(np.arange(count, dtype=np.uint32), len(figures)),
    "station": np.tile(stations, len(figures)),
}
columns |= {f"m{j}": figures[:, j, :].ravel() for j in metrics}
typed = ", ".join(f"m{j}::INTEGER AS m{j}" for j in metrics)
database.execute(f"CREATE TABLE days AS SELECT day, officer, station, {typed} FROM columns")
calendar = {
    "period": np.array([p for p, (_, first, last) in enumerate(periods) for _ in range(first, last + 1)], dtype=np.int32),
    "day": np.array([day for _, first, last in periods for day in range(first, last + 1)], dtype=np.int32),
    "factor": np.array([factor for factor, first, last in periods for _ in range(first, last + 1)], dtype=np.int32),
}
database.execute("CREATE TABLE calendar AS SELECT * FROM calendar")


def query_of(factor):
    single = all(first == last for of, first, last in periods if of == factor)
    those = f"FROM days JOIN (SELECT * FROM calendar WHERE factor = {factor}) USING (day)"
    sums = ", ".join(f"m{j}" if single else f"sum(m{j})::INTEGER AS m{j}" for j in metrics)
    group = "" if single else " GROUP BY period, officer, station"
    items = [card.item(i, factor) for i in range(36)]
    query = duckdb_query.query_of("INTEGER", items, card.total, figures="summed", more="period, ")
    query = query.strip().removeprefix("WITH ")
    return (
        f"WITH summed AS (SELECT period, officer, station, {sums} {those}{group}), {query}"
        .replace("SELECT period, officer, total, c0, c1, c2,", "SELECT period, officer, total,")
    )


queries = [query_of(factor) for factor in factors]


def deliver(results):
    columns = {name: np.concatenate([one[name] for one in results]) for name in results[0]}
    order = np.lexsort((columns["officer"], columns["period"]))
    for p in range(len(periods)):
        rows = order[p * count : (p + 1) * count]
        yield [columns[name][rows] for name in ("total", "in_station", "over_all")]


version = f"DuckDB {duckdb.__version__}, SQL in integer cents, 1 thread"
run = lambda: [database.execute(query).fetchnumpy() for query in queries]
days_peer.measure(version, "days_duckdb_cents.i32", True, run, deliver)
