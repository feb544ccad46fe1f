import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest

from rt_timbre.audiofile import write_audio
from rt_timbre_export.corpus import list_notes
from rt_timbre_export.corpus_recipe import NSynthCorpus
from rt_timbre_export.errors import CorpusError
from rt_timbre_export.recipe import read_recipe

RECIPE = read_recipe(Path(__file__).parents[2] / "export" / "recipes" / "orchestra.toml")
NAMES = ("flute_acoustic_002-060-050", "flute_synthetic_000-062-100", "reed_acoustic_011-064-127")


def example(name):
    """What NSynth says of a note of this name."""
    instrument, pitch, velocity = name.rsplit("-", 2)
    family, source, _ = instrument.split("_")
    return {
        "note": 1,
        "note_str": name,
        "instrument": 7,
        "instrument_str": instrument,
        "instrument_family": 3,
        "instrument_family_str": family,
        "instrument_source": 0,
        "instrument_source_str": source,
        "pitch": int(pitch),
        "velocity": int(velocity),
        "sample_rate": 16000,
        "qualities": [0, 1],
        "qualities_str": ["dark"],
    }


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "audio").mkdir()
    for name in NAMES:
        write_audio(tmp_path / "audio" / f"{name}.wav", np.full(10, 0.5, np.float32), 16000)
    describe(tmp_path, {name: example(name) for name in NAMES})
    return tmp_path


def describe(folder, tree):
    (folder / "examples.json").write_text(json.dumps(tree))


def notes(folder, **options):
    corpus = NSynthCorpus(kind="nsynth", path=str(folder), **options)
    return list_notes(dataclasses.replace(RECIPE, corpora=(corpus,)))


def refused(folder, **options):
    with pytest.raises(CorpusError) as caught:
        notes(folder, **options)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_examples_become_notes_of_their_family(folder):
    found, problems = notes(folder)
    assert problems == []
    assert [(note.instrument, note.midi, note.dynamic, note.source) for note in found] == [
        ("flute", 60, "velocity 50", "flute_acoustic_002"),
        ("flute", 62, "velocity 100", "flute_synthetic_000"),
        ("reed", 64, "velocity 127", "reed_acoustic_011"),
    ]
    assert {(note.licence, note.licence_class) for note in found} == {("CC BY 4.0", "permissive")}
    samples, rate = found[0].sound()
    assert (samples.shape, rate) == ((10, 1), 16000)


def test_an_instrument_may_be_one_of_its_own(folder):
    found, _ = notes(folder, label="instrument_str", rename={"reed_acoustic_011": "Sheng"})
    assert [note.instrument for note in found] == ["flute_acoustic_002", "flute_synthetic_000", "Sheng"]
    assert found[2].source == "reed_acoustic_011"


def test_families_and_sources_are_chosen(folder):
    found, _ = notes(folder, families=("flute",), sources=("acoustic",))
    assert [note.midi for note in found] == [60]
    table = folder / "examples.json"
    assert (
        refused(folder, families=("brass",))
        == f"corpus[0].families names 'brass', which {table} lacks; it has flute, reed"
    )
    assert refused(folder, sources=("electronic",)).endswith("lacks; it has acoustic, synthetic")
    assert (
        refused(folder, families=("reed",), sources=("synthetic",))
        == f"{table} has no row that can be used: none is wanted"
    )


def test_a_note_without_its_sound_is_named_and_left_out(folder):
    (folder / "audio" / f"{NAMES[1]}.wav").unlink()
    found, (problem,) = notes(folder)
    assert [note.midi for note in found] == [60, 64]
    assert problem == f"{folder}: {NAMES[1]}: audio/{NAMES[1]}.wav is not there"


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"pitch": "60"}, "pitch is '60'; it must be a whole number"),
        ({"pitch": True}, "pitch is True; it must be a whole number"),
        ({"pitch": None}, "pitch is None; it must be a whole number"),
        ({"velocity": 0.5}, "velocity is 0.5; it must be a whole number"),
        ({"instrument_str": 3}, "instrument_str is 3; it must be a text"),
        ({"instrument_family_str": ""}, "instrument is empty"),
        ({"pitch": 128}, "midi is '128'; it must be a whole number from 0 to 127"),
        ({"pitch": -1}, "midi is '-1'; it must be"),
    ],
)
def test_a_bad_example_is_named_and_left_out(folder, change, message):
    describe(folder, {NAMES[0]: example(NAMES[0]) | change, NAMES[2]: example(NAMES[2])})
    found, (problem,) = notes(folder)
    assert [note.midi for note in found] == [64]
    assert NAMES[0] in problem
    assert message in problem
    assert "\n" not in problem


def test_a_folder_that_is_not_nsynths_is_refused(folder):
    table = folder / "examples.json"
    for text, words in (
        ("{", "is not a JSON file: "),
        ("[]", "does not describe notes by their names, as NSynth's does"),
        ("{}", "does not describe notes"),
        ("[" * 100000, "is not a JSON file: "),
        ('{"a": 3}', f"has no row that can be used: {table}: a: it is no object"),
    ):
        table.write_text(text)
        assert words in refused(folder), text[:10]
    table.write_bytes(b"\xff\xfe")
    assert "is not a JSON file: " in refused(folder)
    table.unlink()
    assert "examples.json cannot be read: No such file" in refused(folder)
