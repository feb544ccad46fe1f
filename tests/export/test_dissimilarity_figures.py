import itertools

import numpy as np
import pytest
from matplotlib.image import imread
from matplotlib.text import Text

from rt_timbre_export.dissimilarity_figures import (
    StudySpace,
    co_occurrence,
    dissimilarity_matrix,
    study_spaces,
    timbre_space,
)
from rt_timbre_export.drawing import pixels, save
from rt_timbre_export.errors import FigureError

NAMES = ["Flute", "Oboe", "Trumpet", "Cello", "Piano"]
RANDOM = np.random.default_rng(7)
POSITIONS = RANDOM.normal(size=(5, 4))
MEAN = np.round(RANDOM.uniform(0.1, 0.9, (5, 5)), 3)
MEAN = np.triu(MEAN, 1) + np.triu(MEAN, 1).T
COUNT = RANDOM.integers(1, 90, (5, 5))
COUNT = np.triu(COUNT, 1) + np.triu(COUNT, 1).T


def texts(axes):
    return {tuple(text.get_position()): text.get_text() for text in axes.texts}


def names_at_points(axes):
    return sorted(text.get_text() for text in axes.texts)


def nothing_overlaps(figure):
    for axes in figure.axes:
        for text in axes.texts:
            text.get_window_extent()  # with the line to its point; brings both to their places
        boxes = [Text.get_window_extent(text) for text in axes.texts]
        assert not any(one.overlaps(other) for one, other in itertools.combinations(boxes, 2))


def test_a_matrix_has_means_below_and_counts_above(tmp_path):
    mean, count = MEAN.copy(), COUNT.copy()
    mean[3, 1] = mean[1, 3] = np.nan
    count[3, 1] = count[1, 3] = 0
    figure = dissimilarity_matrix(NAMES, mean, count, "All studies")
    axes = figure.axes[0]
    written = texts(axes)
    assert len(written) == 20
    for row, column in itertools.permutations(range(5), 2):
        expected = f"{count[row, column]}" if column > row else f"{mean[row, column]:.2f}"
        assert written[column, row] == expected.replace("nan", "–")
    shown = np.ma.filled(axes.images[0].get_array(), np.nan)
    np.testing.assert_allclose(shown[np.tril_indices(5, -1)], mean[np.tril_indices(5, -1)])
    assert np.isnan(shown[np.triu_indices(5)]).all()
    assert [label.get_text() for label in axes.get_xticklabels()] == NAMES
    assert axes.get_title() == "All studies"
    assert "dissimilarity" in figure.axes[1].get_ylabel()
    save(figure, tmp_path / "matrix.png")
    assert imread(tmp_path / "matrix.png").shape[1::-1] == pixels(figure)


def test_a_matrix_of_many_grows_rather_than_shrinks_its_numbers():
    names = [f"sound {i}" for i in range(30)]
    table = np.ones((30, 30))
    large, small = dissimilarity_matrix(names, table, table.astype(int), ""), co_occurrence(NAMES, COUNT)
    assert large.get_size_inches()[0] > 1.5 * small.get_size_inches()[0]
    assert {text.get_fontsize() for text in large.axes[0].texts} == {8.0}


def test_co_occurrences_are_counts_with_the_diagonal_where_there_is_one():
    axes = co_occurrence(NAMES, COUNT).axes[0]
    assert texts(axes) == {(j, i): f"{COUNT[i, j]}" for i in range(5) for j in range(i)}
    same = COUNT + 3 * np.eye(5, dtype=int)
    assert len(co_occurrence(NAMES, same).axes[0].texts) == 15


def test_a_timbre_space_of_three_dimensions_has_a_view_and_three_planes(tmp_path):
    figure = timbre_space(NAMES, POSITIONS, "Combined", 0.1342)
    assert [axes.name for axes in figure.axes] == ["3d", "rectilinear", "rectilinear", "rectilinear"]
    assert [(axes.get_xlabel(), axes.get_ylabel()) for axes in figure.axes[1:]] == [
        ("dimension 1", "dimension 2"),
        ("dimension 1", "dimension 3"),
        ("dimension 2", "dimension 3"),
    ]
    for axes in figure.axes:
        assert names_at_points(axes) == sorted(NAMES)
    assert figure.get_suptitle() == "Combined\n4 dimensions, stress-1 0.134"
    plane = np.array([line.get_xydata()[0] for line in figure.axes[3].lines])
    np.testing.assert_allclose(plane, POSITIONS[:, [1, 2]])
    nothing_overlaps(figure)
    save(figure, tmp_path / "space.png")
    assert imread(tmp_path / "space.png").shape[1::-1] == pixels(figure)


@pytest.mark.parametrize("dimensions", [1, 2])
def test_a_timbre_space_of_fewer_dimensions_is_one_picture(dimensions):
    figure = timbre_space(NAMES, POSITIONS[:, :dimensions], "Line", 0.0)
    (axes,) = figure.axes
    assert names_at_points(axes) == sorted(NAMES)
    np.testing.assert_allclose([line.get_xdata()[0] for line in axes.lines], POSITIONS[:, 0])
    nothing_overlaps(figure)


def test_points_in_one_place_are_drawn():
    figure = timbre_space(NAMES, np.zeros((5, 2)), "One place", 0.0)
    assert names_at_points(figure.axes[0]) == sorted(NAMES)
    nothing_overlaps(figure)


def test_studies_stand_side_by_side_with_the_same_marks():
    one = StudySpace(title="One", names=NAMES[:4], positions=POSITIONS[:4, :3], stress=0.1)
    two = StudySpace(title="Two", names=NAMES[1:], positions=POSITIONS[1:, :2], stress=0.2)
    figure = study_spaces([one, two])
    assert [axes.get_title() for axes in figure.axes] == [
        "One\n3 dimensions, stress-1 0.100",
        "Two\n2 dimensions, stress-1 0.200",
    ]
    assert names_at_points(figure.axes[0]) == sorted(NAMES[:4])
    # Markers of the plane: those that the same instruments have when all five are drawn.
    assert [line.get_marker() for line in figure.axes[1].lines] == ["s", "^", "D", "v"]
    nothing_overlaps(figure)


def test_what_does_not_fit_is_one_line():
    with pytest.raises(FigureError, match=r"mean has shape \(5, 5\); 4 names"):
        dissimilarity_matrix(NAMES[:4], MEAN, COUNT, "")
    with pytest.raises(FigureError, match=r"count has shape \(4, 5\)"):
        co_occurrence(NAMES, COUNT[:4])
    with pytest.raises(FigureError, match=r"positions have shape \(5, 4\); 4 names"):
        timbre_space(NAMES[:4], POSITIONS, "", 0.0)
    with pytest.raises(FigureError, match="no study"):
        study_spaces([])
    with pytest.raises(FigureError, match="Thin has 1 dimension"):
        study_spaces([StudySpace(title="Thin", names=NAMES, positions=POSITIONS[:, :1], stress=0.0)])
