import csv
import importlib
import json
import os
import re
import shutil
import subprocess
import sys

import numpy as np
import pytest

from rt_timbre.audiofile import write_audio
from rt_timbre.controlfile import read_control_file
from rt_timbre.loudness import gain_envelope
from rt_timbre.render import render
from rt_timbre.space import read_space
from rt_timbre.space_store import open_space
from rt_timbre_export.cli import main

RATE = 22050
RECIPE = """
[space]
name = "tones"
title = "Tones"
text = "Tones of two instruments."
authors = ["Somebody"]
licence = "CC0-1.0"

[transform]
kind = "nsgt-erb"
rate = 22050
low = 150.0
high = 10500.0
bands = 120
length = 32768
columns = 2048

[frames]
loudness = "a-weighted"
start = 0.1
stop = 0.5
per_note = 3
transpose = [-1, 1]
seed = 1

[[corpus]]
kind = "folder"
path = ""

[split]
validation = 0.2
test = 0.2
seed = 1

[model]
dimension = 2
hidden = [16, 16, 16]
conditioned = true

[train]
epochs = 3
batch = 32
learning_rate = 1e-3
beta = 0.1
warm_up = 1
seed = 1
"""


def folder(path, source, names=("SoftReed", "SharpReed")):
    """Write a folder of tones: a few instruments and pitches."""
    path.mkdir()
    time = np.arange(int(0.9 * RATE)) / RATE
    random = np.random.default_rng(3)
    with (path / "metadata.csv").open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["file", "instrument", "midi", "dynamic", "source", "licence", "licence_class"])
        for name, slope in zip(names, (2.0, 0.5, 3.0, 1.0), strict=False):
            for midi in range(62, 67):
                harmonics = range(1, 9)
                phases = random.uniform(0.0, 2.0 * np.pi, 8)
                tone = sum(
                    0.1 * n**-slope * np.sin(2.0 * np.pi * n * 440.0 * 2.0 ** ((midi - 69) / 12.0) * time + phase)
                    for n, phase in zip(harmonics, phases, strict=True)
                )
                write_audio(path / f"{name}{midi}.wav", tone.astype(np.float32)[:, None], RATE)
                rows.writerow([f"{name}{midi}.wav", name, midi, "mf", source, "CC0-1.0", "permissive"])
    return path


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    path = tmp_path_factory.mktemp("place")
    (path / "tones.toml").write_text(RECIPE)
    folder(path / "sounds", "here")
    folder(path / "elsewhere", "there")
    return path


def run(place, command, *arguments, work="work"):
    recipe = [str(place / "tones.toml"), "--work", str(place / work), "--corpus", str(place / "sounds")]
    return main([command, *recipe, *map(str, arguments)])


def error_line(capsys):
    lines = capsys.readouterr().err.strip().splitlines()
    message = [line for line in lines if line.startswith("rt-timbre-export: ")]
    assert len(message) == 1
    assert "Traceback" not in "".join(lines)
    return message[0]


@pytest.fixture(scope="module")
def built(place):
    """The file made by one command."""
    assert run(place, "build", "--out", place / "tones.timbre", "--unseen", place / "elsewhere") == 0
    return place / "tones.timbre"


def test_one_command_makes_a_space(place, built):
    space = read_space(built)
    assert [anchor.name for anchor in space.anchors] == ["SoftReed", "SharpReed"]
    assert (space.pitch_low, space.pitch_high) == (62.0, 66.0)
    for part in ("held-out notes", "unseen recordings"):
        assert {"space dB", "PCA dB", "AE dB", "space mse", "PCA mse", "AE mse"} == set(
            space.metrics[part]["reconstruction"]["all"]
        )
        assert space.metrics[part]["anchors named"]["of"] == 2
    assert "there" in space.metrics["unseen recordings"]["on"]
    assert len((place / "work" / "tones-vae.jsonl").read_text().splitlines()) == 3
    assert json.loads((place / "work" / "tones-ae.jsonl").read_text().splitlines()[-1])["beta"] == 0.0


def test_the_same_recipe_makes_the_same_space(place, built):
    assert run(place, "build", "--out", place / "again.timbre", work="fresh") == 0
    first, again = read_space(built), read_space(place / "again.timbre")
    assert first.decoder == again.decoder
    assert first.encoder == again.encoder
    assert first.metrics["held-out notes"] == again.metrics["held-out notes"]
    for one, two in zip(first.anchors, again.anchors, strict=True):
        np.testing.assert_array_equal(one.latent, two.latent)


def test_a_space_is_measured_again(place, built, capsys):
    capsys.readouterr()
    arguments = [
        str(built),
        str(place / "tones.toml"),
        "--work",
        str(place / "work"),
        "--corpus",
        str(place / "sounds"),
    ]
    assert main(["evaluate", *arguments, "--unseen", str(place / "elsewhere"), "--threads", "1"]) == 0
    text = capsys.readouterr().out
    for words in ("held-out notes", "unseen recordings", "PCA dB", "AE dB", "cents off", "anchors named"):
        assert words in text
    figure = read_space(built).metrics["held-out notes"]["reconstruction"]["all"]["space dB"]
    assert f"{figure:.4g}" in text


