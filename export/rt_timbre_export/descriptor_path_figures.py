"""Figure of descriptors that follow curves: what sounds along the paths, what is reached, and where they go."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rt_timbre.descriptors.describer import NAMES, UNITS
from rt_timbre.paths.followed import Followed
from rt_timbre.space import Space
from rt_timbre_export.descriptor_cases import Case, cases_of_figure
from rt_timbre_export.descriptor_paths import METHODS, decoded, follow_all
from rt_timbre_export.drawing import PAGE, Axes, Figure, house_style, new_figure, save
from rt_timbre_export.space_figures import LETTERS, projected

_COLOURS = ("#0072B2", "#D55E00", "#009E73")
DRAWN = ("Algorithm 1, radius 0.1", "follow")
"""The methods that are drawn beside each other."""

_FLOOR_DB = 60.0  # drawn below the strongest band
_PARTIALS = (0.7, 14.0)  # of the fundamental: lowest and highest frequency drawn
_TICKS = {100.0: "100", 200.0: "200", 500.0: "500", 1e3: "1k", 2e3: "2k", 5e3: "5k", 1e4: "10k"}


def paths_figure(space: Space, cases: Sequence[Case], found: Mapping[str, Sequence[Followed]]) -> Figure:
    """Draw paths along which descriptors follow curves, as figure 5 of Esling et al. (DAFx 2018).

    Parameters
    ----------
    space : Space
        The space; it needs two principal axes.
    cases : sequence of Case
        The curves, one for each row.
    found : mapping of str to sequence of Followed
        Of up to three methods by name, for every case.

    Returns
    -------
    Figure
        In each row the frames along the path of every method, from left to right in time; the descriptor along all of
        them beside its target; and the paths on the first two principal axes among the instrument's notes, from the
        origin (ring) to the end (dot).
    """
    columns = len(found) + 2
    with house_style():
        figure = new_figure(PAGE, 54.0 * len(cases) + 16.0)
        mesh, spectra = None, []
        for row, case in enumerate(cases):
            for column, (name, paths) in enumerate(found.items()):
                axes = figure.add_subplot(len(cases), columns, 1 + column + columns * row)
                mesh = _draw_frames(axes, space, case, paths[row])
                axes.set_title(f"{case.descriptor} {case.shape}\n{name}" if column == 0 else f"\n{name}", fontsize=8.0)
                axes.set_ylabel("frequency (Hz)" if column == 0 else "")
                spectra.append(axes)
            paths_of_row = {name: paths[row] for name, paths in found.items()}
            _draw_curves(figure.add_subplot(len(cases), columns, columns - 1 + columns * row), case, paths_of_row)
            _draw_paths(figure.add_subplot(len(cases), columns, columns + columns * row), space, case, paths_of_row)
        assert mesh is not None
        figure.colorbar(mesh, ax=spectra, label="level (dB)", location="bottom", shrink=0.6, aspect=40.0)
        handles, labels = figure.axes[len(found)].get_legend_handles_labels()
        figure.legend(handles, labels, loc="outside lower right", ncols=len(labels))
    return figure


def draw(space: Space, path: Path) -> None:
    """Follow the curves of the paper's figure by `DRAWN` and write how as a figure.

    Parameters
    ----------
    space : Space
        The space.
    path : Path
        The figure; its suffix names the format.

    Raises
    ------
    EvaluationError
        The space has no note to begin with.
    FigureError
        The figure cannot be written.
    """
    cases = cases_of_figure(space)
    found = follow_all(space, cases, {name: METHODS[name] for name in DRAWN}, processes=1)
    save(paths_figure(space, cases, found), path)


def _draw_frames(axes: Axes, space: Space, case: Case, found: Followed) -> Any:
    """Draw the levels of the frames along a path over frequency and time."""
    frames = decoded(space, found.path.latents, case.pitch).astype(np.float64)
    level = 20.0 * np.log10(np.maximum(frames / frames.max(), 10.0 ** (-_FLOOR_DB / 20.0)))
    fundamental = 440.0 * 2.0 ** ((case.pitch - 69.0) / 12.0)
    centres = space.transform.centres
    shown = (centres >= _PARTIALS[0] * fundamental) & (centres <= _PARTIALS[1] * fundamental)
    centres = centres[shown]
    mesh = axes.pcolormesh(case.times, centres, level[:, shown].T, vmin=-_FLOOR_DB, vmax=0.0, rasterized=True)
    axes.set_yscale("log")
    axes.set_yticks(list(_TICKS), list(_TICKS.values()))
    axes.minorticks_off()
    axes.set(ylim=(centres[0], centres[-1]), xlabel="time (s)")
    return mesh


def _draw_curves(axes: Axes, case: Case, found: Mapping[str, Followed]) -> None:
    """Draw what a descriptor does along paths, and what it should."""
    for colour, (name, one) in zip(_COLOURS, found.items(), strict=False):
        axes.plot(case.times, one.reached, color=colour, label=name)
    axes.plot(case.times, case.target, color="black", linewidth=0.8, linestyle=(0, (4, 2)), label="target")
    unit = UNITS[NAMES.index(case.descriptor)]
    axes.set(xlabel="time (s)", ylabel=f"{case.descriptor} ({unit})" if unit else case.descriptor)
    axes.grid(True)


def _draw_paths(axes: Axes, space: Space, case: Case, found: Mapping[str, Followed]) -> None:
    """Draw where paths go on the first two principal axes, among the notes of their instrument."""
    label = [anchor.name for anchor in space.anchors].index(case.instrument)
    notes = _plane(space, space.points.latent[space.points.label == label])
    axes.scatter(notes[:, 0], notes[:, 1], s=2.0, color="#B0B0B0", linewidths=0.0)
    for colour, one in zip(_COLOURS, found.values(), strict=False):
        way = _plane(space, np.vstack([case.origin, one.path.latents]))
        axes.plot(way[:, 0], way[:, 1], color=colour, linewidth=0.7)
        axes.plot(way[-1:, 0], way[-1:, 1], "o", color=colour, markersize=3.5)
    start = _plane(space, case.origin[None])
    axes.plot(start[:, 0], start[:, 1], "o", color="black", markersize=5.0, markerfacecolor="none")
    axes.set(xlabel=LETTERS[0], ylabel=LETTERS[1])
    axes.set_aspect("equal", adjustable="datalim")
    axes.grid(True)


def _plane(space: Space, latents: NDArray[np.floating]) -> NDArray[np.float64]:
    return projected(space, latents)[:, :2]
