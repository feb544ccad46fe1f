"""Bundles sound at the sample that their timetags mean: by a dispatcher with a real engine, and over JACK."""

import random
import re
import threading
import time

import numpy as np
import pytest
from pythonosc.osc_bundle_builder import IMMEDIATELY, OscBundleBuilder
from pythonosc.osc_message_builder import OscMessageBuilder

from rt_timbre.clock import SampleClock
from rt_timbre.dispatcher import Dispatcher
from rt_timbre.engine import Engine
from rt_timbre.log import Log
from rt_timbre.meters import Meters
from rt_timbre.sockets import Listener, Sender
from rt_timbre.timeline import Timeline
from tests.live import Client, Ear, TimbreServer, wait_for
from tests.tiny_space import tiny_space

RATE, HOP = 48000, 128


def message(address, *arguments):
    builder = OscMessageBuilder(address=address)
    for argument in arguments:
        builder.add_arg(argument)
    return builder.build()


def bundle(seconds, *contents):
    """Build a bundle that is due at a time of day."""
    builder = OscBundleBuilder(seconds)
    for content in contents:
        builder.add_content(content)
    return builder.build()


class Stage:
    """A dispatcher with an engine whose output asks for its hops exactly on time, as fast as they can be made."""

    def __init__(self):
        self.listener = Listener("127.0.0.1", 0)
        self.client = Client(self.listener.port)
        self.engine = Engine(tiny_space(), rate=RATE, voices=16, hop=HOP)
        self.engine.warm()
        self.timeline = Timeline(self.engine)
        self.clock = SampleClock(RATE)
        self.meters = Meters(HOP / RATE, HOP)
        self.dispatcher = Dispatcher(self.timeline, self.clock, self.listener, self.meters, lambda: None, Log())
        self.start = time.time()
        self.send(message("/voice/*/attack", 0.0), message("/voice/*/release", 0.0))
        self.play(0.1)

    def play(self, seconds):
        """Make hops; return their sound, float32 [n, 2]."""
        blocks = []
        for _ in range(round(seconds * RATE / HOP)):
            block = np.zeros((HOP, 2), np.float32)
            self.timeline.make(block)
            self.clock.note(self.start + self.timeline.sample / RATE, self.timeline.sample)
            blocks.append(block)
        self.dispatcher.flush()
        return np.concatenate(blocks)

    def send(self, *packets):
        """Send packets and have the dispatcher take them."""
        for packet in packets:
            self.client.send_raw(packet.dgram)
            wait_for(self._take, "the packet")

    def _take(self):
        for descriptor in self.listener.descriptors:
            received = self.listener.receive(descriptor)
            if received is not None:
                self.dispatcher.receive(*received)
                return True
        return False

    def close(self):
        self.client.close()
        self.listener.close()


@pytest.fixture(scope="module")
def shared():
    stage = Stage()
    yield stage
    stage.close()


@pytest.fixture
def stage(shared):
    """A stage where all is silent, no question is open, and the clock's time is about the time of day."""
    shared.send(message("/panic"))
    shared.start = time.time() - shared.timeline.sample / RATE
    shared.clock.reset()
    shared.play(0.05)
    shared.client.drop_answers()
    shared.dispatcher._clients._refused.clear()  # a refusal of the last second
    return shared


def onsets(sound):
    """Return the samples where sound begins after 5 ms of silence."""
    (loud,) = np.nonzero(np.abs(sound) > 1e-5)
    return loud[np.flatnonzero(np.diff(loud, prepend=-RATE) > 0.005 * RATE)]


def click(seconds, voice=1):
    """Build two bundles: a note of 20 ms."""
    address = f"/voice/{voice}/note"
    return bundle(seconds, message(address, 84.0, 1.0)), bundle(seconds + 0.02, message(address, 84.0, 0.0))


def test_bundles_sound_as_far_apart_as_their_timetags(stage):
    due = stage.start + stage.timeline.sample / RATE + 1.0
    stage.send(*click(due + 0.25), *click(due), *click(due + 0.4567))
    found = onsets(stage.play(1.6)[:, 0])
    assert len(found) == 3
    assert abs(found[1] - found[0] - round(0.25 * RATE)) <= 2
    assert abs(found[2] - found[0] - round(0.4567 * RATE)) <= 2
    assert abs(found[0] - RATE) <= 2 + stage.engine.latency


def test_a_note_begins_at_any_sample_within_a_hop(stage):
    due = stage.start + stage.timeline.sample / RATE + 0.5
    times = [due + 0.05 * number + number / RATE * 13 for number in range(10)]
    for seconds in times:
        stage.send(*click(seconds))
    found = onsets(stage.play(1.2)[:, 0])
    expected = np.round((np.array(times) - times[0]) * RATE)
    assert len(found) == 10
    assert np.abs(found - found[0] - expected).max() <= 2


def test_a_bundle_of_the_future_applies_as_one(stage):
    due = stage.start + stage.timeline.sample / RATE + 0.5
    stage.send(bundle(due, *(message(f"/voice/{voice}/note", 60.0, 0.5) for voice in range(1, 17))))
    counts = set()
    for _ in range(round(0.6 * RATE / HOP)):
        stage.play(HOP / RATE)
        counts.add(stage.engine.sounding)
    assert counts == {0, 16}


