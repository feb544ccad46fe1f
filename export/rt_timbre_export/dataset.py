"""Analysed notes: the frames that a model learns from, and their file."""

import dataclasses
import json
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rt_timbre.space import Transform
from rt_timbre.whole_file import replacing
from rt_timbre_export.recipe import SplitRecipe

TRAIN, VALIDATION, TEST = 0, 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteInfo:
    """What is known of an analysed note.

    Attributes
    ----------
    instrument, dynamic, source, licence, licence_class, file : str
        As in the corpus.
    midi : int
        Pitch; the sound has been retuned to it.
    cents : float
        By how much it was off before.
    """

    instrument: str
    midi: int
    dynamic: str
    source: str
    licence: str
    licence_class: str
    file: str
    cents: float

    @property
    def title(self) -> str:
        """What the note is called where it stands alone: "Flute, MIDI 60, mf"."""
        return ", ".join(filter(None, (self.instrument, f"MIDI {self.midi}", self.dynamic)))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Dataset:
    """Frames of notes.

    Attributes
    ----------
    frames : ndarray of float32 [N, K]
        Linear band amplitudes after normalisation.
    gain : ndarray of float32 [N]
        Linear factor that the normalisation took out of each frame.
    pitch : ndarray of float32 [N]
        MIDI note of each frame; not that of its note where the frame was transposed.
    instrument : ndarray of int16 [N]
        Index into `instruments`.
    note : ndarray of int32 [N]
        Index into `notes`.
    time : ndarray of float32 [N]
        Seconds after the onset.
    notes : tuple of NoteInfo
        The notes.
    split : ndarray of int8 [number of notes]
        `TRAIN`, `VALIDATION` or `TEST`.
    instruments : tuple of str
        Names.
    transform : Transform
        What the bands are.
    problems : tuple of str
        One line for each note that was left out.
    """

    frames: NDArray[np.float32]
    gain: NDArray[np.float32]
    pitch: NDArray[np.float32]
    instrument: NDArray[np.int16]
    note: NDArray[np.int32]
    time: NDArray[np.float32]
    notes: tuple[NoteInfo, ...]
    split: NDArray[np.int8]
    instruments: tuple[str, ...]
    transform: Transform
    problems: tuple[str, ...]

    def select(self, part: int) -> NDArray[np.intp]:
        """Return the indices of the frames of a part: `TRAIN`, `VALIDATION` or `TEST`."""
        return np.flatnonzero(self.split[self.note] == part)

    def as_played(self) -> NDArray[np.intp]:
        """Return the indices of the frames that were not transposed."""
        midi = np.array([note.midi for note in self.notes], np.float32)
        return np.flatnonzero(self.pitch == midi[self.note])


_ARRAYS = ("frames", "gain", "pitch", "instrument", "note", "time", "split")
_BAND_ARRAYS = ("centres", "half_widths")


def split_notes(notes: tuple[NoteInfo, ...], split: SplitRecipe) -> NDArray[np.int8]:
    """Divide notes into training, validation and test.

    By note, all notes of one instrument, pitch and source stay together, and every instrument of every source is
    divided in the same shares. By source, all notes of one source of each instrument that has several are for the test;
    of the others the share for the validation is divided by note. The order of the notes does not matter.

    Parameters
    ----------
    notes : tuple of NoteInfo
        The notes.
    split : SplitRecipe
        Shares and seed.

    Returns
    -------
    ndarray of int8 [number of notes]
        `TRAIN`, `VALIDATION` or `TEST`.
    """
    pitches: dict[tuple[str, str], set[int]] = {}
    for note in notes:
        pitches.setdefault((note.instrument, note.source), set()).add(note.midi)
    part: dict[tuple[str, str, int], int] = {}
    tested = _tested_sources(set(pitches), split.seed) if split.by == "source" else set()
    for (instrument, source), present in pitches.items():
        random = np.random.default_rng([split.seed, zlib.crc32(f"{instrument}\n{source}".encode())])
        shuffled = random.permutation(sorted(present)).tolist()
        tests = round(split.test * len(shuffled)) if split.by == "note" else 0
        if (instrument, source) in tested:
            tests = len(shuffled)
        held_out = tests + round(split.validation * len(shuffled))
        for i, midi in enumerate(shuffled):
            part[instrument, source, midi] = TEST if i < tests else VALIDATION if i < held_out else TRAIN
    return np.array([part[note.instrument, note.source, note.midi] for note in notes], np.int8)


def _tested_sources(present: set[tuple[str, str]], seed: int) -> set[tuple[str, str]]:
    """Return, for each instrument that has several sources, the one that is held out."""
    tested = set()
    for instrument in {instrument for instrument, _ in present}:
        sources = sorted(source for name, source in present if name == instrument)
        if len(sources) > 1:
            random = np.random.default_rng([seed, zlib.crc32(instrument.encode())])
            tested.add((instrument, sources[random.integers(len(sources))]))
    return tested


def write_dataset(dataset: Dataset, path: Path) -> None:
    """Write a dataset as an .npz file without pickles; a reader never sees half of it.

    Parameters
    ----------
    dataset : Dataset
        What to write.
    path : Path
        The file; its folder is made if it is missing.
    """
    transform = dataset.transform
    description = {
        "notes": [dataclasses.asdict(note) for note in dataset.notes],
        "instruments": dataset.instruments,
        "problems": dataset.problems,
        "transform": {
            field.name: getattr(transform, field.name)
            for field in dataclasses.fields(transform)
            if field.name not in _BAND_ARRAYS
        },
    }
    arrays = {name: getattr(dataset, name) for name in _ARRAYS}
    bands = {name: getattr(transform, name) for name in _BAND_ARRAYS}
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as temporary:
        np.savez(temporary, description=np.frombuffer(json.dumps(description).encode(), np.uint8), **arrays, **bands)


def read_dataset(path: Path) -> Dataset:
    """Read what `write_dataset` wrote."""
    with np.load(path, allow_pickle=False) as file:
        description = json.loads(file["description"].tobytes())
        bands = {name: file[name] for name in _BAND_ARRAYS}
        return Dataset(
            **{name: file[name] for name in _ARRAYS},
            notes=tuple(NoteInfo(**note) for note in description["notes"]),
            instruments=tuple(description["instruments"]),
            problems=tuple(description["problems"]),
            transform=Transform(**description["transform"], **bands),
        )
