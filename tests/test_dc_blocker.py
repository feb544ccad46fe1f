"""DC blocker: offsets go, the lowest tones stay, silence follows silence."""

import numpy as np
import pytest

from rt_timbre.dc_blocker import DCBlocker

RATE = 48000


def block_dc(signal, length=128):
    blocker = DCBlocker(RATE)
    out = np.stack([signal, -signal], axis=1).astype(np.float32)
    for start in range(0, len(out), length):
        blocker.process(out[start : start + length])
    np.testing.assert_array_equal(out[:, 0], -out[:, 1])
    return out[:, 0]


def test_an_offset_goes_and_its_corner_is_at_3_hz():
    out = block_dc(np.ones(RATE // 2))
    assert out[0] == 1.0
    assert out[round(RATE / (2 * np.pi * 3))] == pytest.approx(np.exp(-1), rel=1e-3)
    assert abs(out[-1]) < 1e-4


@pytest.mark.parametrize(("frequency", "decibels", "degrees"), [(3, -3.01, 45.0), (20, -0.10, 8.5), (1000, 0.0, 0.2)])
def test_what_it_does_to_tones(frequency, decibels, degrees):
    turns = frequency * np.arange(3 * RATE) / RATE
    out = block_dc(np.sin(2 * np.pi * turns))[RATE:]
    response = 2 * np.mean(out * np.exp(-2j * np.pi * turns[RATE:])) * 1j
    assert 20 * np.log10(abs(response)) == pytest.approx(decibels, abs=0.01)
    assert np.degrees(np.angle(response)) == pytest.approx(degrees, abs=0.1)


def test_when_the_signal_ends_silence_follows_without_a_click():
    sound = np.concatenate([np.linspace(0.0, 0.5, RATE // 10), np.linspace(0.5, 0.0, 240)[1:-1], np.zeros(RATE // 10)])
    out = block_dc(sound, 17)
    assert not out[RATE // 10 + 240 + DCBlocker(RATE).tail :].any()
    # The offset that was left at the end, 0.3, goes in 2 ms.
    assert np.abs(np.diff(out[RATE // 10 + 230 :])).max() <= 0.5 / 96


def test_block_lengths_do_not_matter():
    random = np.random.default_rng(0)
    sound = random.standard_normal(5000) * (random.random(5000) < 0.7) + 0.2
    sound[1000:2000] = 0.0
    for length in (1, 17, 300):
        np.testing.assert_array_equal(block_dc(sound), block_dc(sound, length))
