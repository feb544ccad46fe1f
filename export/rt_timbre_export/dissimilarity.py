"""Tables of perceived dissimilarity between instruments: the published ratings, and any table of the user's."""

import csv
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rt_timbre_export.csv_file import read_rows
from rt_timbre_export.errors import DissimilarityError

STUDIES = {
    "Grey1977": "J. M. Grey, Multidimensional perceptual scaling of musical timbres, JASA 61 (1977)",
    "Krumhansl1989": "C. L. Krumhansl, Why is musical timbre so hard to understand?, Structure and Perception (1989)",
    "McAdams1995": "S. McAdams et al., Perceptual scaling of synthesized musical timbres, Psychol. Research 58 (1995)",
    "Lakatos2000": "S. Lakatos, A common perceptual space for harmonic and percussive timbres, P&P 62 (2000)",
    "Iverson1993": "P. Iverson, C. L. Krumhansl, Isolating the dynamic attributes of musical timbre, JASA 94 (1993)",
}
"""The studies of ratings.csv, by the names used here.

Their ratings were collected and scaled to 0…1 by Esling et al. (DAFx 2018) and published with their code
(acids-ircam/variational-timbre, timbre.npy). ratings.csv holds figures made from them: of every pair of twelve
instruments that a study rated, mean, standard deviation (of the population) and number of the ratings. It counts each
rating once.
"""

COMBINED = "combined"
AS_PUBLISHED = "as published"
"""Names of the two ways to combine the studies: each rating once, or those of Grey twice, as timbre.npy has them."""

_REPEATED = {"Grey1977": 2}  # in timbre.npy: 4,928 rows of which 2,464 are distinct
_COLUMNS = ("instrument_a", "instrument_b", "mean")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Dissimilarities:
    """How different instruments sound, pair by pair.

    Attributes
    ----------
    title : str
        What table this is.
    names : tuple of str [N]
        The instruments.
    mean : ndarray of float64 [N, N]
        Mean rating, 0 (same) to 1 (most different); symmetric, 0 on the diagonal, NaN for pairs that nobody rated.
    deviation : ndarray of float64 [N, N]
        Standard deviation of the ratings, of the population; 0 on the diagonal, NaN for pairs that nobody rated.
    count : ndarray of int64 [N, N]
        Number of ratings; 0 for pairs that nobody rated, and on the diagonal.
    """

    title: str
    names: tuple[str, ...]
    mean: NDArray[np.float64]
    deviation: NDArray[np.float64]
    count: NDArray[np.int64]

    def missing(self) -> list[tuple[str, str]]:
        """Return the pairs that nobody rated."""
        return [
            (self.names[i], self.names[j])
            for i, j in zip(*np.triu_indices(len(self.names), 1), strict=True)
            if self.count[i, j] == 0
        ]

    def require_complete(self) -> None:
        """Raise unless every pair has been rated.

        Raises
        ------
        DissimilarityError
            The message names all pairs that are missing.
        """
        missing = self.missing()
        if missing:
            pairs = ", ".join(f"{a} and {b}" for a, b in missing)
            raise DissimilarityError(
                f"{self.title} lacks {len(missing)} of {len(self.pairs())} pairs: {pairs}; "
                "choose a complete table, or fewer instruments"
            )

    def pairs(self) -> NDArray[np.float64]:
        """Return the means of all pairs as a vector float64 [N (N − 1) / 2], rows of the upper triangle."""
        return self.mean[np.triu_indices(len(self.names), 1)]

    def rated(self) -> "Dissimilarities":
        """Return the table of those instruments that have a rating at all."""
        return self.only(name for name, row in zip(self.names, self.count, strict=True) if row.any())

    def only(self, names: Iterable[str]) -> "Dissimilarities":
        """Return the table of some of its instruments, in the order given.

        Raises
        ------
        DissimilarityError
            One of them is not in the table.
        """
        chosen = tuple(names)
        for name in chosen:
            if name not in self.names:
                raise DissimilarityError(f"{self.title} has no instrument {name!r}; it has {', '.join(self.names)}")
        place = np.array([self.names.index(name) for name in chosen], np.intp)
        grid = np.ix_(place, place)
        return Dissimilarities(
            title=self.title,
            names=chosen,
            mean=self.mean[grid],
            deviation=self.deviation[grid],
            count=self.count[grid],
        )


