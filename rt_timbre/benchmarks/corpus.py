"""The oscillator bank on a folder of recorded notes: how each instrument comes through."""

import csv
import math
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

import numpy as np
import scipy.signal
from numpy.typing import NDArray

from rt_timbre import quality
from rt_timbre.audiofile import read_audio
from rt_timbre.errors import AudioFileError, TimbreError
from rt_timbre.phase.bank import OscillatorBank
from rt_timbre.phase.harmonics import frame_pitch
from rt_timbre.transforms.nsgt import NSGT
from rt_timbre.transforms.scales import erb_centres

RATE, LENGTH, COLUMNS = 44100, 131072, 2048
"""Of the transform: that of the bundled space."""

_BANDS = (30.0, 22000.0, 472)
_HOP = LENGTH // COLUMNS
_HELD_HOP = 128
_HELD = 2.5  # seconds that a frame is held, the first half second of which is not judged
_MARGIN = 0.25  # seconds after the onset and before the end that are not steady
_QUIET_DB = -40.0
_NOISE_BAND = (8000.0, 16000.0)  # Hz: above most partials
_OCTAVE = 12
_WORST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A recorded note.

    Attributes
    ----------
    path : Path
        Its sound file.
    instrument : str
        What plays it.
    midi : float
        Its pitch, as labelled.
    """

    path: Path
    instrument: str
    midi: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was measured of a note.

    Attributes
    ----------
    convergence, distance : float
        Spectral convergence and log-spectral distance in dB of its steady part, played from its moving frames.
    modulation : float
        Amplitude modulation in percent of a frame of its middle, held, from the fundamental up: below it recordings
        have only the rumble of their rooms.
    cents : float
        By how much that frame, held, is off the frame's own pitch.
    spur : float
        Level in dB of what is off the harmonics in the held sound, from half the fundamental up, beside the whole; of
        a noisy sound, its noise.
    periodicity : float
        Greatest autocorrelation, 0 to 1, of the held sound from 8 to 16 kHz: 1 for a tone, 0 for noise.
    """

    convergence: float
    distance: float
    modulation: float
    cents: float
    spur: float
    periodicity: float


Result = tuple[Note, Figures | str]
"""A note and its figures, or why it was left out."""


def list_notes(folder: Path, limit: int | None = None) -> list[Note]:
    """Read a folder's metadata.csv.

    Parameters
    ----------
    folder : Path
        A folder with a metadata.csv that has the columns file, instrument and midi.
    limit : int, optional
        Greatest number of notes of an instrument; they are spread over its range.

    Returns
    -------
    list of Note
        By instrument, from low to high.

    Raises
    ------
    TimbreError
        If the file cannot be read or is not as it should be.
    """
    path = folder / "metadata.csv"
    try:
        with path.open(newline="", encoding="utf-8") as file:
            rows = list(csv.DictReader(file))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise TimbreError(f"cannot read {path}: {getattr(error, 'strerror', None) or error}") from None
    notes: dict[str, list[Note]] = {}
    for line, row in enumerate(rows, 2):
        try:
            note = Note(path=folder / row["file"], instrument=row["instrument"], midi=float(row["midi"]))
        except (KeyError, TypeError, ValueError):
            raise TimbreError(f"{path}:{line}: it needs file, instrument and midi, a number") from None
        if not 0.0 <= note.midi <= 127.0:
            raise TimbreError(f"{path}:{line}: midi is {row['midi']}; it must be 0 to 127")
        notes.setdefault(note.instrument, []).append(note)
    if not notes:
        raise TimbreError(f"{path} lists no note")
    chosen = []
    for _, own in sorted(notes.items()):
        own.sort(key=lambda note: note.midi)
        count = len(own) if limit is None else min(limit, len(own))
        chosen += [own[i] for i in np.linspace(0, len(own) - 1, count).round().astype(int)]
    return chosen


