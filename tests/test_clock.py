"""Timetags as samples: steady through lateness and bursts, right again after a jump; bundles by their own times."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rt_timbre.clock import SampleClock, unfold, unix_seconds
from rt_timbre.errors import ControlError
from rt_timbre.osc import Bundle, Message

HOP = 128
START = 1.79e9  # seconds since 1970
COURSES = st.fixed_dictionaries(
    {
        "rate": st.sampled_from([44100, 48000, 96000]),
        "block": st.sampled_from([128, 256, 1024]),
        "drift": st.floats(-50e-6, 50e-6),
        "late": st.floats(0.0, 1.0),
        "seed": st.integers(0, 2**32 - 1),
    }
)


def timetag(seconds):
    return round((seconds + 2_208_988_800) * 2**32) % 2**64


class Course:
    """Hops as an output of large blocks asks for them, each block noticed more or less late, some of them at once."""

    def __init__(self, rate, block, drift, late, seed):
        self.clock = SampleClock(rate)
        self.rate, self.block, self.true_rate = rate, block, rate * (1.0 + drift)
        # In seconds, on average: up to 10 ms, but no more than a machine can make up for that plays at all.
        self.late, self.rng = late * min(0.01, block / rate), np.random.default_rng(seed)
        self.sample = 0
        self.lost = 0.0  # seconds in which the output asked for nothing
        self.now = START

    def run(self, seconds):
        """Make the hops of some seconds; give the offset of the clock from the truth after each block, in seconds."""
        errors = []
        for _ in range(math.ceil(seconds * self.true_rate / self.block)):
            due = START + self.lost + self.sample / self.true_rate
            lateness = self.rng.exponential(self.late) if self.rng.random() < 0.9 else 0.0
            self.now = max(self.now + 1e-6, due + min(lateness, 0.5))
            for _ in range(self.block // HOP):
                self.sample += HOP
                self.clock.note(self.now, self.sample)
            true = (self.now - START - self.lost) * self.true_rate + self.block
            errors.append((self.clock.sample_at(self.now) - true) / self.rate)
        return np.array(errors)


@settings(deadline=None, max_examples=25)
@given(COURSES)
def test_lateness_and_bursts_move_no_timetag(course):
    course = Course(**course)
    course.run(3.0)
    errors = course.run(8.0)
    assert np.abs(errors).max() < 0.002  # far less than hops are late
    apart = math.ceil(0.25 * course.rate / course.block)
    assert np.abs(errors[apart:] - errors[:-apart]).max() * course.rate <= 0.25 * course.rate * 150e-6 + 1.0
    assert course.clock.sample_at(course.now) >= course.sample - course.block


@settings(deadline=None, max_examples=10)
@given(COURSES, st.floats(0.02, 0.4))
def test_an_output_that_was_lost_for_a_while_is_followed(course, lost):
    course = Course(**course)
    course.run(3.0)
    course.lost += lost
    course.now += lost
    course.run(2.5)
    assert np.abs(course.run(2.0)).max() < 0.006


@pytest.mark.parametrize("step", [-3600.0, -0.1, 0.1, 3600.0])
def test_a_time_of_day_that_is_set_is_followed(step):
    clock = SampleClock(48000)
    for hop in range(4000):
        shift = 0.0 if hop < 2000 else step
        clock.note(START + hop * HOP / 48000 + shift, (hop + 1) * HOP)
    assert clock.sample_at(START + 5000 * HOP / 48000 + step) == 5001 * HOP


def test_two_timetags_are_as_far_apart_as_they_say_whenever_they_come():
    clock = SampleClock(48000)
    for hop in range(1000):
        clock.note(START + hop * HOP / 48000, (hop + 1) * HOP)
    first = clock.sample_at(unix_seconds(timetag(START + 5.0), START + 2.6))
    clock.note(START + 1001 * HOP / 48000 + 0.004, 1001 * HOP)
    second = clock.sample_at(unix_seconds(timetag(START + 5.25), START + 2.7))
    assert abs(second - first - 12000) <= 1


@given(st.integers(0, 2**64 - 1), st.floats(0, 4e9))
def test_a_timetag_means_the_nearest_time(tag, now):
    seconds = unix_seconds(tag, now)
    assert abs(seconds - now) <= 2**31 + 1
    distance = abs(timetag(seconds) - tag)
    assert min(distance, 2**64 - distance) < 2**32 * 1e-5


def test_time_goes_on_in_2036():
    end = 2**32 - 2_208_988_800.0  # when the seconds of timetags begin again
    assert unix_seconds(3 << 32, end - 5.0) == end + 3.0
    assert unix_seconds((2**32 - 2) << 32, end + 1.0) == end - 2.0


def bundle(seconds, *elements):
    return Bundle(timetag=1 if seconds is None else timetag(START + seconds), elements=elements)


A, B, C, D = (Message(address=f"/{name}") for name in "abcd")


def unfolded(outer):
    found = unfold(outer, START)
    return [(due.seconds and pytest.approx(due.seconds - START, abs=1e-6), due.messages) for due in found]


def test_a_bundle_is_unfolded_by_the_times_of_those_in_it():
    assert unfolded(bundle(None, A, B)) == [(None, (A, B))]
    assert unfolded(bundle(None, A, bundle(None, B), C)) == [(None, (A, B, C))]
    assert unfolded(bundle(1.0, A, bundle(1.0, B), bundle(2.0, C), D)) == [
        (1.0, (A, B)),
        (2.0, (C,)),
        (1.0, (D,)),
    ]
    assert unfolded(bundle(None, A, bundle(-3.0, B))) == [(None, (A,)), (-3.0, (B,))]
    assert unfolded(bundle(59.0)) == []


@pytest.mark.parametrize(
    ("outer", "reason"),
    [
        (bundle(2.0, A, bundle(1.5, B)), "due 0.5 s before it; it must not be"),
        (bundle(2.0, bundle(None, A)), "due at once; it must not be"),
        (bundle(1.0, bundle(3.0, bundle(2.0, A))), "due 1 s before it"),
        (bundle(61.0, A), "due in 61 s; 60 s ahead is the most"),
        (bundle(None, bundle(1e8, A)), "due in 1e.08 s; 60 s ahead"),
    ],
)
def test_bundles_that_are_refused(outer, reason):
    with pytest.raises(ControlError, match=reason):
        unfold(outer, START)
