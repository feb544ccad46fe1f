import heapq

import numpy as np
import pytest
import scipy.optimize
from hypothesis import given, settings
from hypothesis import strategies as st

from rt_timbre import quality
from rt_timbre.phase.gradient import PhaseGradient, carrier_turns, gradient_phases
from rt_timbre.transforms.nsgt import NSGT
from rt_timbre.transforms.scales import erb_centres
from tests.signals import tone, transform

BANDS = NSGT(erb_centres(60.0, 3800.0, 40), 8000, 10240, 1024)
STEP = BANDS.hop / BANDS.rate


def frequency_by_search(frame, k):
    """The frequency at which two Hann bands have the ratio of the frame, of the louder of a band's pairs."""
    padded = np.concatenate([[-1.0], frame, [-1.0]])

    def greater_neighbour(band):
        return band + 1 if padded[band + 2] >= padded[band] else band - 1

    peak = k if padded[greater_neighbour(k) + 1] <= frame[k] else greater_neighbour(k)
    own, other = sorted((peak, greater_neighbour(peak)), key=lambda band: -frame[band])

    def mismatch(f):
        angle = 0.5 * np.pi * (f - BANDS.centres[[own, other]]) / BANDS.half_widths[[own, other]]
        return np.sqrt(frame[own]) * np.cos(angle[1]) - np.sqrt(frame[other]) * np.cos(angle[0])

    if mismatch(BANDS.centres[own]) * mismatch(BANDS.centres[other]) > 0.0:
        return BANDS.centres[own]
    return scipy.optimize.brentq(mismatch, BANDS.centres[own], BANDS.centres[other])


def integrate_slowly(frames, phases):
    """Heap integration by heapq and dicts: phases at the last of four frames, from those at the last but one."""
    older, before, frame = np.log(frames[1:])
    rise = 0.5 * (3.0 * frame - 4.0 * before + older)
    bands = range(len(frame))
    frequency = [[frequency_by_search(row, k) for k in bands] for row in frames[2:]]
    gamma = 1.0 / (0.25645 * (2.0 * BANDS.half_widths) ** 2)
    result = {}
    heap = [(-before[k], 0, k) for k in bands]
    heapq.heapify(heap)
    while len(result) < len(frame):
        _, is_new, k = heapq.heappop(heap)
        if not is_new:
            if k not in result:
                result[k] = phases[k] + np.pi * (frequency[0][k] + frequency[1][k]) * STEP
                heapq.heappush(heap, (-frame[k], 1, k))
            continue
        for j in (k + 1, k - 1):
            if 0 <= j < len(frame) and j not in result:
                distance = BANDS.centres[j] - BANDS.centres[k]
                turn = -0.25 * (gamma[j] + gamma[k]) * distance * (rise[j] + rise[k]) / STEP
                result[j] = result[k] + np.clip(turn, -3.1, 3.1)
                heapq.heappush(heap, (-frame[j], 1, j))
    return np.array([result[k] for k in bands])


@settings(max_examples=50, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), spread=st.floats(0.1, 3.0))
def test_equals_a_slow_integration(seed, spread):
    random = np.random.default_rng(seed)
    frames = np.exp(spread * random.standard_normal((4, 1)) + random.standard_normal((4, 40))).astype(np.float32)
    phases = random.uniform(0.0, 6.28, 40)
    gradient = PhaseGradient(BANDS.centres, BANDS.half_widths, STEP)
    before, frequencies = np.zeros((2, 40), np.float32), BANDS.centres.copy()
    for frame in frames[:3]:
        gradient.advance(frame, before, np.zeros(40), frequencies)
    result = phases.copy()
    gradient.advance(frames[3], before, result, frequencies)
    expected = integrate_slowly(frames.astype(float), phases)
    np.testing.assert_allclose(np.exp(1j * result), np.exp(1j * expected), atol=1e-2)
    np.testing.assert_array_equal(before, frames[2:])


def test_a_held_tone_stays():
    bands = transform("dafx18")
    sound, frequencies = tone(440.0, bands.rate, bands.length)
    frames = np.repeat(bands.magnitudes(sound)[500:501], bands.columns, axis=0)
    phases = gradient_phases(bands, frames)
    heard = bands.inverse(frames.T / bands.amplitude_scale * np.exp(1j * phases))
    middle = slice(200, 800)
    assert quality.spectral_convergence(frames[middle], bands.magnitudes(heard)[middle]) <= -50.0
    assert np.abs(quality.cents_off(frequencies[:10], heard[16384:49152], bands.rate)).max() <= 0.1


def test_a_sinusoids_phases_are_those_of_its_coefficients():
    time = np.arange(BANDS.length) / BANDS.rate
    frequency = 1300 * BANDS.rate / BANDS.length  # periodic in the window
    sound = np.cos(2.0 * np.pi * frequency * time)
    coefficients = BANDS.forward(sound)
    phases = gradient_phases(BANDS, BANDS.magnitudes(sound))
    band = int(np.argmax(np.abs(coefficients[:, 0])))
    pair = [band, band + 1 if abs(coefficients[band + 1, 0]) > abs(coefficients[band - 1, 0]) else band - 1]
    turned = coefficients[pair] * np.exp(-1j * phases[pair])
    start = turned[0, 0] / abs(turned[0, 0])
    np.testing.assert_allclose(turned / np.abs(turned), np.full(turned.shape, start), atol=0.02)


def test_carriers_turn_at_their_frequencies():
    columns = np.array([0, 3, 1000])
    expected = 2.0 * np.pi * BANDS.carriers[:, None] * columns * STEP
    np.testing.assert_allclose(np.exp(1j * carrier_turns(BANDS, columns)), np.exp(1j * expected), atol=1e-9)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.lists(st.sampled_from([0.0, 1e-30, 1e-6, 1.0, 3.0, 1e20, 3e38]), min_size=40, max_size=40),
        min_size=1,
        max_size=5,
    )
)
def test_phases_are_finite_whatever_the_frames(frames):
    phases = gradient_phases(BANDS, np.array(frames, np.float32))
    assert np.isfinite(phases).all()


@settings(max_examples=20, deadline=None)
@given(st.integers(-60, 60), st.integers(0, 2**32 - 1))
def test_phases_do_not_depend_on_the_level(exponent, seed):
    frames = np.random.default_rng(seed).random((6, 40)).astype(np.float32) ** 8
    frames[2, 10:20] = 0.0
    level = np.float32(2.0**exponent)
    np.testing.assert_allclose(
        np.exp(1j * gradient_phases(BANDS, frames * level)), np.exp(1j * gradient_phases(BANDS, frames)), atol=1e-6
    )


@pytest.mark.parametrize("frames", [np.zeros((4, 40)), np.eye(4, 40)])
def test_the_seed_is_the_only_chance(frames):
    first, again, other = (gradient_phases(BANDS, frames.astype(np.float32), seed=seed) for seed in (1, 1, 2))
    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, other)
