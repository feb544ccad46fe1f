"""The command line, as a user runs it."""

import os
import subprocess
import sys

import numpy as np
import pytest

from rt_timbre.audiofile import read_audio
from rt_timbre.cli import main


def run(*arguments, folder=None):
    command = [sys.executable, "-m", "rt_timbre", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, timeout=120, env=os.environ)


def one_line(result, *parts):
    assert result.returncode != 0
    lines = result.stderr.splitlines()
    assert len(lines) == 1, result.stderr
    assert "Traceback" not in result.stderr
    for part in parts:
        assert part in lines[0]


def test_render_writes_wav_and_flac(tmp_path, tiny_file):
    score = tmp_path / "a.control"
    score.write_text("0 /voice/1/note 60.0 0.8\n0.4 /ping\n")
    assert main(["render", str(score), "-o", str(tmp_path / "a.wav"), "--space", str(tiny_file)]) == 0
    assert main(["render", str(score), "-o", str(tmp_path / "a.flac"), "--space", str(tiny_file)]) == 0
    wav, rate = read_audio(tmp_path / "a.wav")
    flac, _ = read_audio(tmp_path / "a.flac")
    assert rate == 48000
    assert wav.shape[1] == 2
    assert np.abs(wav).max() > 0.05
    np.testing.assert_allclose(flac, wav, atol=1e-6)


def test_render_for_another_space_is_refused(tmp_path, tiny_file):
    score = tmp_path / "a.control"
    score.write_text(f"# rt-timbre control 1 space={'0' * 64}\n0 /ping\n")
    one_line(run("render", score, "-o", tmp_path / "a.wav", "--space", tiny_file), "a.control:1:", "--space")


def test_info_and_spaces(tiny_file):
    result = run("info", tiny_file)
    assert result.returncode == 0
    assert "tiny: Tiny" in result.stdout
    assert "Hollow" in result.stdout
    ranges = next(line for line in result.stdout.splitlines() if line.strip().startswith("centroid"))
    assert " ".join(ranges.split()) == "centroid 71.7 to 673 Hz 575 to 2894 Hz 2231 to 5592 Hz"
    result = run("spaces")
    assert result.returncode == 0
    assert "orchestra" in result.stdout


def test_info_tells_what_the_axes_do(tiny_file):
    result = run("info", tiny_file, "--axes")
    assert result.returncode == 0
    rows = [line.split() for line in result.stdout.splitlines() if line[:2].strip().isdigit()]
    names = next(line.split() for line in result.stdout.splitlines() if "centroid" in line)
    assert names == ["axis", "centroid", "bandwidth", "flatness", "rolloff", "loudness"]
    assert " ".join(rows[0]) == "1 bright +30 % (0.56) +30 % (0.71) +42 % (0.68) +24 % (0.60) -6 % (0.42)"
    assert [row[1] for row in rows] == ["bright", "hollow", "nasal"]


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (["info", "no-such"], ["no-such"]),
        (["info", __file__], [__file__]),
        (["render", "/no/such.control", "-o", "x.wav"], ["/no/such.control"]),
    ],
)
def test_a_mistake_is_one_line(arguments, parts, tmp_path):
    one_line(run(*arguments, folder=tmp_path), *parts)


@pytest.mark.parametrize(
    ("flag", "value", "reason"),
    [
        ("--voices", "0", "'0' is not a whole number from 1 to 64"),
        ("--voices", "many", "'many' is not a whole number"),
        ("--port", "70000", "'70000' is not a whole number from 0 to 65535"),
        ("--phase", "vocoder", "invalid choice: 'vocoder' (choose from"),
        ("--latency", "soon", "'soon' is neither low, normal, safe nor milliseconds"),
        ("--audio", "tape", "invalid choice"),
    ],
)
def test_a_bad_flag_says_what_it_wants(flag, value, reason):
    result = run("serve", flag, value)
    assert result.returncode == 2
    assert reason in result.stderr
    assert "Traceback" not in result.stderr


def test_render_into_a_folder_that_is_not_there(tmp_path, tiny_file):
    score = tmp_path / "a.control"
    score.write_text("0 /ping\n")
    one_line(run("render", score, "-o", tmp_path / "none" / "a.wav", "--space", tiny_file), "a.wav")


def test_render_to_an_unknown_kind_of_file(tmp_path, tiny_file):
    score = tmp_path / "a.control"
    score.write_text("0 /ping\n")
    one_line(run("render", score, "-o", tmp_path / "a.xyz", "--space", tiny_file), "a.xyz")


def test_play_needs_a_device_and_the_right_space(tmp_path, tiny_file, monkeypatch):
    monkeypatch.setenv("JACK_DEFAULT_SERVER", "rt-timbre-none")
    score = tmp_path / "a.control"
    score.write_text("0 /ping\n")
    one_line(run("play", score, "--space", tiny_file), "no sound device")
    score.write_text(f"# rt-timbre control 1 space={'0' * 64}\n0 /ping\n")
    one_line(run("play", score, "--space", tiny_file), "a.control:1:", "--space")


def test_the_demo_renders_where_there_is_no_device(tmp_path):
    result = subprocess.run(
        [sys.executable, "-m", "rt_timbre", "demo"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=300,
        env=os.environ | {"JACK_DEFAULT_SERVER": "rt-timbre-none"},
    )
    assert result.returncode == 0, result.stderr
    assert "no sound device" in result.stdout
    sound, rate = read_audio(tmp_path / "demo.wav")
    assert 25 < len(sound) / rate < 40
    assert (tmp_path / "demo.png").stat().st_size > 10000


def test_a_reader_who_goes_ends_a_command_without_a_word(tiny_file):
    ear, mouth = os.pipe()
    os.close(ear)
    command = [sys.executable, "-m", "rt_timbre", "info", str(tiny_file)]
    for unbuffered in ("", "1"):
        environment = os.environ | {"PYTHONUNBUFFERED": unbuffered}
        ended = subprocess.run(command, stdout=mouth, stderr=subprocess.PIPE, env=environment, check=False)
        assert (ended.returncode, ended.stderr) == (1, b"")
    os.close(mouth)
