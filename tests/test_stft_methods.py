"""Phase methods for short-time spectra: against slow, obvious forms; what all of them promise; how good they are."""

import heapq
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rt_timbre import quality
from rt_timbre.phase.rtisi import RTISILA
from rt_timbre.phase.rtpghi import GAMMA, RTPGHI
from rt_timbre.phase.segments import OverlapAdd, synthesis_window
from rt_timbre.phase.spsi import SPSI
from rt_timbre.transforms.stft import STFT
from tests import signals

PAPER = STFT(22050, "hamming", 882, 220)
FINE = STFT(44100, "hann", 2048, 256)
SMALL = STFT(8000, "blackman", 64, 12)
METHODS = {
    "rtpghi-0": lambda stft, **options: RTPGHI(stft, look_ahead=0, **options),
    "rtpghi-1": lambda stft, **options: RTPGHI(stft, look_ahead=1, **options),
    "spsi": lambda stft, voices, seed=0: SPSI(stft, voices=voices),
    "rtisi-la": RTISILA,
    "rtisi-la, none, 2": lambda stft, **options: RTISILA(stft, look_ahead=0, iterations=2, **options),
}
AHEAD = {"rtpghi-1": 1, "rtisi-la": 3}


def play(method, frames, voice=0, voices=1):
    """Give one voice frames [T, K], one a call; return its samples."""
    active = np.zeros(voices, np.int8)
    active[voice] = 1
    out = np.full((len(frames), voices, method.hop), np.nan, np.float32)
    for row, frame in zip(out, frames, strict=True):
        given_ = np.zeros((voices, frame.size), np.float32)
        given_[voice] = frame
        method.process(given_, active, row)
    assert not np.delete(out, voice, axis=1).any()
    return out[:, voice].ravel()


def padded(frames, count):
    return np.concatenate((frames, np.zeros((count, frames.shape[1]), np.float32)))


def random_frames(stft, count, seed=0):
    return np.random.default_rng(seed).uniform(0.0, 1.0, (count, stft.centres.size)).astype(np.float32)


def spectra_of(method, frames):
    spectra = np.zeros((len(frames), 1, frames.shape[1]), np.complex64)
    for row, frame in zip(spectra, frames, strict=True):
        method.integrate(frame[None], np.zeros(1, np.intp), row)
    return spectra[:, 0]


# Slow, obvious forms


def slow_pghi(stft, frames, look_ahead, before, begin):
    """Phases of frames `begin` and later after those of one before, by the definitions, with the library's heap."""
    gamma = GAMMA[stft.window_name] * stft.length**2
    hop, length = stft.hop, stft.length
    log = np.log(np.maximum(frames.astype(float), 1e-300))
    count, bins = frames.shape
    phases = []
    for t in range(begin, count):
        past = [log[max(t - i, 0)] for i in range(3)]
        if look_ahead:
            rise = (log[min(t + 1, count - 1)] - past[1]) / 2.0
        else:
            rise = (3.0 * past[0] - 4.0 * past[1] + past[2]) / 2.0
        slope = -gamma / (hop * length) * rise

        def advance(row):
            result = 2.0 * np.pi * hop * np.arange(bins) / length
            result[1:-1] += hop * length / gamma * (row[2:] - row[:-2]) / 2.0
            return result

        step = (advance(past[0]) + advance(past[1])) / 2.0
        known = {}
        heap = [(-past[1][m], "before", m) for m in range(bins)]
        heapq.heapify(heap)
        while heap:
            _, which, m = heapq.heappop(heap)
            if which == "before":
                if m not in known:
                    known[m] = before[m] + step[m]
                    heapq.heappush(heap, (-past[0][m], "now", m))
                continue
            for other in (m + 1, m - 1):
                if 0 <= other < bins and other not in known:
                    known[other] = known[m] + (other - m) * (slope[m] + slope[other]) / 2.0
                    heapq.heappush(heap, (-past[0][other], "now", other))
        before = np.array([known[m] for m in range(bins)])
        phases.append(before)
    return np.array(phases)


