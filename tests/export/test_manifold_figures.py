import dataclasses

import numpy as np
from matplotlib.image import imread

from rt_timbre.space import Anchor
from rt_timbre_export.drawing import pixels, save
from rt_timbre_export.manifold import ways
from rt_timbre_export.manifold_figures import flatness_figure
from tests.linear_space import DIMENSION, linear_space


def test_ways_are_drawn_with_their_medians_and_the_worst(tmp_path):
    found = ways(linear_space())
    figure = flatness_figure({"mine": found})
    linear, spherical, detour, unevenness = figure.axes
    assert (linear.get_title(), spherical.get_title()) == ("mine\nlinear", "mine\nspherical")
    assert len(linear.lines) == len(spherical.lines) == 3 + 1  # the pairs, and the even way
    np.testing.assert_allclose(linear.lines[0].get_ydata(), np.linspace(0.0, 1.0, 21), atol=1e-3)
    assert [label.get_text() for label in detour.get_yticklabels()] == ["mine\nlinear", "mine\nspherical"]
    for axes, measure in ((detour, "detour"), (unevenness, "unevenness")):
        for row, curve in enumerate(("linear", "spherical")):
            own = sorted((way for way in found if way.curve == curve), key=lambda way: getattr(way, measure))
            values = [getattr(way, measure) for way in own]
            np.testing.assert_allclose(axes.lines[2 * row].get_xdata(), values)
            np.testing.assert_allclose(axes.lines[2 * row + 1].get_xdata(), np.median(values))
            worst = own[-1]
            assert axes.texts[row].get_text() == (
                f"median {np.median(values):.2f}\nworst {values[-1]:.2f}\n{worst.ends[0]} –\n{worst.ends[1]}"
            )
    save(figure, tmp_path / "flatness.png")
    assert imread(tmp_path / "flatness.png").shape[1::-1] == pixels(figure)


def test_spaces_stand_beside_each_other():
    figure = flatness_figure({"with": ways(linear_space()), "without": ways(linear_space(anchors=2))})
    assert len(figure.axes) == 6
    assert len(figure.axes[4].get_yticklabels()) == 4


def test_anchors_that_sound_the_same_leave_an_empty_row():
    twins = tuple(
        Anchor(name=name, latent=np.ones(DIMENSION), pitch=64.0, spread=np.zeros(DIMENSION), count=1)
        for name in ("one", "two")
    )
    figure = flatness_figure({"mine": ways(dataclasses.replace(linear_space(anchors=2), anchors=twins))})
    assert [len(axes.lines) for axes in figure.axes] == [1, 1, 0, 0]
