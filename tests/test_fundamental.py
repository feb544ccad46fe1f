"""The fundamental of frames of any layout, and that there is none where there is none."""

import numpy as np
import pytest

from rt_timbre.descriptors.fundamental import FundamentalFinder
from tests.layouts import LAYOUTS, LENGTH, RATE, TRANSFORMS, noise, tone, warm

FINDERS = {name: FundamentalFinder(layout) for name, layout in LAYOUTS.items()}
NAMES = sorted(set(LAYOUTS) - {"dct"})  # whose single frames depend on the phases


def found(name, sound):
    frames = TRANSFORMS[name][0].magnitudes(sound)
    return FINDERS[name].find(frames[len(frames) // 2 :][:4])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("hertz", [130.0, 220.0, 523.25, 1318.5, 2093.0, 4186.0])
@pytest.mark.parametrize("tilt", [1.0, 2.0])
def test_fundamentals_of_tones(name, hertz, tilt):
    np.testing.assert_allclose(found(name, tone(hertz, tilt)), hertz, rtol=1e-3)


@pytest.mark.parametrize("name", NAMES)
def test_a_sinusoid_and_odd_harmonics(name):
    np.testing.assert_allclose(found(name, tone(441.0, step=1000)), 441.0, rtol=1e-3)
    np.testing.assert_allclose(found(name, tone(330.0, step=2)), 330.0, rtol=1e-3)


@pytest.mark.parametrize("name", ["erb", "mel"])
def test_low_tones_and_breath(name):
    np.testing.assert_allclose(found(name, tone(41.2)), 41.2, rtol=1e-3)
    np.testing.assert_allclose(found(name, tone(440.0) + 0.1 * noise(warm)), 440.0, rtol=3e-3)


@pytest.mark.parametrize("name", sorted(LAYOUTS))
def test_noise_and_silence_have_none(name):
    assert not found(name, noise(warm)).any()
    assert not found(name, noise()).any()
    assert not found(name, np.zeros(LENGTH)).any()


def test_bells_have_none():
    time = np.arange(LENGTH) / RATE
    bell = sum(np.cos(2.0 * np.pi * f * time) for f in (500.0, 721.0, 1093.0, 1637.0))
    assert not found("erb", 0.1 * bell).any()
