"""What the server tells by itself: /meter and /event/… to its subscribers, lines of JSON to its supervisor."""

import time
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rt_timbre.audio.supervisor import AudioProcess
from rt_timbre.dispatcher import Dispatcher
from rt_timbre.engine import Engine
from rt_timbre.json_lines import JsonLines
from rt_timbre.meters import Meters
from rt_timbre.osc import Argument, Message
from rt_timbre.status import Status

TICK = 0.05  # seconds between two calls of `Telemetry.tick`: /meter comes no more often
_COUNT_TICKS = 5  # so many ticks apart underruns and faults are told
_LINE_TICKS = 20  # and lines of status


class Telemetry:
    """Tells subscribers and the supervisor how the server does.

    Parameters
    ----------
    engine : Engine
        The instrument.
    meters : Meters
        What is measured of it.
    audio : AudioProcess or None
        Where the sound goes.
    dispatcher : Dispatcher
        Who knows the subscribers.
    lines : JsonLines, optional
        Where a supervisor reads.

    Attributes
    ----------
    metering : bool
        Whether the peaks of the sound are wanted.
    """

    def __init__(
        self,
        engine: Engine,
        meters: Meters,
        audio: AudioProcess | None,
        dispatcher: Dispatcher,
        lines: JsonLines | None,
    ) -> None:
        self._engine, self._meters, self._audio = engine, meters, audio
        self._dispatcher, self._lines = dispatcher, lines
        self.metering = False
        self._ticks = 0
        self._underruns = self._faults = self._restarts = 0  # those told of
        self._device = audio.device.name if audio is not None and audio.device is not None else ""
        self._lost = False
        self._space = engine.space

    def status(self) -> Status:
        """Return all figures of this moment."""
        engine, meters, audio = self._engine, self._meters, self._audio
        whole, controls, decode, phase, output = meters.loads(time.perf_counter())
        milliseconds = 1000.0 / engine.rate
        return Status(
            state="playing" if audio is None or audio.device is not None else "waiting for the output",
            sounding=engine.sounding,
            load_mean=whole.mean,
            load_peak=whole.peak,
            frame_p50=whole.median * meters.period * 1000.0,
            frame_p99=whole.p99 * meters.period * 1000.0,
            underruns=audio.ring.underruns if audio is not None else 0,
            late_bundles=meters.late,
            refused=meters.refused,
            buffer_fill=audio.ring.fill * milliseconds if audio is not None else 0.0,
            control_to_sound=meters.control_to_sound * 1000.0,
            rate=float(engine.rate),
            space=engine.space.name,
            late_hops=meters.late_hops,
            phase=engine.phase.name,
            phase_delay=engine.phase.latency * milliseconds,
            load_p99=whole.p99,
            controls_mean=controls.mean,
            controls_peak=controls.peak,
            controls_p99=controls.p99,
            decode_mean=decode.mean,
            decode_peak=decode.peak,
            decode_p99=decode.p99,
            phase_mean=phase.mean,
            phase_peak=phase.peak,
            phase_p99=phase.p99,
            output_mean=output.mean,
            output_peak=output.peak,
            output_p99=output.p99,
            faults=engine.faults,
        )

    def start(self, osc: str) -> None:
        """Tell the supervisor that the server plays, and where it listens to OSC."""
        engine = self._engine
        figures = {"space": engine.space.name, "voices": engine.voices, "rate": engine.rate, "device": self._device}
        self._line("start", {"osc": osc, **figures})

    def close(self) -> None:
        """Tell the supervisor that the server ends."""
        self._line("stop", {})
        if self._lines is not None:
            self._lines.close()

    def tell(self, event: str, **figures: object) -> None:
        """Tell the supervisor alone of an event."""
        self._line(event, figures)

    def hear(self, block: NDArray[np.float32], _: int) -> None:
        """Take the peaks of a hop, while somebody wants them."""
        if self.metering:
            self._meters.sound(block)

    def event(self, event: str, **arguments: Argument) -> None:
        """Tell everyone of an event now: as /event/`event` with the arguments in order, and as a line."""
        self._dispatcher.broadcast(Message(address=f"/event/{event}", arguments=tuple(arguments.values())))
        self._line(event, arguments)

    def tick(self) -> None:
        """Tell what is due; to be called every `TICK` seconds."""
        self._ticks += 1
        self._tell_levels()
        self._tell_device()
        if self._engine.space is not self._space:
            self._space = self._engine.space
            self._line("space", {"name": self._space.name})  # subscribers have been told
        if self._ticks % _COUNT_TICKS == 0:
            self._tell_counts()
        if self._lines is not None and self._ticks % _LINE_TICKS == 0:
            self._line("status", self.status().as_json() | {"dropped_lines": self._lines.dropped})

    def _tell_levels(self) -> None:
        listening = self._dispatcher.listening
        if listening:
            left, right = self._meters.take_peaks()
            load = self._meters.take_load()
            if self.metering:  # what was before somebody listened is not told
                arguments = left, right, self._engine.sounding, load
                self._dispatcher.broadcast(Message(address="/meter", arguments=arguments))
        self.metering = listening

    def _tell_device(self) -> None:
        if self._audio is None:
            return
        device, restarts = self._audio.device, self._audio.restarts
        if not self._lost and (device is None or restarts != self._restarts):
            self._lost = True
            self.event("device", state="lost", name=self._device)
        if self._lost and device is not None:
            self._lost, self._restarts, self._device = False, restarts, device.name
            self.event("device", state="back", name=device.name)

    def _tell_counts(self) -> None:
        underruns = self._audio.ring.underruns if self._audio is not None else 0
        if underruns != self._underruns:
            self.event("underrun", count=underruns - self._underruns)
            self._underruns = underruns
        faults = self._engine.faults
        if faults != self._faults:
            self.event("fault", line=f"{faults - self._faults} frames were dropped: they were not finite")
            self._faults = faults

    def _line(self, event: str, figures: Mapping[str, Any]) -> None:
        if self._lines is not None:
            self._lines.put({"event": event, "time": round(time.time(), 3), **figures})
