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

from rt_timbre.audio.supervisor import AudioProcess
from rt_timbre.clock import SampleClock
from rt_timbre.controlfile import read_control_file
from rt_timbre.descriptors.live_targets import DescriptorTargets
from rt_timbre.dispatcher import Dispatcher
from rt_timbre.engine import Engine
from rt_timbre.errors import ControlError, OutputError
from rt_timbre.folders import data_folder
from rt_timbre.jobs import Jobs
from rt_timbre.json_lines import JsonLines
from rt_timbre.log import Log
from rt_timbre.loop import Loop
from rt_timbre.meters import Meters
from rt_timbre.midi.input import MidiInput, refuse_learning
from rt_timbre.midi.ports import check_installed
from rt_timbre.osc import Message
from rt_timbre.path_loading import PathLoading
from rt_timbre.phase.methods import names_for
from rt_timbre.play_log import PlayLog
from rt_timbre.poller import Poller
from rt_timbre.presets.keeper import PresetKeeper
from rt_timbre.presets.store import PresetStore
from rt_timbre.query.process import QueryProcess
from rt_timbre.realtime import freeze_garbage, request_realtime, thaw_garbage
from rt_timbre.recording import Recording
from rt_timbre.render import Scheduled, schedule
from rt_timbre.sockets import Listener, Sender
from rt_timbre.space_copy import SpaceCopy
from rt_timbre.space_store import LoadedSpace, open_space
from rt_timbre.space_swap import Loaded, SpaceSwap
from rt_timbre.status import REPLY
from rt_timbre.table import Command
from rt_timbre.telemetry import TICK, Telemetry
from rt_timbre.timeline import Timeline