@pytest.mark.parametrize("look_ahead", [0, 1])
@pytest.mark.parametrize("stft", [SMALL, STFT(8000, "hann", 128, 32)], ids=["blackman", "hann"])
def test_rtpghi_is_the_slow_one(stft, look_ahead):
    frames = random_frames(stft, 12) + np.float32(0.01)
    method = RTPGHI(stft, voices=1, look_ahead=look_ahead)
    found = spectra_of(method, np.concatenate((frames, frames[-1:])) if look_ahead else frames)[look_ahead:]
    np.testing.assert_allclose(np.abs(found), frames, rtol=1e-5)
    if look_ahead == 0:  # the phases before the first frame are random
        before = 2.0 * np.pi * draws(RTPGHI(stft, voices=1, look_ahead=0), stft.centres.size)
        expected = slow_pghi(stft, frames, look_ahead, before, 0)
    else:
        expected = slow_pghi(stft, frames, look_ahead, np.angle(found[0]), 1)
        found = found[1:]
    assert np.abs(np.exp(1j * expected) - found / np.abs(found)).max() < 1e-3


def draws(method, count):
    """The first random numbers of voice 0."""
    state, values = int(method._random[0]), []
    for _ in range(count):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        values.append((state >> 40) / 16777216.0)
    return np.array(values)


def slow_spsi(stft, frames):
    phases = np.zeros(frames.shape[1])
    result = []
    for frame in frames.astype(float):
        bins = len(frame)
        peaks = [m for m in range(1, bins - 1) if frame[m] > frame[m - 1] and frame[m] >= frame[m + 1]]
        new = phases + stft.hop / stft.length * np.arange(bins)
        first = 0
        for peak in peaks:
            if peak < first:
                continue
            below, own, above = np.log(np.maximum(frame[peak - 1 : peak + 2], 1e-300))
            place = peak + 0.5 * (below - above) / (below - 2.0 * own + above)
            last = peak + 1
            while last < bins - 1 and frame[last + 1] <= frame[last]:
                last += 1
            new[first : last + 1] = phases[peak] + stft.hop / stft.length * place
            first = last + 1
        phases = new % 1.0
        result.append(frame * np.exp(2j * np.pi * phases))
    return np.array(result)


def overlap_added(stft, spectra):
    """The whole signal of spectra [T, K] by the sum of segments under the dual window."""
    segments = np.fft.fftshift(np.fft.irfft(spectra, n=stft.length), axes=-1)
    segments = segments * synthesis_window(stft) / stft.amplitude_scale
    sound = np.zeros((len(spectra) - 1) * stft.hop + stft.length)
    for t, segment in enumerate(segments):
        sound[t * stft.hop : t * stft.hop + stft.length] += segment
    return sound


@pytest.mark.parametrize("stft", [SMALL, PAPER], ids=["small", "paper"])
def test_spsi_is_the_slow_one(stft):
    frames = random_frames(stft, 20)
    expected = overlap_added(stft, slow_spsi(stft, frames))[: 20 * stft.hop]
    np.testing.assert_allclose(play(SPSI(stft, voices=1), frames), expected, atol=1e-4 * np.abs(expected).max())


