"""Where the voices are in a space, and the commands that move them."""

import zlib
from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from rt_timbre.motion import CURVES, Motion
from rt_timbre.points import Points
from rt_timbre.space import Space
from rt_timbre.table import Command

_GLIDE = 0.05  # seconds

Value: TypeAlias = float | int | str
Setters: TypeAlias = dict[str, Callable[[Command], None]]
Getters: TypeAlias = dict[str, Callable[[Command], tuple[Value, ...]]]


class Travel:
    """Latents of all voices, and what each is heading for.

    Parameters
    ----------
    space : Space
        The space.
    voices : int
        Number of voices V.
    seed : int
        Seed of expressive curves.

    Attributes
    ----------
    motion : Motion
        Latents of the voices.
    points : Points
        Named points.
    """

    def __init__(self, space: Space, voices: int, seed: int) -> None:
        self._space = space
        self._seed = seed
        self.points = Points(space)
        self.motion = Motion(voices, space.anchors[0].latent, _GLIDE)
        self._frozen = 0
        self._point = [self.points.first] * voices
        self._morph: list[tuple[Value, ...]] = [()] * voices
        self._plane = np.zeros((voices, 2))
        self._on_plane = [False] * voices

    def setters(self) -> Setters:
        """Return what obeys, by the names of the table's rows."""
        motion = self.motion
        return {
            "voice/latent": lambda command: self._go(command.voice, np.array(command.arguments, np.float32)),
            "voice/z": self._set_dimension,
            "voice/macro": self._set_macro,
            "voice/xy": self._set_plane,
            "voice/at": self._go_to_point,
            "voice/morph": self._start_morph,
            "voice/scrub": lambda command: motion.scrub(command.voice, command.arguments[0]),
            "voice/glide": self._set_glide,
            "freeze": self._set_freeze,
            "plane/corner": self._set_corner,
        }

    def getters(self) -> Getters:
        """Return what answers, by the names of the table's rows."""
        motion = self.motion
        return {
            "voice/latent": lambda command: tuple(motion.target(command.voice).tolist()),
            "voice/z": lambda command: (float(motion.target(command.voice)[command.index]),),
            "voice/macro": lambda command: (self._macro(motion.target(command.voice), command.index),),
            "voice/xy": lambda command: tuple(self._plane[command.voice].tolist()),
            "voice/at": lambda command: (self._point[command.voice],),
            "voice/morph": lambda command: self._morph[command.voice],
            "voice/scrub": lambda command: (motion.position(command.voice),),
            "voice/glide": lambda command: (float(motion.glide[command.voice]),),
            "freeze": lambda _: (self._frozen,),
            "plane/corner": lambda command: (self.points.corner(command.index),),
        }

    def advance(self, seconds: float) -> None:
        """Move every voice on by `seconds`, unless they are frozen."""
        if not self._frozen:
            self.motion.advance(seconds)

    def adopt(self, other: "Travel") -> None:
        """Take over from another space what has a meaning in this one: glide times, names of points, corners."""
        self._frozen = other._frozen
        self.motion.glide[:] = other.motion.glide
        self.points.adopt(other.points.corners)
        self._plane[:] = other._plane
        self._on_plane = list(other._on_plane)
        for voice, name in enumerate(other._point):
            if self._on_plane[voice]:
                self.motion.jump(voice, self._on_plane_now(voice))
                self._point[voice] = ""
            elif name in self.points:
                self.motion.jump(voice, self.points.latent(name, voice))
                self._point[voice] = name

    def go(self, voice: int, latent: NDArray[np.float32], point: str = "", glide: float | None = None) -> None:
        """Head for a latent [D], the named point `point` if it has a name; see `Motion.go` for `glide`."""
        self.motion.go(voice, latent, glide)
        self._point[voice] = point
        self._on_plane[voice] = False

    def _go(self, voice: int, latent: NDArray[np.float32]) -> None:
        self.go(voice, latent)

    def _set_dimension(self, command: Command) -> None:
        latent = self.motion.target(command.voice)
        latent[command.index] = command.arguments[0]
        self.go(command.voice, latent)

    def _macro(self, latent: NDArray[np.float32], index: int) -> float:
        principal = self._space.principal
        projection = float(principal.axes[index] @ (latent - principal.mean))
        low, high = float(principal.low[index]), float(principal.high[index])
        return 2.0 * (projection - low) / (high - low) - 1.0

    def _set_macro(self, command: Command) -> None:
        principal, index = self._space.principal, command.index
        latent = self.motion.target(command.voice)
        low, high = float(principal.low[index]), float(principal.high[index])
        distance = 0.5 * (command.arguments[0] - self._macro(latent, index)) * (high - low)
        latent += np.float32(distance) * principal.axes[index]
        self.go(command.voice, np.clip(latent, self._space.latent_low, self._space.latent_high))

    def _set_plane(self, command: Command) -> None:
        x, y = command.arguments
        self.go(command.voice, self.points.on_plane(x, y, command.voice))
        self._plane[command.voice] = x, y
        self._on_plane[command.voice] = True

    def _on_plane_now(self, voice: int) -> NDArray[np.float32]:
        x, y = self._plane[voice].tolist()
        return self.points.on_plane(x, y, voice)

    def _set_corner(self, command: Command) -> None:
        self.points.set_corner(command.index, command.arguments[0])
        for voice in np.flatnonzero(self._on_plane).tolist():
            self.motion.go(voice, self._on_plane_now(voice))

    def _go_to_point(self, command: Command) -> None:
        (name,) = command.arguments
        self.go(command.voice, self.points.latent(name, command.voice), name)

    def _start_morph(self, command: Command) -> None:
        voice, (start, end, seconds, curve) = command.voice, command.arguments
        here, there = self.points.latent(start, voice), self.points.latent(end, voice)
        # The same journey has the same detours whenever it is made, another one on every voice.
        seed = (self._seed, voice, zlib.crc32(f"{start}\n{end}".encode()))
        self.motion.morph(voice, here, there, seconds, CURVES[curve], seed)
        self._morph[voice] = command.arguments
        self._point[voice] = end
        self._on_plane[voice] = False

    def _set_glide(self, command: Command) -> None:
        self.motion.glide[command.voice] = command.arguments[0]

    def _set_freeze(self, command: Command) -> None:
        self._frozen = command.arguments[0]
