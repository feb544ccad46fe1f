"""From notes to frames: onset, pitch, transform, the choice of frames, normalisation; with a cache."""

import hashlib
import importlib.metadata
import json
import math
import os
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path

import numpy as np
import scipy.fft
from numpy.typing import NDArray

from rt_timbre.errors import TimbreError
from rt_timbre.loudness import REFERENCE_RMS, gain_envelope, loudness_rms, normalise
from rt_timbre.space import Transform
from rt_timbre.transforms import FrameTransform
from rt_timbre.transforms.nsgt import NSGT
from rt_timbre.transforms.scales import erb_centres, mel_centres, octave_centres
from rt_timbre.transforms.stft import DCT, STFT
from rt_timbre_export import soundfont
from rt_timbre_export.corpus import Note, list_notes, mono
from rt_timbre_export.corpus_recipe import SoundfontCorpus
from rt_timbre_export.dataset import TRAIN, Dataset, NoteInfo, read_dataset, split_notes, write_dataset
from rt_timbre_export.errors import CorpusError
from rt_timbre_export.parallel import in_order
from rt_timbre_export.recipe import FrameRecipe, Recipe, SegmentRecipe, TransformRecipe
from rt_timbre_export.tuning import REACH, cents_from
from rt_timbre_export.vibrato import flattened

LEAD = 0.1  # seconds before the onset that are analysed with the note

_VERSION = 4  # of this analysis: a change makes all caches stale
_BLOCK = 0.005  # seconds over which the level of a sound is measured
_ONSET_DB = -30.0  # level of the onset, below the loudest
_FADE = 0.05  # seconds: fade where a sound is longer than the transform
Wanted = TransformRecipe | SegmentRecipe

_CENTRES = {"nsgt-erb": erb_centres, "nsgt-mel": mel_centres, "nsgt-octave": octave_centres}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Analysed:
    """What was found of one note, or what was wrong.

    Attributes
    ----------
    frames : ndarray of float32 [n, K]
        Chosen frames.
    time : ndarray of float32 [n]
        Seconds after the onset.
    transposed : ndarray of int8 [n]
        Semitones by which each was transposed.
    cents : float
        By how much the note was off.
    problem : str
        Why it cannot be used; empty if it can.
    """

    frames: NDArray[np.float32]
    time: NDArray[np.float32]
    transposed: NDArray[np.int8]
    cents: float
    problem: str


