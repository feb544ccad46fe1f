"""Ranges of descriptors and effects of axes: against decoding by hand, and those that spaces carry."""

import numpy as np
import pytest

from rt_timbre.decoder import Decoder
from rt_timbre.descriptors.describer import NAMES, Describer
from rt_timbre.space_store import open_space
from rt_timbre_export import calibration
from rt_timbre_export.calibration import calibrate, calibrated_pitches, describer, principal_axes
from tests.tiny_space import tiny_space

TINY = tiny_space()
DESCRIBE = describer(TINY.decoder, TINY.transform, conditioned=True)
STARTS = np.stack([TINY.principal.mean, *(anchor.latent for anchor in TINY.anchors)])
PITCHES = np.full(len(STARTS), 60.0, np.float32)


def axes_of(space, describe, starts, pitches, signs=1.0):
    found = space.principal
    low, high = (found.low, found.high) if signs > 0.0 else (-found.high, -found.low)
    return principal_axes(
        describe,
        space.calibration,
        starts,
        pitches,
        mean=found.mean,
        axes=signs * found.axes,
        variance=found.variance,
        low=low,
        high=high,
    )


def one_by_one(space, points, pitch):
    """Decode and describe points, each alone."""
    decoder, describe = Decoder(space, 1), Describer(space.transform).describe
    values = []
    for point in points:
        decoder.latent[0], decoder.pitch[0, 0] = point, pitch
        decoder.run(1)
        values.append(describe(decoder.magnitude)[0])
    return np.array(values)


@pytest.mark.parametrize(
    ("low", "high", "pitches"),
    [
        (60.0, 71.0, [60.0, 64.0, 67.0, 71.0]),
        (28.0, 28.0, [28.0]),
        (59.5, 61.2, [59.5, 61.2]),
        (40.0, 52.5, [40.0, 43.0, 46.0, 49.0, 52.5]),
    ],
)
def test_pitches_are_semitones_and_the_ends(low, high, pitches):
    assert calibrated_pitches(low, high).tolist() == pitches


def test_ranges_are_percentiles_of_what_the_points_become():
    found = calibrate(DESCRIBE, TINY.points.latent, np.array([48.0, 60.5]))
    for pitch in (48.0, 60.5):
        low, high = np.percentile(one_by_one(TINY, TINY.points.latent, pitch), [2.0, 98.0], axis=0)
        ends = np.array([found.range_at(name, pitch) for name in NAMES])
        np.testing.assert_allclose(ends, np.stack([low, high], axis=1), rtol=1e-4)


def test_between_pitches_ranges_are_linear_and_beyond_they_hold():
    found = TINY.calibration
    for name in NAMES:
        ends = np.array([found.range_at(name, pitch) for pitch in (48.0, 51.0, 60.0, 20.0, 36.0, 96.0, 127.0)])
        np.testing.assert_allclose(ends[1], 0.75 * ends[0] + 0.25 * ends[2])
        np.testing.assert_array_equal(ends[3], ends[4])
        np.testing.assert_array_equal(ends[5], ends[6])


def test_effects_are_those_of_moving_along_the_axis():
    found = axes_of(TINY, DESCRIBE, STARTS, PITCHES)
    principal = TINY.principal
    place = np.linspace(-1.0, 1.0, 17)
    for axis in range(2):
        for column, name in enumerate(NAMES[:4]):
            low, high = TINY.calibration.range_at(name, 60.0)
            ways = []
            for start in STARTS:
                others = (start - principal.mean) @ principal.axes.T
                projections = np.repeat(others[None], 17, axis=0)
                projections[:, axis] = np.interp(place, [-1.0, 1.0], [principal.low[axis], principal.high[axis]])
                points = principal.mean + projections @ principal.axes
                ways.append(one_by_one(TINY, points, 60.0)[:, column] / (high - low))
            ways = np.array(ways)
            effect = found.effects[name]
            assert effect.strength[axis] == pytest.approx(np.mean(ways[:, -1] - ways[:, 0]), abs=1e-3)
            centred = ways - ways.mean(axis=1, keepdims=True)
            slope = np.polyfit(np.tile(place, len(ways)), centred.ravel(), 1)[0]
            unexplained = np.var(centred - slope * place) / np.var(centred)
            assert effect.linearity[axis] == pytest.approx(1.0 - unexplained, abs=1e-3)


def test_axes_point_to_where_what_they_do_most_grows():
    found, mirrored = (axes_of(TINY, DESCRIBE, STARTS, PITCHES, signs) for signs in (1.0, -1.0))
    np.testing.assert_allclose(found.axes, mirrored.axes)
    np.testing.assert_allclose(found.low, mirrored.low)
    assert found.labels == mirrored.labels == ("flatness +", "bandwidth +", "axis 3")
    for axis in range(3):
        strongest = max(NAMES, key=lambda name: abs(found.effects[name].strength[axis]))
        assert found.effects[strongest].strength[axis] > 0.0


def test_a_descriptor_that_is_linear_is_so_and_one_that_stays_has_no_effect(monkeypatch):
    def describe(latents, pitches):
        values = np.zeros((len(latents), 5))
        values[:, 0] = 1000.0 * latents[:, 0] + 10.0 * pitches
        return values

    monkeypatch.setattr(calibration, "_PLACES", 5)
    found = principal_axes(
        describe,
        calibrate(describe, np.linspace(-1.0, 1.0, 101, dtype=np.float32)[:, None] * np.ones(2), np.array([60.0])),
        np.zeros((2, 2), np.float32),
        np.array([60.0, 72.0], np.float32),
        mean=np.zeros(2),
        axes=np.eye(2),
        variance=np.ones(2),
        low=np.full(2, -0.96),
        high=np.full(2, 0.48),
    )
    np.testing.assert_allclose(found.effects["centroid"].strength, [0.75, 0.0], atol=1e-6)
    np.testing.assert_allclose(found.effects["centroid"].linearity, 1.0, atol=1e-6)
    assert found.labels == ("centroid +", "axis 2")
    assert not found.effects["loudness"].strength.any()


@pytest.mark.parametrize("name", ["tiny", "orchestra"])
def test_spaces_carry_what_is_found_of_them(name):
    space = TINY if name == "tiny" else open_space("orchestra").space
    describe = describer(space.decoder, space.transform, conditioned=True)
    some = space.calibration.pitches[[0, 3, -1]]
    again = calibrate(describe, space.points.latent, some)
    for descriptor in NAMES:
        for pitch in some:
            found, expected = space.calibration.range_at(descriptor, pitch), again.range_at(descriptor, pitch)
            np.testing.assert_allclose(found, expected, rtol=5e-3)
    starts = np.stack([space.principal.mean, *(anchor.latent for anchor in space.anchors)])
    pitches = np.array([space.reference_pitch, *(anchor.pitch for anchor in space.anchors)], np.float32)
    found, expected = space.principal, axes_of(space, describe, starts, pitches)
    signs = np.sign(np.sum(found.axes * expected.axes, axis=1))
    for descriptor in NAMES:
        ours, theirs = found.effects[descriptor], expected.effects[descriptor]
        np.testing.assert_allclose(ours.strength, signs * theirs.strength, atol=2e-3)
        np.testing.assert_allclose(ours.linearity, theirs.linearity, atol=2e-3)
    if name == "orchestra":
        assert (signs == 1.0).all()
        assert found.labels == expected.labels
