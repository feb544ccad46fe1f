"""Figures of dissimilarity tables: matrices, and the timbre spaces that are scaled from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rt_timbre_export.dissimilarity import STUDIES, Dissimilarities, study
from rt_timbre_export.drawing import PAGE, Axes, Axes3D, Figure, house_style, marks, new_figure, save, settle
from rt_timbre_export.errors import FigureError
from rt_timbre_export.labels import label_points
from rt_timbre_export.scaling import Scaling, scale

_CELL, _LEAST_CELL = 15.0, 9.5  # mm: a cell of a matrix, and room for a number of four characters
_MARGIN = 34.0  # mm for the names beside a matrix
_LEAST_WIDTH = 120.0  # mm: room for what is written below it
_STEM = "#B0B0B0"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class StudySpace:
    """The timbre space of one study.

    Attributes
    ----------
    title : str
        Which study.
    names : sequence of str [N]
        Its instruments.
    positions : ndarray of float [N, D]
        Where they are.
    stress : float
        Stress-1 of the scaling.
    """

    title: str
    names: Sequence[str]
    positions: NDArray[np.floating]
    stress: float


def draw_all(table: Dissimilarities, space: Scaling, folder: Path) -> list[Path]:
    """Draw a table, its timbre space, and the timbre spaces of all published studies.

    Parameters
    ----------
    table : Dissimilarities
        The table.
    space : Scaling
        What was made of it.
    folder : Path
        Where the pictures go; it is made if it is missing.

    Returns
    -------
    list of Path
        The pictures.

    Raises
    ------
    FigureError
        A picture cannot be written.
    """
    dimensions = space.positions.shape[1]
    scaled = [(name, scale(study(name).rated(), dimensions)) for name in STUDIES]
    entries = [
        StudySpace(title=name, names=made.names, positions=made.positions, stress=made.stress) for name, made in scaled
    ]
    figures = {
        "dissimilarities": dissimilarity_matrix(table.names, table.mean, table.count, table.title),
        "ratings": co_occurrence(table.names, table.count),
        "timbre-space": timbre_space(space.names, space.positions, table.title, space.stress),
        "studies": study_spaces(entries),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FigureError(f"{folder} cannot be written: {error.strerror}") from None
    paths = [folder / f"{name}.png" for name in figures]
    for path, figure in zip(paths, figures.values(), strict=True):
        save(figure, path)
    return paths


def dissimilarity_matrix(
    names: Sequence[str], mean: NDArray[np.floating], count: NDArray[np.integer], title: str
) -> Figure:
    """Draw a table of dissimilarities, with the numbers.

    Parameters
    ----------
    names : sequence of str [N]
        Instruments.
    mean : ndarray of float [N, N]
        Mean dissimilarity of each pair; NaN where nobody rated it. Only what lies below the diagonal is drawn.
    count : ndarray of int [N, N]
        Number of ratings of each pair, written above the diagonal.
    title : str
        Heading.

    Returns
    -------
    Figure
        The matrix.

    Raises
    ------
    FigureError
        The arrays do not fit the names.
    """
    _check_square(names, mean, "mean")
    _check_square(names, count, "count")
    below = np.tril(np.ones(mean.shape, bool), -1)
    with house_style():
        figure, axes = _matrix(names, np.where(below, mean, np.nan), title, "mean dissimilarity")
        for row, column in zip(*np.nonzero(~np.eye(len(names), dtype=bool)), strict=True):
            if column > row:
                _write(axes, row, column, f"{count[row, column]}")
            elif np.isnan(mean[row, column]):
                _write(axes, row, column, "–")
            else:
                _write(axes, row, column, f"{mean[row, column]:.2f}", mean[row, column])
        axes.set_xlabel("below the diagonal: mean dissimilarity; above: number of ratings; –: not rated", labelpad=6.0)
    return figure


def co_occurrence(names: Sequence[str], count: NDArray[np.integer], title: str = "Ratings of each pair") -> Figure:
    """Draw how many ratings there are of each pair of instruments.

    Parameters
    ----------
    names : sequence of str [N]
        Instruments.
    count : ndarray of int [N, N]
        Number of ratings of each pair; symmetric. The diagonal holds ratings of an instrument against itself, and is
        drawn if any is there.
    title : str
        Heading.

    Returns
    -------
    Figure
        The matrix, on and below the diagonal.

    Raises
    ------
    FigureError
        The array does not fit the names.
    """
    _check_square(names, count, "count")
    shown = np.tril(np.ones(count.shape, bool), 0 if np.diagonal(count).any() else -1)
    with house_style():
        figure, axes = _matrix(names, np.where(shown, count, np.nan), title, "number of ratings")
        for row, column in zip(*np.nonzero(shown), strict=True):
            _write(axes, row, column, f"{count[row, column]}", count[row, column])
    return figure


def timbre_space(names: Sequence[str], positions: NDArray[np.floating], title: str, stress: float) -> Figure:
    """Draw a timbre space from multidimensional scaling.

    Parameters
    ----------
    names : sequence of str [N]
        Instruments.
    positions : ndarray of float [N, D]
        Where they are; of more than three dimensions the first three are drawn.
    title : str
        Heading.
    stress : float
        Stress-1 of the scaling.

    Returns
    -------
    Figure
        Of three dimensions: a view of them and the three projections on planes; of two, the plane; of one, the line.

    Raises
    ------
    FigureError
        The array does not fit the names.
    """
    _check_positions(names, positions)
    shown = positions[:, :3]
    planes = [(i, j) for i in range(shown.shape[1]) for j in range(i + 1, shown.shape[1])]
    with house_style():
        if len(planes) == 3:
            figure = new_figure(PAGE, 165.0)
            space = figure.add_subplot(2, 2, 1, projection="3d")
            assert isinstance(space, Axes3D)
            _draw_space(space, names, shown)
            plots = [figure.add_subplot(2, 2, place) for place in (2, 3, 4)]
        else:
            figure = new_figure(PAGE, 120.0 if planes else 60.0)
            plots = [figure.add_subplot()]
        for axes, (i, j) in zip(plots, planes, strict=False):
            _draw_plane(axes, names, shown[:, [i, j]], (i, j))
        if not planes:
            _draw_line(plots[0], names, shown[:, 0])
        figure.suptitle(_headed(title, stress, positions.shape[1]))
        settle(figure)
        for axes, (i, j) in zip(plots, planes or [(0, 0)], strict=True):
            label_points(axes, shown[:, [i, j]] if planes else np.column_stack([shown[:, 0], 0.0 * shown[:, 0]]), names)
        if len(planes) == 3:
            label_points(space, shown, names)
    return figure


def study_spaces(entries: Sequence[StudySpace]) -> Figure:
    """Draw the timbre spaces of several studies side by side.

    An instrument has the same mark in all of them.

    Parameters
    ----------
    entries : sequence of StudySpace
        The studies, at least one, each of two dimensions or more.

    Returns
    -------
    Figure
        One view of each.

    Raises
    ------
    FigureError
        There is no study, or one of fewer dimensions, or its names do not fit.
    """
    if not entries:
        raise FigureError("there is no study to draw")
    for entry in entries:
        _check_positions(entry.names, entry.positions)
        if entry.positions.shape[1] < 2:
            raise FigureError(f"{entry.title} has 1 dimension; side by side at least 2 can be seen")
    order = list(dict.fromkeys(name for entry in entries for name in entry.names))
    rows = -(-len(entries) // 2)
    with house_style():
        figure = new_figure(PAGE, 78.0 * rows)
        plots: list[Axes] = []
        for place, entry in enumerate(entries, 1):
            flat = entry.positions.shape[1] == 2
            axes = figure.add_subplot(rows, 2, place, projection=None if flat else "3d")
            shown = entry.positions[:, :3]
            if isinstance(axes, Axes3D):
                _draw_space(axes, entry.names, shown, order)
            else:
                _draw_plane(axes, entry.names, shown, (0, 1), order)
            # A view of three dimensions has room of its own above it.
            axes.set_title(_headed(entry.title, entry.stress, entry.positions.shape[1]), pad=6.0 if flat else -6.0)
            plots.append(axes)
        settle(figure)
        for axes, entry in zip(plots, entries, strict=True):
            label_points(axes, entry.positions[:, :3], entry.names)
    return figure


def _headed(title: str, stress: float, dimensions: int) -> str:
    plural = "dimension" if dimensions == 1 else "dimensions"
    return f"{title}\n{dimensions} {plural}, stress-1 {stress:.3f}"


def _check_square(names: Sequence[str], table: NDArray[np.number], what: str) -> None:
    if table.shape != (len(names), len(names)) or len(names) < 2:
        raise FigureError(f"{what} has shape {table.shape}; {len(names)} names need two at least, and as many columns")


def _check_positions(names: Sequence[str], positions: NDArray[np.floating]) -> None:
    if positions.ndim != 2 or positions.shape[0] != len(names) or positions.size == 0:
        raise FigureError(f"positions have shape {positions.shape}; {len(names)} names need as many rows")


def _matrix(names: Sequence[str], values: NDArray[np.floating], title: str, unit: str) -> tuple[Figure, Axes]:
    width = max(min(PAGE, _CELL * len(names) + _MARGIN), _LEAST_WIDTH, _LEAST_CELL * len(names) + _MARGIN)
    figure = new_figure(width, width - 12.0)
    axes = figure.add_subplot()
    image = axes.imshow(values, vmin=np.nanmin(np.append(values, 0.0)), aspect="equal")
    axes.set_xticks(range(len(names)), names, rotation=45.0, ha="right", rotation_mode="anchor")
    axes.set_yticks(range(len(names)), names)
    axes.tick_params(length=0.0)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.set_title(title)
    figure.colorbar(image, label=unit, shrink=0.6)
    return figure, axes


def _write(axes: Axes, row: int, column: int, text: str, value: float | None = None) -> None:
    """Write into a cell, dark on light or light on dark; without a value the cell is white."""
    colour = "#606060"
    if value is not None:
        red, green, blue, _ = axes.images[0].to_rgba(np.array([value]))[0]
        colour = "black" if 0.299 * red + 0.587 * green + 0.114 * blue > 0.5 else "white"
    axes.text(column, row, text, ha="center", va="center", color=colour)


def _draw_space(
    axes: Axes3D, names: Sequence[str], positions: NDArray[np.floating], order: Sequence[str] | None = None
) -> None:
    """Draw points in three dimensions, each on a stem from the floor, so that its place can be read."""
    centre, reach = _limits(positions)
    floor = centre[2] - reach
    given = marks(order or names)
    for name, (x, y, z) in zip(names, positions, strict=True):
        axes.plot([x, x], [y, y], [floor, z], color=_STEM, linewidth=0.6, zorder=1)
        axes.scatter(x, y, floor, s=3.0, color=_STEM, depthshade=False)
        mark = given[name]
        axes.scatter(x, y, z, s=28.0, color=mark.colour, marker=mark.shape, depthshade=False, zorder=3)
    axes.set(
        xlim=(centre[0] - reach, centre[0] + reach),
        ylim=(centre[1] - reach, centre[1] + reach),
        zlim=(floor, centre[2] + reach),
    )
    for axis, number in zip((axes.xaxis, axes.yaxis, axes.zaxis), (1, 2, 3), strict=True):
        axis.set_ticklabels([])
        axis.set_label_text(f"dimension {number}")
        axis.labelpad = -12.0
        axis.pane.set_facecolor("#F7F7F7")
    axes.view_init(elev=22.0, azim=-55.0)
    axes.set_box_aspect(None, zoom=1.05)


def _draw_plane(
    axes: Axes,
    names: Sequence[str],
    positions: NDArray[np.floating],
    numbers: tuple[int, int],
    order: Sequence[str] | None = None,
) -> None:
    centre, reach = _limits(positions)
    given = marks(order or names)
    for name, (x, y) in zip(names, positions, strict=True):
        axes.plot(x, y, given[name].shape, color=given[name].colour, markersize=5.5, linestyle="none")
    axes.set(
        xlim=(centre[0] - reach, centre[0] + reach),
        ylim=(centre[1] - reach, centre[1] + reach),
        xlabel=f"dimension {numbers[0] + 1}",
        ylabel=f"dimension {numbers[1] + 1}",
        aspect="equal",
    )
    axes.grid(True)


def _draw_line(axes: Axes, names: Sequence[str], positions: NDArray[np.floating]) -> None:
    given = marks(names)
    for name, x in zip(names, positions, strict=True):
        axes.plot(x, 0.0, given[name].shape, color=given[name].colour, markersize=5.5, linestyle="none")
    axes.set(xlabel="dimension 1", yticks=[], ylim=(-1.0, 1.0))
    axes.spines["left"].set_visible(False)
    axes.margins(x=0.15)


def _limits(positions: NDArray[np.floating]) -> tuple[NDArray[np.floating], float]:
    """Return the middle of points and how far they reach from it along any axis, with a margin."""
    low, high = positions.min(axis=0), positions.max(axis=0)
    reach = 0.5 * float((high - low).max())
    return 0.5 * (low + high), 1.18 * (reach if reach > 0.0 else 1.0)
