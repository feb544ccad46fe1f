"""Following a descriptor's curve through a space, by a global search and as Esling et al. print it."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

import rt_timbre.paths.follow
from rt_timbre.descriptors.describer import NAMES, Describer
from rt_timbre.errors import PathError, SpaceError
from rt_timbre.frames import Frames
from rt_timbre.loudness import loudness_rms
from rt_timbre.paths.cheapest import cheapest_way
from rt_timbre.paths.descriptor_of import DescriptorOf
from rt_timbre.paths.follow import follow, reach_of
from rt_timbre.paths.home import Home
from rt_timbre.paths.printed import printed
from rt_timbre.paths.refine import Task, refine
from rt_timbre.space_store import open_space
from tests.linear_space import DECIBELS, SLOPES, decode, linear_space
from tests.tiny_space import tiny_space

costs = st.floats(0.0, 10.0)


@pytest.fixture(scope="module")
def linear():
    return linear_space()


@pytest.fixture(scope="module")
def orchestra():
    return open_space("orchestra").space


def anchor(space, name):
    return next(anchor for anchor in space.anchors if anchor.name == name)


@given(cost=arrays(float, (4, 3), elements=costs), places=arrays(float, (3, 2), elements=costs), stiff=st.data())
@settings(max_examples=60, deadline=None)
def test_the_cheapest_way_is_the_cheapest_of_all(cost, places, stiff):
    distance = np.square(places[:, None] - places).sum(axis=-1)
    stiffness = stiff.draw(arrays(float, 4, elements=costs))
    start = stiff.draw(st.integers(0, 2))

    def total(way):
        steps = zip((start, *way), way, strict=False)
        return sum(cost[i, place] + stiffness[i] * distance[before, place] for i, (before, place) in enumerate(steps))

    found = cheapest_way(cost, distance, stiffness, start)
    assert total(found.tolist()) == pytest.approx(min(map(total, itertools.product(range(3), repeat=4))), abs=1e-9)


def literal(space, origin, pitch, name, target, radius, count, seed):
    """Algorithm 1 line by line, a point at a time, of a space whose decoder is a formula."""
    column = NAMES.index(name)
    describer = Describer(space.transform)

    def evaluate(z):
        x = decode(np.float32(z)).astype(np.float32)
        return describer.describe(x[None])[0, column]

    generator = np.random.default_rng(seed)
    z = np.array(origin, float)
    t = [evaluate(z), *target]
    d = [evaluate(z)]
    path = []
    for i in range(1, len(t)):
        normal, uniform = generator.standard_normal((count, 3)), generator.random(count)
        neighbourhood = []
        for n in range(count):
            place = z.copy()
            for axis in range(3):
                share = normal[n, axis] / np.sqrt(np.sum(normal[n] ** 2)) * radius * uniform[n] ** (1.0 / 3.0)
                place += share * np.sqrt(space.principal.variance[axis]) * space.principal.axes[axis]
            neighbourhood.append(place)
        values = [evaluate(place) for place in neighbourhood]
        differences = [abs((value - d[i - 1]) - (t[i] - t[i - 1])) for value in values]
        best = differences.index(min(differences))
        z = np.float32(neighbourhood[best]).astype(float)
        d.append(values[best])
        path.append(z)
    return np.array(path), np.array(d[1:])


@pytest.mark.parametrize("name", ["centroid", "loudness"])
def test_the_printed_algorithm_is_what_its_lines_say(linear, name):
    origin = [0.5, 1.0, 0.3]
    target = reach_of(linear, origin, 64.0, name).low + np.linspace(0.0, 3.0, 8)
    path, reached = literal(linear, origin, 64.0, name, target, 0.4, 20, 3)
    found = printed(linear, origin, 64.0, name, target, 0.1 * np.arange(8), radius=0.4, count=20, seed=3)
    np.testing.assert_allclose(found.path.latents, path, rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(found.reached, reached, rtol=1e-5)
    np.testing.assert_allclose(found.errors, reached - target, rtol=1e-3, atol=1e-3)


def test_the_printed_algorithm_stays_in_its_plane_and_within_its_radius():
    space = linear_space(axes=1)
    found = printed(space, [0.0, 1.0, 2.0], 64.0, "loudness", np.linspace(-40.0, -20.0, 9), np.arange(9.0), radius=0.2)
    np.testing.assert_array_equal(found.path.latents[:, 1:], np.tile([1.0, 2.0], (9, 1)))
    steps = np.diff(found.path.latents[:, 0], prepend=0.0)
    assert 0.0 < steps.max() <= 0.2 * np.sqrt(space.principal.variance[0]) + 1e-6


def test_refinement_solves_a_linear_task_exactly():
    """Of values and pulls that are linear the normal equations are solved by one step; the oracle has them dense."""
    random = np.random.default_rng(5)
    count, dimension = 6, 3
    slope, origin, target = random.normal(size=dimension), random.normal(size=dimension), random.normal(size=count)
    stiffness, home, width, unit = random.uniform(0.5, 2.0, count), random.normal(size=dimension), 0.7, 0.1
    task = Task(
        describe=lambda points: points @ slope + 1.0,
        target=target,
        unit=unit,
        origin=origin,
        stiffness=stiffness,
        strangeness=lambda points: (
            0.5 * np.square(points - home).sum(axis=1) / width**2,
            np.tile(home, (len(points), 1)),
        ),
        pull=0.4,
        width=width,
        low=np.full(dimension, -100.0),
        high=np.full(dimension, 100.0),
    )
    rows, right = [], []
    for i in range(count):
        row = np.zeros((count, dimension))
        row[i] = slope / unit
        rows.append(row.ravel())
        right.append((target[i] - 1.0) / unit)
        for d in range(dimension):
            step, pulled = np.zeros((count, dimension)), np.zeros((count, dimension))
            step[i, d] = np.sqrt(stiffness[i])
            if i > 0:
                step[i - 1, d] = -np.sqrt(stiffness[i])
            rows.append(step.ravel())
            right.append(0.0 if i > 0 else np.sqrt(stiffness[0]) * origin[d])
            pulled[i, d] = np.sqrt(0.5 * 0.4) / width
            rows.append(pulled.ravel())
            right.append(np.sqrt(0.5 * 0.4) / width * home[d])
    exact = np.linalg.lstsq(np.array(rows), np.array(right))[0].reshape(count, dimension)
    np.testing.assert_allclose(refine(task, np.zeros((count, dimension))), exact, atol=1e-3)


def test_a_ramp_of_loudness_is_followed_smoothly_where_loudness_is_linear(linear):
    """The first latent is the level; only it need change, and the decoder's formula says how the level rises."""
    origin = linear.anchors[0].latent
    low, high = reach_of(linear, origin, 64.0, "loudness")
    target = low + (high - low) * np.linspace(0.3, 0.7, 25)
    found = follow(linear, origin, 64.0, "loudness", target, 0.1 * np.arange(25))
    level = 20.0 * np.log10(loudness_rms(decode(found.path.latents), linear.transform))
    np.testing.assert_allclose(found.reached, level, atol=1e-3)
    np.testing.assert_allclose(level, target, atol=0.005 * (high - low))
    np.testing.assert_array_equal(found.path.times, 0.1 * np.arange(25))
    np.testing.assert_array_equal(found.path.pitches, np.full(25, 64.0))
    steps = np.linalg.norm(np.diff(found.path.latents, axis=0), axis=1)
    assert steps.max() < 1.5 * steps.mean()
    assert steps.sum() == pytest.approx((target[-1] - target[0]) / (SLOPES[0, 0] * DECIBELS), rel=0.02)