def slow_rtisi(stft, frames, look_ahead, iterations, starts):
    """By whole signals: all known segments are summed anew for every segment that is made again."""
    hop, length = stft.hop, stft.length
    window, dual = stft.window, synthesis_window(stft)
    target = frames / stft.amplitude_scale
    count = len(frames)
    segments = {}
    for newest in range(count):
        segments[newest] = np.fft.fftshift(np.fft.irfft(starts[newest] / stft.amplitude_scale, n=length)) * dual
        for _ in range(iterations):
            for t in range(newest, max(newest - look_ahead, 0) - 1, -1):
                total, covered = np.zeros(length), np.zeros(length)
                for other in range(t - length // hop - 1, newest + 1):
                    start = (other - t) * hop
                    for i in range(max(0, start), min(length, start + length)):
                        covered[i] += window[i - start] * dual[i - start]
                        if other in segments:
                            total[i] += segments[other][i - start]
                covered[covered <= 0.1] = 1.0
                spectrum = np.fft.rfft(total / covered * window)
                spectrum *= target[t] / np.abs(spectrum)
                segments[t] = np.fft.irfft(spectrum, n=length) * dual
    sound = np.zeros((count - 1) * hop + length)
    for t, segment in segments.items():
        sound[t * hop : t * hop + length] += segment
    return sound


@pytest.mark.parametrize(("look_ahead", "iterations"), [(0, 1), (1, 2), (3, 3)])
def test_rtisi_la_is_the_slow_one(look_ahead, iterations):
    stft = SMALL
    frames = random_frames(stft, 10)
    starts = spectra_of(RTPGHI(stft, voices=1, look_ahead=0), frames)
    expected = slow_rtisi(stft, frames, look_ahead, iterations, starts)
    method = RTISILA(stft, voices=1, look_ahead=look_ahead, iterations=iterations)
    found = play(method, frames)
    given_out = (10 - look_ahead) * stft.hop
    expected = expected[:given_out]
    np.testing.assert_allclose(found[look_ahead * stft.hop :], expected, atol=2e-4 * np.abs(expected).max())


@pytest.mark.parametrize("stft", [SMALL, PAPER, FINE], ids=["small", "paper", "fine"])
def test_segments_sum_to_the_signal(stft):
    sound = np.random.default_rng(3).standard_normal(12 * stft.length).astype(np.float32)
    spectra = (stft.forward(sound).T * stft.amplitude_scale).astype(np.complex64)
    summed = OverlapAdd(stft, 1)
    out = np.zeros((len(spectra), 1, stft.hop), np.float32)
    for row, spectrum in zip(out, spectra, strict=True):
        summed.add(spectrum[None], np.zeros(1, np.intp), row)
    inside = slice(2 * stft.length, -2 * stft.length)
    shifted = np.concatenate((np.zeros(stft.length // 2, np.float32), sound))[: out.size]
    np.testing.assert_allclose(out.ravel()[inside], shifted[inside], atol=1e-4)


# What all promise


@pytest.mark.parametrize("name", METHODS)
@pytest.mark.parametrize("stft", [PAPER, SMALL], ids=["paper", "small"])
def test_the_latency_is_as_stated(name, stft):
    method = METHODS[name](stft, voices=1)
    method.warm()
    assert method.latency == stft.length // 2 + AHEAD.get(name, 0) * stft.hop
    assert method.hop == stft.hop
    loud = stft.magnitudes(np.cos(0.7 * np.arange(4 * stft.length)))[2 * stft.length // stft.hop]
    sound = play(method, np.concatenate((np.repeat(0.0 * loud[None], 30, 0), np.repeat(loud[None], 30, 0))))
    level = np.sqrt(np.convolve(sound**2, np.ones(stft.hop) / stft.hop, "same"))
    half = np.flatnonzero(level > 0.5 * level[-2 * stft.length :].mean())[0]
    assert abs(half - 30 * stft.hop - method.latency) <= 1.5 * stft.hop


@pytest.mark.parametrize("name", METHODS)
def test_grouping_and_other_voices_change_nothing(name):
    make = METHODS[name]
    frames = random_frames(SMALL, 40, seed=4)
    expected = play(make(SMALL, voices=3), frames, voice=1, voices=3)
    other = make(SMALL, voices=3)
    random = np.random.default_rng(5)
    out = np.zeros((3, SMALL.hop), np.float32)
    found, taken = [], 0
    while taken < len(frames):
        active = random.integers(0, 2, 3).astype(np.int8)
        given_ = random_frames(SMALL, 3, seed=taken)
        given_[1] = frames[taken]
        other.process(given_, active, out)
        assert not out[active == 0].any()
        if active[1]:
            found.append(out[1].copy())
            taken += 1
    np.testing.assert_allclose(np.concatenate(found), expected, atol=1e-6 * np.abs(expected).max())
    np.testing.assert_array_equal(play(make(SMALL, voices=3), frames, voice=1, voices=3), expected)


@pytest.mark.parametrize("name", METHODS)
def test_a_voice_that_was_reset_is_as_new(name):
    make = METHODS[name]
    frames = random_frames(SMALL, 20, seed=6)
    method = make(SMALL, voices=1)
    expected = play(method, frames)
    play(method, random_frames(SMALL, 7, seed=7))
    method.reset(0)
    np.testing.assert_array_equal(play(method, frames), expected)
    method.reset(0)
    method.warm()
    np.testing.assert_array_equal(play(method, frames), expected)


@pytest.mark.parametrize("name", METHODS)
@pytest.mark.parametrize("power", [-100, -20, -3, 2, 10])
def test_a_scaled_frame_is_a_scaled_sound(name, power):
    sound, _ = signals.tone(440.0, 22050, 22050)
    frames = PAPER.magnitudes(sound.astype(np.float32))
    make = METHODS[name]
    once = play(make(PAPER, voices=1), frames)
    scaled = play(make(PAPER, voices=1), frames * np.float32(2.0**power)) / 2.0**power
    assert quality.spectral_convergence(once, scaled) < -60.0


@pytest.mark.parametrize("name", METHODS)
def test_silence_is_silent(name):
    method = METHODS[name](SMALL, voices=1)
    frames = random_frames(SMALL, 10)
    after = -(-method.latency // SMALL.hop) + SMALL.length // SMALL.hop + 1
    sound = play(method, padded(frames, after + 5))
    assert sound.any()
    assert not sound[(10 + after) * SMALL.hop :].any()
    assert not play(METHODS[name](SMALL, voices=1), np.zeros((10, 33), np.float32)).any()


@pytest.mark.parametrize("name", METHODS)
@settings(max_examples=40, deadline=None)
@given(
    values=st.lists(
        st.lists(st.sampled_from([0.0, 1e-38, 1e-30, 1e-3, 1.0, 7.0, 1e20]), min_size=33, max_size=33),
        min_size=1,
        max_size=6,
    )
)
def test_whatever_comes_is_finite(name, values):
    frames = np.array(values, np.float32)
    assert np.isfinite(play(METHODS[name](SMALL, voices=1), padded(frames, 12))).all()


# How good they are

NEAR = {"rtpghi-0": (-28.0, -30.0), "rtpghi-1": (-28.0, -30.0), "spsi": (-26.0, -27.0), "rtisi-la": (-33.0, -36.0)}


def moving_tone(rate, seconds=2.0):
    """A tone with vibrato and tremolo, 330 Hz."""
    time = np.arange(int(seconds * rate)) / rate
    phase = 2.0 * np.pi * 330.0 * time + 330.0 * 0.006 / 5.5 * np.sin(2.0 * np.pi * 5.5 * time)
    sound = sum(np.cos(n * phase + n * n) / n for n in range(1, 20))
    return (0.2 * sound * (1.0 + 0.2 * np.sin(2.0 * np.pi * 4.0 * time))).astype(np.float32)


@pytest.mark.parametrize("name", NEAR)
@pytest.mark.parametrize(("place", "stft"), [(0, PAPER), (1, FINE)], ids=["paper", "fine"])
def test_moving_frames_come_near(name, place, stft):
    frames = stft.magnitudes(moving_tone(int(stft.rate)))
    method = METHODS[name](stft, voices=1)
    sound = play(method, padded(frames, 20))[method.latency :][: len(frames) * stft.hop]
    inside = slice(20, -20)
    assert quality.spectral_convergence(frames[inside], stft.magnitudes(sound)[inside]) < NEAR[name][place]


@pytest.mark.parametrize("name", NEAR)
@pytest.mark.parametrize("stft", [PAPER, FINE], ids=["paper", "fine"])
@pytest.mark.parametrize("f0", [196.0, 440.0])
def test_a_held_tone_is_steady(name, stft, f0):
    rate = int(stft.rate)
    sound, harmonics = signals.tone(f0, rate, 2 * rate, top=0.4)
    frames = stft.magnitudes(sound)
    held = np.repeat(frames[len(frames) // 2][None], 3 * rate // stft.hop, axis=0)
    result = play(METHODS[name](stft, voices=1), held)[rate:].astype(float)
    assert quality.amplitude_modulation(result, rate) < 1.0
    assert np.abs(quality.cents_off(harmonics[:10], result, rate)).mean() < 1.5
    assert quality.spurious_level(harmonics, result, rate) < -30.0
    assert math.isclose(result.std(), sound.std(), rel_tol=0.05)
