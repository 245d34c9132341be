"""The scorecard of R36 as numbers (bench/r36/definition.hpp), for peers that compute in doubles: points, not cents."""

DAILY = (
    [3, 8, 20, 60, 2, 5, 12, 30, 4, 10, 6, 15, 5, 10, 20, 40, 8, 16, 3, 50, 12, 25]
    + [10, 20, 5, 40, 15, 30, 2, 3, 1, 4, 2, 5, 10, 20, 5, 40, 15, 30]
)
WEIGHTS = [0.40, 0.35, 0.25]
AWARD_EACH = [155, 57, 23, 7, 225, 95, 35, 15, 115, 45, 75, 31]  # thousandths
AWARD_MOST = [8, 8, 8, 8, 8, 8, 10, 10, 8, 8, 10, 8]
BAND_POINTS = [0, 1.5, 3.25, 5, 6.5, 8]
DEDUCT_EACH = [1125, 750, 2375, 500, 1875, 425]  # thousandths
AWARDS, BANDS, RATIOS, DEDUCTS = range(0, 12), range(12, 22), range(22, 28), range(28, 34)
SHARE_OF_MEAN, ABOVE_MEAN = 34, 35


MONTH, WEEK, DAY = 1, 5, 25  # the period that is scored: its factor


def award_each(item, factor=MONTH):
    """Thousandths a unit."""
    return AWARD_EACH[item] * factor


def band_begins(item, factor=MONTH):
    return [-(-(25 * DAILY[item] * percent // 100) // factor) for percent in (15, 30, 50, 70, 85)]


def band_points(item):
    return BAND_POINTS[::-1] if item >= 19 else BAND_POINTS
