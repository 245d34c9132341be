"""The scorecard of R36 in SQL as one writes it: points in doubles."""

import scorecard as card


def half_up(points):
    return f"floor(({points}) * 100 + 0.5) / 100"


def item(i):
    if i in card.AWARDS:
        return f"least({card.AWARD_MOST[i]}, m{i} * {card.AWARD_EACH[i] / 1000}::DOUBLE)"
    if i in card.BANDS:
        points = card.band_points(i)
        cases = [f"WHEN m{i} >= {card.band_begins(i)[band - 1]} THEN {points[band]}::DOUBLE" for band in (5, 4, 3, 2, 1)]
        return f"CASE {' '.join(cases)} ELSE {points[0]}::DOUBLE END"
    if i in card.RATIOS:
        return f"CASE WHEN m{i + 12} = 0 THEN 0 ELSE least(10, 10 * m{i} / m{i + 12}) END"
    if i in card.DEDUCTS:
        return f"greatest(0, 8 - m{i} * {card.DEDUCT_EACH[i - 28] / 1000}::DOUBLE)"
    if i == card.SHARE_OF_MEAN:
        return "CASE WHEN s0 = 0 THEN 0 ELSE least(10, 5 * m0 / (s0 / n)) END"
    return "greatest(0, least(10, 6 + 0.04::DOUBLE * (m12 - s12 / n)))"


total = " + ".join(f"{weight}::DOUBLE * c{c}" for c, weight in enumerate(card.WEIGHTS))
items = [half_up(item(i)) for i in range(36)]
