"""The server: what it consists of, its life, and the realtime loop: messages in, hops out."""

import os
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from rt_timbre.clock import SampleClock
from rt_timbre.controlfile import read_control_file
from rt_timbre.dispatcher import Dispatcher
from rt_timbre.engine import Engine
from rt_timbre.folders import data_folder
from rt_timbre.jobs import Jobs
from rt_timbre.json_lines import JsonLines
from rt_timbre.log import Log
from rt_timbre.meters import Meters
from rt_timbre.osc import Message
from rt_timbre.phase.methods import names_for
from rt_timbre.play_log import PlayLog
from rt_timbre.poller import Poller
from rt_timbre.preset_keeper import PresetKeeper
from rt_timbre.preset_store import PresetStore
from rt_timbre.query import QueryProcess
from rt_timbre.realtime import freeze_garbage, request_realtime, thaw_garbage
from rt_timbre.recording import Recording
from rt_timbre.render import schedule
from rt_timbre.sockets import Listener, Sender
from rt_timbre.space_store import LoadedSpace, open_space
from rt_timbre.space_swap import SpaceSwap
from rt_timbre.status import REPLY
from rt_timbre.supervisor import AudioProcess
from rt_timbre.table import Command
from rt_timbre.telemetry import TICK, Telemetry
from rt_timbre.timeline import Timeline

_HOP = 128  # samples
_LEAD = {"low": 3, "normal": 4, "safe": 8}  # blocks
_LEAST_LEAD = 192  # frames
_MOST_DATAGRAMS = 64  # between two looks at the other descriptors
_LONGEST_WAIT = 0.05  # seconds
_REHEARSAL = 64  # hops


@dataclass(frozen=True, slots=True, kw_only=True)
class ServeOptions:
    """What to serve, and how.

    Attributes
    ----------
    space : str
        Name or file of the timbre space.
    audio : str, optional
        ``jack``, ``portaudio`` or ``none``; by itself JACK if it runs, else portaudio.
    device : str, optional
        Portaudio output, by name or number.
    voices : int
        Number of voices.
    host, port : str, int
        Where to listen; port 0 for any.
    rate, block : int
        What to ask of an output that does not fix them.
    latency : str or float
        Lead of the sound over the output: ``low``, ``normal``, ``safe``, or milliseconds.
    seed : int
        Seed of the random phases.
    phase : str, optional
        Phase method to begin with; by itself the space's own default.
    script : Path, optional
        A control file to play; the server ends when it is over.
    json : bool
        Whether standard output is for a supervisor: JSON objects, one a line, and nothing else.
    recordings : Path, optional
        Where recordings go; by itself a folder among the user's data.
    log : Path, optional
        Control file to log into what is obeyed.
    query_port : int, optional
        TCP port of OSCQuery, 0 for any; by itself the usual one, or any if that is taken.
    discovery : bool
        Whether OSCQuery is announced by zeroconf.
    """

    space: str
    audio: str | None = None
    device: str | None = None
    voices: int = 16
    host: str = "127.0.0.1"
    port: int = 57130
    rate: int = 48000
    block: int = 128
    latency: str | float = "normal"
    seed: int = 0
    phase: str | None = None
    script: Path | None = None
    json: bool = False
    recordings: Path | None = None
    log: Path | None = None
    query_port: int | None = None
    discovery: bool = True


def serve(options: ServeOptions) -> int:
    """Listen and play until a signal says to stop.

    Returns
    -------
    int
        Exit status, 0.

    Raises
    ------
    TimbreError
        If it cannot start: no such space, no output, port taken.
    """
    listener = Listener(options.host, options.port)
    try:
        space = open_space(options.space)
        audio = None
        if options.audio != "none":
            audio = AudioProcess(options.audio or "auto", options.device, options.rate, options.block)
        try:
            _Server(options, space, listener, audio).run()
        finally:
            if audio is not None:
                audio.stop()
    finally:
        listener.close()
    return 0