def study(name: str) -> Dissimilarities:
    """Return the ratings of one study.

    Parameters
    ----------
    name : str
        One of `STUDIES`.

    Returns
    -------
    Dissimilarities
        All twelve instruments; pairs that the study did not rate have count 0.

    Raises
    ------
    DissimilarityError
        There is no such study.
    """
    if name not in STUDIES:
        raise DissimilarityError(f"{name!r} is no study; there are {', '.join(STUDIES)}")
    rows = [row for row in _published() if row["study"] == name]
    return _table(name, _instruments(_published()), rows)


def combined(
    *, as_published: bool = False, weights: Mapping[str, float] | None = None, without: Iterable[str] = ()
) -> Dissimilarities:
    """Return the ratings of several studies as one table.

    Parameters
    ----------
    as_published : bool
        Whether the ratings of Grey count twice, as in the table that Esling et al. used: 7,516 ratings, of which 5,052
        are distinct. Grey's are 49 % of all even when they count once.
    weights : mapping of str to float, optional
        Weight of each study's mean by the study's name; studies that are not named are left out. By default every
        rating counts the same, whatever study it is from.
    without : iterable of str
        Studies that are left out.

    Returns
    -------
    Dissimilarities
        Of every pair the weighted mean of the studies that rated it, the standard deviation of the mixture, and the
        number of ratings.

    Raises
    ------
    DissimilarityError
        A weight is of no study, negative, or all are 0.
    """
    if weights is not None:
        for name, weight in weights.items():
            if name not in STUDIES:
                raise DissimilarityError(f"{name!r} is no study to be weighted; there are {', '.join(STUDIES)}")
            if not (math.isfinite(weight) and weight >= 0.0):
                raise DissimilarityError(f"the weight of {name} is {weight:g}; it must be 0 or more")
        if not any(weights.values()):
            raise DissimilarityError("all weights of studies are 0; at least one must be more")
    title = AS_PUBLISHED if as_published else COMBINED
    if weights is not None:
        title += ", " + ", ".join(f"{name} × {weight:g}" for name, weight in weights.items())
    left_out = set(without)
    title += "".join(f", without {name}" for name in sorted(left_out))
    tables = [study(name) for name in STUDIES]
    times = [0 if name in left_out else _REPEATED.get(name, 1) if as_published else 1 for name in STUDIES]
    counts = np.stack([table.count * repeated for table, repeated in zip(tables, times, strict=True)])
    if weights is None:
        share = counts.astype(np.float64)
    else:
        share = (counts > 0) * np.array([weights.get(name, 0.0) for name in STUDIES])[:, None, None]
        counts = counts * (share > 0.0)
    with np.errstate(invalid="ignore"):
        share = share / share.sum(axis=0)
    means = np.nan_to_num(np.stack([table.mean for table in tables]))
    squares = np.square(means) + np.square(np.nan_to_num(np.stack([table.deviation for table in tables])))
    mean = np.sum(share * means, axis=0)
    deviation = np.sqrt(np.maximum(np.sum(share * squares, axis=0) - np.square(mean), 0.0))
    np.fill_diagonal(mean, 0.0)
    np.fill_diagonal(deviation, 0.0)
    return Dissimilarities(title=title, names=tables[0].names, mean=mean, deviation=deviation, count=counts.sum(axis=0))


def named(name: str, directory: Path, weights: Mapping[str, float] | None = None) -> Dissimilarities:
    """Return the table that a recipe or a command line names.

    Parameters
    ----------
    name : str
        "combined", "as published", a study, or a CSV file.
    directory : Path
        Where a relative path starts.
    weights : mapping of str to float, optional
        See `combined`; only for these.

    Returns
    -------
    Dissimilarities
        The table.

    Raises
    ------
    DissimilarityError
        There is no such table, it is faulty, or weights are given where nothing is combined.
    """
    if name in (COMBINED, AS_PUBLISHED):
        return combined(as_published=name == AS_PUBLISHED, weights=weights)
    if weights is not None:
        raise DissimilarityError(f"weights of studies are for {COMBINED!r} and {AS_PUBLISHED!r}, not for {name!r}")
    if name in STUDIES:
        return study(name)
    return read_table(directory / name)


