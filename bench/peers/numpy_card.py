"""The scorecard of R36 in numpy, in doubles, whole columns at a time."""

import numpy as np

import scorecard as card


def half_up(points):
    return np.floor(points * 100 + 0.5) / 100


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


class Officers:
    """Figures as doubles, a row each metric, and the station of every officer; officers of a station are neighbours."""

    def __init__(self, metrics, stations, factor=card.MONTH):
        self.metrics, self.stations, self.factor = metrics, stations, factor
        self.first_of_station = np.flatnonzero(np.diff(stations, prepend=stations[0] + 1))
        self.station_size = np.diff(self.first_of_station, append=len(stations))

    def station_mean(self, metric):
        return np.repeat(np.add.reduceat(self.metrics[metric], self.first_of_station) / self.station_size, self.station_size)

    def item(self, i):
        if i in card.AWARDS:
            return np.minimum(self.metrics[i] * (card.award_each(i, self.factor) / 1000), card.AWARD_MOST[i])
        if i in card.BANDS:
            return np.array(card.band_points(i))[np.searchsorted(card.band_begins(i, self.factor), self.metrics[i], side="right")]
        if i in card.RATIOS:
            divisor = self.metrics[i + 12]
            return np.minimum(10, np.divide(10 * self.metrics[i], divisor, out=np.zeros_like(divisor), where=divisor != 0))
        if i in card.DEDUCTS:
            return np.maximum(0, 8 - self.metrics[i] * (card.DEDUCT_EACH[i - 28] / 1000))
        if i == card.SHARE_OF_MEAN:
            mean = self.station_mean(0)
            return np.minimum(10, np.divide(5 * self.metrics[0], mean, out=np.zeros_like(mean), where=mean != 0))
        return np.clip(6 + 0.04 * self.factor * (self.metrics[12] - self.station_mean(12)), 0, 10)

    def starts_station(self, order):
        return np.concatenate([[True], self.stations[order[1:]] != self.stations[order[:-1]]])

    def results(self):
        """Totals, three categories, rank in the station, rank over all."""
        categories = [np.zeros(len(self.stations)) for _ in card.WEIGHTS]
        for i in range(36):
            categories[i % 3] += half_up(self.item(i))
        totals = half_up(sum(weight * points for weight, points in zip(card.WEIGHTS, categories)))
        # Stations are 1,000 apart, farther than totals can be.
        in_station = competition_rank(self.stations * 1000.0 - totals, self.starts_station)
        over_all = competition_rank(-totals, lambda order: np.arange(len(order)) == 0)
        return [totals, *categories, in_station, over_all]
