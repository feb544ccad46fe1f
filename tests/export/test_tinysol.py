import csv
import dataclasses
import json
import pickle
import sys
from pathlib import Path

import numpy as np
import pytest
from mirdata.core import Index
from mirdata.datasets import tinysol as loader

from rt_timbre.audiofile import write_audio
from rt_timbre_export.analysis import analyse
from rt_timbre_export.corpus import list_notes
from rt_timbre_export.corpus_recipe import TinySolCorpus
from rt_timbre_export.errors import CorpusError
from rt_timbre_export.recipe import FrameRecipe, SegmentRecipe, read_recipe

RECIPE = read_recipe(Path(__file__).parents[2] / "export" / "recipes" / "orchestra.toml")
HEADING = [
    *("Path", "Fold", "Family", "Instrument (abbr.)", "Instrument (in full)", "Technique (abbr.)"),
    *("Technique (in full)", "Pitch", "Pitch ID", "Dynamics", "Dynamics ID", "Instance ID"),
    *("String ID (if applicable)", "Needed digital retuning"),
]
TRACKS = {
    "BTb-ord-C2-ff-N-N": ("Brass", "Bass Tuba", "C2", 36, "ff", ""),
    "ClBb-ord-A4-pp-N-T19d": ("Winds", "Clarinet in Bb", "A4", 69, "pp", ""),
    "Hn-ord-C4-mf-N-N": ("Brass", "French Horn", "C4", 60, "mf", ""),
    "Vc-ord-A2-mf-4c-N": ("Strings", "Cello", "A2", 45, "mf", "4.0"),
}


def file_of(track):
    family, instrument = TRACKS[track][:2]
    return f"audio/{family}/{instrument.replace(' ', '_')}/ordinario/{track}.wav"


def row(track):
    """What TinySOL's annotations say of a track."""
    family, instrument, pitch, midi, dynamic, string = TRACKS[track]
    technique = [track.split("-")[0], instrument, "ord", "ordinario"]
    resampled = "FALSE" if track.endswith("-N") else "TRUE"
    path = file_of(track).removeprefix("audio/")
    return [path, 0, family, *technique, pitch, midi, dynamic, 0, 0, string, resampled]


def rows():
    return [row(track) for track in TRACKS]


def annotate(folder, table):
    (folder / "annotation").mkdir(exist_ok=True)
    with (folder / "annotation" / "TinySOL_metadata.csv").open("w", newline="") as file:
        csv.writer(file).writerows(table)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A data set of four notes, and mirdata's index of it, which mirdata keeps in its own folder when downloaded."""
    index = Index("tiny.json")
    index.indexes_dir = str(tmp_path)
    monkeypatch.setitem(loader.INDEXES, "tiny", index)
    monkeypatch.setitem(loader.INDEXES, "default", "tiny")
    (tmp_path / "tiny.json").write_text(
        json.dumps({"version": "tiny", "tracks": {track: {"audio": [file_of(track), "0"]} for track in TRACKS}})
    )
    home = tmp_path / "TinySOL"
    for n, track in enumerate(TRACKS, 1):
        (home / file_of(track)).parent.mkdir(parents=True)
        write_audio(home / file_of(track), np.full(10 * n, 0.5, np.float32), 44100)
    annotate(home, [HEADING, *rows()])
    return home


def notes(folder, **options):
    corpus = TinySolCorpus(kind="tinysol", path=str(folder), **options)
    return list_notes(dataclasses.replace(RECIPE, corpora=(corpus,)))


def refused(folder, **options):
    with pytest.raises(CorpusError) as caught:
        notes(folder, **options)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_tracks_become_notes_called_as_here(folder):
    found, problems = notes(folder)
    assert problems == []
    assert [(note.instrument, note.midi, note.dynamic) for note in found] == [
        ("Tuba", 36, "ff"),
        ("Clarinet", 69, "pp"),
        ("French Horn", 60, "mf"),
        ("Cello", 45, "mf"),
    ]
    assert {(note.source, note.licence, note.licence_class) for note in found} == {
        ("tinysol", "CC BY 4.0", "permissive")
    }
    assert [note.file for note in found] == [file_of(track) for track in TRACKS]
    samples, rate = pickle.loads(pickle.dumps(found[2].sound))()
    assert (samples.shape, rate) == ((30, 1), 44100)


