import dataclasses
import json

import numpy as np
import pytest

from rt_timbre.audiofile import write_audio
from rt_timbre_export import reports, reproduce
from rt_timbre_export.cli import main
from rt_timbre_export.dataset import TEST, TRAIN, split_notes
from rt_timbre_export.experiment import without
from rt_timbre_export.recipe import SplitRecipe, read_recipe
from rt_timbre_export.reproduce import TRANSFORMS, Laboratory, with_recordings
from tests.tiny_dataset import tiny_dataset

RATE = 22050
INSTRUMENTS = {"Flute": 2.0, "Oboe": 0.4, "Clarinet": 1.0, "Trumpet": 0.2}  # slope of the harmonics
RECIPE = """
[space]
name = "few"
title = "Few"
text = "Tones."
authors = ["Somebody"]
licence = "CC0-1.0"

[transform]
kind = "nsgt-erb"
rate = 22050
low = 30.0
high = 11000.0
bands = 60
length = 32768
columns = 1024

[frames]
loudness = "corpus"
start = 0.2
stop = 0.2
release = 0.0
per_note = 1
seed = 1

[[corpus]]
kind = "folder"
path = "sounds"

[split]
validation = 0.0
test = 0.25
seed = 1

[model]
dimension = 3
hidden = [16, 16, 16]
conditioned = true

[train]
epochs = 4
batch = 16
learning_rate = 1e-3
beta = 1.0
warm_up = 1
likelihood = "unit"
seed = 1

[regulariser]
kind = "student"
alpha = 0.1
start = 2
"""


def write_tones(folder, source, names, pitches):
    folder.mkdir()
    time = np.arange(int(0.6 * RATE)) / RATE
    rows = ["file,instrument,midi,dynamic,source,licence,licence_class"]
    for name in names:
        for midi in pitches:
            harmonics = np.arange(1, 9)[:, None]
            tone = (
                0.05
                * harmonics ** -INSTRUMENTS.get(name, 1.0)
                * np.sin(2.0 * np.pi * harmonics * 440.0 * 2.0 ** ((midi - 69) / 12.0) * time + harmonics**2)
            )
            write_audio(folder / f"{name}{midi}.wav", tone.sum(axis=0).astype(np.float32)[:, None], RATE)
            rows.append(f"{name}{midi}.wav,{name},{midi},mf,{source},CC0-1.0,permissive")
    (folder / "metadata.csv").write_text("\n".join(rows))


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    path = tmp_path_factory.mktemp("place")
    (path / "few.toml").write_text(RECIPE)
    write_tones(path / "sounds", "here", INSTRUMENTS, range(60, 68))
    write_tones(path / "elsewhere", "there", [*INSTRUMENTS, "Kazoo"], range(62, 66))
    write_tones(path / "others", "there", ["Kazoo"], [60])
    return path


@pytest.fixture
def few(monkeypatch):
    """Only two transforms and two variants: the experiments are the same."""
    shorter = {name: TRANSFORMS[name] for name in ("STFT", "NSGT-ERB")}
    monkeypatch.setattr(reproduce, "TRANSFORMS", shorter)
    every = reproduce._variants
    monkeypatch.setattr(reproduce, "_variants", lambda r: {k: v for k, v in every(r).items() if k in ("none", "l2")})
    monkeypatch.setattr(reproduce, "PLACED", ("none", "l2"))


def run(place, experiment, *arguments):
    recipe = [str(place / "few.toml"), "--work", str(place / "work"), "--processes", "1", "--seeds", "2"]
    return main(["reproduce", experiment, *recipe, *map(str, arguments)])


def result_of(place, name):
    (path,) = (place / "work").glob(f"{name}-{'[0-9a-f]' * 12}.json")
    return json.loads(path.read_text())