@pytest.mark.parametrize("value", [1e6, -1e6])
def test_what_is_out_of_reach_is_met_as_nearly_as_it_is_near_the_instrument(orchestra, value):
    clarinet = anchor(orchestra, "Clarinet")
    low, high = reach_of(orchestra, clarinet.latent, 68.0, "centroid")
    found = follow(orchestra, clarinet.latent, 68.0, "centroid", np.full(12, value), 0.1 * np.arange(12))
    end = high if value > 0.0 else low
    assert abs(found.reached[-1] - end) < 0.15 * (high - low)
    np.testing.assert_array_equal(found.errors, found.reached - value)
    assert found.error == pytest.approx(np.sqrt(np.mean(found.errors**2)))


@pytest.mark.parametrize(("descriptor", "shape"), [("centroid", "up"), ("bandwidth", "wave"), ("flatness", "steps")])
def test_the_error_is_less_than_half_of_that_of_the_printed_algorithm(orchestra, descriptor, shape):
    horn = anchor(orchestra, "French Horn")
    low, high = reach_of(orchestra, horn.latent, horn.pitch, descriptor)
    x = np.linspace(0.0, 1.0, 40)
    shares = {"up": 0.1 + 0.8 * x, "wave": 0.5 + 0.4 * np.sin(9.0 * x), "steps": np.floor(4.0 * x) % 2.0 * 0.6 + 0.2}
    target = low + shares[shape] * (high - low)
    case = orchestra, horn.latent, horn.pitch, descriptor, target, 0.05 * np.arange(40)
    ours, theirs = follow(*case), printed(*case)
    assert ours.error < 0.5 * theirs.error
    assert ours.error < 0.01 * (high - low)
    assert np.abs(np.diff(ours.path.latents, axis=0)).sum() < np.abs(np.diff(theirs.path.latents, axis=0)).sum()


