"""Descriptors: against librosa on STFT frames, and against slow loops."""

import librosa
import numpy as np
import pytest

from rt_timbre.descriptors import NAMES, UNITS, Describer
from rt_timbre.transforms.stft import STFT

RATE = 44100


def noise(seed=1, seconds=1.0):
    return 0.1 * np.random.default_rng(seed).standard_normal(int(seconds * RATE))


def test_librosa_says_the_same_of_stft_frames():
    stft = STFT(RATE, "hann", 2048, 512)
    frames = stft.magnitudes(noise())
    power = np.square(frames.astype(float)).T
    found = dict(zip(NAMES, Describer(stft.declaration("stft")).describe(frames).T, strict=True))
    expected = {
        "centroid": librosa.feature.spectral_centroid(S=power, freq=stft.centres),
        "bandwidth": librosa.feature.spectral_bandwidth(S=power, freq=stft.centres),
        "flatness": librosa.feature.spectral_flatness(S=power, power=1.0, amin=1e-30),
    }
    for name, values in expected.items():
        np.testing.assert_allclose(found[name], values[0], rtol=1e-4)  # flatness has a floor
    rolloff = librosa.feature.spectral_rolloff(S=power, freq=stft.centres, roll_percent=0.85)[0]
    np.testing.assert_allclose(found["rolloff"], rolloff, atol=0.5 * stft.centres[1] + 1e-9)
    assert len(UNITS) == len(NAMES)
    weighting = 10.0 ** (np.maximum(librosa.A_weighting(np.maximum(stft.centres, 1.0), min_db=None), -200.0) / 10.0)
    rms = np.sqrt(0.5 * weighting @ power / 1.5)
    np.testing.assert_allclose(found["loudness"], 20.0 * np.log10(rms), atol=0.02)


def test_silence_and_what_is_not_finite():
    stft = STFT(RATE, "hann", 256, 64)
    frames = np.zeros((3, 129), np.float32)
    frames[1, 5] = np.nan
    frames[2, 7] = np.inf
    found = Describer(stft.declaration("stft")).describe(frames)
    assert found[0].tolist() == [0.0, 0.0, 0.0, 0.0, -120.0]
    assert np.isnan(found[1:]).all()


@pytest.mark.parametrize("level", [1e-4, 1.0, 1e4])
def test_only_loudness_depends_on_the_level(level):
    stft = STFT(RATE, "hann", 2048, 512)
    describer = Describer(stft.declaration("stft"))
    frames = stft.magnitudes(noise())[5:9]
    one, other = describer.describe(frames), describer.describe(frames * np.float32(level))
    np.testing.assert_allclose(other[:, :4], one[:, :4], rtol=1e-6)
    np.testing.assert_allclose(other[:, 4], one[:, 4] + 20.0 * np.log10(level), atol=1e-5)
