import numpy as np
import pytest
from matplotlib.image import imread
from matplotlib.patches import Ellipse

from rt_timbre.space import Points
from rt_timbre_export.drawing import pixels, save
from rt_timbre_export.space_figures import instrument_space, projected
from tests.linear_space import linear_space


def collections_of(axes, count):
    """Offsets of the scatters of an axes that hold so many points."""
    return [np.asarray(found.get_offsets()) for found in axes.collections if len(found.get_offsets()) == count]


def test_a_space_is_a_view_and_three_planes(tmp_path):
    space = linear_space()
    figure = instrument_space({"mine": space})
    view, *planes = figure.axes
    assert view.name == "3d"
    assert view.get_title() == "mine"
    share = 100.0 * space.principal.variance / np.var(space.points.latent, axis=0).sum()
    names = [f"X: loudness + ({share[0]:.0f} %)", f"Y ({share[1]:.0f} %)", f"Z ({share[2]:.0f} %)"]
    assert [(axes.get_xlabel(), axes.get_ylabel()) for axes in planes] == [
        (names[0], names[1]),
        (names[0], names[2]),
        (names[1], names[2]),
    ]
    notes = projected(space, space.points.latent)
    np.testing.assert_allclose(notes, space.points.latent - space.principal.mean, atol=1e-6)
    for axes, shown in zip(planes, ([0, 1], [0, 2], [1, 2]), strict=True):
        clouds, anchors = collections_of(axes, 8), collections_of(axes, 1)
        assert len(clouds) == len(anchors) == 3
        for index, (cloud, anchor) in enumerate(zip(clouds, anchors, strict=True)):
            np.testing.assert_allclose(cloud, notes[space.points.label == index][:, shown], atol=1e-6)
            centre = space.anchors[index].latent - space.principal.mean
            np.testing.assert_allclose(anchor[0], centre[shown], atol=1e-6)
    (legend,) = figure.legends
    assert [text.get_text() for text in legend.get_texts()] == ["anchor 0", "anchor 1", "anchor 2"]
    save(figure, tmp_path / "space.png")
    assert imread(tmp_path / "space.png").shape[1::-1] == pixels(figure)


def test_ellipses_are_one_standard_deviation():
    space = linear_space()
    axes = instrument_space({"mine": space}).axes[1]
    ellipses = [patch for patch in axes.patches if isinstance(patch, Ellipse)]
    assert len(ellipses) == 3
    cloud = projected(space, space.points.latent[space.points.label == 0])[:, :2]
    covariance = np.cov(cloud.T)
    angle = np.radians(ellipses[0].angle)
    long, short = ellipses[0].width / 2.0, ellipses[0].height / 2.0
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    np.testing.assert_allclose(turn @ np.diag([long**2, short**2]) @ turn.T, covariance, atol=1e-9)


def test_an_instrument_without_notes_has_the_spread_of_its_anchor():
    space = linear_space()
    few = space.points.label != 1
    points = Points(
        latent=space.points.latent[few], pitch=space.points.pitch[few], label=space.points.label[few], paths={}
    )
    axes = instrument_space({"mine": linear_space(points=points)}).axes[1]
    ellipse = [patch for patch in axes.patches if isinstance(patch, Ellipse)][1]
    assert (ellipse.width, ellipse.height) == pytest.approx((0.6, 0.6))


def test_spaces_stand_beside_each_other_with_the_same_marks():
    figure = instrument_space({"with": linear_space(), "without": linear_space(axes=2, anchors=4)})
    assert [axes.get_title() for axes in figure.axes if axes.get_title()] == ["with", "without"]
    assert [axes.name for axes in figure.axes] == ["3d", *["rectilinear"] * 4]
    (legend,) = figure.legends
    assert len(legend.get_texts()) == 4
    boxes = [axes.get_position() for axes in figure.axes]
    assert boxes[4].x0 > max(box.x1 for box in boxes[1:4])  # the second space in a column of its own


def test_a_space_of_one_axis_is_a_line_for_each_instrument():
    (axes,) = instrument_space({"mine": linear_space(axes=1)}).axes
    assert [label.get_text() for label in axes.get_yticklabels()] == ["anchor 0", "anchor 1", "anchor 2"]
    assert [found[0, 1] for found in collections_of(axes, 1)] == [0.0, 1.0, 2.0]
