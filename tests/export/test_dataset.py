import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rt_timbre.space import Transform
from rt_timbre_export.dataset import (
    TEST,
    TRAIN,
    VALIDATION,
    Dataset,
    NoteInfo,
    read_dataset,
    split_notes,
    write_dataset,
)
from rt_timbre_export.recipe import SplitRecipe


def note(instrument="Harp", midi=60, source="hall", dynamic="mf"):
    return NoteInfo(
        instrument=instrument,
        midi=midi,
        source=source,
        dynamic=dynamic,
        licence="CC0 „frei“",
        licence_class="permissive",
        file=f"{instrument}-{midi}-{dynamic}.wav",
        cents=-1.25,
    )


def many():
    return tuple(
        note(instrument, midi, source, dynamic)
        for instrument, source in [("Harp", "hall"), ("Harp", "studio"), ("Tuba", "hall")]
        for midi in range(40, 70)
        for dynamic in ("p", "f")
    )


SPLIT = SplitRecipe(validation=0.1, test=0.2, seed=3)


def dataset():
    return Dataset(
        frames=np.random.default_rng(0).uniform(size=(5, 3)).astype(np.float32),
        gain=np.arange(5, dtype=np.float32),
        pitch=np.full(5, 60.0, np.float32),
        instrument=np.array([0, 0, 0, 1, 1], np.int16),
        note=np.array([0, 0, 1, 2, 2], np.int32),
        time=np.linspace(0.1, 0.5, 5, dtype=np.float32),
        notes=(note(), note(dynamic="f"), note("Tuba")),
        split=np.array([TRAIN, VALIDATION, TEST], np.int8),
        instruments=("Harp", "Tuba"),
        transform=Transform(
            kind="nsgt-erb",
            rate=44100,
            length=4096,
            hop=64,
            window="",
            amplitude_scale=2 / 64,
            centres=np.array([100.0, 200.0, 1e3 / 3.0]),
            half_widths=np.array([100.0, 110.0, 120.0]),
        ),
        problems=("x.wav: silent",),
    )


def test_parts_have_their_shares_in_every_source():
    notes = many()
    parts = split_notes(notes, SPLIT)
    for instrument, source in {(note.instrument, note.source) for note in notes}:
        own = [
            part
            for note, part in zip(notes, parts, strict=True)
            if (note.instrument, note.source) == (instrument, source)
        ]
        assert [own.count(part) for part in (TRAIN, VALIDATION, TEST)] == [42, 6, 12]


@given(seed=st.integers(0, 100), order=st.integers(0, 100))
def test_dynamics_stay_together_and_order_does_not_matter(seed, order):
    notes = many()
    split = dataclasses.replace(SPLIT, seed=seed)
    by_note = dict(zip(notes, split_notes(notes, split), strict=True))
    for one in notes:
        assert by_note[one] == by_note[dataclasses.replace(one, dynamic="p", file=one.file.replace("-f", "-p"))]
    shuffled = tuple(np.random.default_rng(order).permutation(np.array(notes, object)))
    assert dict(zip(shuffled, split_notes(shuffled, split), strict=True)) == by_note


def test_other_seeds_divide_otherwise():
    notes = many()
    assert (split_notes(notes, SPLIT) != split_notes(notes, dataclasses.replace(SPLIT, seed=4))).any()


def test_frames_are_selected_by_their_notes_part():
    np.testing.assert_array_equal(dataset().select(TRAIN), [0, 1])
    np.testing.assert_array_equal(dataset().select(TEST), [3, 4])


def test_what_is_written_reads_back(tmp_path):
    path = tmp_path / "new" / "dataset.npz"
    write_dataset(dataset(), path)
    back = read_dataset(path)
    for field in dataclasses.fields(Dataset):
        expected, found = getattr(dataset(), field.name), getattr(back, field.name)
        if isinstance(expected, np.ndarray):
            assert found.dtype == expected.dtype
            np.testing.assert_array_equal(found, expected)
        elif field.name != "transform":
            assert found == expected
    np.testing.assert_array_equal(back.transform.centres, dataset().transform.centres)
    assert back.transform.hop == 64
    assert [item.name for item in path.parent.iterdir()] == ["dataset.npz"]


def test_a_failed_write_leaves_nothing(tmp_path):
    path = tmp_path / "dataset.npz"
    with pytest.raises(TypeError):
        write_dataset(dataclasses.replace(dataset(), problems=(object(),)), path)
    assert list(tmp_path.iterdir()) == []
