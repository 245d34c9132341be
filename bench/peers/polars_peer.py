"""R36 with polars, in doubles, as one lazy query."""

import polars as pl

import peer
import polars_card

figures, stations = peer.columns()
table = pl.DataFrame({"station": stations} | {f"m{j}": column.astype(float) for j, column in enumerate(figures)})
peer.measure(
    f"polars {pl.__version__}, doubles, {pl.thread_pool_size()} thread",
    "polars.i32",
    lambda: polars_card.scored(table.lazy()).collect(),
    lambda result: [result[name].to_numpy() for name in result.columns],
)
