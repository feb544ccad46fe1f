import contextlib
import csv
import io
import re
import shutil

import numpy as np
import pytest
import torch

from rt_timbre.audiofile import read_audio
from rt_timbre.space import read_space
from rt_timbre_export import demonstration, learned_recipe
from rt_timbre_export.cli import main
from rt_timbre_export.errors import TrainingError
from rt_timbre_export.recipe import read_recipe
from tests.tones import HOLLOW, SHARP, SOFT, write_tone

NAMES = {"Flute": SOFT, "Oboe": SHARP, "Clarinet": HOLLOW}


def quicken(patch):
    """Few steps, one process, and no sound."""
    patch.setattr(learned_recipe, "_STEPS", 30)
    patch.setattr(learned_recipe, "_FEWEST_EPOCHS", 2)
    patch.setattr("os.cpu_count", lambda: 1)
    patch.setattr(demonstration, "play", lambda score, space: "nobody listens")


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    quicken(monkeypatch)
    before = torch.get_num_threads()
    yield
    torch.set_num_threads(before)


@pytest.fixture
def _only_analysed(monkeypatch):
    """Stop before the training."""

    def build(recipe, work, recordings):
        raise TrainingError("not here")

    monkeypatch.setattr("rt_timbre_export.learn.build", build)


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def fill(folder, names=("Flute", "Oboe"), pitches=(60, 62, 64, 65)):
    """Write tones; of the second instrument no name says the pitch."""
    for i, name in enumerate(names):
        for j, midi in enumerate(pitches):
            file = f"take-{chr(97 + j)}.wav" if i == 1 else f"{name}_{midi:03d}_100.wav"
            write_tone(folder / name / file, midi, amplitudes=NAMES[name])


def learn(*arguments, folder="sounds", name="mine"):
    return main(["learn", str(folder), "--name", name, "--threads", "1", *map(str, arguments)])


def refused(capsys, *words):
    lines = [line for line in capsys.readouterr().err.splitlines() if line.startswith("rt-timbre-export: ")]
    assert len(lines) == 1
    for word in words:
        assert word in lines[0]


def rows(path):
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    """A folder that has been learned from once, and what was said."""
    place = tmp_path_factory.mktemp("first")
    fill(place / "sounds", ("Flute", "Oboe", "Clarinet"))
    (place / "sounds" / "broken.wav").write_bytes(b"no sound")
    write_tone(place / "sounds" / "Tuba" / "C3.wav", 48)
    said = io.StringIO()
    before = torch.get_num_threads()
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(said):
        quicken(patch)
        patch.chdir(place)
        assert learn() == 0
    torch.set_num_threads(before)
    return place, said.getvalue()


@pytest.fixture
def learned(first, tmp_path, monkeypatch):
    """A copy of that folder, to work in."""
    place = tmp_path / "copy"
    shutil.copytree(first[0], place)
    monkeypatch.chdir(place)
    return place


def test_what_is_done_is_said(first):
    said = first[1]
    assert re.search(r"Flute +4  C4 to F4 \(MIDI 60 to 65\) +name 4\n", said)
    assert re.search(r"Oboe +4  C4 to F4 \(MIDI 60 to 65\) +sound 4\n", said)
    assert "left out: broken.wav: it cannot be read as sound: " in said
    assert "left out: Tuba/C3.wav: Tuba has notes of 1 pitch only; at least 3 are needed" in said
    assert "runs/mine/metadata.csv says all this: correct it, and pass it by --labels" in said
    assert "rt-timbre-export build runs/mine/mine.toml --work runs/mine --out mine.timbre" in said
    assert "held-out notes" in said  # the card
    assert "the demo is not played: nobody listens" in said
    assert "play it by: rt-timbre play runs/mine/mine-demo.control --space mine.timbre" in said


