"""The figures that a running server tells: on /status.reply, in lines of JSON, in `rt-timbre monitor`. No sockets."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from rt_timbre.errors import OscError
from rt_timbre.meters import STAGES
from rt_timbre.osc import Argument

REPLY = "/status.reply"


def _figure(text: str) -> Any:
    """Make a field of `Status` of what it is called in the reference."""
    return dataclasses.field(metadata={"text": text})


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What the server tells of itself; the order of the fields is that of the arguments of /status.reply.

    Loads are shares of the time that a hop lasts, over the last 2,048 hops.

    Attributes
    ----------
    state : str
        ``playing``, or ``waiting for the output``.
    sounding : int
        Voices that sound.
    load_mean, load_peak : float
        Load of the whole hop.
    frame_p50, frame_p99 : float
        Median and 99th percentile of what a hop takes, in milliseconds.
    underruns : int
        Blocks that were due and not there.
    late_bundles, refused : int
        Bundles that came late, messages that were refused.
    buffer_fill : float
        Sound that is made and not yet played, in milliseconds.
    control_to_sound : float
        From the arrival of a message to when the output takes the first sample that it changes; the last measured,
        in milliseconds.
    rate : float
        Samples per second.
    space : str
        Name of the timbre space.
    late_hops : int
        Hops that took longer than they last.
    phase : str
        Phase method.
    phase_delay : float
        Its delay in milliseconds.
    load_p99 : float
        99th percentile of the load.
    controls_mean, … output_p99 : float
        Loads of the four stages of a hop, `rt_timbre.meters.STAGES`.
    faults : int
        Frames and blocks that were dropped because a value was not finite.
    """

    state: str = _figure("state")
    sounding: int = _figure("voices sounding")
    load_mean: float = _figure("load mean")
    load_peak: float = _figure("load peak")
    frame_p50: float = _figure("frame time median (ms)")
    frame_p99: float = _figure("frame time 99th percentile (ms)")
    underruns: int = _figure("underruns")
    late_bundles: int = _figure("late bundles")
    refused: int = _figure("refused messages")
    buffer_fill: float = _figure("buffer fill (ms)")
    control_to_sound: float = _figure("control-to-sound latency (ms)")
    rate: float = _figure("sample rate")
    space: str = _figure("space")
    late_hops: int = _figure("late hops")
    phase: str = _figure("phase method")
    phase_delay: float = _figure("its delay (ms)")
    load_p99: float = _figure("load 99th percentile")
    controls_mean: float = _figure("load of the controls: mean")
    controls_peak: float = _figure("peak")
    controls_p99: float = _figure("99th percentile")
    decode_mean: float = _figure("of the decoder: mean")
    decode_peak: float = _figure("peak")
    decode_p99: float = _figure("99th percentile")
    phase_mean: float = _figure("of the phase stage: mean")
    phase_peak: float = _figure("peak")
    phase_p99: float = _figure("99th percentile")
    output_mean: float = _figure("of the output chain: mean")
    output_peak: float = _figure("peak")
    output_p99: float = _figure("99th percentile")
    faults: int = _figure("faults")

    def arguments(self) -> tuple[Argument, ...]:
        """Return the arguments of /status.reply."""
        return tuple(getattr(self, name) for name in _KINDS)

    def stage(self, name: str) -> tuple[float, float, float]:
        """Return mean, peak and 99th percentile of the load of one of `STAGES`."""
        mean, peak, p99 = (getattr(self, f"{name}_{figure}") for figure in ("mean", "peak", "p99"))
        return mean, peak, p99

    def as_json(self) -> dict[str, Any]:
        """Return the figures by their names, as numbers short to write; those of the stages under ``stages``."""
        short = {name: round(v, 5) if isinstance(v := getattr(self, name), float) else v for name in _KINDS}
        short["stages"] = {
            stage: {figure: short.pop(f"{stage}_{figure}") for figure in ("mean", "peak", "p99")} for stage in STAGES
        }
        return short


_KINDS: dict[str, type] = {entry.name: entry.type for entry in dataclasses.fields(Status)}  # type: ignore[misc]
FIGURES = ", ".join(str(entry.metadata["text"]) for entry in dataclasses.fields(Status))  # for the reference


def read_status(arguments: Sequence[Argument]) -> Status:
    """Read the arguments of /status.reply.

    Parameters
    ----------
    arguments : sequence
        As they came; a later version may have more of them at the end.

    Raises
    ------
    OscError
        If they are too few or not of the right types.
    """
    if len(arguments) < len(_KINDS):
        raise OscError(f"{REPLY} has {len(arguments)} figures, {len(_KINDS)} are wanted: another version of rt-timbre?")
    values: dict[str, Any] = {}
    for (name, kind), value in zip(_KINDS.items(), arguments, strict=False):
        if type(value) is not kind:
            raise OscError(f"{REPLY}: {name} is {str(value)[:40]!r}, not {kind.__name__}")
        values[name] = value
    return Status(**values)
