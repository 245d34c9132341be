"""The scorecard of R36 in SQL, rewritten by hand into cents of integers, so that it is exact."""

import scorecard as card


def item(i, factor=card.MONTH):
    if i in card.AWARDS:
        return f"least({100 * card.AWARD_MOST[i]}, (m{i} * {card.award_each(i, factor)} + 5) // 10)"
    if i in card.BANDS:
        cents = [int(100 * points) for points in card.band_points(i)]
        cases = [f"WHEN m{i} >= {card.band_begins(i, factor)[band - 1]} THEN {cents[band]}" for band in (5, 4, 3, 2, 1)]
        return f"CASE {' '.join(cases)} ELSE {cents[0]} END"
    if i in card.RATIOS:
        divisor = f"m{i + 12}"
        return f"CASE WHEN {divisor} = 0 THEN 0 ELSE least(1000, (2000 * m{i} + {divisor}) // (2 * {divisor})) END"
    if i in card.DEDUCTS:
        return f"(greatest(0, 8000 - m{i} * {card.DEDUCT_EACH[i - 28]}) + 5) // 10"
    if i == card.SHARE_OF_MEAN:
        return "CASE WHEN s0 = 0 THEN 0 ELSE least(1000, (1000 * m0 * n + s0) // (2 * s0)) END"
    return f"least(1000, greatest(0, 1200 * n + {8 * factor} * (m12 * n - s12) + n) // (2 * n))"


total = "(40 * c0 + 35 * c1 + 25 * c2 + 50) // 100"
