import dataclasses

import numpy as np
import pytest

from rt_timbre.card import card
from rt_timbre.descriptors.describer import NAMES, Describer
from rt_timbre.space import pack_space, parse_space
from rt_timbre.trial import try_graphs
from rt_timbre_export import networks
from rt_timbre_export.card import make_space
from rt_timbre_export.dataset import TRAIN
from rt_timbre_export.errors import ExportError
from rt_timbre_export.onnx_graph import PARITY_BOUND
from rt_timbre_export.train import train
from tests.tiny_dataset import tiny_dataset, tiny_recipe, whole

DATASET = tiny_dataset()
RECIPE = tiny_recipe(epochs=20, learning_rate=5e-3, beta=0.03)


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    return train(RECIPE, DATASET, tmp_path_factory.mktemp("work") / "vae.pt")


@pytest.fixture(scope="module")
def space(trained):
    return make_space(RECIPE, DATASET, trained, whole(DATASET))


def test_it_is_a_space_that_opens_and_can_be_tried(space):
    again = parse_space(pack_space(space))
    assert again.metrics == space.metrics
    try_graphs(again)


def test_the_card_says_what_it_is_made_of(space):
    assert space.name == RECIPE.space.name
    assert space.sources == ({"name": "formula", "licence": "CC0-1.0", "licence_class": "permissive", "notes": "72"},)
    assert space.recipe["train"]["epochs"] == 20
    assert space.seeds == {"frames": 1, "split": 1, "train": 1, "parity": 1}
    assert {"rt-timbre", "python", "torch", "onnx", "onnxruntime", "numpy"} <= space.versions.keys()
    export = space.metrics["export"]
    assert 0.0 <= export["greatest difference of ONNX and model"]["decoder"] < export["bound"] == PARITY_BOUND
    text = card(space, "0" * 64)
    assert "formula" in text
    assert max(len(line) for line in text.splitlines()) <= 130


def test_anchors_are_the_means_of_the_training_notes(space):
    means = networks.encode(space.encoder, DATASET.frames, DATASET.pitch, conditioned=True)
    chosen = DATASET.select(TRAIN)
    for index, anchor in enumerate(space.anchors):
        assert anchor.name == DATASET.instruments[index]
        own = chosen[DATASET.instrument[chosen] == index]
        notes = np.stack([means[own[DATASET.note[own] == note]].mean(axis=0) for note in np.unique(DATASET.note[own])])
        np.testing.assert_allclose(anchor.latent, notes.mean(axis=0), atol=1e-5)
        np.testing.assert_allclose(anchor.spread, notes.std(axis=0), atol=1e-5)
        assert anchor.count == len(notes) == 20
        assert anchor.pitch in (65.0, 66.0)
        assert anchor.pitch == int(anchor.pitch)


def test_transposed_frames_move_neither_anchors_nor_points(trained, space):
    extra = DATASET.select(TRAIN)[:30]

    def doubled(values, more):
        return np.concatenate([values, more.astype(values.dtype)])

    more = dataclasses.replace(
        DATASET,
        frames=doubled(DATASET.frames, DATASET.frames[extra][::-1]),
        gain=doubled(DATASET.gain, DATASET.gain[extra]),
        pitch=doubled(DATASET.pitch, DATASET.pitch[extra] + 1.0),
        instrument=doubled(DATASET.instrument, DATASET.instrument[extra]),
        note=doubled(DATASET.note, DATASET.note[extra]),
        time=doubled(DATASET.time, DATASET.time[extra]),
    )
    other = make_space(RECIPE, more, trained, whole(more))
    for one, two in zip(space.anchors, other.anchors, strict=True):
        np.testing.assert_array_equal(one.latent, two.latent)
    np.testing.assert_array_equal(space.points.latent, other.points.latent)
    for name, path in space.points.paths.items():
        np.testing.assert_array_equal(path, other.points.paths[name])


def test_the_range_holds_nearly_all_frames_and_all_anchors(space):
    means = networks.encode(space.encoder, DATASET.frames, DATASET.pitch, conditioned=True)
    within = (means >= space.latent_low) & (means <= space.latent_high)
    assert within.mean() > 0.98
    for anchor in space.anchors:
        assert ((anchor.latent > space.latent_low) & (anchor.latent < space.latent_high)).all()
    assert (space.pitch_low, space.pitch_high, space.reference_pitch) == (60.0, 71.0, space.anchors[0].pitch)


def test_points_and_paths_are_the_notes(space):
    assert space.points.latent.shape == (72, 3)
    assert [DATASET.instruments[label] for label in space.points.label[::24]] == list(DATASET.instruments)
    assert len(space.points.paths) == 3
    for path in space.points.paths.values():
        assert path.shape == (3, 4)
        assert path[:, 3].max() == pytest.approx(1.0)


def test_axes_are_principal_and_point_to_where_their_descriptor_grows(space):
    principal = space.principal
    latent = space.points.latent.astype(np.float64)
    np.testing.assert_allclose(principal.mean, latent.mean(axis=0), atol=1e-5)
    projections = (latent - principal.mean) @ principal.axes.T
    np.testing.assert_allclose(projections.var(axis=0, ddof=1), principal.variance, rtol=1e-3)
    assert (np.diff(principal.variance) <= 0.0).all()
    np.testing.assert_allclose(np.percentile(projections, 98, axis=0), principal.high, rtol=1e-3, atol=1e-4)
    for axis, label in enumerate(principal.labels):
        best = max(NAMES, key=lambda name: abs(principal.effects[name].strength[axis]))
        assert principal.effects[best].strength[axis] > 0.0
        assert label in (f"{best} +", f"axis {axis + 1}")


def test_ranges_hold_what_the_notes_reach_at_each_pitch(space):
    assert space.calibration.pitches.tolist() == [60.0, 64.0, 67.0, 71.0]
    describer = Describer(space.transform)
    for pitch in (60.0, 67.0):
        pitches = np.full(len(space.points.latent), pitch, np.float32)
        found = describer.describe(networks.decode(space.decoder, space.points.latent, pitches, conditioned=True))
        for column, name in enumerate(NAMES):
            low, high = space.calibration.range_at(name, pitch)
            within = (found[:, column] >= low) & (found[:, column] <= high)
            assert 0.9 <= within.mean() <= 0.98


def test_a_model_that_cannot_be_exported_faithfully_is_not(trained, monkeypatch):
    monkeypatch.setattr("rt_timbre_export.onnx_graph.PARITY_BOUND", 1e-12)
    with pytest.raises(ExportError, match="at most 1e-12 is allowed"):
        make_space(RECIPE, DATASET, trained, whole(DATASET))


def test_a_space_without_pitches_is_calibrated_at_its_own(tmp_path):
    recipe = dataclasses.replace(RECIPE, model=dataclasses.replace(RECIPE.model, conditioned=False))
    space = make_space(recipe, DATASET, train(recipe, DATASET, tmp_path / "vae.pt"), whole(DATASET))
    assert space.calibration.pitches.tolist() == [space.reference_pitch]
    frames = networks.decode(space.decoder, space.points.latent, space.points.pitch, conditioned=False)
    expected = np.percentile(Describer(space.transform).describe(frames), [2.0, 98.0], axis=0)
    for name, (low, high) in zip(NAMES, expected.T, strict=True):
        assert space.calibration.range_at(name, 20.0) == (pytest.approx(low, rel=1e-4), pytest.approx(high, rel=1e-4))
    assert parse_space(pack_space(space)).calibration.pitches.tolist() == [space.reference_pitch]
