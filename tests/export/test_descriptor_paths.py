"""How paths along which descriptors follow curves are measured and drawn."""

import dataclasses

import numpy as np
import pytest
from matplotlib.image import imread

from rt_timbre.paths.descriptor_of import DescriptorOf
from rt_timbre.paths.followed import Followed
from rt_timbre.paths.latent_path import LatentPath
from rt_timbre.space import Points, write_space
from rt_timbre.space_store import open_space
from rt_timbre_export import descriptor_cases, descriptor_path_tables
from rt_timbre_export.cli import main
from rt_timbre_export.descriptor_cases import (
    DESCRIPTORS,
    PERCENTILES,
    POINTS,
    SEMITONES,
    SHAPES,
    Case,
    cases_of_figure,
    draw_cases,
)
from rt_timbre_export.descriptor_path_figures import paths_figure
from rt_timbre_export.descriptor_path_tables import measured
from rt_timbre_export.descriptor_paths import METHODS, follow_all, score, trained_judge
from rt_timbre_export.drawing import pixels, save
from rt_timbre_export.errors import EvaluationError
from tests.linear_space import RECIPE, linear_space, write_tones
from tests.tiny_dataset import tiny_dataset
from tests.tiny_space import tiny_space


@pytest.fixture(scope="module")
def orchestra():
    return open_space("orchestra").space


@pytest.fixture(scope="module")
def cases(orchestra):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(descriptor_cases, "POINTS", 40)
        return draw_cases(orchestra, 20, 1)


def test_all_descriptors_and_shapes_are_asked_for(cases):
    assert {(case.descriptor, case.shape) for case in cases} == {(d, s) for d in DESCRIPTORS for s in SHAPES}


def test_cases_are_the_same_for_a_seed_and_others_for_another(orchestra, cases):
    again, others = draw_cases(orchestra, 4, 1), draw_cases(orchestra, 4, 2)
    for case, same, other in zip(cases, again, others, strict=False):
        np.testing.assert_array_equal(case.origin, same.origin)
        np.testing.assert_array_equal(case.target[[0, -1]], same.target[[0, -1]])
        assert not np.array_equal(case.origin, other.origin)


def test_curves_begin_at_the_origin_and_lie_between_values_of_the_instruments_notes(orchestra, cases):
    points, names = orchestra.points, [anchor.name for anchor in orchestra.anchors]
    for case in cases:
        describe = DescriptorOf(orchestra, case.pitch, case.descriptor)
        start = describe(case.origin[None])[0]
        assert case.target[0] == pytest.approx(start, rel=1e-9)
        near = (points.label == names.index(case.instrument)) & (np.abs(points.pitch - case.pitch) <= SEMITONES)
        values = np.sort(describe(points.latent[near]))
        low, high = (values[int(np.ceil(len(values) * share / 100.0)) - 1] for share in PERCENTILES)
        assert (case.low, case.high) == (min(low, start), max(high, start))
        assert case.target.min() >= case.low - 1e-9 * case.high
        assert case.target.max() <= case.high * (1.0 + 1e-9)
        assert len(case.target) == len(case.times) == 40


def test_shapes_are_what_they_are_called():
    x, generator = np.linspace(0.0, 1.0, 101), np.random.default_rng(0)
    drawn = {name: shape(0.3, x, generator) for name, shape in SHAPES.items()}
    for values in drawn.values():
        assert values[0] == pytest.approx(0.3)
        assert values.min() >= 0.0
        assert values.max() <= 1.0
    assert drawn["ramp up"][-1] == 1.0
    assert drawn["ramp down"][-1] == 0.0
    np.testing.assert_allclose(drawn["sine"][:51], drawn["sine"][50:], atol=1e-12)
    assert len(np.unique(drawn["steps"])) == 5
    assert np.abs(np.diff(drawn["random"])).max() < 0.15


def test_the_figure_falls_from_the_brightest_note_and_rises_like_a_logarithm(orchestra):
    centroid, bandwidth = cases_of_figure(orchestra)
    assert (centroid.descriptor, bandwidth.descriptor, centroid.pitch) == ("centroid", "bandwidth", 68.0)
    label = [anchor.name for anchor in orchestra.anchors].index("Clarinet")
    own = (orchestra.points.label == label) & (orchestra.points.pitch == 68.0)
    assert centroid.target[0] == DescriptorOf(orchestra, 68.0, "centroid")(orchestra.points.latent[own]).max()
    steps = np.diff(centroid.target)
    np.testing.assert_allclose(steps, steps[0])
    assert steps[0] < 0.0
    bends = np.exp(np.log(10.0) * (bandwidth.target - bandwidth.low) / (bandwidth.high - bandwidth.low))
    np.testing.assert_allclose(np.diff(bends), 9.0 / (POINTS - 1), rtol=1e-6)


def test_a_figure_needs_its_clarinet():
    with pytest.raises(EvaluationError, match="linear has no note of Clarinet at MIDI 68, where the figure begins"):
        cases_of_figure(linear_space())


def test_the_errors_of_few_cases_are_less_than_half(orchestra, cases):
    few = [case for case in cases if case.shape == "sine" and case.descriptor != "rolloff"]
    found = follow_all(orchestra, few, METHODS, processes=1)
    errors = {
        name: np.mean([one.error / (case.high - case.low) for one, case in zip(own, few, strict=True)])
        for name, own in found.items()
    }
    ours = errors.pop("follow")
    assert len(errors) == 4
    assert ours < 0.5 * min(errors.values())


