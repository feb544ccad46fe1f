"""Figures of the running server against plain definitions."""

import math
import tracemalloc

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rt_timbre.errors import OscError
from rt_timbre.meters import SILENCE, STAGES, Meters
from rt_timbre.osc import Message, encode, parse
from rt_timbre.status import FIGURES, Status, read_status

PERIOD = 0.0025


def nearest_rank(values, share):
    return sorted(values)[math.ceil(share * len(values)) - 1]


@pytest.mark.parametrize("count", [1, 2, 99, 100, 101, 2048, 3000])
def test_loads_are_what_their_names_say(count):
    meters = Meters(PERIOD, 128)
    random = np.random.default_rng(count)
    hops = random.uniform(0.0, 2 * PERIOD, (count, 1 + len(STAGES)))
    for whole, *stages in hops.tolist():
        meters.hop(whole, stages)
    for load, seconds in zip(meters.loads(0.0), hops[-2048:].T, strict=True):
        assert load.mean == pytest.approx(seconds.mean() / PERIOD)
        assert load.peak == pytest.approx(seconds.max() / PERIOD)
        assert load.median == pytest.approx(nearest_rank(seconds, 0.5) / PERIOD)
        assert load.p99 == pytest.approx(nearest_rank(seconds, 0.99) / PERIOD)
    assert meters.late_hops == (hops[:, 0] > PERIOD).sum()


def test_before_the_first_hop_there_is_no_load():
    meters = Meters(PERIOD, 128)
    assert [load.mean for load in meters.loads(0.0)] == [0.0] * (1 + len(STAGES))
    assert meters.take_load() == 0.0


def test_loads_are_not_made_anew_for_everyone_who_asks():
    meters = Meters(PERIOD, 128)
    meters.hop(PERIOD, [0.0] * 4)
    first = meters.loads(10.0)
    meters.hop(PERIOD / 2, [0.0] * 4)
    assert meters.loads(10.05) is first
    assert meters.loads(10.11)[0].mean == pytest.approx(0.75)


def test_peaks_and_load_are_those_since_the_last_look():
    meters = Meters(PERIOD, 128)
    assert meters.take_peaks() == (SILENCE, SILENCE)
    for left, right in ((0.1, -0.5), (-1.0, 0.25)):
        block = np.zeros((128, 2), np.float32)
        block[17] = left, right
        meters.sound(block)
        meters.sound(block[:5] * 0.0)
        meters.hop(PERIOD / 4, [0.0] * 4)
    assert meters.take_peaks() == pytest.approx((0.0, 20 * math.log10(0.5)))
    assert meters.take_peaks() == (SILENCE, SILENCE)
    assert meters.take_load() == pytest.approx(0.25)
    assert meters.take_load() == 0.0


def test_hops_leave_nothing_behind():
    meters, block, stages = Meters(PERIOD, 512), np.ones((512, 2), np.float32), [0.0] * 4

    def hops(count):
        for _ in range(count):
            stages[:] = 1e-4, 2e-4, 3e-4, 4e-4
            meters.sound(block)
            meters.hop(1e-3, stages)

    tracemalloc.start()
    try:
        hops(3000)
        before, _ = tracemalloc.get_traced_memory()
        tracemalloc.reset_peak()
        hops(10_000)
        after, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert after - before < 256  # counters
    assert peak - before < block.nbytes


def test_control_to_sound_is_measured_from_the_first_of_several_controls():
    meters = Meters(PERIOD, 128)
    meters.control(1.0, 256)
    meters.control(1.5, 300)
    meters.heard(1.7, 256)
    assert meters.control_to_sound == 0.0
    meters.heard(2.0, 257)
    assert meters.control_to_sound == 1.0
    meters.control(3.0, 400)
    meters.forget_pending()
    meters.heard(4.0, 1000)
    assert meters.control_to_sound == 1.0


def a_status():
    values = {name: kind(number) for number, (name, kind) in enumerate(Status.__annotations__.items())}
    return Status(**values)


def test_a_status_survives_the_wire():
    status = a_status()
    message = parse(encode(Message(address="/status.reply", arguments=status.arguments())))
    assert read_status(message.arguments) == status
    assert read_status((*message.arguments, "what a later version adds")) == status
    assert len(FIGURES.split(", ")) == len(message.arguments)


def test_a_status_as_json_has_the_stages_by_name():
    line = a_status().as_json()
    assert line["sounding"] == 1
    assert line["stages"]["decode"] == {"mean": 20.0, "peak": 21.0, "p99": 22.0}
    assert list(line["stages"]) == list(STAGES)
    assert line["phase"] == "14"


@given(st.lists(st.one_of(st.integers(-5, 5), st.floats(width=32), st.text(max_size=3), st.binary()), max_size=40))
def test_what_is_no_status_is_refused(arguments):
    with pytest.raises(OscError):
        read_status(arguments)
