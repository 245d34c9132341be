"""R36 with DuckDB, rewritten by hand into cents of integers, so that it is exact."""

import duckdb_cents_card as card
import duckdb_query

duckdb_query.measure("SQL in integer cents", "duckdb_cents.i32", "INTEGER", [card.item(i) for i in range(36)], card.total)
