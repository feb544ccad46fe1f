"""What is measured for figures: as tables, and as a file."""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from rt_timbre.card import figures as table
from rt_timbre.whole_file import replacing
from rt_timbre_export.errors import FigureError
from rt_timbre_export.evaluate import SPAN_DB
from rt_timbre_export.manifold import FLOOR_DB, STEPS, Way
from rt_timbre_export.smoothness import Smoothness
from rt_timbre_export.topology import GRID, DescriptorSmoothness

_HOW = {
    "descriptor topology": f"local Lipschitz ratio of neighbouring points of {GRID} by {GRID} grids: |change of the "
    "descriptor| over its span (2nd to 98th percentile of all planes), over their distance. axis: with the length of "
    "a principal axis, from -1 to 1, as unit of distance, so that 1 is a straight ramp; latent: with the Euclidean "
    "distance of the latents. Rolloff moves from band to band, so that many of its ratios are 0",
    "ways between anchors": f"all pairs at the reference pitch, {STEPS} points; distance: root mean square difference "
    f"over bands of levels in dB, no lower than {FLOOR_DB:g} dB below the strongest band of all; detour: length of the "
    "way over the straight distance; unevenness: largest over mean step",
    "reconstruction, dB": f"root mean square difference over bands within {SPAN_DB:g} dB of the frame's strongest",
    "nearest anchors": "distance from the centre of an instrument's notes; in brackets, of its notes those that are "
    "nearest to this anchor",
}


def with_words(measures: Mapping[str, Any], left_out: Sequence[str]) -> dict[str, Any]:
    """Put beside measures how they were made, and what is missing."""
    return {**measures, "how": {name: _HOW[name] for name in measures}, "left out": list(left_out)}


def report(measures: Mapping[str, Any]) -> Iterator[str]:
    """Give the lines of a table of what was measured.

    Parameters
    ----------
    measures : mapping of str to Any
        As `with_words` gives them.

    Yields
    ------
    str
        A line.
    """
    for name, how in measures["how"].items():
        yield ""
        yield from table({name: _without_lists(measures[name])})
        yield from table({"how": how}, "  ")


def _without_lists(tree: Any) -> Any:
    """Leave out what is too long for a table."""
    if isinstance(tree, dict):
        return {name: _without_lists(part) for name, part in tree.items() if not isinstance(part, list)}
    return tree


def smoothness_rows(rows: Mapping[str, DescriptorSmoothness]) -> dict[str, dict[str, float]]:
    """Return a table of how smooth descriptors are: a row for each."""

    def columns(what: str, ratios: Smoothness) -> dict[str, float]:
        return {f"{what} median": ratios.median, f"{what} 99 %": ratios.most, f"{what} largest": ratios.largest}

    return {
        name: {"low": row.low, "high": row.high} | columns("axis", row.per_axis) | columns("latent", row.per_latent)
        for name, row in rows.items()
    }


def way_row(ways: Sequence[Way]) -> dict[str, Any]:
    """Return a row of a table about ways, and beside it all of them."""

    def worst_and_median(what: str, values: list[float]) -> dict[str, float]:
        finite = [value for value in values if math.isfinite(value)] or [math.nan]
        return {f"{what} median": float(np.median(finite)), f"{what} worst": max(finite)}

    return (
        worst_and_median("detour", [way.detour for way in ways])
        | worst_and_median("unevenness", [way.unevenness for way in ways])
        | {
            "pairs": [
                {
                    "ends": list(way.ends),
                    "straight dB": way.straight,
                    "detour": way.detour,
                    "unevenness": way.unevenness,
                }
                for way in ways
            ]
        }
    )


def write_measures(measures: Mapping[str, Any], path: Path) -> None:
    """Write measures as JSON, null for what is no number; a reader sees the old file or the new one.

    Parameters
    ----------
    measures : mapping of str to Any
        Dicts, lists, texts and numbers.
    path : Path
        The file.

    Raises
    ------
    FigureError
        It cannot be written.
    """
    text = json.dumps(_finite(measures), indent=1, ensure_ascii=False, allow_nan=False)
    try:
        with replacing(path) as temporary:
            temporary.write_text(text + "\n", "utf-8")
    except OSError as error:
        raise FigureError(f"{path} cannot be written: {error.strerror}") from None


def _finite(tree: Any) -> Any:
    """Return a tree with null for what is no number."""
    if isinstance(tree, dict):
        return {name: _finite(part) for name, part in tree.items()}
    if isinstance(tree, list):
        return [_finite(part) for part in tree]
    return None if isinstance(tree, float) and not math.isfinite(tree) else tree