def test_a_folder_becomes_a_space_that_plays(first):
    place = first[0]
    space = read_space(place / "mine.timbre")
    assert space.name == "mine"
    assert {anchor.name for anchor in space.anchors} == {"Flute", "Oboe", "Clarinet"}
    assert (space.pitch_low, space.pitch_high) == (60.0, 65.0)
    assert space.conditioned
    assert space.transform.rate == 11025
    assert space.metrics["held-out notes"]["reconstruction"]["all"]["space dB"] > 0.0
    assert not any(str(place) in text for text in (repr(space.recipe), repr(space.sources), repr(space.metrics)))
    sound, rate = read_audio(place / "mine-demo.wav")
    assert rate == 44100
    assert np.sqrt(np.mean(np.square(sound))) > 0.01
    table = {row["file"]: row for row in rows(place / "runs" / "mine" / "metadata.csv")}
    assert table["Flute/Flute_060_100.wav"]["midi"] == "60"
    assert table["Oboe/take-b.wav"]["midi"] == "62"
    assert table["Tuba/C3.wav"]["midi"] == ""
    assert "at least 3" in table["Tuba/C3.wav"]["remark"]


def test_a_second_run_goes_on_where_the_first_stopped(learned, capsys):
    log = learned / "runs" / "mine" / "mine-vae.jsonl"
    before = log.read_text()
    assert learn("--out", "again.timbre") == 0
    assert "training begins anew" not in capsys.readouterr().out
    assert log.read_text() == before
    one, two = read_space(learned / "mine.timbre"), read_space(learned / "again.timbre")
    assert one.decoder == two.decoder
    assert one.recipe == two.recipe


@pytest.mark.usefixtures("_only_analysed")
def test_what_was_corrected_is_not_overwritten(learned, capsys):
    table = learned / "runs" / "mine" / "metadata.csv"
    corrected = table.read_text("utf-8").replace(",Oboe,", ",Shawm,")
    table.write_text(corrected, "utf-8")
    assert learn() == 1
    refused(capsys, "runs/mine/metadata.csv is there and says otherwise: pass it by --labels")
    assert table.read_text("utf-8") == corrected


def test_corrected_labels_and_recipes_are_used(learned, capsys):
    place = learned / "runs" / "mine"
    table, recipe = place / "metadata.csv", place / "mine.toml"
    table.write_text(table.read_text("utf-8").replace(",Oboe,", ",Shawm,"), "utf-8")
    recipe.write_text(recipe.read_text("utf-8").replace("dimension = 8", "dimension = 3"), "utf-8")
    assert learn("--labels", table) == 0
    said = capsys.readouterr().out
    assert re.search(r"Shawm +4 .* labels 4\n", said)
    assert "mine.toml is there and is used as it is" in said
    assert "training begins anew" in said
    space = read_space(learned / "mine.timbre")
    assert {anchor.name for anchor in space.anchors} == {"Flute", "Shawm", "Clarinet"}
    assert space.dimension == 3
    arguments = ["--work", "runs/mine", "--out", "built.timbre", "--threads", "1"]
    assert main(["build", "runs/mine/mine.toml", *arguments]) == 0
    assert read_space(learned / "built.timbre").decoder == space.decoder


def test_one_instrument_is_enough(here, capsys):
    fill(here / "sounds", ("Flute",))
    assert learn() == 0
    assert "Flute is the only instrument" in capsys.readouterr().out
    assert [anchor.name for anchor in read_space(here / "mine.timbre").anchors] == ["Flute"]


@pytest.mark.usefixtures("_only_analysed")
def test_a_table_beside_the_sounds_is_pointed_at(here, capsys):
    fill(here / "sounds", ("Flute",))
    (here / "sounds" / "metadata.csv").write_text("file,instrument\n")
    learn()
    assert "sounds/metadata.csv is not read: pass it by --labels" in capsys.readouterr().out


@pytest.mark.usefixtures("_only_analysed")
def test_a_recipe_for_other_sounds_is_not_used(learned, capsys):
    (learned / "sounds").rename(learned / "other")
    (learned / "sounds").mkdir()
    assert learn(folder="other") == 1
    refused(capsys, "runs/mine/mine.toml is there, for other sounds than other: take another --name, or remove it")


@pytest.mark.usefixtures("_only_analysed")
def test_what_it_writes_among_the_sounds_is_not_learned_from(here, capsys):
    fill(here, ("Flute",))
    write_tone(here / "mine-demo.wav", 60)
    write_tone(here / "runs" / "mine" / "Oboe 61.wav", 61)
    assert learn(folder=".") == 1
    assert {row["instrument"] for row in rows(here / "runs" / "mine" / "metadata.csv")} == {"Flute"}


