"""Offline rendering: the realtime loop's own engine, run into a file as fast as it can."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rt_timbre.controlfile import Event, Header
from rt_timbre.descriptors.targets import ROW
from rt_timbre.engine import Engine
from rt_timbre.errors import ControlError, ControlFileError, PathError, SpaceError
from rt_timbre.osc import Message
from rt_timbre.path_store import open_stored
from rt_timbre.paths.latent_path import LatentPath, StoredPath
from rt_timbre.phase import OFFLINE_NAMES, PhaseMethod
from rt_timbre.phase.notes import Player, Recorder
from rt_timbre.phase.offline import make_note
from rt_timbre.presets.preset import UNKNOWN_SPACE
from rt_timbre.space import Space
from rt_timbre.space_store import open_named
from rt_timbre.table import Command, Table
from rt_timbre.timbre import Timbre
from rt_timbre.timeline import Timeline

RATE = 48000
"""Samples per second of a path's sound, unless another is asked for."""

_LONGEST_TAIL = 61  # seconds: the longest release there is, and the limiter
_LONGEST_PATH = 3600  # seconds; its sound takes 1.4 GB
_LONGEST_NOTE = 600  # seconds made as a whole; the frames of the bundled space take 0.8 GB


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
    path : StoredPath, optional
        The path that the command loads.
    """

    sample: int
    command: Command
    place: str
    timbre: Timbre | None = None
    table: Table | None = None
    path: StoredPath | None = None


def schedule(events: Sequence[Event], engine: Engine, source: Path) -> list[Scheduled]:
    """Check every message of a control file, and load every space and path that it asks for, before anything sounds.

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
        Naming the line of the first message that is refused, or of a space or path that is another than it was.
    """
    scheduled = []
    table = Table(engine.limits)
    dimension = engine.limits.dimension
    paths: dict[tuple[str, int], StoredPath] = {}  # read once, for however many voices
    seeking: Engine | Timbre = engine
    for event in events:
        place = f"{source}:{event.line}"
        try:
            for command in table.commands(event.message):
                item = Scheduled(sample=event.sample(engine.rate), command=command, place=place)
                if command.name == "space/load":
                    timbre = _load(command.arguments[0], event.sha256, engine)
                    table, seeking = Table(timbre.limits), timbre  # what follows is for this space
                    dimension = timbre.limits.dimension
                    item = replace(item, timbre=timbre, table=table)
                elif command.name == "voice/path/load" and not command.question:
                    key = command.arguments[0], dimension
                    path = paths[key] = paths.get(key) or open_stored(*key)
                    _check_same("path", path.name, event.sha256, path.sha256)
                    item = replace(item, path=path)
                elif command.name.startswith(ROW):
                    seeking.prepare_seeking()
                scheduled.append(item)
        except (ControlError, SpaceError, PathError) as error:
            raise ControlFileError(f"{place}: {error}") from None
    return scheduled


def _load(name: str, sha256: str | None, engine: Engine) -> Timbre:
    loaded = open_named(name)
    _check_same("space", name, sha256, loaded.sha256)
    timbre = engine.make_timbre(loaded.space, loaded.sha256)
    timbre.phase.warm()
    return timbre


def _check_same(kind: str, name: str, then: str | None, now: str) -> None:
    if then not in (None, now):
        raise ControlError(f"the {kind} {name} had sha256 {then} then, but now it has {now}")


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
    yield from _hops(timeline, end)


def _hops(timeline: Timeline, end: int) -> Iterator[NDArray[np.float32]]:
    """Give the sound hop by hop, up to the sample `end` and until it is silent."""
    engine = timeline.engine
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
        elif scheduled.path is not None:
            engine.load_path(command.voice, scheduled.path)
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
        If a message is refused, or a space or path that is to be loaded is another than it was.
    ControlError
        If the space's frames cannot be played by that method.
    """
    offline = phase in OFFLINE_NAMES

    def engine(method: str | None) -> Engine:
        return Engine(
            space,
            rate=header.rate,
            voices=header.voices,
            hop=header.hop,
            seed=header.seed,
            phase=method if offline else method or header.phase,
            sha256=header.space or UNKNOWN_SPACE,
            presets=header.presets,
        )

    def played(engine: Engine) -> NDArray[np.float32]:
        scheduled = schedule(events, engine, source)
        for item in scheduled if offline else ():
            if item.command.name in ("phase", "space/load") and not item.command.question:
                raise ControlFileError(
                    f"{item.place}: {item.command.address} cannot be rendered by {phase}; leave it out"
                )
        engine.warm()
        return np.concatenate([block.copy() for block in blocks(engine, scheduled)])

    return _by_method(engine, played, phase)


