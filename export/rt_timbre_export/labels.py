"""Names beside points, where they cover neither each other nor the points."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rt_timbre_export.drawing import DPI, HALO, Annotation, Axes, Text, on_page

_POINT = DPI / 72.0  # pixels of a typographic point
_RADIUS = 3.0 * _POINT  # pixels around a point that are kept free
_DISTANCES = (4.0, 9.0, 15.0, 22.0, 30.0, 40.0, 52.0, 66.0, 82.0, 100.0)  # from a point to its name, typographic points
_DIRECTIONS = 24
_LEADER = 7.0  # typographic points from which on a line leads from the point to its name
_ROUNDS = 20
_COVERING = 30.0  # what it costs to cover something at all, in typographic points of distance

Box = tuple[float, float, float, float]  # left, bottom, right, top in pixels


def label_points(
    axes: Axes,
    positions: NDArray[np.floating],
    names: Sequence[str],
    *,
    letters: float = 8.0,
    taken: Sequence[Box] = (),
) -> list[Annotation]:
    """Write names beside points.

    Each name is tried at places around its point, near ones first, and takes the one where it covers least; this is
    repeated until no name moves any more.

    Parameters
    ----------
    axes : Axes
        Of two or three dimensions; its figure is settled (see `drawing.settle`).
    positions : ndarray of float [N, 2 or 3]
        The points.
    names : sequence of str [N]
        Their names.
    letters : float
        Their size in typographic points.
    taken : sequence of box
        Parts of the page to keep free as well: left, bottom, right and top in pixels.

    Returns
    -------
    list of Annotation [N]
        The names, with a thin line to the point where they are far from it.
    """
    points = np.array([on_page(axes, position) for position in positions]).reshape(-1, 2)
    page = np.asarray(axes.figure.bbox.size, np.float64)
    texts = [
        axes.annotate(
            name,
            tuple(point / page),
            xycoords="figure fraction",
            textcoords="figure fraction",
            xytext=tuple(point / page),
            ha="center",
            va="center",
            fontsize=letters,
            annotation_clip=False,
            zorder=1000,  # above all that a view of three dimensions orders by depth
            path_effects=HALO,
            arrowprops={"arrowstyle": "-", "linewidth": 0.4, "color": "#606060", "shrinkA": 0.0, "shrinkB": 2.0},
        )
        for name, point in zip(names, points, strict=True)
    ]
    extents = [Text.get_window_extent(text) for text in texts]  # an annotation's own holds its line too
    sizes = np.array([(extent.width + 3.0 * _POINT, extent.height + 0.5 * _POINT) for extent in extents]).reshape(-1, 2)
    frame = axes.get_window_extent()
    centres = _places(points, sizes, (frame.x0, frame.y0, frame.x1, frame.y1), taken)
    for text, point, centre, size in zip(texts, points, centres, sizes, strict=True):
        text.set_position((float(centre[0] / page[0]), float(centre[1] / page[1])))
        assert text.arrow_patch is not None
        box = np.hstack((centre - 0.5 * size, centre + 0.5 * size))[None]
        text.arrow_patch.set_visible(bool(_far(box, point)[0] >= _LEADER))
    return texts


def _places(
    points: NDArray[np.float64], sizes: NDArray[np.float64], limits: Box, taken: Sequence[Box]
) -> NDArray[np.float64]:
    """Return the centres of boxes of these sizes beside points, so that as little as possible is covered."""
    free = np.array([*taken, *np.hstack((points - _RADIUS, points + _RADIUS))]).reshape(-1, 4)
    choices = [_around(point, size) for point, size in zip(points, sizes, strict=True)]
    boxes = [
        np.hstack((centres - 0.5 * size, centres + 0.5 * size)) for centres, size in zip(choices, sizes, strict=True)
    ]
    alone = [
        _far(box, point) + _covered(box, free) + _outside(box, limits) for box, point in zip(boxes, points, strict=True)
    ]
    chosen = [int(np.argmin(cost)) for cost in alone]
    for _ in range(_ROUNDS):
        before = list(chosen)
        for i in range(len(points)):
            others = np.array([boxes[j][chosen[j]] for j in range(len(points)) if j != i]).reshape(-1, 4)
            chosen[i] = int(np.argmin(alone[i] + _covered(boxes[i], others)))
        if chosen == before:
            break
    return np.array([centres[place] for centres, place in zip(choices, chosen, strict=True)]).reshape(-1, 2)


def _around(point: NDArray[np.float64], size: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the centres of boxes of a size around a point, in all directions and distances."""
    angles = 2.0 * np.pi * np.arange(_DIRECTIONS) / _DIRECTIONS
    direction = np.column_stack([np.cos(angles), np.sin(angles)])
    # So far out, along each direction, the box just touches the point.
    touching = np.min(0.5 * size / np.maximum(np.abs(direction), 1e-9), axis=1)
    reach = touching + _POINT * np.array(_DISTANCES)[:, None]
    result: NDArray[np.float64] = (point + reach[..., None] * direction).reshape(-1, 2)
    return result


def _covered(boxes: NDArray[np.float64], others: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return what it costs that boxes [C, 4] cover others [N, 4]: something each, and more the more they do."""
    low = np.maximum(boxes[:, None, :2], others[None, :, :2])
    high = np.minimum(boxes[:, None, 2:], others[None, :, 2:])
    common = np.maximum(high - low, 0.0).prod(axis=2)
    area = (boxes[0, 2:] - boxes[0, :2]).prod()
    result: NDArray[np.float64] = np.sum(_COVERING * (common > 0.0) + 10.0 * _COVERING * common / area, axis=1)
    return result


def _outside(boxes: NDArray[np.float64], limits: Box) -> NDArray[np.float64]:
    """Return what it costs that boxes lie outside of the axes."""
    low, high = np.maximum(boxes[:, :2], limits[:2]), np.minimum(boxes[:, 2:], limits[2:])
    area = (boxes[0, 2:] - boxes[0, :2]).prod()
    result: NDArray[np.float64] = 10.0 * _COVERING * (1.0 - np.maximum(high - low, 0.0).prod(axis=1) / area)
    return result


def _far(boxes: NDArray[np.float64], point: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how far boxes are from a point, in typographic points."""
    gap = np.maximum(np.maximum(boxes[:, :2] - point, point - boxes[:, 2:]), 0.0)
    result: NDArray[np.float64] = np.hypot(gap[:, 0], gap[:, 1]) / _POINT
    return result
