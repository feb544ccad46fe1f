import json

import pytest
from matplotlib.image import imread

from rt_timbre.space import write_space
from rt_timbre_export import figures, novel, topology
from rt_timbre_export.cli import main
from rt_timbre_export.figures import spaces_by_name
from tests.linear_space import linear_space, write_tones

SHEETS = ["bandwidth", "centroid", "flatness", "loudness", "rolloff"]


@pytest.fixture(autouse=True)
def _quick(monkeypatch, tmp_path):
    monkeypatch.setattr(topology, "GRID", 5)
    monkeypatch.setattr(topology, "OFFSETS", (-0.5, 0.5))
    monkeypatch.setattr(figures, "SWEEP", (-1.0, 1.0))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def written(space, path):
    write_space(space, path)
    return str(path)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def error_line(capsys):
    lines = capsys.readouterr().err.strip().splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("rt-timbre-export: ")
    return lines[0]


def test_one_command_draws_and_measures_a_space(tmp_path, capsys):
    space = written(linear_space(), tmp_path / "mine.timbre")
    sounds = write_tones(tmp_path / "sounds", instruments=("Low", "Anchor0"))
    out = tmp_path / "deep" / "out"
    assert main(["figures", space, "--novel", str(sounds), "--out", str(out)]) == 0
    text = capsys.readouterr().out
    assert names(out) == sorted(
        [
            *(f"topology-{sheet}.png" for sheet in SHEETS),
            "flatness.png",
            "measures.json",
            "notes.png",
            "novel.png",
            "reconstructions-novel.png",
            "reconstructions.png",
            "space.png",
            "traverse.png",
        ]
    )
    for path in out.glob("*.png"):
        assert imread(path).shape[1] == int(180.0 / 25.4 * 300.0)
        assert f"wrote {path}" in text
    measures = json.loads((out / "measures.json").read_text("utf-8"))
    assert set(measures["descriptor topology"]["linear"]) == {
        "centroid (Hz)",
        "bandwidth (Hz)",
        "rolloff (Hz)",
        "flatness (dB)",
        "loudness (dB, A-weighted)",
    }
    assert measures["ways between anchors"]["linear, linear"]["detour worst"] == pytest.approx(1.0, abs=1e-3)
    assert len(measures["ways between anchors"]["linear, spherical"]["pairs"]) == 3
    assert list(measures["nearest anchors"]["linear"]) == ["Low, 2 notes"]
    assert list(measures["reconstruction, dB"]["linear, new instruments"]) == ["Low"]
    assert set(measures["how"]) == set(measures) - {"how", "left out"}
    # The space's own notes are not at hand: this is said, and the rest is drawn.
    sounds, known = measures["left out"]
    assert sounds.startswith("linear: encoded notes are drawn without their sounds: ")
    assert known == "linear: not new, and left out: Anchor0 (anchor 0)"
    assert sounds in text
    assert known in text
    for words in ("axis median", "latent largest", "detour worst", "Low, 2 notes: anchor "):
        assert words in text


def test_a_second_space_stands_beside_the_first(tmp_path, capsys):
    first = written(linear_space(name="with"), tmp_path / "a.timbre")
    second = written(linear_space(name="without", axes=2, anchors=1, loudness="a-weighted"), tmp_path / "b.timbre")
    out = tmp_path / "out"
    assert main(["figures", first, "--beside", second, "--out", str(out), "--animate"]) == 0
    found = names(out)
    for name in ("space.png", "flatness.png", "notes-with.png", "notes-without.png", "traverse-with.png"):
        assert name in found
    # A level of its own for the space without loudness; only the space of three axes is swept.
    assert {"topology-loudness.png", "topology-unweighted-level.png", "topology-centroid.gif"} <= set(found)
    assert "topology-unweighted-level.gif" not in found
    measures = json.loads((out / "measures.json").read_text("utf-8"))
    assert list(measures["descriptor topology"]) == ["with", "without"]
    assert list(measures["ways between anchors"]) == ["with, linear", "with, spherical"]
    text = capsys.readouterr().out
    assert "without: no ways between anchors: it has a single anchor" in text
    assert "without: no animations: it has fewer than 3 principal axes" in text


def test_of_a_poor_space_what_there_is_is_drawn(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(novel, "_SOUNDFONT", str(tmp_path / "none.sf2"))
    poor = linear_space(axes=1, anchors=1)
    space = written(poor, tmp_path / "poor.timbre")
    assert main(["figures", space, "--out", str(tmp_path / "out"), "--animate"]) == 0
    assert names(tmp_path / "out") == ["measures.json", "notes.png", "reconstructions.png", "space.png"]
    text = capsys.readouterr().out
    for words in (
        "linear: no descriptor topology: it has a single principal axis",
        "linear: no ways between anchors: it has a single anchor",
        "linear: no traverse from Piccolo to French Horn: soundfont",
    ):
        assert words in text


def test_what_is_wrong_is_one_line(tmp_path, capsys):
    space = written(linear_space(), tmp_path / "mine.timbre")
    bare = written(linear_space(recipe={"name": "bare"}), tmp_path / "bare.timbre")
    (tmp_path / "file").write_text("in the way")
    sounds = write_tones(tmp_path / "sounds")
    out = ["--out", str(tmp_path / "out")]
    for arguments, words in (
        ([str(tmp_path / "no.timbre"), *out], "there is no such file"),
        (["nowhere", *out], "there is no space named 'nowhere'"),
        ([space, "--beside", str(tmp_path / "file"), *out], "no timbre space"),
        ([space, "--novel", str(tmp_path / "nowhere"), *out], "metadata.csv cannot be read"),
        ([space, "--novel", str(tmp_path), *out], "metadata.csv cannot be read"),
        ([bare, "--novel", str(sounds), *out], "linear does not say how its notes were analysed"),
        ([space, "--out", str(tmp_path / "file")], "file cannot be written: File exists"),
        ([space, "--out", str(tmp_path / "file" / "deeper")], "deeper cannot be written: Not a directory"),
    ):
        assert main(["figures", *arguments]) == 1, arguments
        assert words in error_line(capsys)


def test_a_file_in_the_way_of_a_figure_is_one_line(tmp_path, capsys):
    space = written(linear_space(), tmp_path / "mine.timbre")
    (tmp_path / "out" / "space.png").mkdir(parents=True)
    assert main(["figures", space, "--out", str(tmp_path / "out")]) == 1
    assert "space.png cannot be written: Is a directory" in error_line(capsys)
    assert not list((tmp_path / "out").glob(".*"))


def test_spaces_have_names_that_differ():
    one, two = linear_space(name="one"), linear_space(name="two")
    assert list(spaces_by_name(("file", one), None)) == ["one"]
    assert list(spaces_by_name(("file", one), ("file", two))) == ["one", "two"]
    assert list(spaces_by_name(("first", one), ("second", one))) == ["first", "second"]
    assert list(spaces_by_name(("file", one), ("file", one))) == ["file-1", "file-2"]
