"""From sound to path and back, on a folder of recorded notes: what is kept of each instrument."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import astuple, dataclass, fields
from functools import cache, partial

import numpy as np
from numpy.typing import NDArray

from rt_timbre import quality
from rt_timbre.benchmarks.corpus import Note
from rt_timbre.encoding.encode import Encoding
from rt_timbre.encoding.pitch_tracking import track
from rt_timbre.encoding.recording_file import RecordingFile
from rt_timbre.encoding.retuning import Retuned
from rt_timbre.errors import AudioFileError, EncodeError
from rt_timbre.instrument_names import matched_names
from rt_timbre.loudness import streamed_gains
from rt_timbre.render import render_path
from rt_timbre.space import Space
from rt_timbre.space_store import open_space

_STEP = 0.01  # seconds between moments at which levels are compared
_QUIET_DB = -40.0  # below the loudest moment: where no pitch is compared
_FLOOR_DB = -60.0  # and where all levels count as one
_MOVING = 10.0  # cents: standard deviation of a pitch that moves


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was measured of a note beside the sound that a space makes of it.

    Attributes
    ----------
    distance : float
        Log-spectral distance of the two sounds in dB, at the times of the path's points.
    cents : float
        Median of the absolute difference of their pitches.
    gross : float
        Share of moments at which the pitches differ by more than a semitone, in percent.
    pitch : float
        Correlation of the pitches; NaN where that of the note does not move: noise would be compared with noise.
    loudness : float
        Correlation of their levels in dB.
    level : float
        Median of the difference of their levels in dB.
    labelled : float
        Median of the absolute difference of the pitch that was tracked and the note's label in cents, which has in it
        how the player intoned.
    """

    distance: float
    cents: float
    gross: float
    pitch: float
    loudness: float
    level: float
    labelled: float


Result = tuple[Note, Figures | str]
"""A note and its figures, or why it was left out."""


def measure_notes(
    notes: Sequence[Note], space: str, processes: int, progress: Callable[[int, int], None]
) -> list[Result]:
    """Measure notes; see `measure_note`.

    Parameters
    ----------
    notes : sequence of Note
        The notes.
    space : str
        Name or file of the space.
    processes : int
        How many to use.
    progress : callable
        Called with the number of notes done, and of all notes.

    Returns
    -------
    list of tuple
        In the order of the notes; a note whose file cannot be used has a text that says why.
    """
    results: list[Result] = []
    for note, figures in zip(notes, _map(notes, space, processes), strict=True):
        results.append((note, figures))
        progress(len(results), len(notes))
    return results


def _map(notes: Sequence[Note], space: str, processes: int) -> Iterator[Figures | str]:
    measured = partial(_measured, space=space)
    if processes == 1:
        yield from map(measured, notes)
        return
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(measured, notes, chunksize=4)


def _measured(note: Note, space: str) -> Figures | str:
    try:
        return measure_note(RecordingFile(note.path), note.midi, _opened(space))
    except (AudioFileError, EncodeError) as error:
        return str(error)


@cache
def _opened(space: str) -> Space:
    return open_space(space).space


