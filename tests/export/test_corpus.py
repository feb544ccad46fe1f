import csv
import dataclasses
import pickle
from pathlib import Path

import numpy as np
import pytest

from rt_timbre.audiofile import write_audio
from rt_timbre_export.corpus import list_notes, mono
from rt_timbre_export.corpus_recipe import FolderCorpus, Preset, SoundfontCorpus
from rt_timbre_export.errors import CorpusError
from rt_timbre_export.recipe import read_recipe
from rt_timbre_export.soundfont import RATE

RECIPE = read_recipe(Path(__file__).parents[2] / "export" / "recipes" / "orchestra.toml")
ROW = {
    "file": "a.wav",
    "instrument": "FrenchHorn",
    "midi": "60",
    "dynamic": "mf",
    "source": "studio",
    "licence": "CC0",
    "licence_class": "permissive",
    "ignored": "x",
}


def folder(path, *rows, columns=tuple(ROW)):
    """Make a corpus of these rows, each ROW with some values changed; every file but missing.wav is there."""
    with (path / "metadata.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, columns, extrasaction="ignore")
        writer.writeheader()
        writer.writerows(ROW | row for row in rows)
    for row in rows:
        if row.get("file") != "missing.wav" and row.get("file") != "":
            write_audio(path / (ROW | row)["file"], np.full(10, 0.5, np.float32), 44100)
    return path


def notes(path, **options):
    return list_notes(recipe(FolderCorpus(kind="folder", path=str(path), **options)))


def recipe(*corpora):
    return dataclasses.replace(RECIPE, corpora=corpora)


def test_rows_become_notes(tmp_path):
    found, problems = notes(folder(tmp_path, {}, {"file": "b.flac", "midi": "0"}), rename={"FrenchHorn": "French Horn"})
    assert problems == []
    assert [(note.file, note.midi, note.instrument) for note in found] == [
        ("a.wav", 60, "French Horn"),
        ("b.flac", 0, "French Horn"),
    ]
    assert (found[0].licence, found[0].licence_class, found[0].source, found[0].dynamic) == (
        "CC0",
        "permissive",
        "studio",
        "mf",
    )
    samples, rate = pickle.loads(pickle.dumps(found[0].sound))()
    assert rate == 44100
    assert samples.shape == (10, 1)


def test_the_licence_may_be_absent(tmp_path):
    found, _ = notes(folder(tmp_path, {}, columns=("file", "instrument", "midi", "dynamic", "source")))
    assert found[0].licence == ""


def test_rows_are_filtered_by_their_own_names(tmp_path):
    path = folder(
        tmp_path,
        {"file": "1.wav", "licence_class": "share-alike"},
        {"file": "2.wav", "instrument": "Harp"},
        {"file": "3.wav", "source": "hall"},
        {"file": "4.wav"},
        {"file": "missing.wav", "instrument": "Harp"},
    )
    found, problems = notes(
        path,
        licence_classes=("permissive",),
        instruments=("FrenchHorn",),
        sources=("studio",),
        rename={"FrenchHorn": "Horn"},
    )
    assert [note.file for note in found] == ["4.wav"]
    assert problems == []


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"file": "missing.wav"}, "missing.wav is not there"),
        ({"file": ""}, "file is empty"),
        ({"midi": "C4"}, "midi is 'C4'; it must be a whole number from 0 to 127"),
        ({"midi": "128"}, "midi is '128'; it must be"),
        ({"midi": "-1"}, "midi is '-1'; it must be"),
        ({"midi": "60.5"}, "midi is '60.5'; it must be"),
        ({"midi": "٦٠"}, "it must be a whole number"),
        ({"instrument": " "}, "instrument is empty"),
        ({"source": ""}, "source is empty"),
    ],
)
def test_a_bad_row_is_named_and_left_out(tmp_path, row, message):
    found, problems = notes(folder(tmp_path, {"file": "good.wav"}, row))
    assert [note.file for note in found] == ["good.wav"]
    (problem,) = problems
    assert problem.startswith(f"{tmp_path}/metadata.csv:3: ")
    assert message in problem
    assert "\n" not in problem


def test_a_row_that_is_cut_short_is_named(tmp_path):
    folder(tmp_path, {})
    with (tmp_path / "metadata.csv").open("a") as file:
        file.write("a.wav,FrenchHorn\n")
    assert "midi is empty" in notes(tmp_path)[1][0]


