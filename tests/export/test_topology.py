import numpy as np
import pytest

from rt_timbre.descriptors.describer import NAMES, Describer
from rt_timbre_export import topology
from rt_timbre_export.topology import LEVEL, OFFSETS, axes_of, latent_at, level, measured, span, topologies
from tests.linear_space import DECIBELS, SLOPES, decode, linear_space
from tests.tiny_dataset import transform

LOUDNESS = "loudness (dB, A-weighted)"


def test_macro_coordinates_are_those_of_the_server():
    space = linear_space()
    mean, low, high = space.principal.mean, space.principal.low, space.principal.high
    np.testing.assert_allclose(latent_at(space, np.array([-1.0, 1.0, 0.0])) - mean, [low[0], high[1], 0.5], atol=1e-6)
    np.testing.assert_allclose(latent_at(space, np.array([0.5])) - mean, [1.25, 0.0, 0.0], atol=1e-6)
    assert high[2] + low[2] == 1.0


def test_planes_stand_across_each_axis():
    found = topologies(linear_space(), OFFSETS)
    assert [part.across for part in found] == [0, 1, 2]
    assert [part.plane for part in found] == [(1, 2), (0, 2), (0, 1)]
    for part in found:
        assert part.offsets == OFFSETS
        assert part.coordinates.shape == (6, 50, 50, 3)
        for plane, offset in zip(part.coordinates, OFFSETS, strict=True):
            np.testing.assert_array_equal(plane[..., part.across], offset)
            rows, columns = part.plane
            np.testing.assert_allclose(plane[:, 0, rows], np.linspace(-1.0, 1.0, 50))
            np.testing.assert_allclose(plane[0, :, columns], np.linspace(-1.0, 1.0, 50))


def test_values_are_those_of_the_decoded_frames(monkeypatch):
    monkeypatch.setattr(topology, "_BATCH", 700)  # no divisor of the number of points
    space = linear_space()
    part = topologies(space, OFFSETS)[1]
    at = (4, 17, 31)
    frame = decode(part.latent[at])[None].astype(np.float32)
    found = dict(zip(NAMES, Describer(space.transform).describe(frame)[0], strict=True))
    for name in ("centroid", "bandwidth", "rolloff"):
        assert part.values[f"{name} (Hz)"][at] == pytest.approx(found[name], rel=1e-4)
    assert part.values["flatness (dB)"][at] == pytest.approx(10.0 * np.log10(found["flatness"]), abs=1e-3)
    assert part.values[LOUDNESS][at] == pytest.approx(found["loudness"], abs=1e-3)


def test_a_descriptor_that_is_linear_in_the_latents_has_its_slope_as_ratio():
    space = linear_space()
    found = topologies(space, OFFSETS)
    row = measured(found)[LOUDNESS]
    low, high = span([part.values[LOUDNESS] for part in found])
    assert (row.low, row.high) == (low, high)
    # The first latent raises all bands alike.
    slope = SLOPES[0, 0] * DECIBELS
    along_first = np.diff(found[2].values[LOUDNESS][:, :, 0], axis=1) / np.diff(found[2].latent[:, :, 0, 0], axis=1)
    np.testing.assert_allclose(along_first, slope, rtol=1e-3)
    assert row.per_latent.largest >= slope / (high - low) * (1 - 1e-3)


def test_ratios_of_a_space_with_one_slope_are_known():
    """Of a plane alone, in which only the first axis changes the level."""
    space = linear_space(axes=2, loudness="a-weighted")
    (part,) = topologies(space, OFFSETS)
    part.values[LEVEL] = 4.0 * part.latent[..., 0].astype(np.float64)
    row = measured([part])[LEVEL]
    length = 4.0 * 3.0  # over the whole axis, from −1 to 2
    assert row.high - row.low == pytest.approx(0.96 * length, rel=0.03)
    assert row.per_latent.largest == pytest.approx(4.0 / (row.high - row.low), rel=1e-3)
    assert row.per_axis.largest == pytest.approx(length / (row.high - row.low), rel=1e-3)


def test_spaces_of_fewer_axes_have_fewer_planes():
    two = topologies(linear_space(axes=2), OFFSETS)
    assert [(part.across, part.plane, part.values[LOUDNESS].shape) for part in two] == [(None, (0, 1), (1, 50, 50))]
    assert topologies(linear_space(axes=1), OFFSETS) == []
    assert measured([]) == {}
    assert [axes_of(linear_space(axes=count)) for count in (1, 2, 3)] == [1, 2, 3]


def test_frames_of_equal_loudness_show_their_unweighted_level():
    part = topologies(linear_space(loudness="a-weighted"), OFFSETS)[0]
    assert LEVEL in part.values
    assert LOUDNESS not in part.values
    frame = decode(part.latent[0, 0, 0])[None].astype(np.float32)
    assert part.values[LEVEL][0, 0, 0] == pytest.approx(level(frame)[0], abs=1e-3)


def test_levels_are_decibels():
    bands = transform()
    frames = np.zeros((2, bands.bands), np.float32)
    frames[0, np.argmin(np.abs(bands.centres - 1000.0))] = 1.0
    assert level(frames)[0] == pytest.approx(-3.01, abs=0.01)
    assert level(frames)[1] == -120.0
    np.testing.assert_allclose(level(10.0 * frames[:1]) - level(frames[:1]), 20.0)
