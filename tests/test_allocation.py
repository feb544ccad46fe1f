"""A hop allocates no array and leaves nothing behind, whatever is going on."""

import gc
import tracemalloc
from pathlib import Path

import numpy as np
import pytest

import rt_timbre
from rt_timbre.engine import Engine
from rt_timbre.meters import Meters
from rt_timbre.osc import Message
from rt_timbre.paths.latent_path import LatentPath, StoredPath
from rt_timbre.presets.preset import SpaceKey
from rt_timbre.table import Table
from rt_timbre.timbre import Timbre
from rt_timbre.timeline import Timeline
from tests.tiny_space import tiny_space, transform

RATE, SOUNDING = 48000, 4
OURS = tracemalloc.Filter(True, str(Path(rt_timbre.__file__).parent / "*"))
SPACE = tiny_space(transform(60))

PATH = LatentPath(  # some thirty hops long, and played round and round
    times=np.arange(40) * 1e-3,
    latents=np.random.default_rng(1).uniform(0.0, 1.0, (40, SPACE.dimension)),
    pitches=np.linspace(50.0, 60.0, 40),
    gains=np.linspace(0.2, 1.0, 40),
)

# What comes before each so many hops: notes, glides, bends, morphs of all kinds, planes, levels, paths, drift.
GOING_ON = {
    97: lambda i: ("/note", 40.0 + i % 25, 0.5 if i % 3 else 0.0),
    101: lambda i: (f"/voice/{i % SOUNDING + 1}/note", 50.0 + i % 7, 0.7),
    211: lambda i: (f"/voice/{i % SOUNDING + 1}/morph", "Dark", "Bright", 0.3, ("spherical", "expressive")[i % 2]),
    307: lambda i: (f"/voice/{i % SOUNDING + 1}/pitch", 50.0 + i % 20),
    401: lambda i: (f"/voice/{i % SOUNDING + 1}/bend", i % 5 - 2.5),
    503: lambda i: (f"/voice/{i % SOUNDING + 1}/xy", i % 7 / 7.0, i % 5 / 5.0),
    601: lambda i: (f"/voice/{i % SOUNDING + 1}/gain", -float(i % 20)),
    701: lambda i: ("/master/gain", -float(i % 30)),
    47: lambda i: (f"/voice/{i % SOUNDING + 1}/path/play", 1 if i % 5 else 0),
    809: lambda i: (f"/voice/{i % SOUNDING + 1}/path/rate", i % 16 - 7.5),
    907: lambda i: (f"/voice/{i % SOUNDING + 1}/drift", i % 3 / 2.0),
}


class Player:
    """Makes hops, and sends what comes before them."""

    def __init__(self, voices, hop):
        self.engine = Engine(SPACE, rate=RATE, voices=voices, hop=hop)
        self.engine.warm()
        for voice in range(voices):
            self.engine.load_path(voice, StoredPath(name="path", path=PATH, sha256=PATH.sha256()))
        self._table = Table(self.engine.limits)
        self._timeline = Timeline(self.engine)
        self._meters = Meters(hop / RATE, hop)
        self._block = np.zeros((hop, 2), np.float32)

    def send(self, address, *arguments):
        for command in self._table.commands(Message(address=address, arguments=arguments)):
            self.engine.apply(command)

    def send_what_comes_before(self, hop):
        for step, message in GOING_ON.items():
            if hop % step == 0:
                self.send(*message(hop // step))

    def make_hop(self):
        self._timeline.make(self._block)
        self._meters.sound(self._block)
        self._meters.hop(0.001, self.engine.stages)


@pytest.fixture
def trace():
    """Begin to trace; as in the loop's process, no garbage is collected meanwhile."""
    gc.disable()
    yield tracemalloc.start
    tracemalloc.stop()
    gc.enable()


def test_ten_thousand_hops_leave_nothing_behind(trace):
    player = Player(SOUNDING, 32)
    grown = np.zeros(9)
    trace()
    for period in range(9):  # the first three warm up
        for hop in range(2000):
            player.send_what_comes_before(hop)
            player.make_hop()
        gc.collect()
        traces = tracemalloc.take_snapshot().filter_traces([OURS])  # the test runner has threads of its own
        grown[period] = sum(trace.size for trace in traces.traces)
    # Ten thousand hops apart; counters that happen to be small are no objects of their own.
    assert abs(grown[8] - grown[3]) <= 128


def most_in_a_hop(voices, hop, trace):
    """Return the most bytes that any hop has in use at once, more than before."""
    player = Player(voices, hop)
    other = Timbre(SPACE, SpaceKey(name="other", sha256="1" * 64), rate=RATE, voices=voices, hop=hop, seed=1)
    for address, *arguments in (("note", 60.0, 0.5), ("path/loop", 1), ("path/play", 1), ("drift", 0.5)):
        player.send(f"/voice/{{1,2,3,4}}/{address}", *arguments)
    most = 0
    trace()
    for count in range(1, 800):
        player.send_what_comes_before(count)
        if count == 500:
            player.engine.swap(other, 0.1)
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        player.make_hop()
        if count > 50:
            most = max(most, tracemalloc.get_traced_memory()[1] - before)
    return most


def test_no_hop_makes_an_array(trace):
    """One byte for each voice more would be seen, or for each sample."""
    few = most_in_a_hop(SOUNDING, 64, trace)
    assert few < 8192
    assert most_in_a_hop(512, 512, trace) - few < 508