def test_the_corpus_is_described(place, capsys):
    assert run(place, "analyse") == 0
    text = capsys.readouterr().out
    assert "SoftReed" in text
    assert "62 to 66" in text


@pytest.mark.parametrize("command", ["analyse", "train", "build"])
def test_notes_that_their_labels_belie_are_listed_and_stop_it_only_if_asked_to(place, tmp_path, capsys, command):
    sounds = tmp_path / "sounds"
    shutil.copytree(place / "sounds", sounds)
    with (sounds / "metadata.csv").open("a", newline="") as file:
        csv.writer(file).writerows(
            [
                ["SoftReed62.wav", "SoftReed", 65, "f", "here", "CC0-1.0", "permissive"],
                ["SharpReed63.wav", "SharpReed", 60, "f", "here", "CC0-1.0", "permissive"],
            ]
        )
    arguments = [str(place / "tones.toml"), "--work", str(tmp_path / "work"), "--corpus", str(sounds)]
    out = ["--out", str(tmp_path / "x.timbre")] if command == "build" else []
    listed = [
        "left out: SoftReed62.wav (SoftReed): no pitch is found within 80 cents of its label, MIDI 65",
        "left out: SharpReed63.wav (SharpReed): no pitch is found within 80 cents of its label, MIDI 60",
    ]
    assert main([command, *arguments, *out, "--strict"]) == 1
    said = capsys.readouterr()
    assert [line for line in said.out.splitlines() if line.startswith("left out")] == listed
    assert said.err.splitlines()[-1] == (
        f"rt-timbre-export: 2 notes are left out, which --strict does not allow; the first: {listed[0][10:]}"
    )
    assert not list((tmp_path / "work").glob("*.pt"))
    assert main([command, *arguments, *out]) == 0
    assert [line for line in capsys.readouterr().out.splitlines() if line.startswith("left out")] == listed


def test_what_is_repaired_is_no_longer_left_out(place, tmp_path, capsys):
    sounds = tmp_path / "sounds"
    shutil.copytree(place / "sounds", sounds)
    table = (sounds / "metadata.csv").read_text()
    arguments = ["analyse", str(place / "tones.toml"), "--work", str(tmp_path), "--corpus", str(sounds), "--strict"]
    (sounds / "metadata.csv").write_text(table + "none.wav,SoftReed,62,mf,here,,\n")
    assert main(arguments) == 1
    assert "1 note is left out, which --strict does not allow; the first: " in error_line(capsys)
    (sounds / "metadata.csv").write_text(table)
    assert main(arguments) == 0


def test_training_goes_on_only_if_asked_to(place, built, capsys):
    assert run(place, "train") == 1
    assert "--resume" in error_line(capsys)
    assert run(place, "train", "--resume") == 0


def test_without_torch_it_says_what_to_install(monkeypatch, capsys, place):
    real = importlib.import_module

    def without_torch(name, *rest):
        if name == "torch":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(importlib, "import_module", without_torch)
    assert run(place, "analyse") == 1
    assert "torch is not installed: pip install 'rt-timbre[export]'" in error_line(capsys)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("[model]", "[modle]"), "modle is no known key; did you mean"),
        (("beta = 0.1", "beta = -1.0"), "train.beta is -1.0; it must be"),
    ],
)
def test_a_faulty_recipe_is_one_line(tmp_path, capsys, change, words):
    path = tmp_path / "faulty.toml"
    path.write_text(RECIPE.replace(*change))
    assert main(["analyse", str(path), "--work", str(tmp_path)]) == 1
    assert words in error_line(capsys)


def test_what_is_missing_is_one_line(place, built, tmp_path, capsys):
    recipe, work = str(place / "tones.toml"), ["--work", str(tmp_path)]
    sounds = ["--corpus", str(place / "sounds")]
    for arguments, words in (
        (["analyse", str(tmp_path / "no.toml"), *work], "cannot be read"),
        (["analyse", recipe, *work], "--corpus"),
        (["analyse", recipe, *work, "--corpus", str(tmp_path / "nowhere")], "cannot be read"),
        (["build", recipe, *work, *sounds, "--out", str(tmp_path / "no" / "x.timbre")], "there is no folder"),
        (["evaluate", str(tmp_path / "no.timbre"), recipe, *work, *sounds], "there is no such file"),
        (["evaluate", recipe, recipe, *work, *sounds], "no timbre space"),
    ):
        assert main(arguments) == 1
        assert words in error_line(capsys), arguments


def test_recordings_of_a_known_source_are_not_unseen(place, built, capsys):
    arguments = [
        str(built),
        str(place / "tones.toml"),
        "--work",
        str(place / "work"),
        "--corpus",
        str(place / "sounds"),
    ]
    assert main(["evaluate", *arguments, "--unseen", str(place / "sounds")]) == 1
    assert "no note to measure tones on" in error_line(capsys)


