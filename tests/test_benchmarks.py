"""The measurements that users can make: what they say of sounds that are known, and of what they cannot read."""

import csv
import subprocess
import sys

import numpy as np
import pytest

from rt_timbre.audiofile import write_audio
from rt_timbre.benchmarks import corpus, encoding, methods
from rt_timbre.errors import AudioFileError, TimbreError
from rt_timbre.phase import OFFLINE_NAMES
from rt_timbre.phase.methods import names_for
from rt_timbre.transforms.nsgt import NSGT
from rt_timbre.transforms.scales import erb_centres
from rt_timbre.transforms.stft import STFT
from tests import signals
from tests.tiny_space import tiny_space

RATE = 44100


def note(f0, seconds=2.0, rate=RATE):
    sound, _ = signals.tone(f0, rate, int(seconds * rate), top=0.3)
    fade = np.minimum(1.0, np.minimum(np.arange(sound.size), np.arange(sound.size)[::-1]) / 2000.0)
    return (sound * fade).astype(np.float32)[:, None]


def folder(path, rows):
    with (path / "metadata.csv").open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["file", "instrument", "midi"])
        writer.writerows(rows)
    return path


@pytest.fixture(scope="module")
def notes(tmp_path_factory):
    path = tmp_path_factory.mktemp("corpus")
    rows = []
    for midi in (45, 57, 69, 81):
        name = f"tone{midi}.wav"
        write_audio(path / name, note(440.0 * 2.0 ** ((midi - 69) / 12.0)), RATE)
        rows.append((name, "Tone", midi))
    write_audio(path / "slow.wav", note(220.0, rate=22050), 22050)
    write_audio(path / "silent.wav", np.zeros((RATE, 1), np.float32), RATE)
    (path / "broken.wav").write_bytes(b"RIFF")
    rows += [("slow.wav", "Slow", 57), ("silent.wav", "Slow", 60), ("broken.wav", "Slow", 62), ("none.wav", "Slow", 64)]
    return folder(path, rows)


def test_known_notes_measure_as_they_should(notes):
    listed = corpus.list_notes(notes)
    assert [n.path.name for n in listed if n.instrument == "Tone"] == [f"tone{m}.wav" for m in (45, 57, 69, 81)]
    seen = []
    results = corpus.measure_corpus(listed, 1, lambda done, total: seen.append((done, total)))
    assert seen == [(i, 8) for i in range(1, 9)]
    for entry, figures in results:
        if isinstance(figures, str):
            assert entry.path.name in figures
            assert "\n" not in figures
            continue
        assert figures.cents < 0.2
        assert figures.modulation < 0.7
        assert figures.convergence < -20.0
        assert figures.distance < 6.0
        assert figures.spur < -60.0
    assert sum(isinstance(figures, str) for _, figures in results) == 3
    text = corpus.table(results)
    assert "Slow" in text
    assert "Tone" in text
    assert text.count("left out: ") == 3
    assert "worst in amplitude modulation: " in text
    both = corpus.measure_corpus(listed[-4:], 2)
    assert both == results[-4:]


def test_noise_measures_as_noise():
    noise = 0.1 * np.random.default_rng(0).standard_normal(2 * RATE).astype(np.float32)
    figures = corpus.measure_note(noise, 60.0)
    assert figures.periodicity < 0.2
    assert figures.spur > -10.0
    assert figures.modulation > 20.0


def test_a_limit_spreads_over_the_range(notes):
    chosen = [n.midi for n in corpus.list_notes(notes, 2) if n.instrument == "Tone"]
    assert chosen == [45.0, 81.0]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "metadata.csv: No such file or directory"),
        ("file,instrument\na.wav,Oboe\n", "metadata.csv:2: it needs file, instrument and midi, a number"),
        ("file,instrument,midi\na.wav,Oboe,high\n", "metadata.csv:2: it needs"),
        ("file,instrument,midi\na.wav,Oboe,nan\n", "metadata.csv:2: midi is nan; it must be 0 to 127"),
        ("file,instrument,midi\n", "lists no note"),
    ],
)
def test_a_folder_that_is_no_corpus_is_named(tmp_path, text, message):
    if text is not None:
        (tmp_path / "metadata.csv").write_text(text)
    with pytest.raises(TimbreError, match=message) as caught:
        corpus.list_notes(tmp_path)
    assert "\n" not in str(caught.value)


