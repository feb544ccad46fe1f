"""``rt-timbre follow``, as a user runs it."""

import re
import shlex
from pathlib import Path

import numpy as np
import pytest

from rt_timbre.audiofile import read_audio
from rt_timbre.cli import main
from rt_timbre.paths.descriptor_of import DescriptorOf
from rt_timbre.paths.latent_path import LatentPath
from rt_timbre.paths.path_file import read_path, write_path
from rt_timbre.space_store import open_space
from tests.tiny_space import DIMENSION

CURVE = ["--descriptor", "centroid", "--curve", "0:1500,2:900"]
PAGE = (Path(__file__).parent.parent / "docs" / "paths.md").read_text("utf-8")
SECTION = PAGE.split("\n## Follow a descriptor\n")[1].split("\n## ")[0]
CLARINET = ["follow", "--from", "Clarinet", "--pitch", "68"]


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out.path.json"


def test_a_curve_is_followed_from_an_anchor(out, capsys):
    assert main([*CLARINET, *CURVE, "--rate", "10", "-o", str(out)]) == 0
    path, loaded = read_path(out), open_space("orchestra")
    assert (path.space.name, path.space.sha256) == ("orchestra", loaded.sha256)
    np.testing.assert_allclose(path.times, np.linspace(0.0, 2.0, 21))
    np.testing.assert_array_equal(path.pitches, np.full(21, 68.0))
    reached = DescriptorOf(loaded.space, 68.0, "centroid")(path.latents)
    np.testing.assert_allclose(reached, np.linspace(1500.0, 900.0, 21), atol=5.0)
    first, second = capsys.readouterr().out.splitlines()
    assert first == f"{out}: 21 points, 2.00 s, MIDI 68"
    assert second.startswith("centroid: ")
    assert " Hz off (root mean square), at most " in second


def test_what_is_out_of_reach_is_said_with_the_nearest_that_is_reached(out, capsys):
    assert main([*CLARINET, "--descriptor", "centroid", "--curve", "0:1500,1:100", "--rate", "10", "-o", str(out)]) == 0
    *_, line = capsys.readouterr().out.splitlines()
    assert line.startswith("out of reach: ")
    lowest = DescriptorOf(open_space("orchestra").space, 68.0, "centroid")(read_path(out).latents).min()
    assert f"worst at 1.00 s, where 100 Hz was asked for and {lowest:.4g} Hz reached, +{lowest - 100.0:.3g} Hz" in line


def test_a_path_is_gone_on_from(out, tmp_path, capsys):
    start = tmp_path / "start.path.json"
    oboe = open_space("orchestra").space.anchor("Oboe").latent
    write_path(start, LatentPath(times=[0.0], latents=oboe[None], pitches=[72.0]))
    assert main(["follow", "--from", str(start), "--descriptor", "flatness", "--curve", "0:1e-6", "-o", str(out)]) == 0
    path = read_path(out)
    assert path.pitches.tolist() == [72.0]
    assert np.linalg.norm(path.latents[0] - oboe) < 1.0
    assert "1 point, 0.00 s, MIDI 72" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--from", "Kazoo", *CURVE],
            "'Kazoo' is neither an anchor of tiny nor 3 numbers joined by commas; the anchors are Dark",
        ),
        (["--from", "missing.path.json", *CURVE], "missing.path.json cannot be read: No such file"),
        (["--from", "pitchless.path.json", *CURVE], "has no pitch; give one by --pitch"),
        (["--from", "[0.5,0.5,0.5]", *CURVE], "[0.5,0.5,0.5] has no pitch; give one by --pitch"),
        (["--from", "other.path.json", *CURVE], "other.path.json: "),
        (["--from", "Dark", "--descriptor", "warmth", "--curve", "0:1"], "no descriptor is called 'warmth'; there are"),
        (
            ["--from", "Dark", "--descriptor", "centroid", "--curve", "0:nan"],
            "the value of point 1 of the curve is nan",
        ),
        (["--from", "Dark", "--descriptor", "centroid", "--curve", "0:900,2:800,1:700"], "times must ascend"),
        (["--from", "Dark", "--descriptor", "centroid", "--curve", "1:900"], "it must begin at 0"),
        (["--from", "Dark", "--descriptor", "centroid", "--curve", "0:900,1e6:900"], "it may be 499.95"),
        (["--from", "Dark", *CURVE, "-o", "missing/out.path.json"], "cannot be written: "),
    ],
)
def test_what_cannot_be_followed_is_said_in_one_line(arguments, message, tiny_file, tmp_path, monkeypatch, capsys, out):
    monkeypatch.chdir(tmp_path)
    write_path("pitchless.path.json", LatentPath(times=[0.0], latents=np.zeros((1, DIMENSION))))
    write_path("other.path.json", LatentPath(times=[0.0], latents=np.zeros((1, DIMENSION + 1))))
    assert main(["follow", "--space", str(tiny_file), "-o", str(out), *arguments]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("rt-timbre: ")
    assert message in line
    assert not out.exists()


@pytest.mark.parametrize("curve", ["", "900", "0:900;1:800", "0:900,,1:800"])
def test_a_curve_that_cannot_be_read_is_refused_by_the_parser(curve, capsys, out):
    with pytest.raises(SystemExit):
        main([*CLARINET, "--descriptor", "centroid", "--curve", curve, "-o", str(out)])
    assert "is not SECONDS:VALUE, such as 0.5:1200" in capsys.readouterr().err


def test_the_commands_of_the_page_do_what_it_says(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (block,) = re.findall(r"```sh\n(.*?)```", SECTION, re.DOTALL)
    for line in block.splitlines():
        name, *arguments = shlex.split(line)
        assert name == "rt-timbre"
        assert main(arguments) == 0, line
    space = open_space("orchestra").space
    falling, wider = read_path("falling.path.json"), read_path("wider.path.json")
    reached = DescriptorOf(space, 68.0, "centroid")(falling.latents)
    np.testing.assert_allclose(reached, np.linspace(1500.0, 900.0, 81), atol=2.0)
    assert DescriptorOf(space, 68.0, "bandwidth")(wider.latents).max() == pytest.approx(850.0, abs=2.0)
    assert (len(wider), wider.duration) == (151, 3.0)
    sound, rate = read_audio(tmp_path / "falling.wav")
    for seconds in (1.0, 2.0, 3.0):
        part = sound[int(seconds * rate) :][:8192, 0] * np.hanning(8192)
        power = np.square(np.abs(np.fft.rfft(part)))
        centroid = np.fft.rfftfreq(8192, 1.0 / rate) @ power / power.sum()
        assert centroid == pytest.approx(1500.0 - 150.0 * seconds, rel=0.02)


def test_what_the_page_says_is_out_of_reach_is(out, capsys):
    (shown,) = re.findall(r"```text\n(.*?)```", SECTION, re.DOTALL)
    assert main([*CLARINET, "--descriptor", "centroid", "--curve", "0:1500,4:600", "-o", str(out)]) == 0
    numbers = [
        [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", text.replace(str(out), "out"))]
        for text in (shown, capsys.readouterr().out)
    ]
    np.testing.assert_allclose(*numbers, rtol=0.02)


def test_the_python_example_of_the_page_runs():
    (example,) = re.findall(r"```python\n(.*?)```", SECTION, re.DOTALL)
    namespace = {}
    exec(example, namespace)
    assert len(namespace["found"].path) == 41