def test_a_folder_that_the_recipe_does_not_ask_for_is_refused(place, tmp_path, capsys):
    path = tmp_path / "fixed.toml"
    path.write_text(RECIPE.replace('path = ""', f'path = "{place / "sounds"}"'))
    assert main(["analyse", str(path), "--work", str(tmp_path), "--corpus", str(tmp_path)]) == 1
    assert "would not be used" in error_line(capsys)


def test_threads_must_be_a_number(place, capsys):
    with pytest.raises(SystemExit) as caught:
        run(place, "analyse", "--threads", "many")
    assert caught.value.code == 2
    assert "'many' is not a whole number" in capsys.readouterr().err


@pytest.mark.parametrize("kind", ["stft", "dct", "nsgt-mel", "nsgt-octave"])
def test_a_space_of_any_transform_is_learned_and_played(place, kind):
    if kind in ("stft", "dct"):
        transform = f'kind = "{kind}"\nrate = 22050\nlength = 882\nhop = 220\n'
    else:
        bands = 24 if kind == "nsgt-octave" else 160
        transform = (
            f'kind = "{kind}"\nrate = 22050\nlow = 150.0\nhigh = 10500.0\nbands = {bands}\n'
            "length = 32768\ncolumns = 2048\n"
        )
    text = re.sub(r"(?s)\[transform\].*?\n\n", f"[transform]\n{transform}\n", RECIPE)
    text = text.replace("epochs = 3", "epochs = 80").replace('name = "tones"', f'name = "tones-{kind}"')
    (place / f"{kind}.toml").write_text(text)
    out = place / f"{kind}.timbre"
    arguments = ["--work", place / "work", "--corpus", place / "sounds", "--out", out]
    assert main(["build", str(place / f"{kind}.toml"), *map(str, arguments)]) == 0
    space = open_space(str(out)).space
    assert space.transform.kind == kind
    score = place / "score.control"
    score.write_text("# rt-timbre control 1 rate=44100\n0 /voice/1/at SharpReed\n0 /voice/1/note 64.0 0.5\n1.5 /ping\n")
    sound = render(space, *read_control_file(score), score)[:, 0]
    gain = gain_envelope(sound, 44100, 441, 140)[70:130].mean()
    assert 20 * np.log10(gain / 0.5) == pytest.approx(0.0, abs=2.0)  # the velocity
    part = sound[22050:55125]
    strongest = np.abs(np.fft.rfft(part * np.hanning(part.size))).argmax() * 44100 / part.size
    f0 = 440.0 * 2.0 ** (-5 / 12)
    assert abs(strongest / f0 - round(strongest / f0)) < 0.07 * round(
        strongest / f0
    )  # a model so small is off by up to a semitone


def ranked(*arguments):
    """Run the command on two ranks, as torchrun does."""
    return subprocess.run(
        [
            *(sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2"),
            *("-m", "rt_timbre_export.cli", *map(str, arguments)),
        ],
        env=os.environ | {"PYTHONPATH": ".:export", "OMP_NUM_THREADS": "1", "GLOO_SOCKET_IFNAME": "lo"},
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )


def test_train_runs_on_several_ranks_and_other_commands_do_not(place):
    recipe = (place / "tones.toml", "--work", place / "ranked", "--corpus", place / "sounds", "--threads", "1")
    launched = ranked("train", *recipe)
    assert launched.returncode == 0, launched.stderr
    for name in ("tones-vae", "tones-ae"):
        assert len((place / "ranked" / f"{name}.jsonl").read_text().splitlines()) == 3
    assert run(place, "train", "--resume", work="ranked") == 0
    refused = ranked("analyse", *recipe)
    assert refused.returncode != 0
    assert "only the command train can share" in refused.stderr


def test_a_regularised_space_says_what_it_leaves_alone(place, capsys):
    table = "instrument_a,instrument_b,mean\nSoft Reed,Sharp Reed,0.5\nSoft Reed,Kazoo,0.9\nSharp Reed,Kazoo,0.4\n"
    (place / "heard.csv").write_text(table)
    section = '[regulariser]\nkind = "l2"\nalpha = 1.0\nstart = 1\ndissimilarities = "heard.csv"\n'
    (place / "shaped.toml").write_text(RECIPE + section)
    arguments = [str(place / "shaped.toml"), "--work", str(place / "shaped"), "--corpus", str(place / "sounds")]
    assert main(["train", *arguments]) == 1
    assert "heard.csv and the corpus have 2 instruments in common (SoftReed, SharpReed)" in error_line(capsys)
    (place / "heard.csv").write_text(table.replace("Kazoo", "Dull Reed") + "Kazoo,Soft Reed,0.4\n")
    folder(place / "three", "here", ("SoftReed", "SharpReed", "DullReed", "OddReed"))
    arguments[-1] = str(place / "three")
    assert main(["train", *arguments]) == 0
    shown = capsys.readouterr().out
    assert "not rated in heard.csv, so not placed by it: OddReed" in shown
    assert "rated in heard.csv, but not in the corpus: Kazoo" in shown
