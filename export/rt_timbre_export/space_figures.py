"""Figures of timbre spaces: their notes along the principal axes."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rt_timbre.space import Space
from rt_timbre_export.drawing import (
    PAGE,
    Axes,
    Axes3D,
    Ellipse,
    Figure,
    Line2D,
    Mark,
    house_style,
    marks,
    new_figure,
)
from rt_timbre_export.topology import MOST_AXES, axes_of

LETTERS = "XYZ"
"""The first three principal axes."""

_MARGIN = 1.08  # of what a plane shows, over what is drawn in it
_FLATTEST = 0.2  # least side of a view of three dimensions, of its greatest

PLANES = ((0, 1), (0, 2), (1, 2))
"""Pairs of axes, as they are drawn."""


def instrument_space(spaces: Mapping[str, Space]) -> Figure:
    """Draw the notes of spaces by instrument along their first three principal axes.

    Small marks are notes, large ones the anchors, ellipses and crosses one standard deviation of the notes.

    Parameters
    ----------
    spaces : mapping of str to Space
        One space, or several to stand beside each other, by name.

    Returns
    -------
    Figure
        Of each space a view of three dimensions and the three planes; of a space with two axes their plane, of one
        with a single axis a line for each instrument.
    """
    given = marks(anchor.name for space in spaces.values() for anchor in space.anchors)
    with house_style():
        figure, places = laid_out(spaces)
        for (name, space), own in zip(spaces.items(), places, strict=True):
            notes = projected(space, space.points.latent)
            anchors = projected(space, np.stack([anchor.latent for anchor in space.anchors]))
            own[0].set_title(name)
            for axes, shown in zip(own, shown_axes(space), strict=True):
                for index, anchor in enumerate(space.anchors):
                    cloud = notes[space.points.label == index][:, shown]
                    spread = _covariance(space, index, cloud, shown)
                    _draw_instrument(axes, cloud, anchors[index, shown], spread, given[anchor.name], index)
                name_axes(axes, space, shown, np.vstack([notes, anchors]))
            if len(own) == 1 and axes_of(space) == 1:
                own[0].set_yticks(range(len(space.anchors)), [anchor.name for anchor in space.anchors])
                own[0].set_ylim(len(space.anchors) - 0.5, -0.5)
        add_legend(figure, given)
    return figure


def laid_out(spaces: Mapping[str, Space]) -> tuple[Figure, list[list[Axes]]]:
    """Make a figure with the axes to draw spaces along their principal axes.

    Parameters
    ----------
    spaces : mapping of str to Space
        The spaces.

    Returns
    -------
    figure : Figure
        A single space has its view and its planes two by two, several stand beside each other.
    places : list of list of Axes
        For each space its axes: of three dimensions and the planes of `PLANES`, or fewer.
    """
    counts = [len(shown_axes(space)) for space in spaces.values()]
    if len(spaces) == 1 and counts[0] == 4:
        figure = new_figure(PAGE, 190.0)
        return figure, [
            [figure.add_subplot(2, 2, place, projection="3d" if place == 1 else None) for place in range(1, 5)]
        ]
    rows = max(counts)
    figure = new_figure(PAGE, 60.0 * rows + 25.0)
    places = [
        [
            figure.add_subplot(rows, len(counts), 1 + column + len(counts) * row, projection="3d" if three else None)
            for row, three in enumerate([count == 4, *[False] * (count - 1)])
        ]
        for column, count in enumerate(counts)
    ]
    return figure, places


def shown_axes(space: Space) -> list[list[int]]:
    """Return which axes each picture of a space shows: of three, all of them and each two."""
    count = axes_of(space)
    if count < MOST_AXES:
        return [list(range(count))]
    return [[0, 1, 2], *map(list, PLANES)]


def projected(space: Space, latent: NDArray[np.floating]) -> NDArray[np.float64]:
    """Return where points lie on the first three principal axes.

    Parameters
    ----------
    space : Space
        The space.
    latent : ndarray of float [N, D]
        Points.

    Returns
    -------
    ndarray of float64 [N, up to 3]
        Their projections, relative to the mean of the notes.
    """
    principal = space.principal
    axes = principal.axes[: axes_of(space)].astype(np.float64)
    result: NDArray[np.float64] = (np.asarray(latent, np.float64) - principal.mean) @ axes.T
    return result


def name_axes(axes: Axes, space: Space, shown: Sequence[int], drawn: NDArray[np.float64]) -> None:
    """Name the principal axes that a picture shows, with their share of the variance of the notes.

    Parameters
    ----------
    axes : Axes
        One of those of `laid_out`.
    space : Space
        What it shows.
    shown : sequence of int
        Which principal axes; see `shown_axes`.
    drawn : ndarray of float64 [N, up to 3]
        Projections of all that is drawn: a view of three dimensions holds them.
    """
    total = float(np.var(space.points.latent.astype(np.float64), axis=0).sum())
    names = []
    for axis in shown:
        label = space.principal.labels[axis]
        what = "" if label == f"axis {axis + 1}" else f": {label}"
        share = float(space.principal.variance[axis]) / total if total > 0.0 else 0.0
        names.append(f"{LETTERS[axis]}{what} ({100.0 * share:.0f} %)")
    axes.set_xlabel(names[0])
    low, high = drawn.min(axis=0), drawn.max(axis=0)
    high = np.where(high > low, high, low + 1e-6)  # points in one place span nothing
    if isinstance(axes, Axes3D):
        # The shares stand on the planes; here there is no room for long names.
        axes.set(xlim=(low[0], high[0]), ylim=(low[1], high[1]), zlim=(low[2], high[2]))
        axes.set_box_aspect(tuple(np.maximum(high - low, _FLATTEST * (high - low).max())), zoom=1.15)
        for direction, letter in zip((axes.xaxis, axes.yaxis, axes.zaxis), LETTERS, strict=True):
            direction.set_ticklabels([])
            direction.set_label_text(letter)
            direction.labelpad = -12.0
            direction.pane.set_facecolor("#F7F7F7")
        axes.view_init(elev=22.0, azim=-55.0)
    elif len(names) == 2:
        axes.set_ylabel(names[1])
        # Squares of the same scale: distances can be compared across the planes.
        middle, reach = 0.5 * (low + high)[list(shown)], _MARGIN * 0.5 * float((high - low).max())
        (left, bottom), (right, top) = middle - reach, middle + reach
        axes.set(xlim=(left, right), ylim=(bottom, top), aspect="equal")
        axes.grid(True)


def add_legend(figure: Figure, given: Mapping[str, Mark]) -> None:
    """Say below a figure which mark is which instrument."""
    handles = [
        Line2D([], [], color=mark.colour, marker=mark.shape, linestyle="none", markersize=5.0, label=name)
        for name, mark in given.items()
    ]
    figure.legend(handles=handles, loc="outside lower center", ncols=min(5, len(handles)))


def _covariance(space: Space, index: int, cloud: NDArray[np.float64], shown: list[int]) -> NDArray[np.float64]:
    """Return the covariance of an instrument's notes in a picture; of too few notes that of the anchor's spread."""
    if len(cloud) > len(shown):
        return np.atleast_2d(np.cov(cloud.T))
    axes = space.principal.axes[shown].astype(np.float64)
    result: NDArray[np.float64] = axes * np.square(space.anchors[index].spread, dtype=np.float64) @ axes.T
    return result


def _draw_instrument(
    axes: Axes,
    notes: NDArray[np.float64],
    anchor: NDArray[np.float64],
    covariance: NDArray[np.float64],
    mark: Mark,
    row: int,
) -> None:
    colour, deviation = mark.colour, np.sqrt(np.diagonal(covariance))
    edge: dict[str, Any] = {"edgecolors": "white", "linewidths": 0.5}
    if isinstance(axes, Axes3D):
        axes.scatter(*notes.T, s=1.2, color=colour, alpha=0.35, depthshade=False, linewidths=0.0)
        for axis, length in enumerate(deviation):
            ends = np.tile(anchor, (2, 1))
            ends[:, axis] += (-length, length)
            axes.plot(*ends.T, color=colour, linewidth=1.0)
        axes.scatter(*anchor, s=34.0, color=colour, marker=mark.shape, depthshade=False, zorder=5, **edge)
    elif len(anchor) == 2:
        axes.scatter(notes[:, 0], notes[:, 1], s=1.6, color=colour, alpha=0.35, linewidths=0.0)
        axes.add_patch(_ellipse(anchor, covariance, colour))
        axes.scatter(anchor[0], anchor[1], s=34.0, color=colour, marker=mark.shape, zorder=5, **edge)
    else:
        axes.plot(notes[:, 0], np.full(len(notes), row), "|", color=colour, alpha=0.4, markersize=5.0)
        axes.plot(anchor[0] + np.array([-1.0, 1.0]) * deviation[0], [row, row], color=colour)
        axes.scatter(anchor[0], row, s=34.0, color=colour, marker=mark.shape, zorder=5, **edge)


def _ellipse(centre: NDArray[np.float64], covariance: NDArray[np.float64], colour: str) -> Ellipse:
    """Return where a Gaussian of two dimensions is one standard deviation from its centre."""
    variance, vectors = np.linalg.eigh(covariance)
    width, height = 2.0 * np.sqrt(np.maximum(variance, 0.0))
    angle = float(np.degrees(np.arctan2(vectors[1, 0], vectors[0, 0])))
    return Ellipse(
        (float(centre[0]), float(centre[1])), width, height, angle=angle, fill=False, edgecolor=colour, linewidth=0.9
    )
