"""Figure of the ways between anchors: how straight and how even they sound."""

import itertools
from collections.abc import Mapping, Sequence

import numpy as np

from rt_timbre_export.drawing import PAGE, Axes, Figure, house_style, new_figure
from rt_timbre_export.manifold import STEPS, WAYS, Way

_COLOURS = {"linear": "#0072B2", "spherical": "#D55E00"}
_SHAPES = {"linear": "o", "spherical": "D"}
_MEASURES = {"detour": "length of the way / straight distance", "unevenness": "largest step / mean step"}


def flatness_figure(spaces: Mapping[str, Sequence[Way]]) -> Figure:
    """Draw the ways between all pairs of anchors of spaces.

    Parameters
    ----------
    spaces : mapping of str to sequence of Way
        Ways by name of the space; at least one of each.

    Returns
    -------
    Figure
        Above, for each space, how much of its length each way has covered where (dashed: evenly); below, detours and
        unevenness of all ways, with their medians and the worst of them.
    """
    with house_style():
        above, below = 74.0 if len(spaces) == 1 else 54.0, 18.0 + 34.0 * len(spaces)
        figure = new_figure(PAGE, above + below)
        parts = figure.subfigures(2, 1, squeeze=False, height_ratios=[above, below])
        columns = len(WAYS) * len(spaces)
        for place, (name, curve) in enumerate(itertools.product(spaces, WAYS), 1):
            axes = parts[0, 0].add_subplot(1, columns, place)
            _draw_progress(axes, [way for way in spaces[name] if way.curve == curve], curve)
            axes.set_title(f"{name}\n{curve}")
            axes.set_ylabel("share of the way's length" if place == 1 else "")
        for place, (title, unit) in enumerate(_MEASURES.items(), 1):
            _draw_strips(parts[1, 0].add_subplot(1, 2, place), title, unit, spaces, named=place == 1)
    return figure


def _draw_progress(axes: Axes, ways: Sequence[Way], curve: str) -> None:
    """Draw the share of each way that lies behind, over the share of the latent way."""
    position = np.linspace(0.0, 1.0, STEPS)
    for way in ways:
        length = float(way.steps.sum())
        if length > 0.0:
            behind = np.append(0.0, np.cumsum(way.steps)) / length
            axes.plot(position, behind, color=_COLOURS[curve], alpha=0.35, linewidth=0.6)
    axes.plot([0.0, 1.0], [0.0, 1.0], color="black", linewidth=1.0, linestyle=(0, (4, 2)))
    axes.set(xlabel="share of the latent way", xlim=(0.0, 1.0), ylim=(0.0, 1.0), aspect="equal")
    axes.set_xticks([0.0, 0.5, 1.0])
    axes.set_yticks([0.0, 0.5, 1.0])


def _draw_strips(axes: Axes, title: str, unit: str, spaces: Mapping[str, Sequence[Way]], *, named: bool) -> None:
    """Draw one mark for each way, spread so that they can be told apart, and a line at the median."""
    rows = list(itertools.product(spaces, WAYS))
    for row, (name, curve) in enumerate(rows):
        found = [(getattr(way, title), way) for way in spaces[name] if way.curve == curve]
        found = sorted((entry for entry in found if np.isfinite(entry[0])), key=lambda entry: entry[0])
        if not found:
            continue
        values = np.array([value for value, _ in found])
        # Neighbours in value take turns above and below the line: even, and the same every time.
        height = row + 0.26 * np.sin(2.4 * np.arange(len(values)))
        axes.plot(values, height, _SHAPES[curve], color=_COLOURS[curve], markersize=2.4, alpha=0.6, markeredgewidth=0.0)
        middle = float(np.median(values))
        axes.plot([middle, middle], [row - 0.36, row + 0.36], color="black", linewidth=1.4)
        worst, way = found[-1]
        axes.text(
            1.02,
            row,
            f"median {middle:.2f}\nworst {worst:.2f}\n{way.ends[0]} –\n{way.ends[1]}",
            transform=axes.get_yaxis_transform(),
            va="center",
        )
    axes.set_yticks(range(len(rows)), [f"{name}\n{curve}" for name, curve in rows] if named else [""] * len(rows))
    axes.set(title=title, xlabel=unit, ylim=(len(rows) - 0.5, -0.5))
    axes.margins(x=0.06)
    axes.grid(True, axis="x")
