import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rt_timbre.loudness import (
    REFERENCE_RMS,
    a_weighting,
    gain_envelope,
    loudness_rms,
    loudness_weights,
    normalise,
    streamed_gains,
)
from rt_timbre.transforms.nsgt import NSGT
from rt_timbre.transforms.scales import erb_centres, mel_centres, octave_centres
from rt_timbre.transforms.stft import DCT, STFT

RATE, LENGTH, COLUMNS = 44100, 32768, 2048
TRANSFORM = NSGT(erb_centres(40.0, 21000.0, 230), RATE, LENGTH, COLUMNS)
BANDS = TRANSFORM.declaration("nsgt-erb")


def decibels(ratio):
    return 20.0 * np.log10(ratio)


def weighted_rms(signal):
    """RMS after A-weighting, from the signal's whole spectrum."""
    spectrum = np.fft.rfft(signal) * a_weighting(np.fft.rfftfreq(signal.size, 1.0 / RATE))
    return np.sqrt(np.mean(np.fft.irfft(spectrum, signal.size) ** 2))


def tones(frequencies, amplitudes):
    """A sum of sinusoids that are periodic in the transform's length."""
    bins = np.round(np.asarray(frequencies) * LENGTH / RATE)
    phase = 2.0 * np.pi * np.outer(bins, np.arange(LENGTH) / LENGTH) + np.arange(bins.size)[:, None]
    return np.asarray(amplitudes) @ np.cos(phase)


@pytest.mark.parametrize(
    ("frequency", "level"),
    # IEC 61672-1, table 3, at the exact frequencies 1000 * 10^(n / 10).
    [
        (10.0 ** (1 + 0.1 * 5), -39.4),
        (10.0**2, -19.1),
        (10.0**2.4, -8.6),
        (10.0**3.4, 1.3),
        (10.0**4, -2.5),
        (1e3, 0.0),
    ],
)
def test_a_weighting_is_the_standards(frequency, level):
    assert decibels(a_weighting(frequency)) == pytest.approx(level, abs=0.06)


def test_nothing_is_heard_at_0_hz():
    assert a_weighting(0.0) == 0.0


@pytest.mark.parametrize("frequency", [110.0, 196.3, 440.0, 1234.5, 3000.0, 9000.0, 15000.0])
def test_a_partial_has_its_own_rms(frequency):
    signal = tones([frequency], [0.3])
    measured = loudness_rms(TRANSFORM.magnitudes(signal), BANDS)
    np.testing.assert_allclose(decibels(measured / weighted_rms(signal)), 0.0, atol=0.3)


@pytest.mark.parametrize("pitch", [200.0, 333.0, 700.0])
def test_resolved_harmonics_add_up(pitch):
    harmonics = np.arange(1, 8)
    signal = tones(pitch * harmonics, 0.2 / harmonics)
    measured = loudness_rms(TRANSFORM.magnitudes(signal), BANDS)
    np.testing.assert_allclose(decibels(measured / weighted_rms(signal)), 0.0, atol=0.1)


@pytest.mark.parametrize(
    "centres", [erb_centres(30.0, 11000.0, 400), mel_centres(30.0, 11000.0, 400), octave_centres(60.0, 11000.0, 24)]
)
def test_partials_at_any_frequency_are_right_on_every_scale(centres):
    transform = NSGT(centres, 22050, 65536, 4096)
    frequencies = np.geomspace(2.0 * centres[0], 10500.0, 2000)
    distance = np.abs(frequencies[:, None] - transform.centres) / transform.half_widths
    frames = np.where(distance < 1.0, 0.5 + 0.5 * np.cos(np.pi * distance), 0.0)
    level = loudness_rms(frames, transform.declaration("nsgt-erb")) * np.sqrt(2.0) / a_weighting(frequencies)
    assert np.abs(decibels(level)).max() < 0.5
    assert np.sqrt(np.mean(decibels(level) ** 2)) < 0.1


