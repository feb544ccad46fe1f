"""Pictures of a path: the spectrogram of its sound above what the path does, and where it runs among the notes."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rt_timbre.descriptors.describer import NAMES
from rt_timbre.paths.latent_path import LatentPath
from rt_timbre.pictures.curves import Curves, components, curves
from rt_timbre.pictures.drawing import draw_spectrogram, new_figure, save
from rt_timbre.space import Space

# Okabe and Ito, Color Universal Design (2008), without the yellow, which is lost on white.
_COLOURS = ("#0072B2", "#D55E00", "#009E73", "#E69F00", "#56B4E9", "#CC79A7", "#000000")
_LETTER, _LINE = 0.018, 0.035  # width and height of a name's letter, of what a map shows
_ROUNDS = 50
_LABEL = {"boxstyle": "round,pad=0.1", "facecolor": "white", "edgecolor": "none", "alpha": 0.7}


def path_figure(
    space: Space, path: LatentPath, sound: NDArray[np.float32], rate: int, picture: Path, title: str
) -> None:
    """Save the spectrogram of a path's sound, below it the path over time, beside it its way through the space.

    Parameters
    ----------
    space : Space
        The space that the path lies in.
    path : LatentPath
        The path; without pitches it is described at the reference pitch.
    sound : ndarray of float32 [samples, channels]
        Its sound, from its beginning on.
    rate : int
        Samples per second of the sound.
    picture : Path
        The picture to write; its suffix names the format.
    title : str
        Heading of the picture.

    Raises
    ------
    PathError
        If the path has another dimension than the space.
    PictureError
        If matplotlib is not installed, or the picture cannot be written.
    """
    figure = new_figure(13.0, 11.0)
    described = curves(space, path)
    figure.suptitle(title)
    halves = figure.add_gridspec(1, 2, width_ratios=(3.0, 1.6))
    grid = halves[0].subgridspec(5, 1, height_ratios=(2.6, 1.3, 1.0, 1.3, 1.0))
    first = figure.add_subplot(grid[0])
    bar = first.inset_axes((1.01, 0.0, 0.015, 1.0))
    figure.colorbar(draw_spectrogram(first, sound, rate), cax=bar, label="level (dB)")
    draws = (_draw_components, _draw_pitch, _draw_frequencies, _draw_flatness)
    rows = [figure.add_subplot(grid[row], sharex=first) for row in range(1, 5)]
    for axes, draw in zip(rows, draws, strict=True):
        draw(axes, described)
        axes.grid(True, color="#E0E0E0", linewidth=0.5)
    for axes in (first, *rows[:-1]):
        axes.tick_params(labelbottom=False)
    rows[-1].set_xlabel("time (s)")
    pairs = ((0, 1), (0, 2)) if described.components.shape[1] > 2 else ((0, 1),)
    for place, pair in zip(halves[1].subgridspec(len(pairs), 1), pairs, strict=True):
        axes = figure.add_subplot(place)
        draw_map(axes, space, pair)
        way = plane(described.components, pair)
        axes.plot(*way.T, color="black", linewidth=1.6, zorder=4)
        axes.plot(*way[0], "o", color="black", markersize=5, zorder=4)
        axes.plot(*way[-1], "s", color="black", markersize=5, zorder=4)
    save(figure, picture)


def draw_map(axes: Any, space: Space, pair: Sequence[int] = (0, 1)) -> None:
    """Draw the notes of a space and the names of its anchors on the plane of two principal axes.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where.
    space : Space
        The space.
    pair : sequence of int [2]
        The axes; one that the space does not have is 0 throughout.
    """
    notes = plane(components(space, space.points.latent), pair)
    anchors = plane(components(space, np.stack([anchor.latent for anchor in space.anchors])), pair)
    names = [anchor.name for anchor in space.anchors]
    extent = float(np.ptp(np.concatenate([notes, anchors]), axis=0).max())
    for index, (name, place) in enumerate(zip(names, apart(anchors, names, extent), strict=True)):
        colour = _COLOURS[index % len(_COLOURS)]
        cloud = notes[space.points.label == index]
        axes.scatter(*cloud.T, s=3.0, color=colour, alpha=0.35, linewidths=0.0, rasterized=True)
        axes.annotate(name, place, ha="center", va="center", fontsize=8, color=colour, bbox=_LABEL, zorder=3)
    axes.set(xlabel=_axis_name(space, pair[0]), ylabel=_axis_name(space, pair[1]))
    axes.margins(x=0.18, y=0.08)
    axes.set_aspect("equal", adjustable="datalim")


def apart(places: NDArray[np.float64], names: Sequence[str], extent: float) -> NDArray[np.float64]:
    """Move names on a map up and down until none covers another, as far as that goes.

    Parameters
    ----------
    places : ndarray of float64 [N, 2]
        Where their centres should be.
    names : sequence of str [N]
        The names.
    extent : float
        Width and height of what the map shows.

    Returns
    -------
    ndarray of float64 [N, 2]
        Where they are.
    """
    moved = places.copy()
    half_widths = 0.5 * _LETTER * extent * np.array([len(name) for name in names])
    near = np.abs(places[:, None, 0] - places[None, :, 0]) < half_widths[:, None] + half_widths
    for _ in range(_ROUNDS):
        distance = moved[:, None, 1] - moved[None, :, 1]
        # Of two at one height the one that comes later goes up.
        upwards = np.where(distance == 0.0, np.sign(np.arange(len(names))[:, None] - np.arange(len(names))), distance)
        short = np.where(near, np.maximum(_LINE * extent - np.abs(distance), 0.0), 0.0)
        moved[:, 1] += 0.3 * (np.sign(upwards) * short).sum(axis=1)
    return moved


def plane(points: NDArray[np.float64], pair: Sequence[int]) -> NDArray[np.float64]:
    """Return the coordinates [N, 2] of points [N, A] on two axes; 0 on one that there is not."""
    padded = np.pad(points, ((0, 0), (0, 3)))
    result: NDArray[np.float64] = padded[:, list(pair)]
    return result


def _axis_name(space: Space, axis: int) -> str:
    name = f"axis {axis + 1}"
    labels = space.principal.labels
    return name if axis >= len(labels) or labels[axis] == name else f"{name}: {labels[axis]}"


def _draw_components(axes: Any, described: Curves) -> None:
    for index, label in enumerate(described.labels):
        name = f"{index + 1}" if label == f"axis {index + 1}" else f"{index + 1}: {label}"
        axes.plot(described.seconds, described.components[:, index], color=_COLOURS[index], label=name)
    axes.set_ylabel("principal\ncomponents")
    _add_legend(axes)


def _draw_pitch(axes: Any, described: Curves) -> None:
    other = _draw_two(axes, described, (described.pitches, "pitch (MIDI)"), (described.levels, "gain (dB)"))
    _widen(axes, described.pitches, 1.0)
    _widen(other, described.levels, 3.0)


def _draw_frequencies(axes: Any, described: Curves) -> None:
    for index, name in enumerate(("centroid", "bandwidth", "rolloff")):
        values = described.descriptors[:, NAMES.index(name)]
        axes.plot(described.seconds, values / 1000.0, color=_COLOURS[index], label=name)
    axes.set_ylabel("frequency (kHz)")
    axes.set_ylim(bottom=0.0)
    _add_legend(axes)


def _draw_flatness(axes: Any, described: Curves) -> None:
    flatness, loudness = (described.descriptors[:, NAMES.index(name)] for name in ("flatness", "loudness"))
    decibels = 10.0 * np.log10(np.maximum(flatness, 1e-12))
    other = _draw_two(axes, described, (decibels, "flatness (dB)"), (loudness, "loudness (dB)"))
    _widen(axes, decibels, 3.0)
    _widen(other, loudness, 3.0)


def _draw_two(
    axes: Any, described: Curves, left: tuple[NDArray[np.float64], str], right: tuple[NDArray[np.float64], str]
) -> Any:
    """Draw two curves, each with an axis of its own in its colour; return the axes of the second."""
    other = axes.twinx()
    for place, (values, label), colour in zip((axes, other), (left, right), _COLOURS, strict=False):
        place.plot(described.seconds, values, color=colour)
        place.set_ylabel(label, color=colour)
    return other


def _widen(axes: Any, values: NDArray[np.float64], margin: float) -> None:
    """Show at least so much below and above a curve: what does not move shall look so."""
    low, high = axes.get_ylim()
    axes.set_ylim(min(low, values.min() - margin), max(high, values.max() + margin))


def _add_legend(axes: Any) -> None:
    axes.legend(loc="lower left", bbox_to_anchor=(0.0, 0.98), ncols=3, fontsize=8, frameon=False, borderpad=0.1)