def measure_corpus(
    notes: Sequence[Note], processes: int, progress: Callable[[int, int], None] = lambda done, total: None
) -> list[Result]:
    """Measure notes; see `measure_note`.

    Parameters
    ----------
    notes : sequence of Note
        The notes.
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
    for note, figures in zip(notes, _map(notes, processes), strict=True):
        results.append((note, figures))
        progress(len(results), len(notes))
    return results


def _map(notes: Sequence[Note], processes: int) -> Iterator[Figures | str]:
    if processes == 1:
        yield from map(_measured, notes)
        return
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn")) as pool:
        yield from pool.map(_measured, notes, chunksize=4)


def _measured(note: Note) -> Figures | str:
    try:
        sound, rate = read_audio(note.path)
    except AudioFileError as error:
        return str(error)
    mono = sound.mean(axis=1)
    if rate != RATE:
        common = math.gcd(rate, RATE)
        mono = scipy.signal.resample_poly(mono, RATE // common, rate // common)
    if not np.abs(mono).max() > 1e-5:
        return f"{note.path} is silent"
    return measure_note(np.ascontiguousarray(mono, np.float32), note.midi)


@cache
def transform() -> NSGT:
    """Return the transform that notes are measured with."""
    return NSGT(erb_centres(*_BANDS), RATE, LENGTH, COLUMNS)


def measure_note(sound: NDArray[np.float32], midi: float) -> Figures:
    """Measure one note.

    Parameters
    ----------
    sound : ndarray of float32 [n]
        Its sound at `RATE`, not silent; what is longer than the transform is cut off.
    midi : float
        Its pitch.

    Returns
    -------
    Figures
        The moving frames are played without knowledge of the pitch, for with it they would be tuned; a held frame
        with the pitch it has.
    """
    bands = transform()
    padded = np.zeros(LENGTH, np.float32)
    part = sound[: LENGTH - 2 * _HOP]
    padded[: part.size] = part
    frames = bands.magnitudes(padded)
    level = np.sqrt(np.square(frames, dtype=np.float64).sum(axis=1))
    quiet = np.flatnonzero(level <= 10.0 ** (_QUIET_DB / 20.0) * level.max())
    peak = int(np.argmax(level))  # and what sounds around it: recordings end with the noises of players
    loud = np.arange(quiet[quiet < peak].max(initial=-1) + 1, quiet[quiet > peak].min(initial=len(level)))
    margin = round(_MARGIN * RATE / _HOP)
    first, last = int(loud[0]) + margin, int(loud[-1]) - margin
    if last - first < 2 * margin:  # a short note: its middle
        first, last = int(loud[loud.size // 4]), int(loud[3 * loud.size // 4]) + 1
    moving = play(bands, frames, _HOP, 0.0)
    # A frame's values are reached at the end of its hop: the sound is one hop late.
    heard = bands.magnitudes(np.concatenate([moving[_HOP:], np.zeros(_HOP, np.float32)]))
    steady = slice(first, last)
    middle = frames[(first + last) // 2]
    labelled = 440.0 * 2.0 ** ((midi - 69.0) / 12.0)
    pitch = frame_pitch(middle, bands.centres, bands.half_widths, labelled)
    repeated = np.repeat(middle[None], round(_HELD * RATE / _HELD_HOP), axis=0)
    held = play(bands, repeated, _HELD_HOP, pitch).astype(float)[RATE // 2 :]
    again = np.zeros(LENGTH, np.float32)
    again[: held.size] = held[:LENGTH]
    played = frame_pitch(bands.magnitudes(again)[COLUMNS // 3], bands.centres, bands.half_widths, pitch)
    harmonics = pitch * np.arange(1, int(0.5 * RATE / pitch))
    return Figures(
        convergence=quality.spectral_convergence(frames[steady], heard[steady]),
        distance=quality.log_spectral_distance(frames[steady], heard[steady]),
        modulation=quality.amplitude_modulation(held, RATE, 2.0, min(45.0, 0.6 * pitch), 0.8 * pitch),
        cents=abs(1200.0 * math.log2(played / pitch)),
        spur=quality.spurious_level(harmonics, held, RATE, 0.5 * pitch),
        periodicity=quality.noise_periodicity(held, RATE, *_NOISE_BAND),
    )


def play(bands: NSGT, frames: NDArray[np.float32], hop: int, pitch: float) -> NDArray[np.float32]:
    """Return the sound of frames [T, K] played by the bank, one a hop; `pitch` in Hz, 0 where it is not known."""
    bank = OscillatorBank(bands.centres, bands.half_widths, rate=RATE, voices=1, hop=hop)
    out = np.zeros((len(frames), hop), np.float32)
    for t, frame in enumerate(frames):
        bank.process(frame[None], np.ones(1), np.full(1, pitch), np.ones(1, np.int8), out[t : t + 1])
    return out.ravel()


def table(results: Sequence[Result]) -> str:
    """Return the figures as texts: by instrument, its lowest octave, over all, and the worst notes."""
    heading = (
        f"{'instrument':<22} notes   SC dB  LSD dB   AM %: median     p90  cents: median     p90"
        f"  spur dB: median     p90  noise peak"
    )
    lines = [heading]
    measured = [(note, figures) for note, figures in results if isinstance(figures, Figures)]
    names = sorted({note.instrument for note, _ in measured})
    for name in names:
        own = [(note, figures) for note, figures in measured if note.instrument == name]
        lowest = min(note.midi for note, _ in own)
        lines.append(_row(name, [figures for _, figures in own]))
        lines.append(_row("  lowest octave", [figures for note, figures in own if note.midi < lowest + _OCTAVE]))
    lines.append(_row("all", [figures for _, figures in measured]))
    for title, field in (("log-spectral distance", "distance"), ("amplitude modulation", "modulation")):
        values = [(float(getattr(figures, field)), note.path.name) for note, figures in measured]
        worst = sorted(values, reverse=True)[:_WORST]
        lines.append(f"worst in {title}: " + ", ".join(f"{name} {value:.1f}" for value, name in worst))
    lines += [f"left out: {problem}" for _, problem in results if isinstance(problem, str)]
    return "\n".join(lines)


def _row(name: str, rows: Sequence[Figures]) -> str:
    column = {field.name: np.array([getattr(figures, field.name) for figures in rows]) for field in fields(Figures)}

    def spread(key: str, digits: int) -> str:
        return f"{np.median(column[key]):15.{digits}f} {np.percentile(column[key], 90.0):7.{digits}f}"

    return (
        f"{name:<22} {len(rows):5d} {column['convergence'].mean():7.1f} {column['distance'].mean():7.1f}"
        f"{spread('modulation', 2)}{spread('cents', 2)} {spread('spur', 1)}"
        f"{np.median(column['periodicity']):12.2f}"
    )
