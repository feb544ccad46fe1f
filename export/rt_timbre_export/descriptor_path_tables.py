"""Tables of how well descriptors follow curves along paths."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

from rt_timbre.paths.printed import COUNT
from rt_timbre_export import reports
from rt_timbre_export.descriptor_cases import DESCRIPTORS, LEAST_RANGE, PERCENTILES, POINTS, SEMITONES, SHAPES, Case
from rt_timbre_export.descriptor_paths import Score


def report(cases: Sequence[Case], scores: Mapping[str, Sequence[Score]], seed: int) -> list[str]:
    """Return tables of what was measured, and how.

    Parameters
    ----------
    cases : sequence of Case
        The curves.
    scores : mapping of str to sequence of Score
        Of each method, for every case.
    seed : int
        Of the cases.

    Returns
    -------
    list of str
        Lines in Markdown.
    """
    rows = [
        (
            name,
            *_errors(own),
            reports.number(float(np.mean([one.length for one in own]))),
            reports.number(float(np.mean([one.largest for one in own])), 3),
            reports.number(100.0 * float(np.mean([one.kept for one in own])), 1),
        )
        for name, own in scores.items()
    ]
    header = ("", "error: mean %", "median %", "90th percentile %", "length", "largest step", "instrument kept %")
    return [
        *reports.table(header, rows),
        "",
        "Mean error by descriptor, and by shape, %:",
        "",
        *reports.table(("", *DESCRIPTORS), _split(cases, scores, DESCRIPTORS, lambda case: case.descriptor)),
        "",
        *reports.table(("", *SHAPES), _split(cases, scores, SHAPES, lambda case: case.shape)),
        "",
        f"{len(cases)} cases (seed {seed}): a note drawn from those of the space, at its own pitch; a descriptor and a "
        f"shape in turn; {POINTS} points. Curves begin at the note's value and lie between the {PERCENTILES[0]:g}th "
        f"and {PERCENTILES[1]:g}th percentile of its instrument's notes within {SEMITONES:g} semitones, decoded at its "
        f"pitch (cases of less than {100.0 * LEAST_RANGE:g} % are drawn anew). Errors: root mean square over that "
        f"range. Algorithm 1 draws {COUNT} points from each neighbourhood; radii in standard deviations along the "
        "first three principal axes. Length and largest step: in the latent space. Instrument kept: frames of the path "
        "that a classifier, trained on the recipe's training frames, gives the note's instrument.",
    ]


def _errors(scores: Sequence[Score]) -> Iterable[str]:
    errors = 100.0 * np.array([one.error for one in scores])
    return (reports.number(float(value)) for value in (errors.mean(), np.median(errors), np.percentile(errors, 90.0)))


def _split(
    cases: Sequence[Case], scores: Mapping[str, Sequence[Score]], parts: Iterable[str], part_of: Callable[[Case], str]
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
