"""Descriptors that voices are held to: the commands of ``/voice/{v}/descriptor/…`` as the engine obeys them."""

from functools import partial

import numpy as np

from rt_timbre.controls import Controls
from rt_timbre.descriptors.calibration import NAMES
from rt_timbre.descriptors.seeking.seeker import Sought
from rt_timbre.errors import ControlError, SpaceError
from rt_timbre.table import Command
from rt_timbre.timbre import Timbre
from rt_timbre.travel import Getters, Setters

ROW = "voice/descriptor/"
"""Beginning of the names of the rows."""

MOVING = frozenset(
    {
        *("voice/latent", "voice/z", "voice/macro", "voice/xy", "voice/at", "voice/morph", "voice/scrub"),
        *("voice/path/play", "preset/recall", "space/load"),
    }
)
"""Rows whose commands take a voice elsewhere, and so release it from its targets."""

PITCHED = frozenset({"voice/note", "voice/pitch", "voice/bend"})
"""Rows whose commands change the pitch, at which a voice is held to its targets again."""


class Targets:
    """Seeks where the voices meet their targets, at once: for control files, whose sound must not depend on time.

    A server does the same beside the loop (`rt_timbre.descriptors.live_targets`).

    Parameters
    ----------
    controls : Controls
        For the pitches of the voices.
    timbre : Timbre
        The space that plays.
    """

    def __init__(self, controls: Controls, timbre: Timbre) -> None:
        self._controls = controls
        self.enter(timbre)

    def enter(self, timbre: Timbre) -> None:
        """Be of another space from now on; no voice is held to anything."""
        self._timbre = timbre
        self._held: dict[int, dict[str, float]] = {}
        self._pitch: dict[int, float] = {}  # at which a voice met its targets

    def setters(self) -> Setters:
        """Return what obeys, by the names of the table's rows."""
        return {ROW + name: partial(self._set, name) for name in NAMES}

    def getters(self) -> Getters:
        """Return what answers, by the names of the table's rows."""
        return {ROW + name: partial(self._get, name) for name in NAMES}

    def follow(self, command: Command) -> None:
        """Take notice of what has been obeyed."""
        if not self._held:
            return
        if command.name in MOVING:
            for voice in [command.voice] if command.voice >= 0 else list(self._held):
                self._held.pop(voice, None)
        elif (
            command.name in PITCHED
            and command.voice in self._held
            and self._controls.heading(command.voice) != self._pitch[command.voice]
        ):
            self._seek(command.voice)

    def _set(self, name: str, command: Command) -> None:
        self._held.setdefault(command.voice, {})[name] = command.arguments[0]
        self._seek(command.voice)

    def _get(self, name: str, command: Command) -> tuple[float]:
        return (self._found(command.voice, {}).reached[name],)

    def _seek(self, voice: int) -> None:
        latent = self._found(voice, self._held[voice]).latent
        self._pitch[voice] = self._controls.heading(voice)
        if not np.array_equal(latent, self._timbre.travel.motion.target(voice)):
            self._timbre.travel.go(voice, latent)

    def _found(self, voice: int, targets: dict[str, float]) -> Sought:
        timbre = self._timbre
        try:
            return timbre.seeker.seek(timbre.travel.motion.target(voice), self._controls.heading(voice), targets)
        except SpaceError as error:
            raise ControlError(str(error)) from None
