"""The scorecard of R36 in polars, in doubles, as expressions of one lazy query."""

import polars as pl

import scorecard as card


def half_up(points):
    return (points * 100 + 0.5).floor() / 100


def item(i):
    figure = pl.col(f"m{i}")
    if i in card.AWARDS:
        return (figure * (card.AWARD_EACH[i] / 1000)).clip(upper_bound=card.AWARD_MOST[i])
    if i in card.BANDS:
        points = card.band_points(i)
        cases = pl.when(figure >= card.band_begins(i)[4]).then(points[5])
        for band in (4, 3, 2, 1):
            cases = cases.when(figure >= card.band_begins(i)[band - 1]).then(points[band])
        return cases.otherwise(points[0])
    if i in card.RATIOS:
        divisor = pl.col(f"m{i + 12}")
        return pl.when(divisor == 0).then(0.0).otherwise((10 * figure / divisor).clip(upper_bound=10))
    if i in card.DEDUCTS:
        return (8 - figure * (card.DEDUCT_EACH[i - 28] / 1000)).clip(lower_bound=0)
    if i == card.SHARE_OF_MEAN:
        mean = pl.col("m0").mean().over("station")
        return pl.when(mean == 0).then(0.0).otherwise((5 * pl.col("m0") / mean).clip(upper_bound=10))
    return (6 + 0.04 * (pl.col("m12") - pl.col("m12").mean().over("station"))).clip(0, 10)


def scored(table, more=()):
    """Totals, three categories, rank in the station, rank over all, behind the columns `more`."""
    categories = [pl.sum_horizontal(half_up(item(i)) for i in range(c, 36, 3)).alias(f"c{c}") for c in range(3)]
    total = half_up(sum(weight * pl.col(f"c{c}") for c, weight in enumerate(card.WEIGHTS)))
    return (
        table.select("station", *more, *categories)
        .with_columns(total=total)
        .with_columns(
            in_station=pl.col("total").rank("min", descending=True).over("station"),
            over_all=pl.col("total").rank("min", descending=True),
        )
        .select(*more, "total", "c0", "c1", "c2", "in_station", "over_all")
    )