def measure_note(recording: RecordingFile, midi: float, space: Space) -> Figures:
    """Turn a note into a path, render it, and compare.

    Parameters
    ----------
    recording : RecordingFile
        The note.
    midi : float
        Its pitch as labelled.
    space : Space
        The space.

    Returns
    -------
    Figures
        By the space's own phase method.

    Raises
    ------
    EncodeError
        The note is silent.
    """
    rate = space.transform.rate
    encoding = Encoding(recording, space)
    sound = np.concatenate(list(recording.blocks(rate)))
    made = np.zeros_like(sound)
    rendered = render_path(space, encoding.path(), rate=rate)[: sound.size, 0]
    made[: rendered.size] = rendered
    step = round(_STEP * rate)
    level, again = (streamed_gains([heard], rate, step) for heard in (sound, made))
    floor = level.max() * 10.0 ** (_FLOOR_DB / 20.0)
    decibels, decibels_again = (20.0 * np.log10(np.maximum(gains, floor)) for gains in (level, again))
    contour, contour_again = encoding.contour or track([sound], rate), track([made], rate)
    pitches, pitches_again = contour.pitches, contour_again.pitches
    loud = np.interp(contour.seconds, np.arange(level.size) * _STEP, level) > level.max() * 10.0 ** (_QUIET_DB / 20.0)
    both = loud & np.isfinite(pitches) & np.isfinite(pitches_again)
    off = 100.0 * (pitches_again - pitches)[both]
    near = both.copy()
    near[both] = np.abs(off) <= 100.0
    moves = near.any() and 100.0 * np.std(pitches[near]) >= _MOVING
    moments = np.rint(encoding.times * rate).astype(np.int64)
    audible = moments[encoding.gains > encoding.gains.max() * 10.0 ** (_QUIET_DB / 20.0)]
    return Figures(
        distance=quality.log_spectral_distance(_frames(sound, audible, space), _frames(made, audible, space)),
        cents=float(np.median(np.abs(off))) if off.size else np.nan,
        gross=100.0 * float(np.mean(~near[both])) if off.size else np.nan,
        pitch=float(np.corrcoef(pitches[near], pitches_again[near])[0, 1]) if moves else np.nan,
        loudness=float(np.corrcoef(decibels, decibels_again)[0, 1]),
        level=float(np.median((decibels_again - decibels)[decibels > decibels.max() + _QUIET_DB])),
        labelled=abs(100.0 * float(np.median(pitches[both]) - midi)) if off.size else np.nan,
    )


def _frames(sound: NDArray[np.float32], moments: NDArray[np.int64], space: Space) -> NDArray[np.float32]:
    retuned = Retuned(space.transform)
    return retuned.as_it_is(np.pad(sound, retuned.reach), moments + retuned.reach)


def table(results: Sequence[Result], space: Space) -> str:
    """Return the figures as text: by instrument, those that the space knows first, and over both kinds and all."""
    measured = [(note, figures) for note, figures in results if isinstance(figures, Figures)]
    names = tuple(sorted({note.instrument for note, _ in measured}))
    anchors = tuple(anchor.name for anchor in space.anchors)
    known = {name for name, other in matched_names(names, anchors).items() if other in anchors}
    lines = [
        f"{'instrument':<22} notes  LSD dB  cents: median     p90  gross %  moving: notes  correlation       p5  "
        f"loudness       p5  level dB  label: cents"
    ]
    for title, own in (("known", known), ("unknown", set(names) - known)):
        lines += [
            _row(name, [figures for note, figures in measured if note.instrument == name]) for name in sorted(own)
        ]
        lines.append(_row(f"all {title}", [figures for note, figures in measured if note.instrument in own]))
    lines.append(_row("all", [figures for _, figures in measured]))
    lines += [f"left out: {problem}" for _, problem in results if isinstance(problem, str)]
    return "\n".join(lines)


def _row(name: str, rows: Sequence[Figures]) -> str:
    if not rows:
        return f"{name:<22} {0:5d}"
    values = np.array([astuple(row) for row in rows])
    column = {field.name: values[:, i] for i, field in enumerate(fields(Figures))}
    cents, pitch, label = (column[key][np.isfinite(column[key])] for key in ("cents", "pitch", "labelled"))
    told = (f"{np.median(pitch):12.3f} {np.percentile(pitch, 5.0):8.3f}") if pitch.size else f"{'–':>12} {'–':>8}"
    return (
        f"{name:<22} {len(rows):5d} {column['distance'].mean():7.1f} {np.median(cents):14.2f} "
        f"{np.percentile(cents, 90.0):7.2f} {np.nanmean(column['gross']):8.2f} {pitch.size:14d} {told} "
        f"{np.median(column['loudness']):9.3f} {np.percentile(column['loudness'], 5.0):8.3f} "
        f"{np.median(column['level']):9.2f} {np.median(label):13.1f}"
    )
