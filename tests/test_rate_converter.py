"""Conversion of the rate, against sines and against itself in other blocks."""

import numpy as np
import pytest

from rt_timbre.audio.rate_converter import RateConverter

LATE = 32  # frames that come


class Stream:
    """A stereo sine, sample by sample."""

    def __init__(self, hertz, rate, frames=10**9):
        self._hertz, self._rate, self._left, self._taken = hertz, rate, frames, 0

    def take(self, out):
        if len(out) > self._left:
            return False
        time = (self._taken + np.arange(len(out))) / self._rate
        out[:, 0] = np.sin(2 * np.pi * self._hertz * time)
        out[:, 1] = -0.5 * out[:, 0]
        self._taken += len(out)
        self._left -= len(out)
        return True


def converted(hertz, rate, to, block, seconds=0.5):
    converter = RateConverter(Stream(hertz, rate).take, rate, to, block)
    out = np.zeros((int(seconds * to / block), block, 2), np.float32)
    for part in out:
        assert converter.take(part)
    return out.reshape(-1, 2)


@pytest.mark.parametrize(
    ("rate", "to"), [(48000, 44100), (44100, 48000), (44100, 96000), (96000, 44100), (48000, 48001)]
)
@pytest.mark.parametrize("hertz", [100.0, 4000.0, 15000.0])
def test_a_sine_stays_what_it_is(rate, to, hertz):
    found = converted(hertz, rate, to, 256)
    time = np.arange(len(found)) / to - LATE / rate
    expected = np.sin(2 * np.pi * hertz * time)
    settled = slice(2 * LATE * to // rate + 1, None)
    assert np.abs(found[settled, 0] - expected[settled]).max() < 2e-3
    np.testing.assert_allclose(found[:, 1], -0.5 * found[:, 0], atol=1e-6)


def test_what_the_lower_rate_cannot_hold_is_gone():
    found = converted(45000.0, 96000, 44100, 128)
    assert np.abs(found[200:]).max() < 1e-3


def test_blocks_of_any_length_give_the_same():
    whole = converted(1000.0, 48000, 44100, 2048, seconds=1.0)
    for block in (1, 37, 128, 1024):
        parts = converted(1000.0, 48000, 44100, block, seconds=0.3)
        np.testing.assert_allclose(parts, whole[: len(parts)], atol=1e-6)


def test_where_the_stream_ends_nothing_is_lost():
    stream = Stream(1000.0, 48000, frames=1000)
    converter = RateConverter(stream.take, 48000, 44100, 128)
    out = np.zeros((100, 128, 2), np.float32)
    made = 0
    while converter.take(out[made]):
        made += 1
    assert made == 1000 * 441 // 480 // 128
    assert not converter.take(out[made])
    stream._left = 10**9  # it goes on
    for block in out[made:]:
        assert converter.take(block)
    expected = converted(1000.0, 48000, 44100, 128, seconds=1.0)[: out.size // 2]
    np.testing.assert_allclose(out.reshape(-1, 2)[: len(expected)], expected[: out.size // 2], atol=1e-6)