def analyse(
    recipe: Recipe,
    folder: Path,
    *,
    processes: int | None = None,
    scheduler: str | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Dataset:
    """Analyse the corpora of a recipe, or read the result of an earlier time.

    Notes that cannot be used are left out and named in `Dataset.problems`. Sounds of several channels are represented
    by the loudest channel; sounds of a higher rate than the transform's are resampled, of a lower one refused.

    Parameters
    ----------
    recipe : Recipe
        The recipe.
    folder : Path
        Where results are kept. A file there is used again if nothing that it depends on has changed: these sections
        of the recipe, the corpora's files, the versions of the libraries.
    processes : int, optional
        How many to use; by default as many as there are processors.
    scheduler : str, optional
        Address of the scheduler of a Dask cluster, whose workers do the analysis instead: they render the soundfonts
        and open the files, by the same paths.
    progress : callable
        Called with the number of notes done, and of all notes.

    Returns
    -------
    Dataset
        The frames.

    Raises
    ------
    CorpusError
        A corpus is missing or damaged as a whole, or no note of it can be used.
    ClusterError
        The cluster does not answer, or cannot do it.
    TransformError, SpaceError
        The transform cannot be made.
    """
    notes, problems = list_notes(recipe)
    path = folder / f"dataset-{_key(recipe, notes, problems)}.npz"
    if path.is_file():
        return read_dataset(path)
    transform = _made(recipe.transform).declaration(recipe.transform.kind)
    work = partial(_analyse_note, transform=recipe.transform, frames=recipe.frames)
    analysed = []
    versions = partial(_versions, rendered=_is_rendered(recipe))
    count = processes or os.cpu_count() or 1
    for result in in_order(work, notes, processes=count, scheduler=scheduler, versions=versions):
        analysed.append(result)
        progress(len(analysed), len(notes))
    problems += [
        f"{note.file} ({note.instrument}): {result.problem}"
        for note, result in zip(notes, analysed, strict=True)
        if result.problem
    ]
    kept = [(note, result) for note, result in zip(notes, analysed, strict=True) if not result.problem]
    if not kept:
        raise CorpusError(f"no note can be used; the first problem is: {problems[0]}")
    dataset = _dataset(recipe, transform, kept, tuple(problems))
    write_dataset(dataset, path)
    return dataset


def whole_note(recipe: Recipe, info: NoteInfo) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Analyse one note of a recipe's corpora from before its onset to its end.

    Parameters
    ----------
    recipe : Recipe
        The recipe.
    info : NoteInfo
        Which note.

    Returns
    -------
    frames : ndarray of float32 [T, K]
        All its frames, from `LEAD` before the onset on, in tune and without vibrato; loudness-normalised if the
        recipe says so. Where it does not sound yet, or no more, they are those of the nearest moment when it does.
    gain : ndarray of float32 [T]
        What each frame is to be multiplied with, relative to the greatest (see `rt_timbre.loudness.gain_envelope`).

    Raises
    ------
    CorpusError
        The note is not there, or cannot be used.
    """
    for note in list_notes(recipe)[0]:
        if (note.source, note.file, note.instrument) == (info.source, info.file, info.instrument):
            break
    else:
        raise CorpusError(f"{info.file} of {info.source} is no longer in the corpora")
    transform, choice = recipe.transform, recipe.frames
    signal, rate, onset, end, tuning = _tuned(note, transform, choice)
    signal, onset, end = _resampled(signal, transform.rate / rate * tuning), onset * tuning, end * tuning
    made = _made(transform)
    declaration = made.declaration(transform.kind)
    placed = _placed(signal, onset, transform.rate, _samples(transform, choice))
    frames = made.magnitudes(placed)
    stop = min(len(frames), math.ceil((LEAD + end - onset) * transform.rate / made.hop))
    frames = frames[:stop]
    loudness = loudness_rms(frames, declaration)
    gain = gain_envelope(placed, transform.rate, made.hop, stop)
    audible = np.flatnonzero(loudness > loudness.max() * 10.0 ** (choice.threshold_db / 20.0))
    place = np.arange(stop)
    nearest = audible[np.searchsorted(0.5 * (audible[1:] + audible[:-1]), place)]
    if choice.loudness == "a-weighted":
        frames = normalise(frames, declaration)[0]
    else:
        gain *= REFERENCE_RMS / loudness[nearest]
    return frames[nearest], (gain / gain.max()).astype(np.float32)


def _dataset(
    recipe: Recipe, transform: Transform, kept: list[tuple[Note, _Analysed]], problems: tuple[str, ...]
) -> Dataset:
    infos = tuple(note.info(result.cents) for note, result in kept)
    split = split_notes(infos, recipe.split)
    used = [
        _used(result.transposed, info.midi, part == TRAIN, min(i.midi for i in infos), max(i.midi for i in infos))
        for info, part, (_, result) in zip(infos, split, kept, strict=True)
    ]
    frames = np.concatenate([result.frames[mask] for mask, (_, result) in zip(used, kept, strict=True)])
    if recipe.frames.loudness == "a-weighted":
        frames, gain = normalise(frames, transform)
    else:
        gain = np.full(frames.shape[0], frames.max(), np.float32)
        frames /= gain[0]
    instruments = tuple(dict.fromkeys(info.instrument for info in infos))
    midi = np.array([info.midi for info in infos], np.int16)
    instrument = np.array([instruments.index(info.instrument) for info in infos], np.int16)
    note = np.repeat(np.arange(len(infos), dtype=np.int32), [np.sum(mask) for mask in used])
    transposed = np.concatenate([result.transposed[mask] for mask, (_, result) in zip(used, kept, strict=True)])
    return Dataset(
        frames=frames,
        gain=gain,
        pitch=(midi[note] + transposed).astype(np.float32),
        instrument=instrument[note],
        note=note,
        time=np.concatenate([result.time[mask] for mask, (_, result) in zip(used, kept, strict=True)]),
        notes=infos,
        split=split,
        instruments=instruments,
        transform=transform,
        problems=problems,
    )


def _used(transposed: NDArray[np.int8], midi: int, train: bool, lowest: int, highest: int) -> NDArray[np.bool_]:
    """Say which frames of a note are used: transposed ones only to train, and within the range of the corpus."""
    within = (midi + transposed >= lowest) & (midi + transposed <= highest)
    result: NDArray[np.bool_] = (transposed == 0) | (within & train)
    return result


def _analyse_note(note: Note, transform: Wanted, frames: FrameRecipe) -> _Analysed:
    try:
        return _frames(note, transform, frames)
    except TimbreError as error:
        empty = np.zeros(0, np.float32)
        return _Analysed(frames=empty, time=empty, transposed=np.zeros(0, np.int8), cents=0.0, problem=str(error))


def _tuned(note: Note, transform: Wanted, choice: FrameRecipe) -> tuple[NDArray[np.float32], int, float, float, float]:
    """Return a note's signal without its vibrato, its rate, onset and end in seconds, and by how much it is sharp."""
    samples, rate = note.sound()
    if rate < transform.rate:
        raise CorpusError(f"its rate is {rate} Hz; it must be at least the transform's, {transform.rate} Hz")
    signal = mono(samples)
    onset, end = sounding(signal, rate, choice.threshold_db)
    if end - onset <= choice.start + choice.release:
        raise CorpusError(f"it sounds for {end - onset:.2f} s; frames.start and frames.release leave nothing of that")
    # First without its vibrato, then played slower by as much as it is sharp: all frames of all notes are in tune,
    # whatever the recording was.
    signal = flattened(signal, rate, _measured(note, signal, rate, onset + choice.start, end - choice.release))
    frequency = _measured(note, signal, rate, onset + choice.start, end - choice.release)
    return signal, rate, onset, end, frequency / _labelled(note)


def _frames(note: Note, transform: Wanted, choice: FrameRecipe) -> _Analysed:
    signal, rate, onset, end, tuning = _tuned(note, transform, choice)
    random = np.random.default_rng([choice.seed, zlib.crc32(f"{note.source}\n{note.file}".encode())])
    transpositions = (0, *sorted(choice.transpose))
    frames, times = [], []
    for semitones in transpositions:
        slower = tuning * math.exp2(-semitones / 12.0)
        if semitones and (end - onset) * slower <= choice.start + choice.release:
            break  # what is played faster is shorter
        chosen, time = _chosen(
            _resampled(signal, transform.rate / rate * slower), onset * slower, end * slower, transform, choice, random
        )
        frames.append(chosen)
        times.append(time)
    return _Analysed(
        frames=np.concatenate(frames),
        time=np.concatenate(times),
        transposed=np.repeat(np.array(transpositions[: len(times)], np.int8), [time.size for time in times]),
        cents=1200.0 * math.log2(tuning),
        problem="",
    )


def _chosen(
    signal: NDArray[np.float32],
    onset: float,
    end: float,
    transform: Wanted,
    choice: FrameRecipe,
    random: np.random.Generator,
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return frames float32 [n, K] of a signal at the transform's rate that sounds from `onset` to `end`, and times."""
    made = _made(transform)
    magnitudes = made.magnitudes(_placed(signal, onset, transform.rate, _samples(transform, choice)))

    def column(time: float) -> int:
        return round((LEAD + time) * transform.rate / made.hop)

    columns = np.arange(column(choice.start), column(min(choice.stop, end - onset - choice.release)) + 1)
    level = np.sqrt(np.sum(np.square(magnitudes), axis=1))
    columns = columns[level[columns] >= level.max() * 10.0 ** (choice.threshold_db / 20.0)]
    if columns.size == 0:
        raise CorpusError(f"between frames.start and frames.stop it is always {-choice.threshold_db:g} dB too soft")
    # One from each of equal parts, so that they spread over the note.
    parts = np.array_split(columns, min(choice.per_note, columns.size))
    chosen = np.array([random.choice(part) for part in parts])
    return magnitudes[chosen], (chosen * (made.hop / transform.rate) - LEAD).astype(np.float32)


def _labelled(note: Note) -> float:
    return 440.0 * math.exp2((note.midi - 69) / 12.0)


def _measured(note: Note, signal: NDArray[np.float32], rate: int, start: float, stop: float) -> float:
    """Return the fundamental frequency between two times."""
    cents = cents_from(signal[int(start * rate) : int(stop * rate)], rate, _labelled(note))
    if math.isnan(cents):
        raise CorpusError(f"no pitch is found within {REACH:g} cents of its label, MIDI {note.midi}")
    return _labelled(note) * math.exp2(cents / 1200.0)


def sounding(signal: NDArray[np.float32], rate: int, threshold_db: float) -> tuple[float, float]:
    """Find where a note sounds.

    Parameters
    ----------
    signal : ndarray of float32 [n]
        The sound, not silent.
    rate : int
        Samples per second.
    threshold_db : float
        Level of its end, below the loudest, in dB.

    Returns
    -------
    onset, end : float
        When it begins, and when it is last within the threshold of its loudest, in seconds.
    """
    block = round(_BLOCK * rate)
    padded = np.pad(signal, (0, -signal.size % block)).reshape(-1, block)
    power = np.mean(np.square(padded, dtype=np.float64), axis=1)
    onset = np.flatnonzero(power >= power.max() * 10.0 ** (_ONSET_DB / 10.0))[0]
    last = np.flatnonzero(power >= power.max() * 10.0 ** (threshold_db / 10.0))[-1]
    return onset * block / rate, (last + 1) * block / rate


def _resampled(signal: NDArray[np.float32], ratio: float) -> NDArray[np.float32]:
    """Return the signal with `ratio` times as many samples, through its spectrum."""
    # Padded, so that the end does not ring into the beginning, and so far that rounding costs less than 0.02 cent.
    size = scipy.fft.next_fast_len(max(signal.size + 4096, 1 << 17), real=True)
    spectrum = scipy.fft.rfft(signal, n=size)
    longer = round(size * ratio)
    resized = np.zeros(longer // 2 + 1, spectrum.dtype)
    common = min(spectrum.size, resized.size) - 1  # without the bin at half the rate
    resized[:common] = spectrum[:common]
    result: NDArray[np.float32] = scipy.fft.irfft(resized, n=longer) * np.float32(longer / size)
    return result[: round(signal.size * ratio)]


def _samples(transform: Wanted, choice: FrameRecipe) -> int:
    """Return how many samples of a note are analysed."""
    if isinstance(transform, TransformRecipe):
        return transform.length
    return math.ceil((LEAD + choice.stop) * transform.rate) + transform.length


def _placed(signal: NDArray[np.float32], onset: float, rate: int, samples: int) -> NDArray[np.float32]:
    """Return a signal of so many samples with the onset at `LEAD`, faded out where it is cut."""
    start = round((onset - LEAD) * rate)
    result = np.zeros(samples, np.float32)
    part = signal[max(0, start) :][: samples - max(0, -start)]
    at = max(0, -start)
    result[at : at + part.size] = part
    if signal.size - start > samples:
        fade = round(_FADE * rate)
        result[-fade:] *= 0.5 + 0.5 * np.cos(np.pi * np.arange(1, fade + 1, dtype=np.float32) / fade)
    return result


@cache
def _made(recipe: Wanted) -> FrameTransform:
    if isinstance(recipe, SegmentRecipe):
        segments = STFT if recipe.kind == "stft" else DCT
        return segments(recipe.rate, recipe.window, recipe.length, recipe.hop)
    centres = _CENTRES[recipe.kind](recipe.low, recipe.high, recipe.bands)
    return NSGT(centres, recipe.rate, recipe.length, recipe.columns)


def _is_rendered(recipe: Recipe) -> bool:
    return any(isinstance(corpus, SoundfontCorpus) for corpus in recipe.corpora)


def _versions(*, rendered: bool) -> dict[str, str]:
    """Return the versions of all code that the result depends on."""
    versions = {"rt-timbre's analysis": str(_VERSION)}
    versions |= {name: importlib.metadata.version(name) for name in ("numpy", "scipy")}
    return versions | ({"fluidsynth": soundfont.version()} if rendered else {})


def _key(recipe: Recipe, notes: list[Note], problems: list[str]) -> str:
    """Return a name for all that the result depends on."""
    tree = recipe.as_dict()
    files = {note.path: note.path.stat() for note in notes}
    depends = {
        "libraries": _versions(rendered=_is_rendered(recipe)),
        "recipe": {section: tree[section] for section in ("transform", "frames", "corpus", "split")},
        "notes": [[note.instrument, note.midi, note.dynamic, note.source, note.file] for note in notes],
        "problems": problems,
        "licences": [[note.licence, note.licence_class] for note in notes],
        "files": sorted((path.name, stat.st_size, stat.st_mtime_ns) for path, stat in files.items()),
    }
    return hashlib.sha256(json.dumps(depends, sort_keys=True).encode()).hexdigest()[:16]
