import dataclasses

import numpy as np
import pytest

from rt_timbre.instrument_names import matched_names
from rt_timbre_export import networks
from rt_timbre_export.baselines import PrincipalComponents
from rt_timbre_export.card import make_space
from rt_timbre_export.classifier import Classifier, features
from rt_timbre_export.dataset import TRAIN
from rt_timbre_export.errors import EvaluationError
from rt_timbre_export.evaluate import REACH, cents_off, evaluate, held_out, squared_levels, unseen
from rt_timbre_export.train import architecture, train
from tests.tiny_dataset import harmonic_frame, tiny_dataset, tiny_recipe, transform, whole

DATASET = tiny_dataset()
BANDS = transform()


@pytest.fixture(scope="module")
def space(tmp_path_factory):
    """A space trained long enough to be recognised."""
    recipe = tiny_recipe(epochs=80, learning_rate=5e-3, beta=0.03)
    model = train(recipe, DATASET, tmp_path_factory.mktemp("work") / "vae.pt")
    return make_space(recipe, DATASET, model, whole(DATASET))


def test_levels_are_compared_within_sixty_decibels_of_the_peak():
    frames = np.array([[1.0, 0.1, 1.01e-3, 0.99e-3, 0.0], [0.02, 0.02, 0.01, 0.0, 0.0]], np.float32)
    decoded = np.array([[1.0, 0.01, 1.01e-3, 1.0, 1.0], [0.02, 0.2, 0.0, 1.0, 1.0]], np.float32)
    square, count = squared_levels(decoded, frames)
    np.testing.assert_array_equal(count, [3, 3])
    # What is not there at all counts as 100 dB below the peak: 0.01 is 6.02 dB below it.
    np.testing.assert_allclose(square, [20.0**2, 20.0**2 + (100.0 - 6.0206) ** 2], rtol=1e-4)


@pytest.mark.parametrize("cents", [0.0, 1.0, -7.0, 25.0])
def test_cents_are_found(cents):
    pitch = np.array([62.0, 69.0, 74.0], np.float32)
    fundamental = 440.0 * 2.0 ** ((pitch - 69.0 + cents / 100.0) / 12.0)
    frames = np.stack([harmonic_frame(BANDS, f, 0.1 / np.arange(1, 9)) for f in fundamental])
    np.testing.assert_allclose(cents_off(frames, pitch, BANDS), abs(cents), atol=0.5)


def test_a_frame_without_the_pitch_counts_as_far_off():
    silent = np.zeros(BANDS.bands, np.float32)
    elsewhere = harmonic_frame(BANDS, 440.0 * 2.0 ** (-0.4 / 12.0) * 1.5, [0.1])
    np.testing.assert_array_equal(cents_off(np.stack([silent, elsewhere]), np.full(2, 69.0, np.float32), BANDS), REACH)


def test_principal_components_are_those_of_a_singular_value_decomposition():
    size = architecture(tiny_recipe(), DATASET)
    chosen = DATASET.select(TRAIN)
    found = PrincipalComponents(DATASET.frames[chosen], DATASET.pitch[chosen], size)
    seen = np.hstack(
        [
            np.log(DATASET.frames.astype(float) + size.floor),
            DATASET.pitch[:, None] == np.arange(size.pitch_low, size.pitch_high + 1),
        ]
    )
    mean = seen[chosen].mean(axis=0)
    _, _, axes = np.linalg.svd(seen[chosen] - mean, full_matrices=False)
    expected = ((seen - mean) @ axes[:3].T @ axes[:3] + mean)[:, : BANDS.bands]
    frames = found.reconstruct(DATASET.frames, DATASET.pitch)
    np.testing.assert_allclose(frames, np.maximum(np.exp(expected) - size.floor, 0.0), rtol=1e-3, atol=1e-7)


def test_the_classifier_tells_instruments_apart():
    judge = Classifier(DATASET.frames[::2], DATASET.pitch[::2], DATASET.instrument[::2], BANDS.centres, seed=0)
    assert np.mean(judge.name(DATASET.frames[1::2], DATASET.pitch[1::2]) == DATASET.instrument[1::2]) > 0.95