def test_a_path_is_the_same_whenever_it_is_made(orchestra):
    oboe = anchor(orchestra, "Oboe").latent
    paths = [follow(orchestra, oboe, 70.0, "centroid", [1200.0, 1250.0], [0.0, 1.0], seed=2).path for _ in range(2)]
    np.testing.assert_array_equal(*(path.latents for path in paths))


def test_a_single_target_is_a_path_of_one_point(orchestra):
    found = follow(orchestra, anchor(orchestra, "Oboe").latent, 70.0, "centroid", [1230.0], [0.0])
    assert found.path.latents.shape == (1, orchestra.dimension)
    assert found.reached == pytest.approx([1230.0], rel=0.002)


def test_the_descriptor_is_that_of_what_a_voice_plays(orchestra):
    """Between semitones levels lie between those of both; beyond the range of the notes frequencies are scaled."""
    points = orchestra.points.latent[::500]
    at = {pitch: DescriptorOf(orchestra, pitch, "centroid")(points) for pitch in (68.0, 68.4, 69.0, 96.0, 108.0)}
    np.testing.assert_allclose(at[108.0], 2.0 * at[96.0])
    flat = [DescriptorOf(orchestra, pitch, "flatness")(points) for pitch in (96.0, 108.0)]
    np.testing.assert_array_equal(*flat)
    frames = Frames(orchestra, len(points))
    active, pitches = np.ones(len(points), np.int8), np.full(len(points), 68.4)
    for fresh in (active, 0 * active):
        frames.update(active, fresh, pitches, points)
    centroids = Describer(orchestra.transform).describe(frames.magnitude)[:, 0] * frames.scale
    np.testing.assert_allclose(at[68.4], centroids, rtol=1e-4)
    assert np.abs(at[68.4] / at[68.0] / 2.0 ** (0.4 / 12.0) - 1.0).max() > 0.02


def test_home_is_where_the_notes_are(orchestra):
    clarinet = anchor(orchestra, "Clarinet")
    own = orchestra.points.latent[orchestra.points.label == [a.name for a in orchestra.anchors].index("Clarinet")]
    home = Home(orchestra, own[10].astype(float), 68.0, None, 0)
    assert home.instrument == "Clarinet"
    assert home.candidates.shape[0] > 400
    near, _ = home.strangeness(own.astype(float))
    far, homewards = home.strangeness(anchor(orchestra, "Tuba").latent[None].astype(float))
    assert np.median(near) + 10.0 < far[0]
    assert np.linalg.norm(homewards[0] - clarinet.latent) < 1.5
    step = 1e-4 * np.eye(orchestra.dimension)
    points = own[:1].astype(float)
    slope = [(home.strangeness(points + e)[0] - home.strangeness(points - e)[0])[0] / 2e-4 for e in step]
    np.testing.assert_allclose(slope, (points - home.strangeness(points)[1])[0] / home.width**2, atol=1e-4)


def test_a_space_without_notes_or_spread_is_followed_around_its_anchors():
    space = tiny_space()
    bare = tiny_space(points=type(space.points)(latent=np.zeros((0, 3)), pitch=[], label=[], paths={}))
    target = np.linspace(700.0, 900.0, 10)
    found = follow(bare, [0.5, 0.1, 0.2], 60.0, "centroid", target, np.arange(10.0), instrument="Bright")
    assert found.path.latents.shape == (10, 3)
    assert np.isfinite(found.reached).all()


