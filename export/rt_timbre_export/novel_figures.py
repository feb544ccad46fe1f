"""Figure of instruments that a space has not learned, between its anchors."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from rt_timbre.space import Space
from rt_timbre_export.drawing import DPI, Axes, Axes3D, Figure, Mark, house_style, marks, on_page, settle
from rt_timbre_export.labels import Box, label_points
from rt_timbre_export.novel import Encoded, neighbours
from rt_timbre_export.space_figures import add_legend, laid_out, name_axes, projected, shown_axes

_KNOWN, _CLOUD = "#707070", "#D0D0D0"


def novel_instruments(name: str, space: Space, encoded: Encoded) -> Figure:
    """Draw notes of new instruments among a space's own.

    Parameters
    ----------
    name : str
        What the space is called.
    space : Space
        The space.
    encoded : Encoded
        The new notes.

    Returns
    -------
    Figure
        The space's notes in light grey and its anchors in grey with their names; small marks in colour are new notes,
        large ones the centres of their instruments, with a line to the nearest anchor (in the whole space, not in the
        picture).
    """
    given = marks(encoded.names)
    own = projected(space, space.points.latent)
    anchors = projected(space, np.stack([anchor.latent for anchor in space.anchors]))
    names = [anchor.name for anchor in space.anchors]
    new = projected(space, encoded.latent)
    centres = np.stack([new[encoded.label == index].mean(axis=0) for index in range(len(encoded.names))])
    with house_style():
        figure, (plots,) = laid_out({name: space})
        plots[0].set_title(f"new instruments in {name}")
        for axes, shown in zip(plots, shown_axes(space), strict=True):
            _scatter(axes, own[:, shown], size=0.8, color=_CLOUD, linewidths=0.0)
            _scatter(axes, anchors[:, shown], size=14.0, color=_KNOWN, zorder=4, linewidths=0.0)
            for index, instrument in enumerate(encoded.names):
                nearest = names.index(neighbours(space, encoded, index)[0].name)
                way = np.stack([centres[index, shown], anchors[nearest, shown]])
                _draw(axes, new[encoded.label == index][:, shown], way, given[instrument])
            name_axes(axes, space, shown, np.vstack([own, anchors, new]))
            if len(shown) == 1:
                axes.set_yticks([])
                axes.spines["left"].set_visible(False)
        add_legend(figure, given)
        settle(figure)
        for axes, shown in zip(plots, shown_axes(space), strict=True):
            taken = [_around(*on_page(axes, place)) for place in _in_plane(centres[:, shown])]
            for text in label_points(axes, _in_plane(anchors[:, shown]), names, taken=taken):
                text.set_color("#404040")
    return figure


def _in_plane(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return points of one dimension as points of two."""
    return np.hstack([points, np.zeros((len(points), 1))]) if points.shape[1] == 1 else points


def _around(x: float, y: float) -> Box:
    reach = 4.5 * DPI / 72.0  # half of the mark of a centre
    return x - reach, y - reach, x + reach, y + reach


def _draw(axes: Axes, notes: NDArray[np.float64], way: NDArray[np.float64], mark: Mark) -> None:
    """Draw the notes of an instrument, their centre, and a line from it to an anchor."""
    axes.plot(*_in_plane(way).T, color=mark.colour, linewidth=1.0, linestyle=(0, (2, 1.5)), zorder=3)
    _scatter(axes, notes, size=5.0, color=mark.colour, marker=mark.shape, alpha=0.55, linewidths=0.0)
    look: dict[str, Any] = {"edgecolors": "black", "linewidths": 0.6, "zorder": 6}
    _scatter(axes, way[:1], size=52.0, color=mark.colour, marker=mark.shape, **look)


def _scatter(axes: Axes, points: NDArray[np.float64], *, size: float, **look: Any) -> None:
    if isinstance(axes, Axes3D):
        axes.scatter(*points.T, s=size, depthshade=False, **look)
    else:
        flat = _in_plane(points)
        axes.scatter(flat[:, 0], flat[:, 1], s=size, **look)
