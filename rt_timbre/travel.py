"""Where the voices are in a space, and the commands that move them."""

import zlib
from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from rt_timbre.drift import Drift
from rt_timbre.motion import CURVES, Motion
from rt_timbre.paths.latent_path import StoredPath
from rt_timbre.points import Points
from rt_timbre.space import Space
from rt_timbre.table import Command
from rt_timbre.transport import Transport

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
        Seed of expressive curves and of drift.

    Attributes
    ----------
    motion : Motion
        Where the voices would be without drift.
    latent : ndarray of float32 [V, D]
        Where they are.
    points : Points
        Named points.
    transport : Transport
        The paths that the voices play.
    drift : Drift
        How they wander.
    dropped : list of StoredPath
        Paths that did not fit another space.
    """

    def __init__(self, space: Space, voices: int, seed: int) -> None:
        self._space = space
        self._seed = seed
        self.points = Points(space)
        self.motion = Motion(voices, space.anchors[0].latent, _GLIDE)
        self.latent = self.motion.latent.copy()
        self.transport = Transport(voices)
        self.drift = Drift(space, voices, seed)
        self.dropped: list[StoredPath] = []
        self._by_path = [False] * voices  # whether what is scrubbed is the path, not a morph
        self._frozen = 0
        self._point = [self.points.first] * voices
        self._morph: list[tuple[Value, ...]] = [()] * voices
        self._plane = np.zeros((voices, 2))
        self._on_plane = [False] * voices

    def setters(self) -> Setters:
        """Return what obeys, by the names of the table's rows."""
        return {
            "voice/latent": lambda command: self.go(command.voice, np.array(command.arguments, np.float32)),
            "voice/z": self._set_dimension,
            "voice/macro": self._set_macro,
            "voice/xy": self._set_plane,
            "voice/at": self._go_to_point,
            "voice/morph": self._start_morph,
            "voice/scrub": self._scrub,
            "voice/path/play": self._play_path,
            "voice/path/rate": self._set_rate,
            "voice/path/loop": self._set_loop,
            "voice/drift": self._set_drift,
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
            "voice/scrub": lambda command: (self._position(command.voice),),
            "voice/path/load": lambda command: (self._path_name(command.voice),),
            "voice/path/play": lambda command: (int(self.transport.playing[command.voice]),),
            "voice/path/rate": lambda command: (float(self.transport.rate[command.voice]),),
            "voice/path/loop": lambda command: (int(self.transport.loop[command.voice]),),
            "voice/drift": lambda command: (float(self.drift.goal[command.voice]),),
            "voice/glide": lambda command: (float(motion.glide[command.voice]),),
            "freeze": lambda _: (self._frozen,),
            "plane/corner": lambda command: (self.points.corner(command.index),),
        }

    def advance(self, seconds: float) -> None:
        """Move every voice on by `seconds`, unless they are frozen."""
        if not self._frozen:
            self.transport.advance(seconds, self.motion)
            self.motion.advance(seconds)
            self.drift.advance(seconds, self.motion.latent, self.latent)

    def adopt(self, other: "Travel") -> None:
        """Take over from another space what has a meaning in this one.

        That is glide times, names of points, corners, amounts of drift, and paths of the same size.
        """
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
        self.transport, self._by_path = other.transport, list(other._by_path)
        other.dropped = self.transport.change_space(self.motion)
        self.drift.adopt(other.drift)
        self.latent[:] = self.motion.latent

    def go(self, voice: int, latent: NDArray[np.float32], point: str = "", glide: float | None = None) -> None:
        """Head for a latent [D], the named point `point` if it has a name; see `Motion.go` for `glide`."""
        self.transport.stop(voice, self.motion)
        self.motion.go(voice, latent, glide)
        self._point[voice] = point
        self._on_plane[voice] = False

    def load_path(self, voice: int, stored: StoredPath) -> StoredPath | None:
        """Give a voice a path; see `Transport.load`."""
        left = self.transport.load(voice, stored, self.motion)
        self._by_path[voice] = True
        return left

    def _path_name(self, voice: int) -> str:
        stored = self.transport.path(voice)
        return stored.name if stored is not None else ""

    def _play_path(self, command: Command) -> None:
        voice = command.voice
        if command.arguments[0]:
            self.transport.play(voice, self.motion)
            self._enter_path(voice)
        else:
            self.transport.stop(voice, self.motion)

    def _scrub(self, command: Command) -> None:
        voice, (share,) = command.voice, command.arguments
        if self._by_path[voice]:
            self.transport.scrub(voice, share, self.motion)
            self._enter_path(voice)
        else:
            self.motion.scrub(voice, share)

    def _enter_path(self, voice: int) -> None:
        self._by_path[voice] = True
        self._point[voice] = ""
        self._on_plane[voice] = False

    def _position(self, voice: int) -> float:
        return self.transport.position(voice) if self._by_path[voice] else self.motion.position(voice)

    def _set_rate(self, command: Command) -> None:
        self.transport.rate[command.voice] = command.arguments[0]

    def _set_loop(self, command: Command) -> None:
        self.transport.loop[command.voice] = command.arguments[0]

    def _set_drift(self, command: Command) -> None:
        self.drift.set(command.voice, command.arguments[0], float(self.motion.glide[command.voice]))

    def _set_dimension(self, command: Command) -> None:
        latent = self.motion.target(command.voice)
        latent[command.index] = command.arguments[0]
        self.go(command.voice, latent)

    def _macro(self, latent: NDArray[np.float32], index: int) -> float:
        principal = self._space.principal
        away = latent.astype(np.float64) - principal.mean  # in double precision: a path may lead far out
        projection = float(principal.axes[index] @ away)
        low, high = float(principal.low[index]), float(principal.high[index])
        return 2.0 * (projection - low) / (high - low) - 1.0

    def _set_macro(self, command: Command) -> None:
        principal, index = self._space.principal, command.index
        latent = self.motion.target(command.voice)
        low, high = float(principal.low[index]), float(principal.high[index])
        distance = 0.5 * (command.arguments[0] - self._macro(latent, index)) * (high - low)
        moved = latent + distance * principal.axes[index].astype(np.float64)
        self.go(command.voice, np.clip(moved, self._space.latent_low, self._space.latent_high))

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
        self.transport.stop(voice, self.motion)
        self.motion.morph(voice, here, there, seconds, CURVES[curve], seed)
        self._morph[voice] = command.arguments
        self._by_path[voice] = False
        self._point[voice] = end
        self._on_plane[voice] = False

    def _set_glide(self, command: Command) -> None:
        self.motion.glide[command.voice] = command.arguments[0]

    def _set_freeze(self, command: Command) -> None:
        self._frozen = command.arguments[0]