def test_the_classifier_sees_no_level():
    frames, pitch = DATASET.frames[:4], DATASET.pitch[:4]
    np.testing.assert_allclose(
        features(frames, pitch, BANDS.centres), features(frames * 0.03, pitch, BANDS.centres), atol=1e-4
    )


def test_held_out_frames_are_those_of_test_notes_as_played():
    chosen = held_out(DATASET)
    assert {(int(DATASET.instrument[i]), int(DATASET.pitch[i])) for i in chosen} == {(0, 62), (1, 63), (2, 64)}
    transposed = dataclasses.replace(DATASET, pitch=DATASET.pitch + (np.arange(len(DATASET.pitch)) % 2))
    assert (held_out(transposed) % 2 == 0).all()


def test_figures_are_what_they_say(space):
    chosen = held_out(DATASET)
    methods = {"nothing": lambda frames, pitch: np.zeros_like(frames), "all": lambda frames, pitch: frames}
    metrics = evaluate(space, DATASET, chosen, methods, 2.0)
    table = metrics["reconstruction"]
    assert list(table) == ["Dark", "Bright", "Hollow", "all"]
    frames, gain = DATASET.frames[chosen], DATASET.gain[chosen]
    assert table["all"]["all dB"] == table["all"]["all mse"] == 0.0
    assert table["all"]["nothing mse"] == pytest.approx(
        np.mean(np.sum((frames * gain[:, None] / 2.0) ** 2, axis=1)), rel=1e-5
    )
    latent = networks.encode(space.encoder, frames, DATASET.pitch[chosen], conditioned=True)
    decoded = networks.decode(space.decoder, latent, DATASET.pitch[chosen], conditioned=True)
    square, count = squared_levels(decoded, frames)
    assert table["all"]["space dB"] == pytest.approx(np.sqrt(square.sum() / count.sum()))
    dark = DATASET.instrument[chosen] == 0
    assert table["Dark"]["space dB"] == pytest.approx(np.sqrt(square[dark].sum() / count[dark].sum()))
    assert table["all"]["space dB"] < 16.0
    assert metrics["cents off"]["the real frames"]["median"] < 0.5
    assert metrics["cents off"]["anchors"]["median"] < 5.0
    assert metrics["cents off"]["anchors"]["frames"] == 36
    named = metrics["anchors named"]
    wrong = [] if named["wrong"] == "none" else named["wrong"].split("; ")
    assert (named["of"], named["right"]) == (3, 3 - len(wrong))
    assert all(line.split(" as ")[0] in DATASET.instruments for line in wrong)


def test_sources_that_were_learned_from_are_not_unseen(space):
    assert unseen(space, DATASET).size == 0
    notes = tuple(
        dataclasses.replace(note, source="elsewhere" if note.dynamic == "p" else note.source) for note in DATASET.notes
    )
    other = dataclasses.replace(DATASET, notes=notes)
    chosen = unseen(space, other)
    assert {other.notes[note].dynamic for note in other.note[chosen]} == {"p"}
    narrow = dataclasses.replace(space, pitch_low=65.0)
    assert DATASET.pitch[unseen(narrow, other)].min() == 65.0


def test_notes_that_do_not_fit_are_refused(space):
    with pytest.raises(EvaluationError, match="no note to measure"):
        evaluate(space, DATASET, unseen(space, DATASET), {}, 1.0)
    bands = dataclasses.replace(BANDS, centres=BANDS.centres * 1.01)
    with pytest.raises(EvaluationError, match="other bands"):
        evaluate(space, dataclasses.replace(DATASET, transform=bands), held_out(DATASET), {}, 1.0)


def test_instruments_are_matched_by_name():
    known = ("French Horn", "Alto Saxophone", "Bassoon", "Clarinet")
    names = ("FrenchHorn", "Saxophone", "bassoon", "BassClarinet", "Contrabassoon", "Horn")
    assert matched_names(names, known) == {
        "FrenchHorn": "French Horn",
        "Saxophone": "Alto Saxophone",
        "bassoon": "Bassoon",
        "BassClarinet": "BassClarinet",
        "Contrabassoon": "Contrabassoon",
        "Horn": "Horn",
    }
