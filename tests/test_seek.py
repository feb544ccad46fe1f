"""Seeking points by their descriptors: against an optimiser on a known decoder, and on spaces as they are played."""

import dataclasses
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize

from rt_timbre.decoder import Decoder
from rt_timbre.descriptors.describer import NAMES, UNITS, Describer
from rt_timbre.descriptors.seeking.seeker import Seeker
from rt_timbre.errors import SpaceError
from rt_timbre.frames import Frames
from rt_timbre.space_store import open_space
from tests import linear_space
from tests.tiny_space import Graph, tiny_space

NEAR = 0.0105  # of a range


@cache
def space(name):
    if name == "linear":
        return linear_space.linear_space()
    return tiny_space() if name == "tiny" else open_space("orchestra").space


@cache
def seeker(name):
    return Seeker(space(name))


def described(name, latent, pitch):
    """What a decoder of its own makes of a point, at a semitone of the space's range."""
    decoder = Decoder(space(name), 1)
    decoder.latent[0], decoder.pitch[0] = latent, pitch
    decoder.run(1)
    return dict(zip(NAMES, Describer(space(name).transform).describe(decoder.magnitude)[0].tolist(), strict=True))


def played(name, latent, pitch):
    """What a voice plays there, frequencies as they are heard."""
    frames = Frames(space(name), 1)
    for fresh in (1, 0, 0):
        frames.update(np.ones(1, np.int8), np.full(1, fresh, np.int8), np.array([pitch]), latent[None])
    values = Describer(space(name).transform).describe(frames.magnitude)[0]
    values[np.array(UNITS) == "Hz"] *= frames.scale[0]
    return dict(zip(NAMES, values.tolist(), strict=True))


def in_points(name, values):
    """How far apart values are, in standard deviations of the space's points."""
    points = np.concatenate([space(name).points.latent, [anchor.latent for anchor in space(name).anchors]])
    return np.sqrt(values @ np.linalg.solve(np.cov(points.T.astype(float)), values))


@pytest.mark.parametrize("targets", [{"loudness": 3.0}, {"centroid": 300.0}, {"centroid": -300.0, "loudness": 0.0}])
def test_the_point_found_is_the_nearest_that_meets_the_targets(targets):
    """Targets relative to the beginning; the oracle minimises the distance on the formula that the decoder computes."""
    origin = np.full(linear_space.DIMENSION, 0.5, np.float32)
    describer = Describer(space("linear").transform)

    def values(latent):
        frame = linear_space.decode(latent)[None].astype(np.float32)
        found = dict(zip(NAMES, describer.describe(frame)[0], strict=True))
        return np.array([found[name] for name in targets])

    wanted = values(origin) + list(targets.values())
    found = seeker("linear").seek(origin, 64.0, dict(zip(targets, wanted, strict=True)))
    assert found.met
    assert values(found.latent) == pytest.approx([found.reached[name] for name in targets], rel=1e-4)
    nearest = minimize(
        lambda latent: in_points("linear", latent - origin) ** 2,
        origin.astype(float) + 0.1,
        method="SLSQP",
        constraints={"type": "eq", "fun": lambda latent: (values(latent) - wanted) / 100.0},
        options={"maxiter": 300, "ftol": 1e-8, "eps": 1e-3},  # frames are float32,
    )
    assert nearest.success
    assert in_points("linear", found.latent - origin) <= 1.1 * in_points("linear", nearest.x - origin) + 0.02


@pytest.mark.parametrize("name", ["linear", "tiny", "orchestra"])
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_what_is_told_is_so_and_never_farther_than_the_beginning(name, data):
    place, found_in = space(name), seeker(name)
    shares = st.lists(st.floats(0.0, 1.0), min_size=place.dimension, max_size=place.dimension)
    low, high = place.latent_low, place.latent_high
    latent = (low + np.array(data.draw(shares)) * (high - low)).astype(np.float32)
    pitch = float(data.draw(st.integers(round(place.pitch_low), round(place.pitch_high))))
    before = found_in.seek(latent, pitch, {}).reached
    name_of = st.sampled_from(NAMES)
    value = st.floats(-1e6, 1e6) | st.sampled_from([0.0, 1e38, -1e38])
    targets = data.draw(st.dictionaries(name_of, value, min_size=1, max_size=5))
    found = found_in.seek(latent, pitch, targets)
    assert (found.latent >= low).all()
    assert (found.latent <= high).all()
    if place.conditioned:
        assert found.reached == pytest.approx(described(name, found.latent, pitch), rel=1e-3, abs=1e-3)
    if len(targets) == 1:
        ((name_sought, wanted),) = targets.items()
        assert abs(found.reached[name_sought] - wanted) <= abs(before[name_sought] - wanted) * (1.0 + 1e-6)
    again = found_in.seek(latent, pitch, targets)
    np.testing.assert_array_equal(again.latent, found.latent)
    assert again.reached == found.reached