def test_white_noise_reads_as_documented():
    signal = np.random.default_rng(2).standard_normal(LENGTH)
    measured = loudness_rms(TRANSFORM.magnitudes(signal), BANDS)
    excess = 10.0 * np.log10(np.mean(measured**2) / weighted_rms(signal) ** 2)
    assert excess == pytest.approx(2.9, abs=0.2)


@pytest.mark.parametrize("kind", ["hann", "hamming", "blackman"])
def test_segments_read_all_sounds_right(kind):
    transform = STFT(RATE, kind, 2048, 512)
    declaration = transform.declaration("stft")
    noise = np.random.default_rng(3).standard_normal(LENGTH)
    for signal in (tones([440.0], [0.3]), tones(200.0 * np.arange(1, 8), np.full(7, 0.1)), noise):
        frames = transform.magnitudes(signal)[4:-4]
        measured = np.sqrt(np.mean(loudness_rms(frames, declaration) ** 2))
        assert decibels(measured / weighted_rms(signal)) == pytest.approx(0.0, abs=0.2)


def test_cosine_segments_read_right_on_average():
    transform = DCT(RATE, "hamming", 2048, 311)
    signal = tones([440.0, 1007.0], [0.3, 0.2])
    frames = transform.magnitudes(signal)[8:-8]
    measured = np.sqrt(np.mean(loudness_rms(frames, transform.declaration("dct")) ** 2))
    assert decibels(measured / weighted_rms(signal)) == pytest.approx(0.0, abs=0.2)


def test_weights_give_the_power():
    frames = np.random.default_rng(3).uniform(0.0, 1.0, (4, TRANSFORM.centres.size))
    own, shared = loudness_weights(BANDS)
    expected = [
        sum(own[k] * m[k] ** 2 for k in range(m.size)) + sum(shared[k] * m[k] * m[k + 1] for k in range(m.size - 1))
        for m in frames
    ]
    np.testing.assert_allclose(loudness_rms(frames, BANDS) ** 2, expected)


@given(level=st.floats(-100.0, 40.0), seed=st.integers(0, 1000))
def test_normalised_frames_are_equally_loud_and_give_the_original_back(level, seed):
    frames = 10.0 ** (level / 20.0) * np.random.default_rng(seed).uniform(0.0, 1.0, (3, 2, TRANSFORM.centres.size))
    equal, gain = normalise(frames, BANDS)
    assert equal.dtype == gain.dtype == np.float32
    assert gain.shape == (3, 2)
    np.testing.assert_allclose(loudness_rms(equal, BANDS), REFERENCE_RMS, rtol=1e-5)
    np.testing.assert_allclose(equal * gain[..., None], frames, rtol=1e-5)


def test_silence_stays_silent():
    equal, gain = normalise(np.zeros((2, TRANSFORM.centres.size), np.float32), BANDS)
    assert not equal.any()
    assert not gain.any()


@pytest.mark.parametrize(("seconds", "step"), [(14.0, 256), (0.3, 100), (0.0, 64)])
def test_gains_of_pieces_are_those_of_the_whole(seconds, step):
    random = np.random.default_rng(4)
    samples = int(seconds * RATE)
    sound = (random.uniform(-0.5, 0.5, samples) * np.linspace(0.0, 1.0, samples)).astype(np.float32)
    pieces = np.split(sound, np.sort(random.integers(0, samples + 1, 20)))
    expected = gain_envelope(sound, RATE, step, -(-samples // step)) if samples else np.zeros(0)
    np.testing.assert_allclose(streamed_gains(pieces, RATE, step), expected, rtol=1e-4, atol=1e-6)
    ahead = gain_envelope(np.append(sound, np.zeros(441)), RATE, 1, samples + 441)[441::step]
    np.testing.assert_allclose(streamed_gains(pieces, RATE, step, 0.01), ahead, rtol=1e-4, atol=1e-6)
