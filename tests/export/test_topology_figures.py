import numpy as np
import pytest
from matplotlib.image import imread

from rt_timbre_export import topology
from rt_timbre_export.drawing import pixels, save
from rt_timbre_export.topology import LEVEL, OFFSETS, measured, topologies
from rt_timbre_export.topology_figures import topology_animation, topology_sheet
from tests.linear_space import linear_space

LOUDNESS = "loudness (dB, A-weighted)"


@pytest.fixture(autouse=True)
def _coarse(monkeypatch):
    monkeypatch.setattr(topology, "GRID", 6)


def drawn(space, **more):
    spaces = {"mine": topologies(space, OFFSETS)} | {name: topologies(other, OFFSETS) for name, other in more.items()}
    return spaces, {name: measured(parts) for name, parts in spaces.items()}


def panels(figure):
    return [axes for axes in figure.axes if axes.images]


def test_a_sheet_has_a_row_for_each_axis_and_a_column_for_each_plane(tmp_path):
    spaces, smooth = drawn(linear_space())
    figure = topology_sheet("centroid (Hz)", spaces, smooth)
    found = panels(figure)
    assert len(found) == 18
    assert found[0].get_title() == "X = −0.75"
    assert found[10].get_title() == "Y = +0.45"
    values = spaces["mine"][1].values["centroid (Hz)"][4]
    # Upright: the first axis of the plane to the right, the second upwards.
    np.testing.assert_allclose(found[10].images[0].get_array(), values.T)
    assert found[10].images[0].origin == "lower"
    assert [label.get_text() for label in found[12].get_xticklabels()] == ["−1", "X", "1"]
    assert [label.get_text() for label in found[12].get_yticklabels()] == ["", "Y", "1"]
    low, high = topology.span([part.values["centroid (Hz)"] for part in spaces["mine"]])
    assert {panel.images[0].get_clim() for panel in found} == {(low, high)}
    (block,) = figure.subfigs
    ratios = smooth["mine"]["centroid (Hz)"].per_axis
    assert f"median {ratios.median:.2f}, 99 % below {ratios.most:.2f}, largest {ratios.largest:.2f}" in (
        block.get_suptitle()
    )
    save(figure, tmp_path / "sheet.png")
    assert imread(tmp_path / "sheet.png").shape[1::-1] == pixels(figure)


def test_spaces_are_drawn_in_the_same_colours():
    spaces, smooth = drawn(linear_space(), other=linear_space(axes=2))
    figure = topology_sheet(LOUDNESS, spaces, smooth)
    assert [block.get_suptitle().partition(":")[0] for block in figure.subfigs] == ["mine", "other"]
    assert len(panels(figure)) == 19
    assert len({panel.images[0].get_clim() for panel in panels(figure)}) == 1


def test_equal_loudness_is_said_and_not_drawn():
    spaces, smooth = drawn(linear_space(loudness="a-weighted"), other=linear_space())
    figure = topology_sheet(LEVEL, spaces, smooth)
    assert "every frame has the same A-weighted loudness" in figure.get_suptitle()
    assert len(figure.subfigs) == 1  # the other space has a loudness of its own
    assert len(panels(figure)) == 18


def test_what_is_constant_is_called_so():
    (part,) = topologies(linear_space(axes=2), OFFSETS)
    part.values["constant"] = np.full((1, 6, 6), 7.0)
    figure = topology_sheet("constant", {"mine": [part]}, {"mine": measured([part])})
    assert figure.subfigs[0].get_suptitle() == "mine: constant"
    low, high = panels(figure)[0].images[0].get_clim()
    assert low < 7.0 < high


def test_an_animation_sweeps_there_and_back(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))  # no ffmpeg
    offsets = (-1.0, 0.0, 1.0)
    spaces = {"mine": topologies(linear_space(), offsets)}
    written = topology_animation("centroid (Hz)", spaces, tmp_path / "sweep")
    assert [path.name for path in written] == ["sweep.gif"]
    # A block for each picture: there are four (three there, one on the way back), each after a control extension.
    assert written[0].read_bytes().count(b"\x21\xf9\x04") == 4
