"""R36 with DuckDB as one writes it: points in doubles."""

import duckdb_doubles_card as card
import duckdb_query

duckdb_query.measure("SQL in doubles", "duckdb_doubles.i32", "DOUBLE", card.items, card.half_up(card.total))