@pytest.mark.parametrize(
    ("name", "least"), [("centroid", 0.95), ("bandwidth", 0.95), ("flatness", 0.9), ("rolloff", 0.8)]
)
def test_what_an_instrument_has_is_found_from_any_other(name, least):
    """In the bundled space: targets that some note of it has at that pitch."""
    place, random = space("orchestra"), np.random.default_rng(1)
    close = []
    for _ in range(60):
        pitch = float(random.integers(40, 85))
        has = seeker("orchestra").seek(random.choice(place.points.latent), pitch, {}).reached[name]
        found = seeker("orchestra").seek(random.choice(place.anchors).latent, pitch, {name: has})
        close.append(abs(np.log(max(found.reached[name], 1e-9) / max(has, 1e-9))) < 0.05)
    assert np.mean(close) >= least


def test_several_are_held_at_once():
    """The centroid rises by a fifth while bandwidth and loudness stay."""
    origin = space("orchestra").anchor("Flute").latent
    before = seeker("orchestra").seek(origin, 60.0, {}).reached
    wanted = {"centroid": 1.2 * before["centroid"], "bandwidth": before["bandwidth"], "loudness": before["loudness"]}
    found = seeker("orchestra").seek(origin, 60.0, wanted)
    assert found.met
    assert found.reached["centroid"] == pytest.approx(wanted["centroid"], rel=0.02)
    assert found.reached["bandwidth"] == pytest.approx(wanted["bandwidth"], rel=0.02)
    assert found.reached["loudness"] == pytest.approx(wanted["loudness"], abs=0.05)
    alone = seeker("orchestra").seek(origin, 60.0, {"centroid": wanted["centroid"]})
    assert alone.reached["bandwidth"] != pytest.approx(before["bandwidth"], rel=0.05)


@pytest.mark.parametrize(
    ("name", "wanted", "side"),
    [("centroid", 20000.0, 1.0), ("centroid", 1.0, -1.0), ("flatness", 1e38, 1.0), ("centroid", -1e38, -1.0)],
)
def test_what_cannot_be_reached_leads_as_far_as_any_point_of_the_space(name, wanted, side):
    place = space("orchestra")
    found = seeker("orchestra").seek(place.anchor("Flute").latent, 60.0, {name: wanted})
    assert not found.met
    others = [seeker("orchestra").seek(point, 60.0, {}).reached[name] for point in place.points.latent[::20]]
    assert side * found.reached[name] >= max(side * np.array(others)) * (1.0 - 0.02 * side)


def test_frequencies_between_and_beyond_the_semitones_are_those_that_are_heard():
    latent = space("orchestra").anchor("Oboe").latent
    at = {pitch: seeker("orchestra").seek(latent, pitch, {}).reached for pitch in (60.0, 60.4, 96.0, 108.0)}
    assert at[60.4]["centroid"] == pytest.approx(played("orchestra", latent, 60.4)["centroid"], rel=1e-4)
    assert at[60.4]["centroid"] != pytest.approx(at[60.0]["centroid"] * 2.0 ** (0.4 / 12.0), rel=0.01)
    assert at[108.0]["centroid"] == pytest.approx(2.0 * at[96.0]["centroid"])
    assert at[108.0]["flatness"] == at[96.0]["flatness"]
    for pitch in (60.4, 60.7):
        found = seeker("orchestra").seek(latent, pitch, {"centroid": 1200.0, "rolloff": 1600.0})
        assert found.reached["centroid"] == pytest.approx(1200.0, rel=0.02)
        heard = played("orchestra", found.latent, pitch)
        assert found.reached["centroid"] == pytest.approx(heard["centroid"], rel=1e-4)
        assert found.reached["rolloff"] == pytest.approx(heard["rolloff"], rel=1e-4)
    unpitched = np.full(linear_space.DIMENSION, 0.5, np.float32)
    lower, higher = (seeker("linear").seek(unpitched, pitch, {}).reached["centroid"] for pitch in (64.0, 76.0))
    assert higher == pytest.approx(2.0 * lower)


def test_a_decoder_that_makes_no_number_is_said_to():
    g = Graph()
    nothing = g.op("Log", g.op("Sub", g.constant(-1.0), g.op("Abs", "latent")))  # of what is below 0
    levels = g.op("MatMul", nothing, g.constant(np.ones((linear_space.DIMENSION, linear_space.BANDS))))
    g.op("Identity", levels, output="magnitude")
    decoder = g.model({"latent": linear_space.DIMENSION}, {"magnitude": linear_space.BANDS})
    broken = Seeker(dataclasses.replace(space("linear"), decoder=decoder))
    for targets in ({}, {"centroid": 1000.0}):
        with pytest.raises(SpaceError, match="makes no finite frame"):
            broken.seek(np.zeros(linear_space.DIMENSION, np.float32), 64.0, targets)