_HOP = 128  # samples
_MOST_DATAGRAMS = 64  # between two looks at the other descriptors
_REHEARSAL = 64  # hops
_FADE = 0.02  # seconds


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
    midi : tuple of str, optional
        Parts of the names of the MIDI ports to listen to, all ports if it is empty; by itself none.
    mpe : bool
        Whether MIDI ports are taken for MPE controllers from the start.
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
    midi: tuple[str, ...] | None = None
    mpe: bool = False


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
    if options.midi is not None:
        check_installed()
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
        rate = device.rate if device is not None else options.rate
        self._log = log = Log()
        store = PresetStore(data_folder() / "presets")
        presets, complaints = store.load_all()
        for complaint in complaints:
            log.line(complaint)
        script = read_control_file(options.script) if options.script is not None else None
        self._engine = engine = Engine(
            loaded.space,
            rate=rate,
            voices=options.voices,
            hop=_HOP,
            seed=options.seed,
            phase=options.phase,
            sha256=loaded.sha256,
            presets=presets if script is None else [*presets, *script[0].presets],
        )
        self._timeline = timeline = Timeline(engine)
        self._poller = poller = Poller()
        self._jobs = jobs = Jobs()
        meters, clock = Meters(_HOP / rate, _HOP), SampleClock(rate)
        self._loop = loop = Loop(
            timeline,
            audio,
            block=options.block,
            latency=options.latency,
            meters=meters,
            clock=clock,
            complain=log.complain,
        )
        self._dispatcher = dispatcher = Dispatcher(timeline, clock, listener, meters, loop.breathe, log)
        # Python knows of no standard output that was closed before it began.
        lines = JsonLines(sys.stdout.fileno()) if options.json and sys.stdout is not None else None
        self._telemetry = telemetry = Telemetry(engine, meters, audio, dispatcher, lines)
        log.told = lambda line: telemetry.event("fault", line=line)
        poller.every(TICK, telemetry.tick)
        self._recording = Recording(
            options.recordings or data_folder() / "recordings", rate, dispatcher, poller, log.warn
        )
        loop.taps += [telemetry.hear, self._recording.hear]
        self._play_log: PlayLog | None = None
        if options.log is not None:
            self._play_log = PlayLog(options.log, timeline, dispatcher, poller, log.warn)
            loop.taps.append(self._play_log.hear)
        if script is None:  # else what was stored or deleted then would be so in the user's folder, again
            PresetKeeper(store, engine, jobs, dispatcher)
        self._swap = SpaceSwap(engine, jobs, dispatcher, poller, log.warn)
        self._copy = SpaceCopy(loaded)
        loading = PathLoading(engine, jobs, dispatcher, loop.breathe)
        dispatcher.handle("status", lambda *_: [Message(address=REPLY, arguments=telemetry.status().arguments())])
        dispatcher.handle("sync", self._sync)
        dispatcher.handle("audio/device", self._switch_output)
        if script is not None and options.script is not None:
            self._schedule_script(schedule(script[1], engine, options.script), loading)
            loop.taps.append(self._end_script)
        self._targets: DescriptorTargets | None = None
        self._running = True

    def run(self) -> None:
        """Warm up, say so, and play."""
        self._engine.warm()
        if self._options.script is None:
            self._engine.phase.prepare(names_for(self._engine.space.transform))  # a performer may choose any of them
        load = self._rehearse()
        refused = request_realtime()
        self._watch()
        freeze_garbage()
        device = self._audio.device if self._audio is not None else None
        refused += [f"{what} (audio)" for what in (device.refused if device is not None else ())]
        targets = self._targets = self._start_targets()
        self._loop.begin(self._poller)
        if refused:
            self._log.line(f"the system refuses {', '.join(refused)}; dropouts are likelier")
        if self._options.json:
            self._telemetry.start(f"osc.udp://{self._listener.authority}")
        else:
            print(self._ready_line(load), flush=True)
        query, midi = self._start_query(), self._start_midi()
        while self._running:
            self._loop.turn(self._poller)
            self._dispatcher.flush()
        self._dispatcher.perform([Message(address="/panic")])
        self._loop.drain(_FADE)
        self._recording.close()
        self._dispatcher.flush()
        if self._play_log is not None:
            self._play_log.close()
        if query is not None:
            query.stop()
        if midi is not None:
            midi.stop()
        if targets is not None:
            targets.stop()
        self._jobs.close()
        self._telemetry.close()
        thaw_garbage()

    def _watch(self) -> None:
        poller = self._poller
        stopper, stopped = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        signal.set_wakeup_fd(stopped, warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._stop)
        poller.watch(stopper, lambda: None)
        poller.watch(self._jobs.descriptor, self._jobs.collect)
        for descriptor in self._listener.descriptors:
            poller.watch(descriptor, partial(self._receive, descriptor))

    def _stop(self, *_: object) -> None:
        self._running = False

    def _receive(self, descriptor: int) -> None:
        for _ in range(_MOST_DATAGRAMS):
            received = self._listener.receive(descriptor)
            if received is None:
                return
            self._dispatcher.receive(*received)
            if self._loop.due():
                return  # the sound first; what waits in the socket is not lost

    def _ready_line(self, load: float) -> str:
        engine = self._engine
        device = self._audio.device if self._audio is not None else None
        output = f"{device.name}, {device.rate} Hz, {device.block} frames" if device is not None else "no audio"
        return (
            f"rt-timbre ready: osc.udp://{self._listener.authority}, space {engine.space.name}, "
            f"{engine.voices} voices (load of all {load:.0%}), {output}, latency {self._loop.latency * 1000.0:.1f} ms"
        )

    def _start_query(self) -> QueryProcess | None:
        options, listener = self._options, self._listener
        if options.script is not None:
            return None  # nobody plays along with a script
        return QueryProcess(
            self._poller,
            self._engine,
            host=listener.host,
            osc_port=listener.port,
            port=options.query_port,
            discovery=options.discovery,
            say=self._say_query,
            complain=self._log.complain,
        )

    def _start_targets(self) -> DescriptorTargets | None:
        if self._options.script is not None:
            return None  # the engine seeks as it does for `render`, so that the sound is the same
        targets = DescriptorTargets(self._engine, self._dispatcher, self._poller, self._copy, self._log.complain)
        self._swap.followers.append(targets.enter)
        return targets

    def _say_query(self, url: str) -> None:
        if self._options.json:
            self._telemetry.tell("oscquery", url=url)
        else:
            print(f"rt-timbre: OSCQuery at {url}", flush=True)

    def _start_midi(self) -> MidiInput | None:
        options = self._options
        if options.midi is None:
            self._dispatcher.handle("midi/learn", refuse_learning)
            return None
        return MidiInput(
            self._poller,
            self._jobs,
            self._dispatcher,
            self._engine,
            ports=options.midi,
            mpe=options.mpe,
            file=data_folder() / "midi.json",
            breathe=self._loop.breathe,
            log=self._log,
        )

    def _rehearse(self) -> float:
        """Play every voice on an engine of its own, all on the move, and return the load: so all is warm, unheard."""
        options, rate, space = self._options, self._engine.rate, self._engine.space
        engine = Engine(space, rate=rate, voices=options.voices, hop=_HOP, phase=options.phase)
        for address, arguments in (
            ("glide", (60.0,)),
            ("latent", tuple(space.latent_high.tolist())),
            ("note", (60.0, 1.0)),
        ):
            for command in self._dispatcher.table.commands(Message(address=f"/voice/*/{address}", arguments=arguments)):
                engine.apply(command)
        block = np.zeros((_HOP, 2), np.float32)
        durations = []
        for _ in range(_REHEARSAL):
            start = time.perf_counter()
            engine.process(block)
            durations.append(time.perf_counter() - start)
        return float(np.median(durations)) * rate / _HOP

    def _schedule_script(self, items: Sequence[Scheduled], loading: PathLoading) -> None:
        for item in items:
            if item.timbre is not None and item.table is not None:
                action = partial(self._swap.accept, Loaded(item.timbre, item.table, item.command, None))
            elif item.path is not None:
                action = partial(loading.give, item.path, item.command, None)
            else:
                action = partial(self._dispatcher.obey, (item.command,), None)
            self._timeline.schedule(item.sample, action)
        self._timeline.schedule(items[-1].sample if items else 0, self._engine.release_all)

    def _end_script(self, *_: object) -> None:
        if not self._timeline.waiting and not self._engine.sounding:
            self._running = False

    def _switch_output(self, command: Command, sender: Sender | None) -> Sequence[Message]:
        audio, address = self._audio, command.address
        if command.question:
            name = audio.device.name if audio is not None and audio.device is not None else ""
            return [Message(address=address, arguments=(name,))]
        if audio is None:
            raise ControlError("the server plays to nobody; start it without --audio none")

        def told(reason: str) -> None:
            if reason:
                self._dispatcher.fail(sender, address, reason)
            else:
                self._dispatcher.done(sender, address, *command.arguments)

        try:
            audio.switch(command.arguments[0], told)
        except OutputError as error:
            raise ControlError(str(error)) from None
        return ()

    def _sync(self, command: Command, sender: Sender | None) -> Sequence[Message]:
        (number,) = command.arguments

        def answer() -> None:
            self._dispatcher.done(sender, "/sync", number)

        def wait_for_targets() -> None:
            if self._targets is None:
                answer()
            else:
                self._targets.when_answered(answer)

        def wait_for_recordings(_: object) -> None:
            self._recording.when_whole(wait_for_targets)

        # Its turn comes when all that was submitted is finished.
        self._jobs.submit(lambda: None, wait_for_recordings, wait_for_recordings)
        return ()
