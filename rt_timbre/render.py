"""Offline rendering: the realtime loop's own engine, run into a file as fast as it can."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rt_timbre.controlfile import Event, Header
from rt_timbre.engine import Engine
from rt_timbre.errors import ControlError, ControlFileError, SpaceError
from rt_timbre.phase import OFFLINE_NAMES, FrameMethod
from rt_timbre.phase.at_frame_rate import AtFrameRate
from rt_timbre.phase.offline import Player, Recorder, synthesis
from rt_timbre.presets import UNKNOWN_SPACE
from rt_timbre.space import Space
from rt_timbre.space_store import open_named
from rt_timbre.table import Command, Table
from rt_timbre.timbre import Timbre
from rt_timbre.timeline import Timeline

_LONGEST_TAIL = 61  # seconds: the longest release there is, and the limiter


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheduled:
    """A command of a control file.

    Attributes
    ----------
    sample : int
        When it applies.
    command : Command
        What applies.
    place : str
        File and line, for error messages.
    timbre, table : Timbre and Table, optional
        Of the space that the command loads.
    """

    sample: int
    command: Command
    place: str
    timbre: Timbre | None = None
    table: Table | None = None


def schedule(events: Sequence[Event], engine: Engine, source: Path) -> list[Scheduled]:
    """Check every message of a control file, and load every space that it asks for, before anything sounds.

    Parameters
    ----------
    events : sequence of Event
        In order of time.
    engine : Engine
        What is to play them.
    source : Path
        The file, for error messages.

    Raises
    ------
    ControlFileError
        Naming the line of the first message that is refused, or of a space that is another than it was.
    """
    scheduled = []
    table = Table(engine.limits)
    for event in events:
        place = f"{source}:{event.line}"
        try:
            for command in table.commands(event.message):
                item = Scheduled(sample=event.sample(engine.rate), command=command, place=place)
                if command.name == "space/load":
                    timbre = _load(command.arguments[0], event.space, engine)
                    table = Table(timbre.limits)  # what follows is for this space
                    item = replace(item, timbre=timbre, table=table)
                scheduled.append(item)
        except (ControlError, SpaceError) as error:
            raise ControlFileError(f"{place}: {error}") from None
    return scheduled


def _load(name: str, sha256: str | None, engine: Engine) -> Timbre:
    loaded = open_named(name)
    if sha256 not in (None, loaded.sha256):
        raise ControlError(f"the space {name} had sha256 {sha256} then, but now it has {loaded.sha256}")
    timbre = engine.make_timbre(loaded.space, loaded.sha256)
    timbre.phase.warm()
    return timbre


def blocks(engine: Engine, scheduled: Sequence[Scheduled]) -> Iterator[NDArray[np.float32]]:
    """Play commands at their exact samples and give the sound, hop by hop.

    After the last command every note is released, and the sound goes on until it is silent.

    Parameters
    ----------
    engine : Engine
        A warm engine.
    scheduled : sequence of Scheduled
        The commands, in order.

    Yields
    ------
    ndarray of float32 [hop, 2]
        The next hop; valid until the next is asked for.

    Raises
    ------
    ControlFileError
        Naming the line of a command that cannot be obeyed.
    """
    timeline = Timeline(engine)
    for item in scheduled:
        timeline.schedule(item.sample, partial(_obey, engine, item))
    end = scheduled[-1].sample if scheduled else 0
    timeline.schedule(end, engine.release_all)
    out = np.zeros((engine.hop, 2), np.float32)
    quiet = 0
    while timeline.sample <= end or (quiet < engine.tail and timeline.sample < end + _LONGEST_TAIL * engine.rate):
        timeline.make(out)
        quiet = 0 if engine.sounding or timeline.waiting else quiet + engine.hop
        yield out


def _obey(engine: Engine, scheduled: Scheduled) -> None:
    command = scheduled.command
    try:
        if scheduled.timbre is not None:
            engine.swap(scheduled.timbre, command.arguments[1])
        elif engine.obeys(command) and not command.question:  # there is nobody to answer, and no server
            engine.apply(command)
    except ControlError as error:
        raise ControlFileError(f"{scheduled.place}: {error}") from None


def render(
    space: Space, header: Header, events: Sequence[Event], source: Path, phase: str | None = None
) -> NDArray[np.float32]:
    """Render a control file.

    Parameters
    ----------
    space : Space
        The timbre space to play, or to begin with.
    header : Header
        Rate, hop, number of voices, seed, phase method and presets.
    events : sequence of Event
        The messages, in order of time.
    source : Path
        The file they came from, for error messages.
    phase : str, optional
        Phase method: to begin with, or, if it needs a note as a whole (`rt_timbre.phase.OFFLINE_NAMES`), for all; by
        itself the header's, or the space's own default.

    Returns
    -------
    ndarray of float32 [samples, 2]
        The sound; the same input gives the same samples, bit for bit.

    Raises
    ------
    ControlFileError
        If a message is refused, or a space that is to be loaded is another than it was.
    ControlError
        If the space's frames cannot be played by that method.
    """
    offline = phase is not None and phase in OFFLINE_NAMES

    def engine() -> Engine:
        return Engine(
            space,
            rate=header.rate,
            voices=header.voices,
            hop=header.hop,
            seed=header.seed,
            phase=None if offline else phase or header.phase,
            sha256=header.space or UNKNOWN_SPACE,
            presets=header.presets,
        )

    def played(engine: Engine) -> NDArray[np.float32]:
        engine.warm()
        return np.concatenate([block.copy() for block in blocks(engine, scheduled)])

    first = engine()
    scheduled = schedule(events, first, source)
    if phase is None or not offline:
        return played(first)
    for item in scheduled:
        if item.command.name in ("phase", "space/load") and not item.command.question:
            raise ControlFileError(f"{item.place}: {item.command.address} cannot be rendered by {phase}; leave it out")
    transform = space.transform

    def use(engine: Engine, method: FrameMethod) -> Engine:
        engine.phase.use(
            AtFrameRate(
                method,
                frame_rate=transform.rate,
                bands=transform.bands,
                rate=header.rate,
                voices=header.voices,
                hop=header.hop,
            )
        )
        return engine

    recorder = Recorder(transform.hop, header.voices)
    played(use(first, recorder))
    notes = recorder.notes(synthesis(phase, transform, header.seed))
    return played(use(engine(), Player(transform.hop, notes)))
