"""Descriptors: against librosa on STFT frames, against slow loops, and of layouts of bands against each other."""

import math
import tracemalloc

import librosa
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from rt_timbre.descriptors.describer import NAMES, UNITS, Describer
from rt_timbre.loudness import a_weighting, loudness_rms, power_weights
from rt_timbre.transforms.stft import STFT
from tests import tiny_space
from tests.layouts import LAYOUTS, LENGTH, RATE, TRANSFORMS, noise, tone, warm

CENTROID, BANDWIDTH, FLATNESS, ROLLOFF, LOUDNESS = range(5)


DESCRIBERS = {name: Describer(layout) for name, layout in LAYOUTS.items()}


def described(name, sound):
    """Describe the mean power over the middle of a sound."""
    frames = TRANSFORMS[name][0].magnitudes(sound)
    middle = frames[len(frames) // 8 : -len(frames) // 8].astype(float)
    return DESCRIBERS[name].describe(np.sqrt(np.mean(np.square(middle), axis=0, keepdims=True)))[0]


# Layouts against each other


@pytest.mark.parametrize("name", sorted(set(LAYOUTS) - {"stft"}))
@pytest.mark.parametrize("shape", [np.ones_like, warm])
def test_noise_is_the_same_in_any_layout(name, shape):
    found, expected = described(name, noise(shape)), described("stft", noise(shape))
    np.testing.assert_allclose(found[:4], expected[:4], rtol=0.02)
    assert found[LOUDNESS] == pytest.approx(expected[LOUDNESS], abs=0.05)


@pytest.mark.parametrize("name", sorted(set(LAYOUTS) - {"stft"}))
@pytest.mark.parametrize(
    "sound",
    [
        pytest.param(tone(220.0), id="saw"),
        pytest.param(tone(392.0, 1.5), id="soft"),
        pytest.param(tone(120.0, stiffness=5e-4), id="stiff"),
        pytest.param(tone(440.0) + 0.3 * noise(warm), id="breath"),
    ],
)
def test_tones_are_the_same_in_any_layout_but_for_flatness(name, sound):
    """How much of the spectrum lies between partials is a question of how narrow bands are."""
    found, expected = described(name, sound), described("stft", sound)
    for column in (CENTROID, BANDWIDTH, ROLLOFF):
        assert found[column] == pytest.approx(expected[column], rel=0.03), NAMES[column]
    assert found[LOUDNESS] == pytest.approx(expected[LOUDNESS], abs=0.15)


@pytest.mark.parametrize("name", sorted(set(LAYOUTS) - {"dct"}))
def test_a_chord_of_sinusoids_has_the_values_of_the_formulas(name):
    frequencies, amplitudes = np.array([500.0, 1130.0, 2710.0, 6007.0]), np.array([0.2, 0.3, 0.2, 0.1])
    time = np.arange(LENGTH) / RATE
    found = described(name, np.cos(2.0 * np.pi * frequencies[:, None] * time).T @ amplitudes)
    power = 0.5 * np.square(amplitudes)
    centroid = power @ frequencies / power.sum()
    assert found[CENTROID] == pytest.approx(centroid, rel=0.02)
    deviation = np.sqrt(power @ np.square(frequencies - centroid) / power.sum())
    assert found[BANDWIDTH] == pytest.approx(deviation, rel=0.02)
    assert found[ROLLOFF] == pytest.approx(2710.0, rel=0.02)
    loudness = 10.0 * np.log10(power @ np.square(a_weighting(frequencies)))
    assert found[LOUDNESS] == pytest.approx(loudness, abs=0.1)


@pytest.mark.parametrize("name", sorted(set(LAYOUTS) - {"dct"}))
def test_every_frame_of_noise_is_as_loud_on_average(name):
    """Amplitudes that scatter are noise too: their products must not count."""
    sound = noise(seed=3)
    found = DESCRIBERS[name].describe(TRANSFORMS[name][0].magnitudes(sound)[10:-10]).mean(axis=0)
    assert found[LOUDNESS] == pytest.approx(described("stft", sound)[LOUDNESS], abs=0.2)
    assert found[CENTROID] == pytest.approx(RATE / 4.0, rel=0.02)
    assert found[FLATNESS] == pytest.approx(math.exp(-np.euler_gamma), rel=0.04)


def test_partials_are_as_loud_as_frames_are_normalised_by():
    frames = TRANSFORMS["erb"][0].magnitudes(tone(330.0))[100:110]
    levels = 20.0 * np.log10(loudness_rms(frames, LAYOUTS["erb"]))
    np.testing.assert_allclose(DESCRIBERS["erb"].describe(frames)[:, LOUDNESS], levels, atol=0.05)


# Oracles


@pytest.mark.parametrize("window", ["hann", "blackman"])
def test_librosa_says_the_same_of_stft_frames(window):
    stft = STFT(RATE, window, 2048, 512)
    frames = stft.magnitudes(noise(warm)[:RATE] + 0.2 * tone(330.0)[:RATE])
    power = np.square(frames.astype(float)).T
    found = dict(zip(NAMES, Describer(stft.declaration("stft")).describe(frames).T, strict=True))
    expected = {
        "centroid": librosa.feature.spectral_centroid(S=power, freq=stft.centres),
        "bandwidth": librosa.feature.spectral_bandwidth(S=power, freq=stft.centres),
    }
    for name, values in expected.items():
        np.testing.assert_allclose(found[name], values[0], rtol=1e-5)
    floor = 1e-6 * power.mean(axis=0)  # librosa's own is absolute
    flatness = librosa.feature.spectral_flatness(S=power + floor, power=1.0, amin=1e-30)[0]
    np.testing.assert_allclose(found["flatness"], flatness, rtol=1e-5)
    rolloff = librosa.feature.spectral_rolloff(S=power, freq=stft.centres, roll_percent=0.85)[0]
    np.testing.assert_allclose(found["rolloff"], rolloff, atol=0.5 * stft.centres[1] + 1e-9)
    weighting = 10.0 ** (librosa.A_weighting(np.maximum(stft.centres, 1.0), min_db=None) / 10.0)
    spread = LENGTH * np.mean(np.square(stft.window)) / (LENGTH * np.mean(stft.window) ** 2)
    np.testing.assert_allclose(found["loudness"], 10.0 * np.log10(0.5 * weighting @ power / spread), atol=0.01)


def slow(frame, layout):
    """Describe a frame of an NSGT in plain loops."""
    bands = len(frame)
    own, shared = power_weights(layout)
    m = [float(value) for value in frame]
    low = max(0.0, layout.centres[0] - layout.half_widths[0])
    high = min(layout.rate / 2, layout.centres[-1] + layout.half_widths[-1])
    middles = [(layout.centres[k] + layout.centres[k + 1]) / 2 for k in range(bands - 1)]
    ends = [low, *middles, high]

    def around(k):  # the bands k and k + 1
        below = min(m[k - 3 : k]) if k >= 3 else 0.0
        above = min(m[k + 2 : k + 5]) if k + 4 < bands else 0.0
        return max(below, above)

    def tonality(k):
        if not 0 <= k < bands - 1 or m[k] + m[k + 1] == 0.0:
            return 0.0
        x = min(1.0, max(0.0, (around(k) / (m[k] + m[k + 1]) - 0.05) / 0.07))
        return 1.0 - x * x * (3.0 - 2.0 * x)

    cells, densities = [], []
    for k in range(bands):
        width, window = ends[k + 1] - ends[k], 0.75 * layout.half_widths[k]
        tonal = max(tonality(k - 1), tonality(k))
        left = layout.centres[k] - (layout.centres[k] - layout.centres[k - 1]) / 4 if k > 0 else low
        right = layout.centres[k] + (layout.centres[k + 1] - layout.centres[k]) / 4 if k < bands - 1 else high
        weight = (1.0 - tonal) * width / window + tonal * own[k]
        cells.append((layout.centres[k], left, right, 0.5 * weight * m[k] ** 2))
        densities.append((m[k] ** 2 / window, width))
        if k < bands - 1:
            gap = (layout.centres[k + 1] - layout.centres[k]) / 4
            clean = [math.sqrt(max(0.0, m[band] ** 2 - 1.5 * around(k) ** 2)) for band in (k, k + 1)]
            power = 0.5 * tonality(k) * shared[k] * clean[0] * clean[1]
            cells.append((middles[k], right, layout.centres[k + 1] - gap, power))
    total = sum(power for *_, power in cells)
    centroid = sum(f * power for f, *_, power in cells) / total
    variance = sum((f - centroid) ** 2 * power for f, *_, power in cells) / total
    below = 0.0
    for _, left, right, power in cells:
        if below + power >= 0.85 * total:
            rolloff = left + (right - left) * (0.85 * total - below) / power
            break
        below += power
    span = sum(width for _, width in densities)
    mean = sum(density * width for density, width in densities) / span
    logarithm = sum(width * math.log(density / mean + 1e-6) for density, width in densities) / span
    loudness = 10.0 * math.log10(sum(float(a_weighting(f)) ** 2 * power for f, *_, power in cells))
    return [centroid, math.sqrt(variance), math.exp(logarithm) / (1.0 + 1e-6), rolloff, loudness]


@pytest.mark.parametrize(
    "sound", [noise(), tone(180.0), tone(500.0, 2.0) + 0.1 * noise(warm)], ids=["noise", "tone", "both"]
)
def test_slow_loops_say_the_same_of_nsgt_frames(sound):
    frames = TRANSFORMS["erb-coarse"][0].magnitudes(sound)[500:510]
    expected = [slow(frame, LAYOUTS["erb-coarse"]) for frame in frames]
    np.testing.assert_allclose(DESCRIBERS["erb-coarse"].describe(frames), expected, rtol=1e-6)


# Properties

SMALL = tiny_space.transform(40)
SMALL_DESCRIBER = Describer(SMALL)
FRAMES = arrays.arrays(
    np.float32, (2, 40), elements=st.just(0.0) | st.floats(2.0**-6, 1.0, width=32), fill=st.just(np.float32(0.0))
).filter(lambda frames: frames.any(axis=1).all())


@given(FRAMES)
def test_values_lie_within_their_bounds(frames):
    found = SMALL_DESCRIBER.describe(frames)
    low = max(0.0, SMALL.centres[0] - SMALL.half_widths[0])
    for centroid, bandwidth, flatness, rolloff, loudness in found:
        assert SMALL.centres[0] * (1.0 - 1e-9) <= centroid <= SMALL.centres[-1] * (1.0 + 1e-9)
        assert 0.0 <= bandwidth <= SMALL.centres[-1] - SMALL.centres[0]
        assert 0.0 < flatness <= 1.0 + 1e-9
        assert low <= rolloff <= SMALL.rate / 2
        assert -120.0 <= loudness < 40.0


@given(FRAMES, st.integers(-30, 30))
def test_only_loudness_depends_on_the_level(frames, exponent):
    one, other = SMALL_DESCRIBER.describe(frames), SMALL_DESCRIBER.describe(frames * np.float32(2.0**exponent))
    np.testing.assert_allclose(other[:, :LOUDNESS], one[:, :LOUDNESS], rtol=1e-9, atol=1e-9)
    louder = one[:, LOUDNESS] + 20.0 * exponent * math.log10(2.0)
    heard = (louder > -119.0) & (one[:, LOUDNESS] > -119.0)
    np.testing.assert_allclose(other[heard, LOUDNESS], louder[heard], atol=1e-6)


@given(FRAMES, st.floats(0.0, 1.0))
def test_values_change_without_jumps(frames, where):
    """A millionth of the way from one frame to another moves no descriptor by more than a little of its range."""
    between = [(1.0 - w) * frames[0] + w * frames[1].astype(float) for w in (where, min(1.0, where + 1e-6))]
    here, there = (SMALL_DESCRIBER.describe(frame[None])[0] for frame in between)
    scale = np.array([SMALL.rate / 2, SMALL.rate / 2, 1.0, SMALL.rate / 2, 100.0])
    assert (np.abs(there - here) < 0.05 * scale).all()


def test_flat_densities_are_flat_and_a_single_band_is_not():
    flat = np.sqrt(SMALL.half_widths).astype(np.float32)
    single = np.zeros(40, np.float32)
    single[20] = 0.5
    found = SMALL_DESCRIBER.describe(np.stack([flat, single]))
    assert found[0, FLATNESS] == pytest.approx(1.0, abs=1e-6)
    assert found[1, FLATNESS] < 2e-6
    assert found[1, CENTROID] == pytest.approx(SMALL.centres[20])
    assert found[1, BANDWIDTH] == pytest.approx(0.0, abs=1e-3)
    assert found[1, ROLLOFF] == pytest.approx(SMALL.centres[20], abs=SMALL.half_widths[20] / 2)


def test_silence_and_what_is_not_finite():
    frames = np.zeros((3, 40), np.float32)
    frames[1, 5] = np.nan
    frames[2, 7] = np.inf
    found = SMALL_DESCRIBER.describe(frames)
    assert found[0].tolist() == [0.0, 0.0, 0.0, 0.0, -120.0]
    assert np.isnan(found[1:]).all()
    assert SMALL_DESCRIBER.describe(frames[:0]).shape == (0, 5)
    assert len(UNITS) == len(NAMES) == 5


def test_describing_into_an_array_allocates_nothing():
    frames = TRANSFORMS["erb"][0].magnitudes(tone(220.0))[:200].copy()
    out = np.empty((200, 5))
    describer = DESCRIBERS["erb"]
    describer.describe_into(frames, out)
    tracemalloc.start()
    try:
        describer.describe_into(frames, out)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 2048
    np.testing.assert_array_equal(out, describer.describe(frames))


# Flux


@pytest.mark.parametrize("name", sorted(LAYOUTS))
def test_flux_is_the_change_of_level_and_of_place(name):
    frames = TRANSFORMS[name][0].magnitudes(tone(440.0))[40:41].repeat(5, axis=0)
    other = TRANSFORMS[name][0].magnitudes(tone(3000.0, seed=3, tilt=9.0))[40]
    flux = DESCRIBERS[name].flux(np.stack([*(frames * np.array([[0.0], [1.0], [1.0], [3.0], [0.0]])), 0.0 * other]))
    np.testing.assert_allclose(flux, [0.0, 1.0, 0.0, 0.5, 1.0, 0.0], atol=1e-6)
    between = DESCRIBERS[name].flux(np.stack([frames[0], other]))[1]
    assert 0.6 < between < 1.0
    assert DESCRIBERS[name].flux(frames[:0]).shape == (0,)


# As far as is sought


@pytest.mark.parametrize("name", ["erb", "stft"])
def test_what_is_sought_is_as_when_all_is_told_and_the_odds_of_a_rolloff_are_even_where_it_lies(name):
    layout, describer = LAYOUTS[name], DESCRIBERS[name]
    frames = np.abs(np.random.default_rng(1).standard_normal((6, layout.bands))).astype(np.float32) * warm(
        layout.centres
    )
    frames = np.ascontiguousarray(frames, np.float32)
    everything = describer.describe(frames)
    out, odds = np.empty_like(everything), np.empty(len(frames))
    for column in range(len(NAMES)):
        sought = np.arange(len(NAMES)) == column
        describer.describe_sought_into(frames, sought, 0.0, out, odds)
        np.testing.assert_array_equal(out[:, column], everything[:, column])
    for row, rolloff in enumerate(everything[:, ROLLOFF]):
        for hertz, sign in ((0.9 * rolloff, 1.0), (rolloff, 0.0), (1.1 * rolloff, -1.0)):
            describer.describe_sought_into(frames, sought, hertz, out, odds)
            assert odds[row] == pytest.approx(0.0, abs=1e-9) if sign == 0.0 else sign * odds[row] > 0.01
    describer.describe_sought_into(np.zeros_like(frames), sought, 1000.0, out, odds)
    np.testing.assert_allclose(odds, math.log(0.85 / 0.15))
