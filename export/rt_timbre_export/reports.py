"""Results as lines of text, for terminals and for documents."""

from collections.abc import Iterable, Sequence

import numpy as np

from rt_timbre_export.dissimilarity import Dissimilarities
from rt_timbre_export.scaling import Scaling


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return a table in Markdown, which reads well in a terminal too.

    Parameters
    ----------
    header : sequence of str
        Titles of the columns; the first is set to the left, the others to the right.
    rows : iterable of sequence of str
        The cells.

    Returns
    -------
    list of str
        The lines.
    """
    cells = [list(header), *(list(row) for row in rows)]
    widths = [max(3, *(len(row[i]) for row in cells)) for i in range(len(header))]

    def line(row: Sequence[str]) -> str:
        first, *others = row
        set_right = [cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True)]
        return "| " + " | ".join([first.ljust(widths[0]), *set_right]) + " |"

    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return [line(cells[0]), line(rule), *(line(row) for row in cells[1:])]


def number(value: float, digits: int = 2) -> str:
    """Return a number with a proper minus sign; a dash for one that is not there (NaN)."""
    return "–" if np.isnan(value) else f"{value:.{digits}f}".replace("-", "−")


def spread(values: Sequence[float], digits: int = 2) -> str:
    """Return mean ± standard deviation (of a sample) of runs, the value itself of one, a dash where there is none."""
    if len(values) == 1 or np.isnan(values).any():
        return number(float(np.mean(values)), digits)
    return f"{number(float(np.mean(values)), digits)} ± {number(float(np.std(values, ddof=1)), digits)}"


def ratings(dissimilarities: Dissimilarities) -> list[str]:
    """Return a table of dissimilarities: mean, deviation and count of every pair."""
    names = dissimilarities.names
    rows = [
        (
            f"{names[i]}, {names[j]}",
            number(dissimilarities.mean[i, j], 3),
            number(dissimilarities.deviation[i, j], 3),
            str(dissimilarities.count[i, j]),
        )
        for i, j in zip(*np.triu_indices(len(names), 1), strict=True)
    ]
    total = int(np.triu(dissimilarities.count).sum())
    return [*table(("pair", "mean", "deviation", "ratings"), rows), f"{dissimilarities.title}: {total} ratings"]


def space(scaling: Scaling) -> list[str]:
    """Return a table of a scaling's positions, and its stress."""
    axes = scaling.positions.shape[1]
    rows = [
        (name, *(number(value, 3) for value in point))
        for name, point in zip(scaling.names, scaling.positions, strict=True)
    ]
    return [
        *table(("instrument", *(f"axis {i + 1}" for i in range(axes))), rows),
        f"stress-1 in {axes} dimensions: {scaling.stress:.3f}",
    ]
