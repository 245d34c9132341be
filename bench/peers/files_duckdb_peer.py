"""R36 from files to a file with DuckDB as one writes it: SQL in doubles."""

import duckdb

import duckdb_doubles_card as card
import duckdb_query
import files_peer

query = duckdb_query.query_of("DOUBLE", card.items, card.half_up(card.total))
doubles = ", ".join(f"m{j}::DOUBLE AS m{j}" for j in range(40))
threads = duckdb.sql("SELECT current_setting('threads')").fetchall()[0][0]


def run(metrics, roster, results):
    figures = f"SELECT officer, station, {doubles} FROM '{metrics}' JOIN '{roster}' USING (officer)"
    database = duckdb.connect()
    database.execute(f"CREATE TABLE figures AS {figures}")
    database.execute(f"COPY (SELECT {', '.join(files_peer.COLUMNS)} FROM ({query})) TO '{results}' (HEADER)")


files_peer.measure(f"DuckDB {duckdb.__version__}, SQL in doubles, {threads} threads", "duckdb.csv", run)