def test_nested_bundles_keep_their_own_time(stage):
    due = stage.start + stage.timeline.sample / RATE + 0.3
    (on, off), (later_on, later_off) = click(due), click(due + 0.1)
    stage.send(bundle(due, on, bundle(due + 0.02, off, later_on, later_off)))
    found = onsets(stage.play(0.6)[:, 0])
    assert len(found) == 2
    assert abs(found[1] - found[0] - 0.1 * RATE) <= 2


def test_bundles_of_one_time_apply_in_the_order_in_which_they_came(stage):
    due = stage.start + stage.timeline.sample / RATE + 0.2
    for level in (-1.0, -2.0, -3.0):
        stage.send(bundle(due, message("/voice/3/gain", level)))
    stage.play(0.3)
    stage.send(message("/voice/3/gain"))
    assert stage.client.receive() == ("/voice/3/gain", [-3.0])


def test_a_bundle_of_the_past_applies_now_and_is_counted_late(stage):
    late = stage.meters.late
    stage.send(bundle(time.time() - 1.0, message("/voice/3/gain", -7.0)), message("/voice/3/gain"))
    assert stage.client.receive() == ("/voice/3/gain", [-7.0])
    assert stage.meters.late == late + 1
    stage.send(bundle(IMMEDIATELY, message("/voice/3/gain", -8.0)))
    assert stage.meters.late == late + 1


@pytest.mark.parametrize(
    ("ahead", "inner", "reason"),
    [(61.0, 61.0, r"due in 6[01].* 60 s ahead is the most"), (1.0, 0.5, "due 0.5 s before it; it must not be due")],
)
def test_what_is_due_too_late_or_before_what_encloses_it_is_refused(stage, ahead, inner, reason):
    now = time.time()
    refused = stage.meters.refused
    gain = message("/voice/3/gain", -9.0)
    stage.send(bundle(now + ahead, gain, bundle(now + inner, gain)))
    address, (refused_address, why) = stage.client.receive()
    assert (address, refused_address) == ("/fail", "#bundle")
    assert re.search(reason, why)
    assert stage.meters.refused == refused + 1
    assert stage.timeline.waiting == 0


def test_the_queue_is_bounded_and_refuses_a_bundle_as_a_whole(stage):
    due = stage.start + stage.timeline.sample / RATE + 0.5
    full = [message(f"/voice/{voice}/gain", -20.0) for voice in range(1, 17)] * 64
    for _ in range(4):
        stage.send(bundle(due, *full))
    stage.send(bundle(due, message("/voice/3/gain", -1.0)))
    address, (refused, why) = stage.client.receive()
    assert (address, refused) == ("/fail", "#bundle")
    assert why == "4096 commands wait for their time already, 4096 is the most; nothing of the bundle is obeyed"
    stage.play(0.6)
    stage.send(message("/voice/3/gain"))
    assert stage.client.receive() == ("/voice/3/gain", [-20.0])
    stage.send(bundle(time.time() + 60.0, message("/voice/3/gain", -1.0)))  # there is room again
    stage.play(0.01)
    assert stage.timeline.waiting == 1
    stage.timeline._queue.clear()


def test_five_hundred_bundles_of_the_future_make_no_thread_and_all_play(stage):
    before = threading.active_count()
    due = stage.start + stage.timeline.sample / RATE + 2.0
    for number in range(250):
        stage.send(*click(due + 0.03 * number))
    assert threading.active_count() == before
    assert stage.timeline.waiting == 500
    found = onsets(stage.play(2.0 + 0.03 * 250 + 0.1)[:, 0])
    assert len(found) == 250
    assert np.abs(np.diff(found) - 0.03 * RATE).max() <= 4  # clicks over what sounds already are found less exactly


def test_ten_thousand_timetags_of_all_times(stage):
    rng = random.Random(1)
    now = stage.start + stage.timeline.sample / RATE
    sender = Sender(stage.listener.descriptors[0], "127.0.0.1", stage.client.socket.getsockname()[1])
    refused, late = stage.meters.refused, stage.meters.late
    for number in range(10_000):
        seconds = now + rng.choice([rng.uniform(0.9, 1.9), rng.uniform(-1e6, -1.0), rng.uniform(70.0, 1e8)])
        stage.dispatcher.receive(bundle(seconds, message("/voice/2/gain", -number / 1000)).dgram, sender)
        assert stage.timeline.waiting <= 4096
    waiting = stage.timeline.waiting
    assert waiting > 3000
    assert stage.meters.late - late > 3000
    assert waiting + stage.meters.refused - refused + stage.meters.late - late == 10_000
    stage.play(2.0)
    assert stage.timeline.waiting == 0


def test_the_spacing_is_heard_over_jack(jack_server, tiny_file):
    server = TimbreServer(jack_server.environment, "--space", tiny_file, "--audio", "jack", "--voices", "4")
    ear = Ear(jack_server)
    try:
        ear.connect()
        client = server.client
        client.send("/voice/*/attack", 0.0)
        client.send("/voice/*/release", 0.0)
        client.ask("/ping")
        ear.record(2.0)  # the server learns how its samples lie in time

        def spacing():
            now = time.time()
            for first in (now + 0.55, now + 0.30):
                for packet in click(first):
                    client.send_raw(packet.dgram)
            found = onsets(ear.record(1.0))
            return len(found) == 2 and abs(found[1] - found[0] - round(0.25 * ear.rate)) <= 2

        # A cycle that the machine loses spoils a recording; a server that is inexact never passes.
        wait_for(spacing, "two clicks 12,000 samples apart")
        assert client.ask("/status")[7] == 0
    finally:
        ear.close()
        server.stop()