def read_table(path: Path) -> Dissimilarities:
    """Read a table of dissimilarities.

    Parameters
    ----------
    path : Path
        A CSV file in UTF-8 with the columns instrument_a, instrument_b and mean (0 to 1), and, optionally, deviation
        (0 to 1) and count; one row for each pair, in any order. Pairs without a row count as not rated.

    Returns
    -------
    Dissimilarities
        The table; the instruments are in the order of their first appearance. Without the column, deviations are 0 and
        counts 1.

    Raises
    ------
    DissimilarityError
        The file cannot be read, lacks a column, or a row has a value out of scale or a pair a second time; the message
        names the line.
    """
    known = ", ".join((COMBINED, AS_PUBLISHED, *STUDIES))
    rows, columns = read_rows(
        path, DissimilarityError, what="dissimilarities ", advice=f"; name a CSV file or one of {known}"
    )
    for column in _COLUMNS:
        if column not in columns:
            raise DissimilarityError(f"{path} lacks the column {column}; it needs {', '.join(_COLUMNS)}")
    if not rows:
        raise DissimilarityError(f"{path} has no rows")
    seen: dict[frozenset[str], int] = {}
    for line, row in enumerate(rows, 2):
        where = f"{path}:{line}"
        pair = frozenset((row["instrument_a"], row["instrument_b"]))
        if not row["instrument_a"].strip() or not row["instrument_b"].strip():
            raise DissimilarityError(f"{where}: an instrument has no name")
        if len(pair) == 1:
            raise DissimilarityError(f"{where}: {row['instrument_a']} is paired with itself")
        if pair in seen:
            raise DissimilarityError(
                f"{where}: {row['instrument_a']} and {row['instrument_b']} have a row already, line {seen[pair]}"
            )
        seen[pair] = line
        _number(row, "mean", where)
        _number(row, "deviation", where)
        if row.get("count", "1") == "" or not row.get("count", "1").isdigit():
            raise DissimilarityError(f"{where}: count is {row['count']!r}; it must be a whole number, 0 or more")
    return _table(path.name, _instruments(rows), rows)


def agreement(first: Dissimilarities, second: Dissimilarities) -> tuple[float, int]:
    """Return how far two tables of the same instruments agree.

    Parameters
    ----------
    first, second : Dissimilarities
        The tables.

    Returns
    -------
    correlation : float
        Pearson's, over the pairs that both have.
    pairs : int
        Their number.
    """
    mean = second.only(first.names).pairs()
    both = np.isfinite(first.pairs()) & np.isfinite(mean)
    return float(np.corrcoef(first.pairs()[both], mean[both])[0, 1]), int(both.sum())


def _number(row: dict[str, str], column: str, where: str) -> float:
    text = row.get(column, "0")
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0.0 <= value <= 1.0:
        raise DissimilarityError(f"{where}: {column} is {text!r}; it must be a number from 0 to 1")
    return value


def _published() -> list[dict[str, str]]:
    text = resources.files("rt_timbre_export").joinpath("ratings.csv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def _instruments(rows: list[dict[str, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row[column] for row in rows for column in ("instrument_a", "instrument_b")))


def _table(title: str, names: tuple[str, ...], rows: list[dict[str, str]]) -> Dissimilarities:
    size = len(names)
    mean = np.full((size, size), np.nan)
    deviation = np.full((size, size), np.nan)
    count = np.zeros((size, size), np.int64)
    np.fill_diagonal(mean, 0.0)
    np.fill_diagonal(deviation, 0.0)
    for row in rows:
        number = int(row.get("count", "1"))
        if number:
            pair = names.index(row["instrument_a"]), names.index(row["instrument_b"])
            for i, j in (pair, pair[::-1]):
                mean[i, j], deviation[i, j] = float(row["mean"]), float(row.get("deviation", "0"))
                count[i, j] = number
    return Dissimilarities(title=title, names=names, mean=mean, deviation=deviation, count=count)
