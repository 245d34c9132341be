"""R36 from files to a file with polars, in doubles."""

import polars as pl

import files_peer
import polars_card


def run(metrics, roster, results):
    figures = pl.scan_csv(metrics).with_columns(pl.col("^m[0-9]+$").cast(pl.Float64))
    table = figures.join(pl.scan_csv(roster), on="officer", maintain_order="left")
    polars_card.scored(table, more=["officer"]).collect().write_csv(results)


files_peer.measure(f"polars {pl.__version__}, doubles, {pl.thread_pool_size()} threads", "polars.csv", run)
