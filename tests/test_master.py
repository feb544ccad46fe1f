"""The way out: finite, without offset, at the gain asked for, below the ceiling; at any block length."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rt_timbre.master import Master
from tests.true_peak import decibels, true_peak

RATE = 44100
CEILING = 10 ** (-1 / 20)


def play(signal, gain=1.0, ceiling=CEILING, block=128):
    master = Master(RATE, max(block, 128))
    warm = np.zeros((128, 2), np.float32)
    master.process(warm, gain, ceiling)
    out = np.concatenate([signal, np.zeros((master.tail, 2))]).astype(np.float32)
    faults = 0
    for start in range(0, len(out), block):
        faults += master.process(out[start : start + block], gain, ceiling)
    return out, faults


def tone(seconds=0.5, level=0.5, frequency=441.0):
    return (level * np.sin(2 * np.pi * frequency * np.arange(round(seconds * RATE)) / RATE))[:, None].repeat(2, axis=1)


def test_it_delays_by_its_latency_and_ends_with_its_tail():
    assert Master.latency / RATE <= 1.5e-3
    impulse = np.zeros((500, 2))
    impulse[100] = 0.5
    out, _ = play(impulse)
    assert np.flatnonzero(out[:, 0])[0] == 100 + Master.latency
    assert not play(tone())[0][-1].any()


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_samples_that_are_not_finite_are_dropped_and_counted(bad):
    sound = tone()
    sound[5000, 0] = sound[6000, 1] = sound[6000, 0] = bad
    out, faults = play(sound)
    assert faults == 3
    clean = tone()
    clean[5000, 0] = clean[6000] = 0.0
    np.testing.assert_array_equal(out, play(clean)[0])


@pytest.mark.parametrize("burst", [1e6, 3e38, -3e38])
def test_after_a_burst_beyond_all_measure_the_sound_is_back_within_a_second(burst):
    sound = tone(2.0)
    sound[5000:5128] = burst
    out, _ = play(sound)
    assert decibels(true_peak(out) / CEILING) <= 0.2
    assert np.abs(out[-RATE // 4 : -Master.latency]).max() == pytest.approx(0.5, rel=0.02)


def test_the_gain_ramps_within_a_block():
    master = Master(RATE, 128)
    master.process(np.zeros((128, 2), np.float32), 1.0, CEILING)
    sound = (0.1 * (-1.0) ** np.arange(256)[:, None] * np.ones(2)).astype(np.float32)
    for start in (0, 128):
        master.process(sound[start : start + 128], 0.5, CEILING)
    out = np.abs(sound[Master.latency + 1 : Master.latency + 128, 0])
    np.testing.assert_allclose(out, 0.1 * (1 - 0.5 * np.arange(2, 129) / 128), rtol=2e-3)


def test_a_ceiling_that_falls_turns_the_sound_down_without_a_click():
    master = Master(RATE, 128)
    sound = tone(1.0, 0.85, 110.0).astype(np.float32)
    for start in range(0, len(sound), 128):
        part = max(0.0, min(1.0, (start - RATE // 2) / 441))
        master.process(sound[start : start + 128], 1.0, CEILING + part * (0.1 - CEILING))
    assert np.abs(np.diff(sound[:, 0])).max() <= 1.5 * 0.85 * 2 * np.pi * 110 / RATE
    assert decibels(true_peak(sound[RATE // 2 + 1000 :]) / 0.1) <= 0.2


@given(st.integers(0, 1000), st.floats(-2, 39), st.floats(0, 2), st.sampled_from([0.063, 0.5, 0.98]))
def test_whatever_comes_in_what_comes_out_is_below_the_ceiling(seed, decades, gain, ceiling):
    random = np.random.default_rng(seed)
    with np.errstate(over="ignore"):
        sound = (random.standard_normal((1500, 2)) * 10.0**decades).astype(np.float32)
    sound[random.random((1500, 2)) < 0.01] = random.choice([np.nan, np.inf, -np.inf, 0.0])
    sound[np.arange(1500) // random.integers(1, 300) % 2 == 1] = 0.0
    out, _ = play(sound, gain, ceiling)
    assert np.isfinite(out).all()
    assert np.abs(out).max() <= ceiling * (1 + 1e-6)
    assert decibels(max(true_peak(out), 1e-9) / ceiling) <= 0.2


def test_block_lengths_do_not_matter_while_the_gain_rests():
    sound = np.random.default_rng(0).standard_normal((3000, 2)) + 0.1
    sound[1500:1600] = 0.0
    for block in (1, 17, 300):
        np.testing.assert_array_equal(play(sound)[0], play(sound, block=block)[0])