@pytest.mark.parametrize("method", [follow, printed])
@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"descriptor": "brightness"}, "no descriptor is called 'brightness'; there are centroid, "),
        ({"target": [1.0, np.nan]}, "the value of point 2 of the curve is nan"),
        ({"target": [1.0, np.inf]}, "the value of point 2 of the curve is inf"),
        ({"target": [1.0, -1e200]}, r"the value of point 2 of the curve is -1e\+200; it must be -1e\+09 to 1e\+09"),
        ({"times": [0.0, np.nan]}, "the time of point 2 of the curve is nan"),
        ({"times": [0.0, 0.0]}, "the time of point 2 of the curve is 0.0 s, not after 0.0 s"),
        ({"times": [0.0, -1.0]}, "not after 0.0 s; times must ascend"),
        ({"times": [0.5, 1.0]}, "the curve begins at 0.5 s; it must begin at 0"),
        ({"times": [0.0]}, r"values of shape \(2,\) and times of shape \(1,\)"),
        ({"target": [], "times": []}, "the curve has 0 points; it must have 1 to 10000"),
        ({"target": np.ones(10_001), "times": np.arange(10_001.0)}, "the curve has 10001 points"),
        ({"origin": [0.0, 0.0]}, r"the origin has shape \(2,\); points of tiny have 3 dimensions"),
        ({"origin": [0.0, 0.0, np.nan]}, "the origin holds a number that is not finite"),
        ({"pitch": 200.0}, "the pitch is 200.0; it must be a MIDI note, 0 to 127"),
        ({"pitch": float("nan")}, "the pitch is nan"),
    ],
)
def test_what_cannot_be_followed_is_refused(method, changes, message):
    case = {"origin": [0.5, 0.5, 0.5], "pitch": 60.0, "descriptor": "centroid", "target": [1.0, 2.0], "times": [0, 1]}
    with pytest.raises(PathError, match=message):
        method(tiny_space(), **(case | changes))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"radius": 0.0}, "the radius is 0.0; it must be a number above 0"),
        ({"radius": float("nan")}, "the radius is nan"),
        ({"count": 0}, "the count is 0; it must be 1 at least"),
    ],
)
def test_a_neighbourhood_needs_a_size_and_points(changes, message):
    with pytest.raises(PathError, match=message):
        printed(tiny_space(), [0.5] * 3, 60.0, "centroid", [900.0], [0.0], **changes)


@pytest.mark.parametrize("far", [10.0, 1e6, 1e30])
def test_a_path_comes_back_from_far_outside(orchestra, far):
    target = np.full(10, 1500.0)
    origin = anchor(orchestra, "Clarinet").latent * far
    found = follow(orchestra, origin, 68.0, "centroid", target, np.arange(10.0), instrument="Clarinet")
    assert abs(found.errors[-1]) < 5.0


def test_a_decoder_that_is_not_what_the_space_says_is_refused():
    wide = linear_space(transform=tiny_space().transform)
    with pytest.raises(SpaceError, match=r"the decoder makes \(1, 129\) of 1 points; it must be \d+ bands"):
        printed(wide, [0.5] * 3, 60.0, "centroid", [900.0], [0.0])
    with pytest.raises(SpaceError, match="the decoder makes frames that hold what is no number"):
        printed(linear_space(), [1e4] * 3, 60.0, "centroid", [900.0], [0.0])


def test_an_instrument_that_is_not_there_is_refused():
    with pytest.raises(SpaceError, match="'Kazoo' is no anchor of tiny; it has Dark, Bright, Hollow"):
        follow(tiny_space(), [0.5] * 3, 60.0, "centroid", [900.0], [0.0], instrument="Kazoo")


def test_a_descriptor_that_does_not_change_is_refused(orchestra):
    with pytest.raises(
        PathError, match=r"the loudness is the same all around Oboe in orchestra, .*; follow another one"
    ):
        follow(orchestra, anchor(orchestra, "Oboe").latent, 70.0, "loudness", [-20.0], [0.0])


def test_a_curve_may_be_long_but_not_beyond_what_memory_holds(monkeypatch):
    space, count = linear_space(), 3000
    case = space, [0.0] * 3, 64.0, "centroid", np.full(count, 900.0), 0.01 * np.arange(count)
    assert len(follow(*case).path) == count
    monkeypatch.setattr(rt_timbre.paths.follow, "_MOST_ELEMENTS", 9 * (count - 1))
    with pytest.raises(PathError, match="the curve has 3000 points; in 3 dimensions it must have at most 2999"):
        follow(*case)
