import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rt_timbre.delay import EnvelopeDelay

RATE = 48000


def run(delay, amplitudes, samples):
    """Delay amplitudes [n] of one voice, in blocks of 128; `samples` may change from block to block."""
    blocks = amplitudes.astype(np.float32).reshape(-1, 1, 128).copy()
    for block, count in zip(blocks, np.broadcast_to(samples, len(blocks)), strict=True):
        delay.process(block, int(count))
    return blocks.ravel()


@settings(deadline=None)
@given(st.integers(0, 20000))
def test_amplitudes_come_later(samples):
    amplitudes = np.random.default_rng(samples).uniform(0.0, 1.0, 128 * 200)
    # The first block bridges from no delay to this one.
    delayed = run(EnvelopeDelay(1, RATE), amplitudes, samples)
    expected = np.concatenate((np.zeros(samples), amplitudes))[: delayed.size]
    np.testing.assert_allclose(delayed[128:], expected[128:], atol=1e-7)


def test_a_change_of_delay_is_no_step():
    amplitudes = np.interp(np.arange(128 * 100), [0, 4000, 12800], [0.0, 1.0, 0.2])
    samples = np.repeat([0, 3000, 700, 0], 25)
    delayed = run(EnvelopeDelay(1, RATE), amplitudes, samples)
    assert np.abs(np.diff(delayed)).max() < 1.0 / 100
    np.testing.assert_allclose(delayed[-128:], amplitudes[-128:], atol=1e-6)


def test_the_tail_is_as_long_as_the_sound_to_come():
    delay = EnvelopeDelay(2, RATE)
    block = np.stack([np.ones(128), np.zeros(128)]).astype(np.float32)
    delay.process(block, 1000)
    assert delay.tail.tolist() == [1000, 0]
    for _ in range(8):
        block[:] = 0.0
        delay.process(block, 1000)
    assert 0 <= delay.tail[0] < 128
    heard = block[0].any()
    block[:] = 0.0
    delay.process(block, 1000)
    assert heard or block[0].any()
    assert delay.tail[0] == 0


def test_a_cut_is_a_ramp_of_5_ms_to_nothing():
    delay = EnvelopeDelay(1, RATE)
    run(delay, np.ones(128 * 100), 5000)
    delay.cut()
    rest = run(delay, np.zeros(128 * 60), 5000)
    ramp = round(0.005 * RATE)
    assert rest[0] == pytest.approx(1.0, abs=0.01)
    assert np.abs(np.diff(rest)).max() <= 1.01 / ramp
    assert not rest[ramp:].any()
    assert delay.tail[0] == 0
    # What comes after is not cut.
    assert run(delay, np.ones(128 * 60), 5000)[-1] == 1.0
