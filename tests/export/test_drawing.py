import shutil
import stat

import matplotlib
import numpy as np
import pytest
from matplotlib.image import imread

from rt_timbre_export.drawing import COLUMN, DPI, house_style, marks, new_figure, on_page, pixels, save, save_animation
from rt_timbre_export.errors import FigureError


def line_figure():
    figure = new_figure(COLUMN, 40.0)
    (line,) = figure.add_subplot().plot([0.0, 1.0], [0.0, 1.0])
    return figure, line


def test_a_figure_has_its_size_in_print(tmp_path):
    figure, _ = line_figure()
    save(figure, tmp_path / "line.png")
    height, width = imread(tmp_path / "line.png").shape[:2]
    assert (width, height) == pixels(figure) == (int(85.0 / 25.4 * DPI), int(40.0 / 25.4 * DPI))
    assert [path.name for path in tmp_path.iterdir()] == ["line.png"]


def test_the_style_is_left_as_it_was():
    before = dict(matplotlib.rcParams)
    with house_style():
        assert matplotlib.rcParams["font.size"] == 8.0
        assert new_figure(COLUMN, 40.0).add_subplot().xaxis.get_ticklabels()[0].get_fontsize() == 8.0
    assert dict(matplotlib.rcParams) == before


def test_marks_differ_and_stay():
    names = [f"instrument {i}" for i in range(91)]
    given = marks([*names, names[0]])
    assert len({(mark.colour, mark.shape) for mark in given.values()}) == 91
    assert len({mark.shape for mark in list(given.values())[:13]}) == 13
    assert marks(names[:5]) == {name: given[name] for name in names[:5]}


def test_a_point_of_two_dimensions_is_found_on_the_page():
    figure, _ = line_figure()
    axes = figure.axes[0]
    figure.draw_without_rendering()
    left, bottom = on_page(axes, (axes.get_xlim()[0], axes.get_ylim()[0]))
    assert (left, bottom) == pytest.approx((axes.bbox.x0, axes.bbox.y0))


def test_a_point_of_three_dimensions_is_found_on_the_page():
    figure = new_figure(COLUMN, COLUMN)
    axes = figure.add_subplot(projection="3d")
    axes.set(xlim=(-1.0, 1.0), ylim=(-1.0, 1.0), zlim=(-1.0, 1.0))
    figure.draw_without_rendering()
    x, y = on_page(axes, (0.0, 0.0, 0.0))
    above = on_page(axes, (0.0, 0.0, 1.0))
    assert above[0] == pytest.approx(x, abs=1.0)
    assert above[1] > y + 100.0


def test_a_figure_that_cannot_be_written_is_one_line(tmp_path):
    figure, _ = line_figure()
    with pytest.raises(FigureError, match=r"no/line\.png cannot be written: No such file or directory"):
        save(figure, tmp_path / "no" / "line.png")
    (tmp_path / "line.png").mkdir()
    with pytest.raises(FigureError, match="cannot be written: Is a directory"):
        save(figure, tmp_path / "line.png")
    assert [path.name for path in tmp_path.iterdir()] == ["line.png"]


def test_a_figure_in_motion_has_all_its_frames(tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    figure, line = line_figure()
    written = save_animation(figure, lambda frame: line.set_ydata([0.0, frame]), [0, 1, 0], tmp_path / "line.of.it")
    assert [path.name for path in written] == ["line.of.gif"]
    assert written[0].read_bytes()[:6] == b"GIF89a"
    first = imread(written[0])
    assert first.shape[:2] == tuple(int(size * 100) for size in figure.get_size_inches()[::-1])


def stand_in_for_ffmpeg(folder, monkeypatch, script):
    program = folder / "bin" / "ffmpeg"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")


def test_with_ffmpeg_a_film_is_written_too(tmp_path, monkeypatch):
    """The stand-in keeps the raw pictures that it is given."""
    stand_in_for_ffmpeg(tmp_path, monkeypatch, 'for last; do :; done\ncat > "$last"')
    figure, line = line_figure()
    written = save_animation(figure, lambda frame: line.set_ydata([0.0, frame]), [0, 1], tmp_path / "line")
    assert [path.suffix for path in written] == [".gif", ".mp4"]
    width, height = (int(size * 100) for size in figure.get_size_inches())
    film = np.frombuffer(written[1].read_bytes(), np.uint8)
    assert film.size == 2 * width * height * 4
    one, two = film.reshape(2, -1)
    assert (one != two).any()


@pytest.mark.parametrize("script", ["exit 1", "cat > /dev/null; exit 1"])
def test_an_ffmpeg_that_fails_is_one_line(tmp_path, monkeypatch, script):
    stand_in_for_ffmpeg(tmp_path, monkeypatch, script)
    figure, _ = line_figure()
    with pytest.raises(FigureError, match=r"line\.mp4 cannot be written: ffmpeg failed"):
        save_animation(figure, lambda frame: None, range(3), tmp_path / "line")
    assert [path.name for path in tmp_path.iterdir()] == ["bin"]
