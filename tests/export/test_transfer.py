"""Sounds of an instrument that a space does not know, played by it."""

import csv
import dataclasses

import numpy as np
import pytest

from rt_timbre.audiofile import write_audio
from rt_timbre.benchmarks.corpus import list_notes
from rt_timbre.loudness import normalise
from rt_timbre.transforms import transform_of
from rt_timbre_export.dataset import TEST, TRAIN, Dataset, NoteInfo
from rt_timbre_export.errors import EvaluationError
from rt_timbre_export.transfer import report, transferred
from tests.tiny_space import tiny_space

RATE = 44100
PITCHES = range(57, 64)


@pytest.fixture(scope="module")
def space():
    return tiny_space()


def tone(midi, numbers, amplitudes):
    """Half a second of harmonics."""
    phase = 2.0 * np.pi * 440.0 * 2.0 ** ((midi - 69) / 12.0) * np.arange(RATE // 2) / RATE
    return sum(a * np.sin(n * phase + n) for n, a in zip(numbers, amplitudes, strict=True)).astype(np.float32)


@pytest.fixture(scope="module")
def dataset(space):
    """Notes of dark, bright and hollow sounds of the space, three frames each."""
    random = np.random.default_rng(1)
    transform = transform_of(space.transform)
    number = np.arange(1, 41)
    notes, frames = [], []
    for anchor in space.anchors:
        for midi in PITCHES:
            notes.append(
                NoteInfo(
                    instrument=anchor.name,
                    midi=midi,
                    dynamic="mf",
                    source="formula",
                    licence="CC0-1.0",
                    licence_class="permissive",
                    file=f"{anchor.name}-{midi}",
                    cents=0.0,
                )
            )
            low, high = {"Dark": (0.0, 0.5), "Bright": (0.5, 1.0), "Hollow": (0.3, 0.5)}[anchor.name]
            hollow = (0.8, 1.0) if anchor.name == "Hollow" else (0.3, 0.7)
            for _ in range(3):
                even = np.where(number % 2 == 0, 1.0 - random.uniform(*hollow), 1.0)
                sound = tone(midi, number, 0.1 * number ** (1.7 * random.uniform(low, high) - 2.2) * even)
                frames.append(transform.magnitudes(np.pad(sound, (0, transform.length - sound.size)))[RATE // 4 // 32])
    note = np.repeat(np.arange(len(notes), dtype=np.int32), 3)
    return Dataset(
        frames=normalise(np.stack(frames), space.transform)[0],
        gain=np.ones(note.size, np.float32),
        pitch=np.array([notes[n].midi for n in note], np.float32),
        instrument=(note // len(PITCHES)).astype(np.int16),
        note=note,
        time=np.zeros(note.size, np.float32),
        notes=tuple(notes),
        split=np.array([TEST if n.midi == 63 else TRAIN for n in notes], np.int8),
        instruments=tuple(anchor.name for anchor in space.anchors),
        transform=space.transform,
        problems=(),
    )


@pytest.fixture(scope="module")
def recordings(tmp_path_factory):
    """Notes of a siren, whose third and sixth harmonics are strong, a silent one, and one that the space knows."""
    folder = tmp_path_factory.mktemp("recordings")
    with (folder / "metadata.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["file", "instrument", "midi"])
        for midi in (*PITCHES, 30):
            sound = tone(midi, (1, 2, 3, 4, 6, 9), (0.05, 0.02, 0.15, 0.01, 0.15, 0.05))
            write_audio(folder / f"{midi}.wav", sound[:, None], RATE)
            rows.writerow([f"{midi}.wav", "Siren", midi])
        write_audio(folder / "silent.wav", np.zeros((100, 1), np.float32), RATE)
        rows.writerow(["silent.wav", "Siren", 60])
        rows.writerow(["57.wav", "Dark", 57])
    return list_notes(folder)


def test_a_foreign_sound_becomes_the_spaces(space, dataset, recordings):
    seen = []
    (row,) = transferred(space, dataset, recordings, lambda done, total: seen.append((done, total)))
    assert seen == [(i, 8) for i in range(1, 9)]  # neither what it knows nor what is out of its range
    assert row.instrument == "Siren"
    assert 3 <= row.notes <= 4
    assert row.own > 0.9
    assert row.own_after < 0.3
    assert row.distance_after < row.distance - 1.0
    assert set(row.names) <= {"Dark", "Bright", "Hollow", "Siren"}
    heading, line = report([row])
    assert line.startswith("Siren")
    assert line.split()[2:4] == [f"{100.0 * row.own:.0f}", f"{100.0 * row.own_after:.0f}"]
    assert "before" in heading


def test_what_cannot_be_measured_is_refused(space, dataset, recordings):
    known = [note for note in recordings if note.instrument == "Dark"]
    with pytest.raises(EvaluationError, match="knows all instruments"):
        transferred(space, dataset, known, lambda done, total: None)
    single = [note for note in recordings if note.instrument == "Siren" and note.midi == 57]
    with pytest.raises(EvaluationError, match="too few notes of Siren"):
        transferred(space, dataset, single, lambda done, total: None)
    moved = dataclasses.replace(space.transform, centres=space.transform.centres + 0.5)
    with pytest.raises(EvaluationError, match="other bands"):
        transferred(space, dataclasses.replace(dataset, transform=moved), recordings, lambda done, total: None)
