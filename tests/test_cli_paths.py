"""``rt-timbre path``, as a user runs it; what the documentation shows runs in its own test."""

import numpy as np
import pytest

from rt_timbre.cli import main
from rt_timbre.paths.latent_path import LatentPath
from rt_timbre.paths.path_file import read_path, write_path
from rt_timbre.presets.preset import SpaceKey
from rt_timbre.space_store import open_space
from tests.tiny_space import DIMENSION


@pytest.fixture
def run(tmp_path, monkeypatch, tiny_file, capsys):
    """Run a command in an empty folder, with the tiny space; return its status, output and complaint."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def call(*words):
        arguments = [str(word) for word in words]
        if words[0] == "make" or "--space" in words:
            arguments += [] if "--space" in words else ["--space", str(tiny_file)]
        status = main(["path", *arguments])
        return status, *capsys.readouterr()

    return call


def made(run, *words):
    status, out, complaint = run("make", *words, "-o", "./out.path.json")
    assert (status, complaint) == (0, "")
    path = read_path("out.path.json", DIMENSION)
    assert out == f"out.path.json: {len(path)} points, {path.duration:g} s, {DIMENSION} dimensions\n"
    return path


def test_a_line_of_anchors_and_numbers_at_its_times(run, tiny_file):
    words = ("Dark", "[-0.5,0.25, 1]", "Bright", "--times", 0, 1, 3, "--pitch", 60, 66, "--gain", 0.5)
    path = made(run, "line", *words)
    anchors = {anchor.name: anchor.latent for anchor in open_space(tiny_file).space.anchors}
    latents, pitches, gains = path.at([0.0, 1.0, 2.0, 3.0])
    middle = (np.float32([-0.5, 0.25, 1.0]) + anchors["Bright"]) / 2
    np.testing.assert_allclose(latents, [anchors["Dark"], [-0.5, 0.25, 1.0], middle, anchors["Bright"]], atol=1e-6)
    assert pitches.tolist() == [60.0, 62.0, 64.0, 66.0]
    assert gains.tolist() == [0.5] * 4
    assert path.space == SpaceKey(name="tiny", sha256=open_space(tiny_file).sha256)


def test_pitches_are_passed_at_equal_times_also_where_the_way_has_no_point(run):
    path = made(run, "line", "Dark", "Bright", "--seconds", 2, "--pitch", 60, 72, 60)
    assert path.times.tolist() == [0.0, 1.0, 2.0]
    assert path.pitches.tolist() == [60.0, 72.0, 60.0]


def test_curves_and_seeds_make_a_difference(run):
    ways = [
        made(run, "line", "Dark", "Hollow", "--curve", curve, "--seed", seed).at(2.0)[0]
        for curve, seed in (("linear", 0), ("spherical", 0), ("expressive", 0), ("expressive", 1))
    ]
    assert min(np.abs(ways[i] - ways[j]).max() for i in range(4) for j in range(i)) > 1e-3


def test_circles_and_spirals_by_axes_or_directions(run, tiny_file):
    principal = open_space(tiny_file).space.principal
    circle = made(run, "circle", "--radius", 2, "--axes", 2, 3)
    along = (circle.latents - principal.mean) @ principal.axes.T / np.sqrt(principal.variance)
    np.testing.assert_allclose(along[:, 0], 0.0, atol=1e-3)
    np.testing.assert_allclose(np.hypot(along[:, 1], along[:, 2]), 2.0, atol=1e-3)
    words = ("--centre", "0.5,0.5,0.5", "--directions", "0,0,1", "0,1,0", "--radius", 1, 0, "--turns", 2)
    spiral = made(run, "spiral", *words)
    offsets = spiral.latents - 0.5
    np.testing.assert_allclose(offsets[:, 0], 0.0, atol=1e-6)
    np.testing.assert_allclose(np.hypot(offsets[:, 1], offsets[:, 2]), 1.0 - spiral.times / 4.0, atol=1e-5)


def test_walks_are_seeded_and_begin_where_they_are_told(run, tiny_file):
    one = made(run, "walk", "--start", "Bright", "--seed", 3, "--seconds", 9)
    again = made(run, "walk", "--start", "Bright", "--seed", 3, "--seconds", 9)
    other = made(run, "walk", "--start", "Bright", "--seed", 4, "--seconds", 9)
    np.testing.assert_array_equal(one.latents, again.latents)
    assert np.abs(one.latents - other.latents).max() > 0.01
    space = open_space(tiny_file).space
    bright = space.anchor("Bright").latent
    nearest = np.linalg.norm(space.points.latent - bright, axis=1).min()
    assert np.linalg.norm(one.latents[0] - bright) == pytest.approx(nearest, abs=1e-5)


def test_paths_are_kept_by_name_and_mixed(run, tmp_path):
    status, out, _ = run("make", "line", "Dark", "Bright", "--seconds", 2, "-o", "up")
    assert status == 0
    assert out.startswith(str(tmp_path / "data" / "rt-timbre" / "paths" / "up.path.json"))
    hollow = made(run, "morph", "up", "Hollow")
    dark = read_path(tmp_path / "data" / "rt-timbre" / "paths" / "up.path.json").latents[0]
    np.testing.assert_allclose(hollow.latents[0], dark, atol=1e-6)
    np.testing.assert_allclose(hollow.latents[-1], [0.4, 0.9, 0.0], atol=1e-6)
    plane = made(run, "plane", "up", "Hollow", "0,0,0", "Bright", "--at", "0:0", "1:0", "0:1", "--seconds", 6)
    np.testing.assert_allclose(plane.at([0.0, 3.0, 6.0])[0], [dark, [0.4, 0.9, 0.0], [0, 0, 0]], atol=1e-5)


def test_a_path_is_changed_and_described(run, tiny_file):
    made(run, "line", "Dark", "Bright", "--pitch", 60)
    words = ("out.path.json", "quantise=Hollow+Bright", "bias=12@pitch", "bias=1@2", "concatenate=out.path.json")
    # The space of the path is known by its file alone.
    status, _, complaint = run("edit", *words, "-o", "x")
    assert (status, len(complaint.splitlines())) == (1, 1)
    assert "no space named 'tiny'" in complaint
    status, out, _ = run("edit", *words, "--space", tiny_file, "-o", "x")
    assert status == 0
    assert "4 points, 8.05 s" in out
    status, out, _ = run("info", "x")
    assert status == 0
    assert out.splitlines()[0] == "x: 4 points, 8.05 s, 3 dimensions"
    assert "space   tiny, sha256" in out
    assert "pitch   60 to 72\n" in out
    assert "gain    1\n" in out
    assert "2       0 to 1.1\n" in out  # Bright is the nearest of both, at 0.1


def test_points_to_quantise_to_are_given_by_name_or_number(run, tiny_file):
    made(run, "line", "Dark", "Bright")
    run("edit", "out.path.json", "quantise=[1,1e+0,-1]+Dark", "--space", tiny_file, "-o", "./x.path.json")
    np.testing.assert_allclose(read_path("x.path.json").latents, [[0.1, 0.0, 0.1], [0.1, 0.0, 0.1]], atol=1e-6)
    run("edit", "out.path.json", "quantise=[1,1e+0,-1]", "--space", tiny_file, "-o", "./x.path.json")
    assert read_path("x.path.json").latents.tolist() == [[1.0, 1.0, -1.0]] * 2
    run("edit", "out.path.json", "quantise=points", "--space", tiny_file, "-o", "./x.path.json")
    notes = open_space(tiny_file).space.points.latent.tolist()
    assert all(latent in notes for latent in read_path("x.path.json").latents.tolist())


def test_what_needs_no_space_asks_for_none(run):
    write_path("a.path.json", LatentPath(times=[0.0, 1.0], latents=np.zeros((2, 5)), gains=[0.0, 1.0]))
    status, _, complaint = run("edit", "a.path.json", "reverse", "stretch=3", "-o", "b.path.json")
    assert (status, complaint) == (0, "")
    assert read_path("b.path.json").gains.tolist() == [1.0, 0.0]
    assert "space   not told" in run("info", "b.path.json")[1]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("make", "line", "Dark", "Tuba", "-o", "x"), "'Tuba' is neither an anchor of tiny nor 3 numbers"),
        (("make", "line", "Dark", "1,2", "-o", "x"), "'1,2' is neither"),
        (("make", "line", "Dark", "1,nan,2", "-o", "x"), "'1,nan,2' is neither"),
        (("make", "line", "Dark", "1e99,0,2", "-o", "x"), "'1e99,0,2' is neither"),
        (("make", "line", "Dark", "Bright", "--times", 1, 2, "-o", "x"), "begin at 1.0 s"),
        (("make", "line", "Dark", "Bright", "--times", 0, "-o", "x"), "2 latents for 1 times"),
        (("make", "line", "Dark", "Bright", "-o", "x.json"), "called NAME.path.json"),
        (("make", "line", "Dark", "Bright", "-o", "no/x.path.json"), "cannot be written: No such file"),
        (("make", "circle", "--axes", 1, 9, "-o", "x"), "there is no axis 9; tiny has 3"),
        (("make", "circle", "--directions", "1,2,3", "Dark", "-o", "x"), "'Dark' is neither"),
        (("make", "morph", "none.path.json", "Dark", "-o", "x"), "none.path.json cannot be read: No such file"),
        (("make", "morph", "none", "Dark", "-o", "x"), "'none' is neither"),
        (("make", "morph", "Bright", "Dark", "-o", "x"), "no time to go"),
        (("edit", "none", "reverse", "-o", "x"), "none.path.json cannot be read"),
        (("edit", "none", "explode", "-o", "x"), "'explode' is no operator"),
        (("info", "none"), "cannot be read"),
    ],
)
def test_a_mistake_is_one_line(run, words, reason):
    status, out, complaint = run(*words)
    assert (status, out) == (1, "")
    assert len(complaint.splitlines()) == 1
    assert reason in complaint


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("make", "plane", *"abcd", "--at", "0:2", "-o", "x"), "'0:2' is not X:Y, each from 0 to 1"),
        (("make", "plane", *"abcd", "--at", "0", "-o", "x"), "'0' is not X:Y"),
        (("make", "walk", "--pace", "0", "-o", "x"), "'0' is not a number from 0.01 to 3600"),
        (("make", "line", "Dark", "--pitch", "128", "-o", "x"), "'128' is not a number from 0 to 127"),
        (("make", "circle"), "required: -o/--out"),
    ],
)
def test_a_bad_flag_says_what_it_wants(words, reason, capsys):
    with pytest.raises(SystemExit):
        main(["path", *words])
    assert reason in capsys.readouterr().err


def test_the_help_lists_the_operations(capsys):
    with pytest.raises(SystemExit):
        main(["path", "edit", "--help"])
    assert "randomise=AMOUNT[,SEED][,SMOOTHNESS][@PARTS]" in capsys.readouterr().out