SMALL = NSGT(erb_centres(60.0, 10900.0, 250), 22050, 32768, 1024).declaration("nsgt-erb")


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    path = tmp_path_factory.mktemp("sounds") / "tone.wav"
    write_audio(path, note(330.0, 0.6), RATE)
    return methods.measure(SMALL, [methods.file_example(path, SMALL)], peers=True)


def test_all_methods_are_measured_on_the_same_frames(results):
    assert list(results) == [
        *names_for(SMALL),
        *OFFLINE_NAMES,
        "librosa.griffinlim",
        "librosa.griffinlim_cqt",
    ]
    for name in names_for(SMALL):
        figures = results[name]
        assert figures.convergence < -8.0, name
        assert figures.modulation < 10.0, name
        assert figures.cents < 5.0, name
        assert 0.0 < figures.delay < 200.0, name
        assert figures.cost > 0.0
        assert figures.voices >= 0.0
    assert results["bank"].delay < 5.0
    assert results["fast-griffin-lim"].convergence < results["griffin-lim"].convergence
    assert np.isinf(results["griffin-lim"].delay)
    assert np.isnan(results["librosa.griffinlim"].held)


def test_the_table_and_the_picture_show_them(results, tmp_path):
    lines = methods.table(results).splitlines()
    assert len(lines) == 2 + len(results)
    assert all(line.count("|") == 10 for line in lines)
    assert "offline" in lines[-1]
    methods.draw(results, tmp_path / "methods.png")
    assert (tmp_path / "methods.png").read_bytes().startswith(b"\x89PNG")


def test_a_spaces_own_frames():
    space = tiny_space(STFT(22050, "hamming", 882, 220).declaration("stft"))
    examples = methods.space_examples(space, 2)
    assert [example.name for example in examples] == ["Dark to Bright", "Bright to Dark"]
    for example in examples:
        assert example.frames.shape == (round(2.5 * 22050 / 220), 442)
        assert np.abs(np.diff(example.frames, axis=0)).max() > 0.0


def test_sounds_that_cannot_be_used_are_named(tmp_path):
    with pytest.raises(AudioFileError, match=r"none\.wav"):
        methods.file_example(tmp_path / "none.wav", SMALL)
    write_audio(tmp_path / "silent.wav", np.zeros((1000, 1), np.float32), RATE)
    with pytest.raises(TimbreError, match=r"silent\.wav is silent"):
        methods.file_example(tmp_path / "silent.wav", SMALL)


def test_the_command_measures_a_corpus(notes):
    command = [sys.executable, "-m", "rt_timbre", "bench", "phase", "--corpus", str(notes), "--limit", "1"]
    result = subprocess.run(command, capture_output=True, text=True, timeout=240)
    assert result.returncode == 0, result.stderr
    assert "Tone" in result.stdout
    bad = subprocess.run([*command[:-3], str(notes / "no")], capture_output=True, text=True, timeout=240)
    assert bad.returncode == 1
    assert bad.stderr.count("\n") == 1


def test_what_a_space_keeps_of_notes(notes, tiny_file):
    listed = [
        entry for entry in corpus.list_notes(notes) if entry.path.name in ("tone57.wav", "silent.wav", "none.wav")
    ]
    seen = []
    results = encoding.measure_notes(listed, str(tiny_file), 1, lambda done, total: seen.append((done, total)))
    assert seen == [(i, 3) for i in range(1, 4)]
    figures = {entry.path.name: found for entry, found in results}
    assert "is silent" in figures["silent.wav"]
    assert "No such file" in figures["none.wav"]
    tone = figures["tone57.wav"]
    assert tone.cents < 3.0
    assert tone.labelled < 3.0
    assert tone.gross == 0.0
    assert np.isnan(tone.pitch)  # it does not move
    assert tone.loudness > 0.95
    assert abs(tone.level) < 2.0
    assert 0.0 < tone.distance < 20.0
    lines = encoding.table(results, tiny_space()).splitlines()
    assert lines[1].split() == ["all", "known", "0"]
    assert [line.split()[:2] for line in lines[2:5]] == [["Tone", "1"], ["all", "unknown"], ["all", "1"]]
    assert [line.split()[0] for line in lines[5:]] == ["left", "left"]
