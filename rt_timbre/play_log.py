"""Logs what the server plays: what its engine obeys, and where hops are made in parts."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rt_timbre import __version__
from rt_timbre.control_log import ControlLog
from rt_timbre.controlfile import Header
from rt_timbre.dispatcher import Dispatcher
from rt_timbre.poller import Poller
from rt_timbre.table import Command
from rt_timbre.timeline import Timeline

_LOOK = 1.0  # seconds between looks whether the log goes on
_PATIENCE = 5.0  # seconds that a stopping server waits for the disk


class PlayLog:
    """The log of a server that begins to play.

    Parameters
    ----------
    path : Path
        The control file; there must be none of that name.
    timeline : Timeline
        What plays; nothing has been obeyed yet.
    dispatcher : Dispatcher
        Where the commands come from.
    poller : Poller
        Of the loop.
    warn : callable
        Tells everyone a line.

    Raises
    ------
    ControlFileError
        If the file cannot be made.
    """

    def __init__(
        self,
        path: Path,
        timeline: Timeline,
        dispatcher: Dispatcher,
        poller: Poller,
        warn: Callable[[str], None],
    ) -> None:
        engine = timeline.engine
        self._timeline = timeline
        self._warn = warn
        self._spaces = {engine.space_key.sha256}
        header = Header(
            rate=engine.rate,
            hop=engine.hop,
            voices=engine.voices,
            space=engine.space_key.sha256,
            seed=engine.seed,
            phase=engine.phase.name,
            presets=tuple(engine.library.of(engine.space_key)),
        )
        self._log = ControlLog(path, header, [f"played by rt-timbre {__version__} in the space {engine.space.name}"])
        self._told = False
        dispatcher.observers.append(self._observe)
        timeline.on_part = self._part
        poller.every(_LOOK, self._look)

    def hear(self, block: NDArray[np.float32], sample: int) -> None:
        """Take notice of the hop that was made."""
        self._log.sample = sample + len(block)

    def close(self) -> None:
        """Finish the file, when the last hop has been made."""
        self._log.close(_PATIENCE)
        self._look()

    def _observe(self, command: Command) -> None:
        if command.name == "space/load":
            engine = self._timeline.engine
            key = engine.space_key
            # A space's presets are logged once: what becomes of them afterwards is in the log itself.
            self._log.add_space(key.sha256, () if key.sha256 in self._spaces else engine.library.of(key))
            self._spaces.add(key.sha256)
        stored = self._timeline.engine.path(command.voice) if command.name == "voice/path/load" else None
        if stored is not None:
            self._log.add_path(stored.sha256)
        self._log.add(self._timeline.sample, command.address, command.arguments)

    def _part(self) -> None:
        self._log.add_part(self._timeline.sample)

    def _look(self) -> None:
        if self._log.failure and not self._told:
            self._told = True
            self._warn(f"the log has ended: {self._log.failure}")
