"""Figures of frames over frequency: reconstructions and traverses."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rt_timbre.space import Transform
from rt_timbre_export.drawing import PAGE, Axes, Figure, Line2D, house_style, new_figure
from rt_timbre_export.evaluate import SPAN_DB
from rt_timbre_export.novel import Traverse
from rt_timbre_export.reconstruction import Reconstruction, error_db

_ORIGINAL, _DECODED = "#9A9A9A", "#0072B2"
_FLOOR_DB = 80.0  # drawn below the strongest band
_LOWEST = 30.0  # Hz: where the frequency axis begins at the least
_COLUMNS = 400  # of a spectrogram, at most
_TICKS = {100.0: "100", 1e3: "1k", 1e4: "10k"}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FramePair:
    """A frame and what is made of it.

    Attributes
    ----------
    name : str
        Which note.
    decoded : ndarray of float32 [K]
        Encoded and decoded.
    original : ndarray of float32 [K] or None
        The frame itself, if it is at hand.
    """

    name: str
    decoded: NDArray[np.float32]
    original: NDArray[np.float32] | None


def reconstructed_frames(title: str, pairs: Sequence[FramePair], transform: Transform) -> Figure:
    """Draw frames beside their reconstructions, one panel each.

    Parameters
    ----------
    title : str
        Heading.
    pairs : sequence of FramePair
        The frames, at least one.
    transform : Transform
        What the bands are.

    Returns
    -------
    Figure
        Level in dB below the frame's strongest band, over frequency; the error of each beside its name.
    """
    columns = min(3, len(pairs))
    rows = -(-len(pairs) // columns)
    with house_style():
        figure = new_figure(PAGE, 36.0 * rows + 22.0)
        figure.suptitle(title)
        for place, pair in enumerate(pairs):
            axes = figure.add_subplot(rows, columns, place + 1)
            reference = pair.decoded if pair.original is None else pair.original
            _draw_frame(axes, transform, pair.decoded, pair.original, float(reference.max()))
            name = pair.name.replace(", ", "\n", 1)
            if pair.original is not None:
                name += f": {error_db(pair.decoded[None], pair.original[None]):.1f} dB"
            axes.set_title(name, fontsize=8.0)
            axes.set_xlabel("frequency (Hz)" if place >= len(pairs) - columns else "")
            axes.set_ylabel("level (dB)" if place % columns == 0 else "")
        beside = any(pair.original is not None for pair in pairs)
        what = f"original (errors: root mean square over bands within {SPAN_DB:g} dB of its strongest)"
        _add_legend(figure, what if beside else "")
    return figure


def reconstructed_notes(title: str, notes: Sequence[Reconstruction], transform: Transform) -> Figure:
    """Draw whole notes beside their reconstructions.

    Parameters
    ----------
    title : str
        Heading.
    notes : sequence of Reconstruction
        The notes, at least one.
    transform : Transform
        What the bands are.

    Returns
    -------
    Figure
        A row for each note: its own frames, if they are at hand, and the decoded ones, in dB below the strongest band
        of either.
    """
    columns = 1 if all(note.original is None for note in notes) else 2
    shown = transform.centres >= _LOWEST
    with house_style():
        figure = new_figure(PAGE, 42.0 * len(notes) + 16.0)
        figure.suptitle(title)
        mesh = None
        for row, note in enumerate(notes):
            drawn = {"decoded": note.decoded}
            if note.original is not None:
                drawn = {"original": note.original} | drawn
            strongest = max(float(frames.max()) for frames in drawn.values())
            every = max(1, len(note.time) // _COLUMNS)
            for what, frames in drawn.items():
                column = 0 if what == "original" else columns - 1
                axes = figure.add_subplot(len(notes), columns, 1 + column + columns * row)
                level = _level(frames[::every], strongest)[:, shown]
                centres = transform.centres[shown]
                mesh = axes.pcolormesh(note.time[::every], centres, level.T, vmin=-_FLOOR_DB, vmax=0.0, rasterized=True)
                axes.set_yscale("log")
                axes.set_yticks(list(_TICKS), list(_TICKS.values()))
                axes.minorticks_off()
                axes.set_ylim(centres[0], centres[-1])
                axes.set_title(f"{note.name}: {what}", fontsize=8.0)
                axes.set_xlabel("time after the onset (s)" if row == len(notes) - 1 else "")
                axes.set_ylabel("frequency (Hz)" if column == 0 else "")
        assert mesh is not None
        figure.colorbar(mesh, ax=figure.axes, label="level (dB)", shrink=0.5 if len(notes) > 1 else 1.0)
    return figure


def traverse_figure(ways: Sequence[Traverse], transform: Transform) -> Figure:
    """Draw the frames along ways between two sounds.

    Parameters
    ----------
    ways : sequence of Traverse
        Ways between the same two sounds.
    transform : Transform
        What the bands are.

    Returns
    -------
    Figure
        A column for each way, a row for each of its points; behind the first and the last the sounds' own frames.
    """
    rows = len(ways[0].frames)
    with house_style():
        figure = new_figure(PAGE, 29.0 * rows + 26.0)
        start, end = ways[0].names
        figure.suptitle(f"From {start} to {end}")
        for column, way in enumerate(ways):
            for row, frame in enumerate(way.frames):
                axes = figure.add_subplot(rows, len(ways), 1 + column + len(ways) * row)
                original = {0: way.ends[0], rows - 1: way.ends[1]}.get(row)
                strongest = float(max(frame.max(), frame.max() if original is None else original.max()))
                _draw_frame(axes, transform, frame, original, strongest, float(way.stretch[row]))
                curve = {"linear": "straight line", "spherical": "spherical"}[way.curve] + ", "
                place = start if row == 0 else end if row == rows - 1 else f"{row}/{rows - 1}"
                axes.set_title(f"{curve if row == 0 else ''}{place}, MIDI {way.pitch[row]:.1f}", fontsize=8.0, pad=3.0)
                axes.set_xlabel("frequency (Hz)" if row == rows - 1 else "")
                axes.set_ylabel("level (dB)" if column == 0 else "")
        _add_legend(figure, "the sounds themselves")
    return figure


def _draw_frame(
    axes: Axes,
    transform: Transform,
    decoded: NDArray[np.float32],
    original: NDArray[np.float32] | None,
    strongest: float,
    stretch: float = 1.0,
) -> None:
    """Draw levels over frequency, the decoded one's stretched, over the original."""
    shown = transform.centres >= _LOWEST
    centres = transform.centres[shown]
    if original is not None:
        axes.fill_between(
            centres, _level(original[shown], strongest), -_FLOOR_DB, color=_ORIGINAL, linewidth=0.0, alpha=0.8
        )
    axes.plot(stretch * centres, _level(decoded[shown], strongest), color=_DECODED, linewidth=0.6)
    axes.set_xscale("log")
    axes.set_xticks(list(_TICKS), list(_TICKS.values()))
    axes.minorticks_off()
    axes.set_yticks([-_FLOOR_DB, -40.0, 0.0])
    axes.set(xlim=(centres[0], centres[-1]), ylim=(-_FLOOR_DB, 6.0))  # after the ticks, which would widen them
    axes.grid(True)


def _level(frames: NDArray[np.float32], strongest: float) -> NDArray[np.float64]:
    floor = 10.0 ** (-_FLOOR_DB / 20.0)
    scaled = np.asarray(frames, np.float64) / max(strongest, 1e-30)
    result: NDArray[np.float64] = 20.0 * np.log10(np.maximum(scaled, floor))
    return result


def _add_legend(figure: Figure, original: str) -> None:
    handles = [Line2D([], [], color=_DECODED, label="decoded")]
    if original:
        handles.insert(0, Line2D([], [], color=_ORIGINAL, linewidth=4.0, label=original))
    figure.legend(handles=handles, loc="outside lower center", ncols=2)