class _Server:
    def __init__(
        self, options: ServeOptions, loaded: LoadedSpace, listener: Listener, audio: AudioProcess | None
    ) -> None:
        self._options = options
        self._listener = listener
        self._audio = audio
        device = audio.device if audio is not None else None
        self._rate = device.rate if device is not None else options.rate
        store = PresetStore(data_folder() / "presets")
        presets, complaints = store.load_all()
        for complaint in complaints:
            print(f"rt-timbre: {complaint}", file=sys.stderr)
        self._engine = Engine(
            loaded.space,
            rate=self._rate,
            voices=options.voices,
            hop=_HOP,
            seed=options.seed,
            phase=options.phase,
            sha256=loaded.sha256,
            presets=presets,
        )
        self._timeline = Timeline(self._engine)
        self._meters = Meters(_HOP / self._rate, _HOP)
        self._log = Log()
        self._times = SampleClock(self._rate)
        self._dispatcher = Dispatcher(self._timeline, self._times, listener, self._meters, self._breathe, self._log)
        self._dispatcher.handle("status", self._status)
        self._dispatcher.handle("sync", self._sync)
        lines = JsonLines(sys.stdout.fileno()) if options.json else None
        self._telemetry = Telemetry(self._engine, self._meters, audio, self._dispatcher, lines)
        self._log.told = lambda line: self._telemetry.event("fault", line=line)
        self._jobs = Jobs()
        self._poller = Poller()
        self._keeper = PresetKeeper(store, self._engine, self._jobs, self._dispatcher)
        self._swap = SpaceSwap(self._engine, self._jobs, self._dispatcher, self._poller)
        recordings = options.recordings or data_folder() / "recordings"
        self._recording = Recording(recordings, self._rate, self._dispatcher, self._poller, self._log.complain)
        self._play_log: PlayLog | None = None
        if options.log is not None:
            self._play_log = PlayLog(options.log, self._timeline, self._dispatcher, self._poller, self._log.complain)
        self._query: QueryProcess | None = None
        self._block = np.zeros((_HOP, 2), np.float32)
        self._lead = self._lead_of(device.block if device is not None else options.block)
        self._ring_start = 0  # sample of the timeline at which the ring began
        if options.script is not None:
            self._schedule_script(options.script)
        self._clock = 0.0  # when the next hop is due, while no output asks for it
        self._messages = -1  # descriptor of the audio process
        self._tick = 0.0  # when telemetry is due
        self._running = True

    def run(self) -> None:
        """Warm up, say so, and play."""
        self._engine.warm()
        if self._options.script is None:
            self._engine.phase.prepare(names_for(self._engine.space.transform))  # a performer may choose any of them
        load = self._rehearse()
        warnings = request_realtime()
        stopper, stopped = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        signal.set_wakeup_fd(stopped, warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._stop)
        self._watch(stopper)
        freeze_garbage()
        if self._audio is not None:
            warnings += [f"{what} (audio)" for what in (self._audio.device.refused if self._audio.device else ())]
            self._start_flow()
        self._clock = time.perf_counter()
        if warnings:
            print(f"rt-timbre: the system refuses {', '.join(warnings)}; dropouts are likelier", file=sys.stderr)
        if self._options.json:
            self._telemetry.start(f"osc.udp://{self._listener.host}:{self._listener.port}")
        else:
            print(self._ready_line(load), flush=True)
        self._start_query()
        while self._running:
            self._watch_audio()
            self._poller.wait(self._patience())
            self._fill()
            if (now := time.perf_counter()) >= self._tick:
                self._tick = now + TICK
                self._telemetry.tick()
        self._fade_out()
        self._recording.close()
        if self._play_log is not None:
            self._play_log.close()
        if self._query is not None:
            self._query.stop()
        self._jobs.close()
        self._telemetry.close()
        thaw_garbage()

    def _stop(self, *_: object) -> None:
        self._running = False

    def _ready_line(self, load: float) -> str:
        engine, listener = self._engine, self._listener
        device = self._audio.device if self._audio is not None else None
        output = f"{device.name}, {device.rate} Hz, {device.block} frames" if device is not None else "no audio"
        milliseconds = (self._lead + engine.latency) / self._rate * 1000.0
        return (
            f"rt-timbre ready: osc.udp://{listener.authority}, space {engine.space.name}, "
            f"{engine.voices} voices (load of all {load:.0%}), {output}, latency {milliseconds:.1f} ms"
        )

    def _start_query(self) -> None:
        options, listener = self._options, self._listener
        if options.script is None:  # nobody plays along with a script
            self._query = QueryProcess(
                self._poller,
                self._engine,
                host=listener.host,
                osc_port=listener.port,
                port=options.query_port,
                discovery=options.discovery,
                say=partial(print, flush=True),
                complain=self._log.complain,
            )

    def _lead_of(self, block: int) -> int:
        latency = self._options.latency
        frames = _LEAD[latency] * block if isinstance(latency, str) else round(latency / 1000.0 * self._rate)
        return max(frames, _LEAST_LEAD, block + _HOP)

    def _rehearse(self) -> float:
        """Play every voice on an engine of its own, and return its load: so that all is warm, and nobody hears it."""
        options = self._options
        engine = Engine(self._engine.space, rate=self._rate, voices=options.voices, hop=_HOP, phase=options.phase)
        for command in self._dispatcher.table.commands(Message(address="/voice/*/note", arguments=(60.0, 1.0))):
            engine.apply(command)
        durations = []
        for _ in range(_REHEARSAL):
            start = time.perf_counter()
            engine.process(self._block)
            durations.append(time.perf_counter() - start)
        return float(np.median(durations)) * self._rate / _HOP

    def _schedule_script(self, script: Path) -> None:
        _, events = read_control_file(script)
        items = schedule(events, self._dispatcher.table, self._rate, script)
        for item in items:
            self._timeline.schedule(item.sample, partial(self._dispatcher.obey, (item.command,), None))
        self._timeline.schedule(items[-1].sample if items else 0, self._engine.release_all)

    # What the loop waits for

    def _watch(self, stopper: int) -> None:
        poller = self._poller
        poller.watch(stopper, lambda: None)
        poller.watch(self._jobs.descriptor, self._jobs.collect)
        for descriptor in self._listener.descriptors:
            poller.watch(descriptor, partial(self._receive, descriptor))
        if self._audio is not None and self._audio.wake >= 0:
            poller.watch(self._audio.wake, self._take_wake)

    def _watch_audio(self) -> None:
        """Wait for the pipe of the audio process, which has a new one whenever it is started again."""
        if self._audio is not None and self._messages != self._audio.messages:
            self._forget_audio()
            self._messages = self._audio.messages
            # Readable means that it has ended or has opened its output: `_fill` sees to it.
            self._poller.watch(self._messages, self._forget_audio)

    def _forget_audio(self) -> None:
        self._poller.unwatch(self._messages)
        self._messages = -1

    def _take_wake(self) -> None:
        assert self._audio is not None
        os.eventfd_read(self._audio.wake)

    def _patience(self) -> float:
        """Seconds that the loop may wait for something to happen."""
        if self._audio is not None and self._audio.device is not None:
            return _LONGEST_WAIT if self._audio.wake >= 0 else _HOP / self._rate / 3
        return max(0.0, min(_LONGEST_WAIT, self._clock - time.perf_counter()))

    def _receive(self, descriptor: int) -> None:
        for _ in range(_MOST_DATAGRAMS):
            received = self._listener.receive(descriptor)
            if received is None:
                return
            self._dispatcher.receive(*received)
            if self._due():
                return  # the sound first; what waits in the socket is not lost

    # Sound

    def _fill(self) -> None:
        """Make the hops that are due."""
        audio = self._audio
        if audio is not None:
            if audio.check() and audio.device is not None:
                if audio.device.rate != self._rate:
                    self._log.complain(f"the output came back at {audio.device.rate} Hz; it must be {self._rate} Hz")
                self._lead = self._lead_of(audio.device.block)
                self._start_flow()
            if audio.device is not None:
                ring = audio.ring
                self._meters.heard(time.perf_counter(), self._ring_start + ring.read - self._engine.latency)
                # An engine that cannot keep up never fills the ring; messages and signals must be heard all the same.
                for _ in range(self._lead // _HOP):
                    if not self._due():
                        break
                    self._make_hop()
                    ring.write(self._block)
                self._clock = time.perf_counter()
                return
        # Nobody asks for sound: time goes on all the same, so that glides and morphs are where they should be.
        now = time.perf_counter()
        if now - self._clock > 1.0:
            self._clock = now  # the machine slept
        while self._clock <= now and self._running:
            self._make_hop()
            self._clock += _HOP / self._rate

    def _due(self) -> bool:
        """Whether there is room for a hop."""
        audio = self._audio
        if audio is not None and audio.device is not None:
            return audio.ring.fill <= self._lead - _HOP
        return self._clock <= time.perf_counter()

    def _breathe(self) -> None:
        if self._due():
            self._fill()

    def _make_hop(self) -> None:
        start = time.perf_counter()
        self._timeline.make(self._block)
        self._times.note(time.time(), self._timeline.sample)
        self._recording.hear(self._block, self._timeline.sample - _HOP)
        if self._play_log is not None:
            self._play_log.advance()
        if self._options.script is not None and not self._timeline.waiting and not self._engine.sounding:
            self._running = False
        if self._telemetry.metering:
            self._meters.sound(self._block)
        self._meters.hop(time.perf_counter() - start, self._engine.stages)

    def _start_flow(self) -> None:
        assert self._audio is not None
        ring = self._audio.ring
        self._meters.forget_pending()
        self._times.reset()
        self._ring_start = self._timeline.sample - ring.written
        while ring.fill <= self._lead - _HOP:
            self._make_hop()
            ring.write(self._block)
        ring.flowing = True

    def _fade_out(self) -> None:
        self._dispatcher.perform([Message(address="/panic")])
        if self._audio is not None and self._audio.device is not None:
            end = time.perf_counter() + 0.02 + self._lead / self._rate
            while time.perf_counter() < end:
                self._fill()
                time.sleep(0.001)
            self._audio.ring.flowing = False

    # Answers

    def _warn(self, text: str) -> None:
        """Say what must not be missed."""
        self._log.line(text)
        self._telemetry.event("fault", line=text)

    def _status(self, _: Command, __: Sender | None) -> list[Message]:
        return [Message(address=REPLY, arguments=self._telemetry.status().arguments())]

    def _sync(self, command: Command, sender: Sender | None) -> Sequence[Message]:
        (number,) = command.arguments

        def answer(*_: object) -> None:
            self._dispatcher.done(sender, "/sync", number)

        self._jobs.submit(lambda: None, answer, answer)  # its turn comes when all that was submitted is finished
        return ()
