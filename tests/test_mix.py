"""Mix: gains ramp, faults stay out."""

import numpy as np
import pytest

from rt_timbre.mix import mix


def test_gains_ramp_from_the_last_block_to_the_goal():
    out = np.empty((4, 2), np.float32)
    left, right = np.array([0.0]), np.array([1.0])
    ones = np.ones((1, 4), np.float32)
    sounding, faulty = np.ones(1, np.int8), np.zeros(1, np.int8)
    mix(ones, ones, sounding, left, right, np.array([1.0]), np.array([1.0]), out, faulty)
    np.testing.assert_allclose(out, [[0.25, 1], [0.5, 1], [0.75, 1], [1, 1]])
    assert left[0] == 1.0


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_a_faulty_voice_is_left_out_and_named(bad):
    sound = np.ones((3, 8), np.float32)
    sound[1, 3] = bad
    out = np.empty((8, 2), np.float32)
    gains = [np.ones(3) for _ in range(4)]
    faulty = np.zeros(3, np.int8)
    sounding = np.array([1, 1, 0], np.int8)
    assert mix(sound, np.ones_like(sound), sounding, *gains, out, faulty) == 1
    np.testing.assert_array_equal(faulty, [0, 1, 0])
    np.testing.assert_array_equal(out, 1.0)
