import dataclasses

import numpy as np
import pytest

from rt_timbre.card import card
from rt_timbre.space import pack_space, parse_space
from rt_timbre.trial import try_graphs
from rt_timbre_export import networks
from rt_timbre_export.card import make_space
from rt_timbre_export.dataset import TRAIN
from rt_timbre_export.descriptors import describe
from rt_timbre_export.errors import ExportError
from rt_timbre_export.onnx_graph import PARITY_BOUND
from rt_timbre_export.train import train
from tests.tiny_dataset import tiny_dataset, tiny_recipe, transform, whole

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
        best = max(principal.correlations, key=lambda name: abs(principal.correlations[name][axis]))
        assert principal.correlations[best][axis] > 0.0
        assert label in (f"{best} +", f"axis {axis + 1}")
    pitch = np.full(72, space.reference_pitch, np.float32)
    decoded = networks.decode(space.decoder, space.points.latent, pitch, conditioned=True)
    centroid = describe(decoded, transform().centres)[:, 0]
    assert principal.correlations["centroid"][0] == pytest.approx(
        np.corrcoef(projections[:, 0], centroid)[0, 1], abs=1e-3
    )


def test_a_model_that_cannot_be_exported_faithfully_is_not(trained, monkeypatch):
    monkeypatch.setattr("rt_timbre_export.onnx_graph.PARITY_BOUND", 1e-12)
    with pytest.raises(ExportError, match="at most 1e-12 is allowed"):
        make_space(RECIPE, DATASET, trained, whole(DATASET))


def test_descriptors_of_one_band_and_of_noise():
    centres = np.array([100.0, 200.0, 400.0, 800.0])
    frames = np.array([[0.0, 0.0, 0.5, 0.0], [0.3, 0.3, 0.3, 0.3], [0.0, 1.0, 0.0, 1.0]], np.float32)
    single, flat, two = describe(frames, centres)
    np.testing.assert_allclose(single, [400.0, 0.0, 0.0, 400.0], atol=0.1)
    np.testing.assert_allclose(flat, [375.0, np.std(centres), 1.0, 800.0], rtol=1e-6)
    np.testing.assert_allclose(two[:2], [500.0, 300.0], rtol=1e-6)
