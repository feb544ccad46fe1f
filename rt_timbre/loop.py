"""The realtime loop: hops are made when the output has room for them, or by the clock where there is no output."""

import os
import time
from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from rt_timbre.audio.supervisor import AudioProcess
from rt_timbre.clock import SampleClock
from rt_timbre.meters import Meters
from rt_timbre.poller import Poller
from rt_timbre.timeline import Timeline

_LEAD = {"low": 3, "normal": 4, "safe": 8}  # blocks
_LEAST_LEAD = 192  # frames
_LONGEST_WAIT = 0.05  # seconds

Tap: TypeAlias = Callable[[NDArray[np.float32], int], None]


class Loop:
    """Waits for messages and for room in the ring, and keeps the ring filled.

    Parameters
    ----------
    timeline : Timeline
        What plays.
    audio : AudioProcess, optional
        Where the sound goes; by itself to nobody.
    block : int
        Frames that an output takes at once, where there is none that says so.
    latency : str or float
        Lead of the sound over the output: ``low``, ``normal``, ``safe``, or milliseconds.
    meters : Meters
        Where is counted.
    clock : SampleClock
        Which is told when each hop is made.
    complain : callable
        Tells the one who runs the server a line.

    Attributes
    ----------
    taps : list of callable
        Called with each hop [hop, 2] and the sample that it begins at, after it was made.
    lead : int
        Frames that the ring is kept ahead of the output.
    """

    def __init__(
        self,
        timeline: Timeline,
        audio: AudioProcess | None,
        *,
        block: int,
        latency: str | float,
        meters: Meters,
        clock: SampleClock,
        complain: Callable[[str], None],
    ) -> None:
        self.taps: list[Tap] = []
        self._timeline = timeline
        self._engine = timeline.engine
        self._hop, self._rate = self._engine.hop, self._engine.rate
        self._audio = audio
        self._latency = latency
        self._meters = meters
        self._times = clock
        self._complain = complain
        self._block = np.zeros((self._hop, 2), np.float32)
        device = audio.device if audio is not None else None
        self.lead = self._lead_of(device.taken if device is not None else block)
        self._ring_start = 0  # sample of the timeline at which the ring began
        self._next = 0.0  # when the next hop is due, while no output asks for it
        self._messages = -1  # descriptor of the audio process

    @property
    def latency(self) -> float:
        """Seconds from a message to the middle of its effect, without the device's own."""
        return (self.lead + self._engine.latency) / self._rate

    def begin(self, poller: Poller) -> None:
        """Let the sound flow."""
        if self._audio is not None:
            if self._audio.wake >= 0:
                poller.watch(self._audio.wake, self._take_wake)
            self._start_flow()
        self._next = time.perf_counter()

    def turn(self, poller: Poller) -> None:
        """Wait until something is to be done, and do it."""
        if self._audio is not None and self._messages != self._audio.messages:
            # It has a new pipe whenever it is started again. Readable means that it has ended or has opened its output.
            poller.unwatch(self._messages)
            self._messages = self._audio.messages
            poller.watch(self._messages, lambda: self._forget_messages(poller))
        poller.wait(self._patience())
        self.fill()

    def due(self) -> bool:
        """Whether there is room for a hop."""
        audio = self._audio
        if audio is not None and audio.device is not None:
            return audio.ring.fill <= self.lead - self._hop
        return self._next <= time.perf_counter()

    def breathe(self) -> None:
        """Make the hops that are due, in the midst of other work."""
        if self.due():
            self.fill()

    def fill(self) -> None:
        """Make the hops that are due, and see whether the output is another."""
        audio = self._audio
        if audio is not None:
            if audio.check() and audio.device is not None:
                if audio.device.rate != self._rate:
                    self._complain(f"the output came back at {audio.device.rate} Hz, for which the sound is converted")
                self.lead = self._lead_of(audio.device.taken)
                self._start_flow()
            if audio.device is not None:
                ring = audio.ring
                self._meters.heard(time.perf_counter(), self._ring_start + ring.read - self._engine.latency)
                # An engine that cannot keep up never fills the ring; messages and signals must be heard all the same.
                for _ in range(self.lead // self._hop):
                    if not self.due():
                        break
                    self._make_hop()
                    ring.write(self._block)
                self._next = time.perf_counter()
                return
        # Nobody asks for sound: time goes on all the same, so that glides and morphs are where they should be.
        now = time.perf_counter()
        if now - self._next > 1.0:
            self._next = now  # the machine slept
        while self._next <= now:
            self._make_hop()
            self._next += self._hop / self._rate

    def drain(self, seconds: float) -> None:
        """Play on until what has been obeyed so far, and `seconds` more, has been heard; then stop the flow."""
        audio = self._audio
        if audio is None or audio.device is None:
            for _ in range(round(seconds * self._rate / self._hop)):
                self._make_hop()  # nobody hears it, but a recording ends without a click
            return
        end = time.perf_counter() + seconds + self.lead / self._rate
        while time.perf_counter() < end:
            self.fill()
            time.sleep(0.001)
        audio.ring.flowing = False

    def _lead_of(self, block: int) -> int:
        latency = self._latency
        frames = _LEAD[latency] * block if isinstance(latency, str) else round(latency / 1000.0 * self._rate)
        return max(frames, _LEAST_LEAD, block + self._hop)

    def _patience(self) -> float:
        """Seconds that the loop may wait for something to happen."""
        if self._audio is not None and self._audio.device is not None:
            return _LONGEST_WAIT if self._audio.wake >= 0 else self._hop / self._rate / 3
        return max(0.0, min(_LONGEST_WAIT, self._next - time.perf_counter()))

    def _forget_messages(self, poller: Poller) -> None:
        poller.unwatch(self._messages)
        self._messages = -1

    def _take_wake(self) -> None:
        assert self._audio is not None
        os.eventfd_read(self._audio.wake)

    def _make_hop(self) -> None:
        start = time.perf_counter()
        sample = self._timeline.sample
        self._timeline.make(self._block)
        self._times.note(time.time(), self._timeline.sample)
        for tap in self.taps:
            tap(self._block, sample)
        self._meters.hop(time.perf_counter() - start, self._engine.stages)

    def _start_flow(self) -> None:
        assert self._audio is not None
        ring = self._audio.ring
        self._meters.forget_pending()
        self._times.reset()
        self._ring_start = self._timeline.sample - ring.written
        while ring.fill <= self.lead - self._hop:
            self._make_hop()
            ring.write(self._block)
        ring.flowing = True