@pytest.mark.usefixtures("_only_analysed")
def test_the_lowest_rate_is_that_of_all(here, capsys):
    fill(here / "sounds", ("Flute",))
    write_tone(here / "sounds" / "Flute" / "Flute_E3.wav", 52, rate=8000)
    assert learn() == 1
    assert "the lowest rate, of Flute/Flute_E3.wav and maybe others, is that of all: 8000 Hz" in capsys.readouterr().out
    assert read_recipe(here / "runs" / "mine" / "mine.toml").transform.rate == 8000


@pytest.mark.usefixtures("_only_analysed")
def test_notes_that_the_analysis_refuses_are_named(here, capsys):
    fill(here / "sounds", ("Flute",), range(60, 68))
    write_tone(here / "sounds" / "Flute" / "Flute_C5.wav", 72, seconds=0.12)
    assert learn() == 1
    assert "left out: Flute/Flute_C5.wav (Flute): it sounds for 0.1" in capsys.readouterr().out


@pytest.mark.usefixtures("_only_analysed")
def test_too_few_notes_after_the_analysis_are_named(here, capsys):
    fill(here / "sounds", ("Flute",), range(60, 68))
    for midi, seconds in ((60, 0.5), (62, 0.5), (64, 0.12)):
        write_tone(here / "sounds" / "Oboe" / f"{midi}.wav", midi, seconds)
    assert learn() == 1
    refused(capsys, "Oboe has notes of 2 pitches only", "remove its rows from runs/mine/metadata.csv")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"folder": "nowhere"}, "there is no folder nowhere"),
        ({"folder": "empty"}, "there is no sound file in empty"),
        ({"name": "a b"}, "--name is 'a b'; it must be 1 to 64 letters, digits, - and _"),
        ({"name": "../x"}, "--name is '../x'; it must be"),
        ({"--out": "no/mine.timbre"}, "no/mine.timbre cannot be written: there is no folder no"),
        ({"--out": "mine.wav"}, "--out is mine.wav; it must end in .timbre"),
        ({"--out": "folder.timbre"}, "folder.timbre cannot be written: it is a folder"),
        ({"--labels": "no.csv"}, "no.csv cannot be read"),
        ({"--labels": "unknown.csv"}, "has no row that can be used: unknown.csv:2: 'x.wav' is no sound file in sounds"),
        ({"--work": "a-file"}, "a-file/mine/metadata.csv cannot be written: "),
        ({"folder": "silent"}, "no note of silent can be used; the first is Flute_C4.wav: the sound is silent"),
    ],
)  # fmt: skip
def test_bad_input_is_one_line(here, capsys, arguments, words):
    fill(here / "sounds", ("Flute",))
    (here / "empty").mkdir()
    (here / "folder.timbre").mkdir()
    (here / "a-file").touch()
    (here / "unknown.csv").write_text("file,instrument\nx.wav,Flute\n")
    write_tone(here / "silent" / "Flute_C4.wav", 60, amplitudes={1: 0.0})
    where = {key: arguments[key] for key in ("folder", "name") if key in arguments}
    options = [part for key, value in arguments.items() if key.startswith("--") for part in (key, value)]
    assert learn(*options, **where) == 1
    refused(capsys, words)


def test_without_write_permission_it_is_one_line(here, capsys, monkeypatch):
    fill(here / "sounds", ("Flute",))
    monkeypatch.setattr("os.access", lambda path, mode: False)
    assert learn() == 1
    refused(capsys, "mine.timbre cannot be written: permission denied")


def test_a_table_that_is_no_text_is_refused(here, capsys):
    fill(here / "sounds", ("Flute",))
    (here / "runs" / "mine").mkdir(parents=True)
    (here / "runs" / "mine" / "metadata.csv").write_bytes(b"\xff\xfe")
    assert learn() == 1
    refused(capsys, "is there and is no text in UTF-8: remove it")


@pytest.mark.usefixtures("_only_analysed")
def test_many_files_are_heard_by_several_processes(here):
    fill(here / "sounds", ("Flute",), range(60, 68))
    for copy in range(3):
        shutil.copytree(here / "sounds" / "Flute", here / "sounds" / f"Flute {copy}")
    assert main(["learn", "sounds", "--name", "mine", "--threads", "2"]) == 1
    table = rows(here / "runs" / "mine" / "metadata.csv")
    assert len(table) == 32
    assert all(row["known_by"] == "name" for row in table)
