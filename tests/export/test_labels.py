import itertools

import numpy as np
import pytest
from matplotlib.text import Text

from rt_timbre_export.drawing import PAGE, new_figure, on_page, settle
from rt_timbre_export.labels import label_points


def labelled(positions, names, **plot):
    figure = new_figure(PAGE, 100.0)
    axes = figure.add_subplot(**plot)
    axes.plot(*positions.T, "o", markersize=5.0)
    settle(figure)
    return axes, label_points(axes, positions, names)


def boxes(texts):
    """What each name covers, without the line to its point."""
    found = []
    for text in texts:
        text.get_window_extent()  # with the line; brings both to their places
        found.append(Text.get_window_extent(text))
    return found


@pytest.mark.parametrize("dimensions", [2, 3])
def test_names_cover_neither_each_other_nor_points(dimensions):
    positions = np.random.default_rng(4).normal(size=(14, dimensions))
    positions[1] = positions[0] + 0.02  # a pair that nearly coincides
    names = [f"instrument {i}" for i in range(14)]
    axes, texts = labelled(positions, names, **({"projection": "3d"} if dimensions == 3 else {}))
    found = boxes(texts)
    assert [text.get_text() for text in texts] == names
    assert not any(one.overlaps(other) for one, other in itertools.combinations(found, 2))
    points = [on_page(axes, position) for position in positions]
    assert not any(box.contains(*point) for box in found for point in points)


def test_a_lonely_name_is_beside_its_point_without_a_line():
    axes, (text,) = labelled(np.array([[0.0, 0.0]]), ["alone"])
    assert not text.arrow_patch.get_visible()
    (box,) = boxes([text])
    x, y = on_page(axes, (0.0, 0.0))
    gap = np.hypot(max(box.x0 - x, 0.0, x - box.x1), max(box.y0 - y, 0.0, y - box.y1))
    assert 0.0 < gap < 7.0 * 300 / 72


def test_in_a_crowd_a_line_leads_to_the_point():
    positions = np.linspace(0.0, 0.01, 12)[:, None] * np.ones(2)
    _, texts = labelled(np.vstack([positions, [[1.0, 1.0]]]), [f"in the crowd {i}" for i in range(13)])
    assert sum(text.arrow_patch.get_visible() for text in texts) > 3
    found = boxes(texts)
    assert not any(one.overlaps(other) for one, other in itertools.combinations(found, 2))


def test_what_is_taken_is_kept_free():
    axes, _ = labelled(np.array([[0.0, 0.0], [1.0, 1.0]]), ["far", "away"])
    x, y = on_page(axes, (0.0, 0.0))
    right = (x + 10.0, y - 100.0, x + 400.0, y + 100.0)
    (text,) = label_points(axes, np.array([[0.0, 0.0]]), ["name"], taken=[right])
    (box,) = boxes([text])
    assert min(box.x1, right[2]) <= max(box.x0, right[0]) or min(box.y1, right[3]) <= max(box.y0, right[1])
