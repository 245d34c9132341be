"""R36 with numpy, in doubles, whole columns at a time."""

import numpy as np

import peer
import scorecard as card

figures, stations = peer.columns()
metrics = figures.astype(np.float64)
first_of_station = np.flatnonzero(np.diff(stations, prepend=stations[0] + 1))
station_size = np.diff(first_of_station, append=len(stations))


def half_up(points):
    return np.floor(points * 100 + 0.5) / 100


def station_mean(metric):
    return np.repeat(np.add.reduceat(metrics[metric], first_of_station) / station_size, station_size)


def item(i):
    if i in card.AWARDS:
        return np.minimum(metrics[i] * (card.AWARD_EACH[i] / 1000), card.AWARD_MOST[i])
    if i in card.BANDS:
        return np.array(card.band_points(i))[np.searchsorted(card.band_begins(i), metrics[i], side="right")]
    if i in card.RATIOS:
        divisor = metrics[i + 12]
        return np.minimum(10, np.divide(10 * metrics[i], divisor, out=np.zeros_like(divisor), where=divisor != 0))
    if i in card.DEDUCTS:
        return np.maximum(0, 8 - metrics[i] * (card.DEDUCT_EACH[i - 28] / 1000))
    if i == card.SHARE_OF_MEAN:
        mean = station_mean(0)
        return np.minimum(10, np.divide(5 * metrics[0], mean, out=np.zeros_like(mean), where=mean != 0))
    return np.clip(6 + 0.04 * (metrics[12] - station_mean(12)), 0, 10)


def competition_rank(keys, starts_group):
    """Ranks of ascending keys; `starts_group` of the sorted officers begins anew at 1."""
    order = np.argsort(keys)
    position = np.arange(len(keys))
    first = np.maximum.accumulate(np.where(starts_group(order), position, 0))
    sorted_keys = keys[order]
    new = np.concatenate([[True], sorted_keys[1:] != sorted_keys[:-1]])
    ranks = np.empty(len(keys), dtype=np.int64)
    ranks[order] = np.maximum.accumulate(np.where(new, position, 0)) - first + 1
    return ranks


def starts_station(order):
    return np.concatenate([[True], stations[order[1:]] != stations[order[:-1]]])


def run():
    categories = [np.zeros(len(stations)) for _ in card.WEIGHTS]
    for i in range(36):
        categories[i % 3] += half_up(item(i))
    totals = half_up(sum(weight * points for weight, points in zip(card.WEIGHTS, categories)))
    # Stations are 1,000 apart, farther than totals can be.
    in_station = competition_rank(stations * 1000.0 - totals, starts_station)
    return [totals, *categories, in_station, competition_rank(-totals, lambda order: np.arange(len(order)) == 0)]


peer.measure(f"numpy {np.__version__}, doubles, 1 thread", "numpy.i32", run, lambda result: result)