def test_a_path_is_scored_by_what_it_is():
    space = linear_space()
    case = Case(
        instrument="anchor 1",
        origin=np.zeros(3),
        pitch=64.0,
        descriptor="centroid",
        shape="steps",
        low=100.0,
        high=300.0,
        target=np.array([100.0, 200.0]),
        times=np.array([0.0, 1.0]),
    )
    path = LatentPath(times=case.times, latents=np.array([[3.0, 4.0, 0.0], [3.0, 4.0, 1.0]]))
    found = Followed(path=path, target=case.target, reached=np.array([130.0, 160.0]))
    seen = []

    def judge(frames, pitch):
        seen.append((frames.shape, pitch))
        return ["anchor 1", "anchor 2"]

    result = score(space, case, found, judge)
    assert result.error == pytest.approx(np.sqrt((30.0**2 + 40.0**2) / 2.0) / 200.0)
    assert (result.length, result.largest, result.kept) == (pytest.approx(6.0), pytest.approx(5.0), 0.5)
    assert seen == [((2, 129), 64.0)]


def test_a_judge_knows_the_frames_it_was_trained_on():
    dataset = tiny_dataset()
    space = linear_space(transform=dataset.transform)
    own = np.flatnonzero(dataset.instrument == 1)[:20]
    judge = trained_judge(space, dataset)
    names = [judge(dataset.frames[i : i + 1], float(dataset.pitch[i]))[0] for i in own]
    assert names.count(dataset.instruments[1]) >= 18


def test_other_bands_are_refused():
    with pytest.raises(EvaluationError, match="linear has other bands than the notes of the recipe were analysed with"):
        trained_judge(linear_space(), tiny_dataset())


def test_the_figure_shows_frames_curves_and_ways(orchestra, tmp_path):
    pair = [
        dataclasses.replace(case, target=case.target[::20], times=case.times[::20])
        for case in cases_of_figure(orchestra)
    ]
    methods = {name: METHODS[name] for name in ("Algorithm 1, radius 0.1", "follow")}
    found = follow_all(orchestra, pair, methods, processes=1)
    figure = paths_figure(orchestra, pair, found)
    titles = [axes.get_title() for axes in figure.axes[:8]]
    assert titles == [
        "centroid falling\nAlgorithm 1, radius 0.1",
        "\nfollow",
        "",
        "",
        "bandwidth rising like a logarithm\nAlgorithm 1, radius 0.1",
        "\nfollow",
        "",
        "",
    ]
    printed, ours, target = figure.axes[2].lines
    np.testing.assert_array_equal(printed.get_ydata(), found["Algorithm 1, radius 0.1"][0].reached)
    np.testing.assert_array_equal(ours.get_ydata(), found["follow"][0].reached)
    np.testing.assert_array_equal(target.get_ydata(), pair[0].target)
    assert len(figure.axes[3].lines[0].get_xdata()) == 1 + 5
    save(figure, tmp_path / "paths.png")
    assert imread(tmp_path / "paths.png").shape[1::-1] == pixels(figure)


def test_the_tables_hold_every_method(monkeypatch):
    monkeypatch.setattr(descriptor_cases, "POINTS", 8)
    space = tiny_space(tiny_dataset().transform)
    lines = measured(space, tiny_dataset(), count=4, seed=3, processes=1)
    assert lines[0] == "tiny has no note of Clarinet at MIDI 68, where the figure begins"
    assert [line.count("|") for line in lines if line.startswith("| follow")] == [8, 6, 7]
    assert sum(line.startswith("| Algorithm 1, radius 0.2 ") for line in lines) == 3
    assert lines[-1].startswith("4 cases (seed 3): ")


def test_a_space_without_notes_or_change_has_no_cases(monkeypatch):
    space = linear_space()
    none = Points(latent=np.zeros((0, 3)), pitch=[], label=[], paths={})
    with pytest.raises(EvaluationError, match="linear holds no notes to set out from"):
        draw_cases(dataclasses.replace(space, points=none), 1, 1)
    monkeypatch.setattr(descriptor_cases, "LEAST_RANGE", 1.1)
    with pytest.raises(EvaluationError, match="the centroid is the same around 200 notes of linear"):
        draw_cases(space, 1, 1)


def test_one_command_measures_a_space(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(descriptor_cases, "POINTS", 6)
    monkeypatch.setattr(descriptor_path_tables, "METHODS", {"follow": METHODS["follow"]})
    sounds = write_tones(tmp_path / "sounds", instruments=("anchor 0", "anchor 1"), pitches=(60, 62, 64, 66))
    write_space(linear_space(), tmp_path / "linear.timbre")
    (tmp_path / "linear.toml").write_text(RECIPE.replace("FOLDER", str(sounds)))
    monkeypatch.chdir(tmp_path)
    assert main(["paths", "linear.timbre", "linear.toml", "--cases", "4", "--threads", "1"]) == 0
    assert "4 cases (seed 1): a note drawn" in capsys.readouterr().out
    assert main(["paths", "linear.timbre", "linear.toml", "--figure", "a.png"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert line == "rt-timbre-export: linear has no note of Clarinet at MIDI 68, where the figure begins"
