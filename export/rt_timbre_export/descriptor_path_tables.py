"""Tables of how well descriptors follow curves along paths."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

from rt_timbre.paths.printed import COUNT
from rt_timbre.space import Space
from rt_timbre_export import reports
from rt_timbre_export.dataset import Dataset
from rt_timbre_export.descriptor_cases import (
    DESCRIPTORS,
    LEAST_RANGE,
    PERCENTILES,
    POINTS,
    SEMITONES,
    SHAPES,
    Case,
    cases_of_figure,
    draw_cases,
)
from rt_timbre_export.descriptor_paths import METHODS, Judge, Score, decoded, follow_all, score, trained_judge
from rt_timbre_export.errors import EvaluationError

_WAYS = ("length", "largest step", "instrument kept %")

ONE = ("error %", *_WAYS)
"""Titles of the columns for a single case."""

MANY = ("error: mean %", "median %", "90th percentile %", *_WAYS)
"""Titles of the columns for many."""

Scores = Mapping[str, Sequence[Score]]
"""Of each method, for every case."""


def measured(space: Space, dataset: Dataset, *, count: int, seed: int, processes: int) -> list[str]:
    """Follow the curves of the paper's figure, and others drawn by chance, by all methods, and measure the paths.

    Parameters
    ----------
    space : Space
        The space.
    dataset : Dataset
        Analysed with the space's transform. A classifier is trained on its training frames.
    count : int
        Curves to draw.
    seed : int
        Of these.
    processes : int
        How many follow.

    Returns
    -------
    list of str
        Tables in Markdown, and how they were made.

    Raises
    ------
    EvaluationError
        The frames are of other bands.
    """
    judge = trained_judge(space, dataset)
    lines = []
    try:
        cases = cases_of_figure(space)
    except EvaluationError as error:
        lines += [str(error), ""]
    else:
        scores = _scores(space, cases, judge, processes)
        for i, case in enumerate(cases):
            rows = [
                (name, reports.number(100.0 * own[i].error), *_ways(own[i : i + 1])) for name, own in scores.items()
            ]
            lines += [*reports.table((f"{case.descriptor} {case.shape}", *ONE), rows), ""]
    cases = draw_cases(space, count, seed)
    return lines + _of_many(space, cases, _scores(space, cases, judge, processes), judge, seed)


def _scores(space: Space, cases: Sequence[Case], judge: Judge, processes: int) -> Scores:
    found = follow_all(space, cases, METHODS, processes=processes)
    return {
        name: [score(space, case, one, judge) for case, one in zip(cases, own, strict=True)]
        for name, own in found.items()
    }


def _of_many(space: Space, cases: Sequence[Case], scores: Scores, judge: Judge, seed: int) -> list[str]:
    """Return the tables of cases drawn by chance, and how they were drawn."""
    rows = [(name, *_errors(own), *_ways(own)) for name, own in scores.items()]
    right = [judge(decoded(space, case.origin[None], case.pitch), case.pitch) == [case.instrument] for case in cases]
    return [
        *reports.table((f"{len(cases)} cases", *MANY), rows),
        "",
        *reports.table(
            ("mean error %", *DESCRIPTORS), _split(cases, scores, DESCRIPTORS, lambda case: case.descriptor)
        ),
        "",
        *reports.table(("mean error %", *SHAPES), _split(cases, scores, SHAPES, lambda case: case.shape)),
        "",
        f"{len(cases)} cases (seed {seed}): a note drawn from those of the space, at its own pitch; a descriptor and a "
        f"shape in turn; {POINTS} points. Curves begin at the note's value and lie between the {PERCENTILES[0]:g}th "
        f"and {PERCENTILES[1]:g}th percentile of its instrument's notes within {SEMITONES:g} semitones, decoded at "
        f"its pitch; where that is less than {100.0 * LEAST_RANGE:g} %, another note is drawn. Errors: root mean "
        f"square, of that range. Algorithm 1 draws {COUNT} points from each neighbourhood; radii in standard "
        "deviations along the first three principal axes. Length and largest step: in the latent space. Instrument "
        "kept: frames that a classifier, trained on the recipe's training frames, gives the note's instrument; of the "
        f"notes themselves, decoded, {reports.number(100.0 * float(np.mean(right)), 1)} %.",
    ]


def _ways(scores: Sequence[Score]) -> Iterable[str]:
    """Return the cells that stand below `_WAYS`."""
    yield reports.number(float(np.mean([one.length for one in scores])))
    yield reports.number(float(np.mean([one.largest for one in scores])), 3)
    yield reports.number(100.0 * float(np.mean([one.kept for one in scores])), 1)


def _errors(scores: Sequence[Score]) -> Iterable[str]:
    errors = 100.0 * np.array([one.error for one in scores])
    return (reports.number(float(value)) for value in (errors.mean(), np.median(errors), np.percentile(errors, 90.0)))


def _split(
    cases: Sequence[Case], scores: Scores, parts: Iterable[str], part_of: Callable[[Case], str]
) -> list[tuple[str, ...]]:
    """Return rows of mean errors over the cases of each part."""
    parts = list(parts)
    rows = []
    for name, own in scores.items():
        errors = {
            part: [s.error for case, s in zip(cases, own, strict=True) if part_of(case) == part] for part in parts
        }
        rows.append((name, *(reports.number(100.0 * float(np.mean(errors[part] or [np.nan]))) for part in parts)))
    return rows