def check_duration(seconds: float, phase: str | None) -> None:
    """Raise PathError if a path lasts too long to be rendered at once by a phase method."""
    longest = _LONGEST_NOTE if phase in OFFLINE_NAMES else _LONGEST_PATH
    if seconds > longest:
        raise PathError(f"the path lasts {seconds:.6g} s; at most {longest} s can be rendered; shorten it")


def render_path(
    space: Space,
    path: LatentPath,
    *,
    rate: int = RATE,
    pitch: float | None = None,
    phase: str | None = None,
    seed: int = 0,
) -> NDArray[np.float32]:
    """Render a path: one note of velocity 1 that is held for as long as the path lasts, then released.

    Parameters
    ----------
    space : Space
        The timbre space that the path lies in.
    path : LatentPath
        The path; it is played from its beginning, at its own speed, with its gains if it has any.
    rate : int
        Samples per second of the sound, 8000 to 192000.
    pitch : float, optional
        MIDI note, 0 to 127, in place of the path's own pitches; by itself these, or, of a path without pitches, the
        space's reference pitch.
    phase : str, optional
        Phase method: one that plays live, or one that needs the note as a whole (`rt_timbre.phase.OFFLINE_NAMES`); by
        itself the default of the space's transform.
    seed : int
        Seed of random phases.

    Returns
    -------
    ndarray of float32 [samples, 2]
        The sound. Its beginning is the path's: the delay of the phase method and of the limiter is cut off. After the
        path's duration it goes on as long as the release does. The same input gives the same samples, bit for bit.

    Raises
    ------
    PathError
        If the path has another dimension than the space, or lasts too long to be rendered at once.
    ControlError
        If the space's frames cannot be played by that method.
    """
    path.check_fits(space.dimension)
    check_duration(path.duration, phase)
    path = path if pitch is None else path.at_pitch(pitch)

    def engine(method: str | None) -> Engine:
        return Engine(space, rate=rate, voices=1, seed=seed, phase=method)

    def played(engine: Engine) -> NDArray[np.float32]:
        engine.warm()
        sound = np.concatenate([block.copy() for block in _path_blocks(engine, path)])
        return sound[engine.phase.lag + engine.latency - engine.phase.latency :]

    return _by_method(engine, played, phase)


def _path_blocks(engine: Engine, path: LatentPath) -> Iterator[NDArray[np.float32]]:
    """Play a path by voice 1 of a warm engine, hop by hop."""
    timeline = Timeline(engine)
    table = Table(engine.limits)

    def tell(address: str, *arguments: float) -> None:
        for command in table.commands(Message(address=address, arguments=arguments)):
            engine.apply(command)

    tell("/voice/1/glide", 0.0)  # it is on its path from the first sample
    engine.load_path(0, StoredPath(name="", path=path, sha256=""))
    tell("/voice/1/path/play", 1)
    tell("/voice/1/note", engine.space.reference_pitch, 1.0)
    end = round(path.duration * engine.rate)
    timeline.schedule(end, engine.release_all)
    yield from _hops(timeline, end)


def _by_method(
    make: Callable[[str | None], Engine], play: Callable[[Engine], NDArray[np.float32]], phase: str | None
) -> NDArray[np.float32]:
    """Play by a phase method: once, or, if the method needs whole notes, once to know them and again to play them.

    `make` makes an engine that begins with a method, by itself one of its own choice; `play` gives its sound.
    """
    if phase not in OFFLINE_NAMES:
        return play(make(phase))

    def use(engine: Engine, method: PhaseMethod) -> Engine:
        engine.phase.use(method)
        return engine

    first = make("bank")
    recorder = Recorder(first.phase.method, first.voices)
    play(use(first, recorder))
    made = partial(make_note, name=phase, transform=first.space.transform, rate=first.rate, seed=first.seed)
    return play(use(make("bank"), Player(recorder.notes(made))))
