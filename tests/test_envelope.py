"""Envelopes: exact times, no steps, any block length."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rt_timbre.envelope import IDLE, Envelopes

RATE = 48000


def run(envelopes, samples, block=128):
    out = []
    for start in range(0, samples, block):
        part = np.full((len(envelopes.stage), min(block, samples - start)), np.nan, np.float32)
        sounding = envelopes.stage != IDLE
        envelopes.advance(part)
        part[~sounding] = 0.0
        out.append(part)
    return np.concatenate(out, axis=1)


def test_each_stage_takes_the_time_it_was_given():
    envelopes = Envelopes(1, RATE)
    envelopes.attack[:], envelopes.decay[:], envelopes.sustain[:], envelopes.release[:] = 0.1, 0.2, 0.5, 0.3
    envelopes.start(0, 0.8)
    sound = run(envelopes, RATE)[0]
    assert np.argmax(sound) == pytest.approx(0.1 * RATE, abs=2)
    assert sound.max() == pytest.approx(0.8, abs=1e-6)
    assert np.flatnonzero(sound[5000:] <= 0.4 + 1e-9)[0] + 5000 == pytest.approx(0.3 * RATE, abs=RATE * 0.002)
    np.testing.assert_allclose(sound[-1000:], 0.4, atol=1e-6)
    envelopes.stop(0)
    tail = run(envelopes, RATE)[0]
    assert np.flatnonzero(tail)[-1] == pytest.approx(0.3 * RATE, abs=3)
    assert envelopes.stage[0] == IDLE


def test_a_new_attack_starts_from_where_the_voice_is():
    envelopes = Envelopes(1, RATE)
    envelopes.attack[:] = 0.05
    envelopes.start(0, 1.0)
    before = run(envelopes, 4800)[0]
    envelopes.stop(0)
    middle = run(envelopes, 1000)[0]
    envelopes.start(0, 0.3)
    after = run(envelopes, 4800)[0]
    whole = np.concatenate([before, middle, after])
    assert np.abs(np.diff(whole)).max() < 0.002
    assert after[-1] == pytest.approx(0.3, abs=1e-6)


def test_panic_takes_five_milliseconds():
    envelopes = Envelopes(3, RATE)
    envelopes.start(0, 1.0)
    envelopes.start(2, 0.5)
    run(envelopes, 9600)
    envelopes.silence()
    tail = run(envelopes, 480)
    assert np.flatnonzero(tail[0])[-1] == pytest.approx(240, abs=2)
    assert (envelopes.stage == IDLE).all()


@given(
    st.floats(0, 0.05), st.floats(0, 0.05), st.floats(0, 1), st.floats(0, 0.05), st.floats(0.01, 1), st.integers(1, 300)
)
def test_blocks_do_not_matter_and_nothing_steps(attack, decay, sustain, release, velocity, block):
    results = []
    for length in (64, block):
        envelopes = Envelopes(1, RATE)
        envelopes.attack[:], envelopes.decay[:] = attack, decay
        envelopes.sustain[:], envelopes.release[:] = sustain, release
        envelopes.start(0, velocity)
        on = run(envelopes, 6000, length)
        envelopes.stop(0)
        results.append(np.concatenate([on, run(envelopes, 3000, length)], axis=1)[0])
    np.testing.assert_array_equal(*results)
    assert np.isfinite(results[0]).all()
    assert (results[0] >= 0).all()
    assert (results[0] <= velocity + 1e-6).all()
    # The steepest ramp is the start of an exponential of 3 ms.
    assert np.abs(np.diff(results[0], prepend=0.0)).max() <= velocity * 7.0 / (0.003 * RATE)
    assert results[0][-1] == 0.0
