"""docs/paths.md is true: its commands run, its file is one, its table is that of the operators."""

import re
import shlex
from pathlib import Path

import numpy as np
import pytest

from rt_timbre.audiofile import read_audio, write_audio
from rt_timbre.cli import main
from rt_timbre.encoding.pitch_tracking import track
from rt_timbre.paths.operator_table import OPERATORS, table
from rt_timbre.paths.path_file import read_path, write_path
from tests.test_pitch_tracking import played

PAGE = Path(__file__).parent.parent / "docs" / "paths.md"
TEXT = PAGE.read_text(encoding="utf-8")


def section(title):
    return TEXT.split(f"\n## {title}\n")[1].split("\n## ")[0]


def blocks(language, text=TEXT):
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The folder in which the commands of both sections have run, one after another."""
    folder = tmp_path_factory.mktemp("page")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        for block in [*blocks("sh", section("Paths")), *blocks("sh", section("Operators"))]:
            for line in block.splitlines():
                name, *arguments = shlex.split(line)
                assert name == "rt-timbre"
                assert main(arguments) == 0, line
    return folder


def test_the_paths_are_what_the_page_says(made):
    first = read_path(made / "bassoon-flute.path.json", 16)
    assert (first.duration, first.pitches[0], first.pitches[-1]) == (4.0, 50.0, 62.0)
    back = read_path(made / "back.path.json")
    assert (back.duration, back.pitches[0], back.pitches[-1]) == (8.0, 50.0, 38.0)
    assert read_path(made / "data" / "rt-timbre" / "paths" / "wander.path.json").duration == 20.0
    assert read_path(made / "wander-to-round.path.json").duration == 20.0
    calm = read_path(made / "calm.path.json")
    assert len(np.unique(calm.latents[:, 8])) == 2
    sound, rate = read_audio(made / "bassoon-flute.wav")
    assert len(sound) / rate >= 4.0
    assert np.abs(sound).max() > 0.05


def test_the_cat_is_played_by_the_orchestra(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    midi = 62.0 + 3.0 * np.sin(np.linspace(0.0, np.pi, 22050))
    write_audio(tmp_path / "cat.wav", played(midi) * np.hanning(22050).astype(np.float32), 22050)
    for line in blocks("sh", section("From sound to path"))[0].splitlines():
        name, *arguments = shlex.split(line)
        assert name == "rt-timbre"
        assert main(arguments) == 0, line
    rendered, rate = read_audio(tmp_path / "cat-by-the-orchestra.wav")
    at_once, _ = read_audio(tmp_path / "at-once.wav")
    np.testing.assert_array_equal(rendered, at_once)
    pitches = track([at_once[:rate, 0]], rate).pitches[10:-10]
    assert pitches.max() == pytest.approx(65.0, abs=0.2)


def test_the_file_of_the_page_is_one(tmp_path):
    (text,) = blocks("json")
    file = tmp_path / "a.path.json"
    file.write_text(text)
    path = read_path(file, 3)
    assert path.pitches.tolist() == [60.0, 60.5]
    write_path(file, path)
    assert file.read_text() == text


def test_the_table_is_that_of_the_operators():
    shown = TEXT.split("operator_table -->\n")[1].split("<!-- /operators")[0]
    assert shown == table()
    assert [row.split("`")[1].split("=")[0].split("[")[0] for row in shown.splitlines()[2:]] == list(OPERATORS)


def test_the_python_example_runs():
    (example,) = blocks("python", section("Operators"))
    namespace = {}
    exec(example, namespace)
    assert namespace["smaller"].pitches.tolist()[0] == 72.0


def test_the_bracket_is_named():
    text = " ".join(section("Interpolations").split())
    assert "misplaced bracket, sin((1 − t) ω) / sin(ω a) + sin(t ω) / sin(ω b)" in text