def test_tracks_are_analysed(folder, tmp_path):
    time = np.arange(22050) / 22050
    for track, (_, _, _, midi, _, _) in TRACKS.items():
        wrong = 3 * (track == "Hn-ord-C4-mf-N-N")
        frequency = 440.0 * 2.0 ** ((midi + wrong - 69) / 12.0)
        tone = sum(0.1 / n * np.sin(2.0 * np.pi * n * frequency * time + n) for n in range(1, 9))
        write_audio(folder / file_of(track), tone.astype(np.float32), 22050)
    recipe = dataclasses.replace(
        RECIPE,
        transform=SegmentRecipe(kind="stft", rate=22050, length=2048, hop=512),
        frames=FrameRecipe(loudness="a-weighted", start=0.1, stop=0.5, per_note=2, seed=1),
        corpora=(TinySolCorpus(kind="tinysol", path=str(folder)),),
    )
    dataset = analyse(recipe, tmp_path, processes=1)
    assert dataset.instruments == ("Tuba", "Clarinet", "Cello")
    (problem,) = dataset.problems
    assert problem == (
        f"{file_of('Hn-ord-C4-mf-N-N')} (French Horn): no pitch is found within 80 cents of its label, MIDI 60"
    )


def test_instruments_are_chosen_and_renamed_by_the_names_here(folder):
    found, _ = notes(folder, instruments=("Tuba", "Cello"), rename={"Cello": "Violoncello"})
    assert [note.instrument for note in found] == ["Tuba", "Violoncello"]
    message = refused(folder, instruments=("Tuba", "Piano"))
    assert message == (
        f"corpus[0].instruments names 'Piano', which TinySOL in {folder} lacks; "
        "it has Cello, Clarinet, French Horn, Tuba"
    )


def test_a_track_without_its_file_is_named_and_left_out(folder):
    (folder / file_of("Hn-ord-C4-mf-N-N")).unlink()
    found, (problem,) = notes(folder)
    assert [note.instrument for note in found] == ["Tuba", "Clarinet", "Cello"]
    assert problem == f"{folder}: Hn-ord-C4-mf-N-N: {file_of('Hn-ord-C4-mf-N-N')} is not there"


def test_a_track_without_annotation_is_named_and_left_out(folder):
    annotate(folder, [HEADING, *rows()[1:]])
    found, (problem,) = notes(folder)
    assert [note.instrument for note in found] == ["Clarinet", "French Horn", "Cello"]
    assert problem == f"{folder}/annotation/TinySOL_metadata.csv: it lacks BTb-ord-C2-ff-N-N"


@pytest.mark.parametrize(
    "damage",
    [
        lambda table: [],
        lambda table: [table[0], table[1][:5]],
        lambda table: [table[0], [*table[1][:8], "C2", *table[1][9:]]],
    ],
)
def test_damaged_annotations_are_one_line(folder, damage):
    annotate(folder, damage([HEADING, *rows()]))
    assert refused(folder).startswith(f"mirdata cannot read TinySOL in {folder}: ")


def test_a_damaged_index_is_one_line(folder):
    index = folder.parent / "tiny.json"
    for text in ("{", "[]", "{}", '{"tracks": {"x": {}}}'):
        index.write_text(text)
        assert refused(folder).startswith(f"mirdata cannot read TinySOL in {folder}: "), text


def test_what_mirdata_must_download_is_said(folder):
    (folder / "annotation" / "TinySOL_metadata.csv").unlink()
    message = refused(folder)
    assert "TinySOL_metadata.csv is missing; get TinySOL by" in message
    assert f"mirdata.initialize('tinysol', '{folder}').download()" in message
    (folder.parent / "tiny.json").unlink()
    message = refused(folder)
    assert "mirdata has no index of TinySOL yet" in message
    assert ".download(['index'])" in message


def test_without_mirdata_it_says_what_to_install(folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "mirdata", None)
    assert refused(folder) == "mirdata is not installed: pip install 'rt-timbre[tinysol]'"