@pytest.mark.parametrize("column", ["file", "instrument", "midi", "dynamic", "source"])
def test_a_missing_column_is_named(tmp_path, column):
    folder(tmp_path, {}, columns=tuple(name for name in ROW if name != column))
    with pytest.raises(CorpusError, match=rf"metadata\.csv lacks the column {column}"):
        notes(tmp_path)


def test_a_corpus_without_use_is_refused(tmp_path):
    with pytest.raises(CorpusError, match=r"metadata\.csv cannot be read: No such file"):
        notes(tmp_path)
    with pytest.raises(CorpusError, match=r"no row that can be used: none is wanted"):
        notes(
            folder(tmp_path, {"source": "hall"}, {"file": "b.wav", "instrument": "Harp"}),
            instruments=("Harp",),
            sources=("hall",),
        )
    with pytest.raises(CorpusError, match=r"no row that can be used: .*is not there"):
        notes(folder(tmp_path, {"file": "missing.wav"}))
    (tmp_path / "metadata.csv").write_bytes(b"file,instrument\n\xff\xfe")
    with pytest.raises(CorpusError, match="not a CSV file in UTF-8"):
        notes(tmp_path)
    (tmp_path / "metadata.csv").write_bytes(b"")
    with pytest.raises(CorpusError, match="lacks the column file"):
        notes(tmp_path)
    with pytest.raises(CorpusError, match=r"corpus\[0\]\.path is empty: .*--corpus"):
        list_notes(recipe(FolderCorpus(kind="folder")))


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"instruments": ("FrenchHorn", "Kazoo")}, "corpus[0].instruments names 'Kazoo', which {} lacks; it has "),
        ({"sources": ("Studio",)}, "corpus[0].sources names 'Studio', which {} lacks; it has hall, studio"),
        ({"licence_classes": ("free",)}, "corpus[0].licence_classes names 'free', which {} lacks; it has permissive"),
    ],
)
def test_a_filter_that_nothing_passes_is_refused(tmp_path, filters, message):
    folder(tmp_path, {}, {"file": "b.wav", "instrument": "Harp", "source": "hall"})
    with pytest.raises(CorpusError) as caught:
        notes(tmp_path, **filters)
    assert message.format(tmp_path / "metadata.csv") in str(caught.value)
    if "instruments" in filters:
        assert str(caught.value).endswith("it has FrenchHorn, Harp")


def test_of_many_names_only_the_first_are_given(tmp_path):
    folder(tmp_path, *({"file": f"{n}.wav", "instrument": f"Horn {n:03}"} for n in range(60)))
    with pytest.raises(CorpusError, match=r"Horn 039 and 20 more$"):
        notes(tmp_path, instruments=("Kazoo",))


def test_a_soundfont_gives_every_key_at_every_velocity():
    corpus = SoundfontCorpus(
        kind="soundfont",
        source="font",
        licence="MIT",
        licence_class="permissive",
        seconds=0.2,
        velocities=(40, 100),
        instruments={"Horn": Preset(program=60, low=60, high=62), "Flute": Preset(program=73, low=70, high=70)},
    )
    found, problems = list_notes(recipe(corpus))
    assert problems == []
    assert [(note.instrument, note.midi, note.dynamic) for note in found[:3]] == [
        ("Horn", 60, "velocity 40"),
        ("Horn", 60, "velocity 100"),
        ("Horn", 61, "velocity 40"),
    ]
    assert len(found) == 8
    assert found[0].file == "FluidR3_GM.sf2:0:60:60:40"
    samples, rate = pickle.loads(pickle.dumps(found[-1].sound))()
    assert rate == RATE
    assert np.abs(samples).max() > 0.01


def test_a_missing_soundfont_is_named(tmp_path):
    corpus = dataclasses.replace(RECIPE.corpora[0], path=str(tmp_path / "none.sf2"))
    with pytest.raises(CorpusError, match=r"none\.sf2 is missing; apt install fluid-soundfont-gm"):
        list_notes(recipe(corpus))


def test_the_channel_with_the_most_energy_stands_for_all():
    sound = np.array([[0.1, -0.5], [0.2, 0.4]], np.float32)
    np.testing.assert_array_equal(mono(sound), sound[:, 1])


@pytest.mark.parametrize("sound", [np.zeros((100, 2), np.float32), np.full((10, 1), 1e-5, np.float32)])
def test_silence_is_refused(sound):
    with pytest.raises(CorpusError, match="the sound is silent"):
        mono(sound)