@pytest.mark.usefixtures("few")
def test_table1_and_regularisation_are_reproduced_by_one_command_each(place, capsys):
    assert run(place, "table1", "--recordings", place / "elsewhere") == 0
    table = capsys.readouterr().out
    assert table.index("Split by note:") < table.index("Split by source:")
    rows = [line.split("|")[1:-1] for line in table.splitlines() if line.startswith(("| PCA", "| AE", "| VAE"))]
    assert len(rows) == 2 * 5
    for row in rows:
        name, _, _, likelihood, squares, decibels = (cell.strip() for cell in row)
        assert (likelihood == "–") == (name == "PCA")
        assert all(float(cell.split(" ± ")[0]) > 0.0 for cell in (squares, decibels))
    assert "−2.9212" in table
    results = sorted((place / "work").glob("*.json"))
    assert len(results) == 2 * 2 * 5
    kept = {path: path.read_bytes() for path in results}

    assert run(place, "regularisation", "--recordings", place / "elsewhere") == 0
    shown = capsys.readouterr().out
    assert "Split by source, centroids of held-out sources:" in shown
    assert "r = 0.09 over 45 pairs" in shown
    assert shown.count("| none ") == 2 * 2 + 2 + 1
    # What table 1 has done is not done again.
    assert all(path.read_bytes() == data for path, data in kept.items())
    placed = result_of(place, "l2-NSGT-ERB-note-1-Oboe")["placed"]
    assert placed.keys() == {"Flute", "Clarinet", "Trumpet"}
    assert all(distance > 0.0 and 0.0 < rated < 1.0 for distance, rated in placed.values())
    outcome = result_of(place, "none-NSGT-ERB-source-1")
    assert outcome["test"]["instruments"] == 4
    assert outcome["test"]["of_equal"] > 0.0
    assert set(outcome["recognised"]) == {"k-NN", "linear"}


@pytest.mark.usefixtures("few")
def test_a_killed_experiment_goes_on_and_ends_where_an_unbroken_one_does(place, tmp_path):
    recipe, splits = with_recordings(read_recipe(place / "few.toml"), None)
    assert splits == ("note",)
    laboratory = Laboratory(recipe=recipe, folder=tmp_path / "a", seeds=(1, 2), splits=splits, processes=1)
    whole = reproduce.table1(laboratory)
    for left in sorted((tmp_path / "a").glob("VAE*.json"))[:3]:
        left.unlink()
    assert reproduce.table1(laboratory) == whole
    other = dataclasses.replace(laboratory, folder=tmp_path / "b", processes=2)
    assert reproduce.table1(other) == whole


def test_bad_input_is_one_line(place, capsys, tmp_path):
    assert run(place, "table1", "--recordings", place / "others") == 1
    assert "has none of the recipe's instruments: it has Kazoo; the recipe has Flute" in capsys.readouterr().err
    plain = tmp_path / "plain.toml"
    plain.write_text(RECIPE[: RECIPE.index("[regulariser]")].replace('"sounds"', f'"{place / "sounds"}"'))
    assert main(["reproduce", "table1", str(plain), "--work", str(tmp_path)]) == 1
    assert "has no section [regulariser]" in capsys.readouterr().err
    moved = tmp_path / "moved.toml"
    text = RECIPE.replace("per_note = 1", "per_note = 1\ntranspose = [1]")
    moved.write_text(text.replace('"sounds"', f'"{place / "sounds"}"'))
    assert main(["reproduce", "table1", str(moved), "--work", str(tmp_path)]) == 1
    assert "frames.transpose is not empty" in capsys.readouterr().err


def test_a_dataset_without_an_instrument():
    dataset = tiny_dataset()
    rest = without(dataset, "Bright")
    assert rest.instruments == ("Dark", "Hollow")
    assert len(rest.notes) == len(rest.split) == 48
    assert {note.instrument for note in rest.notes} == {"Dark", "Hollow"}
    for i in (0, 50, len(rest.frames) - 1):
        note = rest.notes[rest.note[i]]
        assert rest.instruments[rest.instrument[i]] == note.instrument
        assert rest.pitch[i] == note.midi
    np.testing.assert_array_equal(rest.frames[-1], dataset.frames[-1])


def test_by_source_one_source_of_each_instrument_is_held_out():
    notes = [
        dataclasses.replace(note, source=source)
        for note in tiny_dataset().notes
        for source in (("a", "b", "c") if note.instrument != "Dark" else ("a",))
    ]
    held = set()
    for seed in range(8):
        split = split_notes(tuple(notes), SplitRecipe(by="source", validation=0.2, test=0.1, seed=seed))
        tested = {(n.instrument, n.source) for n, part in zip(notes, split, strict=True) if part == TEST}
        assert {instrument for instrument, _ in tested} == {"Bright", "Hollow"}
        assert len(tested) == 2
        assert not any((n.instrument, n.source) in tested for n, part in zip(notes, split, strict=True) if part != TEST)
        assert (split == TRAIN).sum() > (split == 1).sum() > 0
        held |= tested
    assert len(held) == 6


def test_tables_are_markdown():
    lines = reports.table(("name", "a"), [("long name", reports.number(-1.5)), ("x", reports.spread([1.0, 2.0, 3.0]))])
    assert lines == [
        "| name      |           a |",
        "| --------- | ----------: |",
        "| long name |       −1.50 |",
        "| x         | 2.00 ± 1.00 |",
    ]
    assert reports.spread([-2.0]) == "−2.00"
    assert reports.number(float("nan")) == reports.spread([1.0, float("nan")]) == "–"
