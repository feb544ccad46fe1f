"""Where each voice is in the latent space: morphs, glides and their advance by one hop."""

from collections.abc import Sequence

import numpy as np
from numba import njit
from numpy.typing import NDArray

LINEAR, SPHERICAL, EXPRESSIVE = 0, 1, 2
CURVES = {"linear": LINEAR, "spherical": SPHERICAL, "expressive": EXPRESSIVE}

_WAVES = 4  # half waves of an expressive curve's detours
_DETOUR = 0.25  # its greatest distance from the arc, of the distance between the ends


@njit(nogil=True, cache=True, error_model="numpy")
def interpolate(start, end, position, curve, detours, out):  # type: ignore[no-untyped-def]
    """Write the point at `position` (0…1) between two latents into `out`.

    Parameters
    ----------
    start, end : ndarray of float32 [D]
        The two latents.
    position : float
        0 at `start`, 1 at `end`.
    curve : int
        ``LINEAR``: (1 - t) a + t b. ``SPHERICAL``: Shoemake's slerp (SIGGRAPH 1985) on the directions, with the
        norm interpolated linearly; the plain line where the angle is too small, or too near a half turn, for the
        arc to be defined. ``EXPRESSIVE``: the same arc with a detour: the sum over k of detours[k - 1] sin(k pi t).
    detours : ndarray of float32 [waves, D]
        What `draw_detours` made for these ends; of an expressive curve only.
    out : ndarray of float32 [D]
        The result.
    """
    straight, bent, scale = 1.0 - position, position, 1.0
    if curve != LINEAR:
        norm_a = norm_b = dot = 0.0
        for d in range(start.shape[0]):
            norm_a += start[d] * start[d]
            norm_b += end[d] * end[d]
            dot += start[d] * end[d]
        norm_a, norm_b = np.sqrt(norm_a), np.sqrt(norm_b)
        if norm_a > 1e-6 and norm_b > 1e-6:
            cosine = min(1.0, max(-1.0, dot / (norm_a * norm_b)))
            angle = np.arccos(cosine)
            if 1e-3 < angle < np.pi - 1e-3:
                scale = (1.0 - position) * norm_a + position * norm_b
                straight = np.sin((1.0 - position) * angle) / np.sin(angle) / norm_a
                bent = np.sin(position * angle) / np.sin(angle) / norm_b
    for d in range(start.shape[0]):
        out[d] = scale * (straight * start[d] + bent * end[d])
    if curve == EXPRESSIVE:
        for k in range(detours.shape[0]):
            wave = np.sin((k + 1) * np.pi * position)
            for d in range(start.shape[0]):
                out[d] += wave * detours[k, d]


def draw_detours(start: NDArray[np.float32], end: NDArray[np.float32], seed: Sequence[int]) -> NDArray[np.float32]:
    """Draw the detours of an expressive curve: smooth, none at the ends, never far from the arc.

    Parameters
    ----------
    start, end : ndarray of float32 [D]
        Ends of the curve.
    seed : sequence of int
        The same seed gives the same curve.

    Returns
    -------
    ndarray of float32 [waves, D]
        Amplitude of each half wave in each dimension; the norms of the rows add up to a quarter of the distance between
        the ends, so no point of the curve is farther than that from the arc.
    """
    drawn = np.random.default_rng(seed).standard_normal((_WAVES, start.shape[0]))
    drawn /= np.arange(1, _WAVES + 1)[:, None]
    total = np.linalg.norm(drawn, axis=1).sum()
    scale = _DETOUR * float(np.linalg.norm(end.astype(np.float64) - start)) / total
    detours: NDArray[np.float32] = (scale * drawn).astype(np.float32)
    return detours


@njit(nogil=True, cache=True, error_model="numpy")
def _advance(start, end, curve, detours, position, speed, held, remaining, fade, seconds, latent):  # type: ignore[no-untyped-def]
    for v in range(start.shape[0]):
        position[v] = min(1.0, position[v] + speed[v] * seconds)
        remaining[v] = max(0.0, remaining[v] - fade[v] * seconds)
        interpolate(start[v], end[v], position[v], curve[v], detours[v], latent[v])
        if remaining[v] > 0.0:
            for d in range(latent.shape[1]):
                latent[v, d] += remaining[v] * (held[v, d] - latent[v, d])


class Motion:
    """Latents of all voices, each on a way of its own.

    A voice follows a way between two points (a plain target is a way whose ends agree, and so, for the time of a hop,
    is the place on a path that plays). Whenever its way changes, it is held where it is, and let go linearly over the
    glide time: so nothing ever jumps, whatever changes mid-way, and a voice never is but between where it was and where
    its way has it.

    Parameters
    ----------
    voices : int
        Number of voices V.
    latent : ndarray of float32 [D]
        Where every voice begins.
    glide : float
        Default glide time in seconds.

    Attributes
    ----------
    latent : ndarray of float32 [V, D]
        Where the voices are.
    glide : ndarray of float64 [V]
        Their glide times, seconds.
    start, end : ndarray of float32 [V, D]
        The ends of their ways.
    held : ndarray of float32 [V, D]
        Where each was when its way changed.
    remaining, fade : ndarray of float64 [V]
        How much each is still held there, 1 to 0, and how much less it is after a second.
    """

    def __init__(self, voices: int, latent: NDArray[np.float32], glide: float) -> None:
        self.latent = np.tile(np.asarray(latent, np.float32), (voices, 1))
        self.glide = np.full(voices, glide)
        self.start = self.latent.copy()
        self.end = self.latent.copy()
        self._curve = np.zeros(voices, np.int64)
        self._detour = np.zeros((voices, _WAVES, self.latent.shape[1]), np.float32)
        self._position = np.ones(voices)
        self._speed = np.zeros(voices)
        self.held = np.zeros_like(self.latent)
        self.remaining = np.zeros(voices)
        self.fade = np.zeros(voices)

    def target(self, voice: int) -> NDArray[np.float32]:
        """Return a copy of the latent [D] that `voice` is heading for; mid-way, where it should be now."""
        here: NDArray[np.float32] = self.end[voice].copy()
        if self._position[voice] < 1.0:
            self._place(voice, float(self._position[voice]), here)
        return here

    def position(self, voice: int) -> float:
        """Return how far `voice` is on its way, 0…1."""
        return float(self._position[voice])

    def go(self, voice: int, latent: NDArray[np.float32], glide: float | None = None) -> None:
        """Head for `latent` [D], arriving after `glide` seconds, by itself the voice's glide time."""
        self.start[voice] = self.end[voice] = latent
        self._curve[voice] = LINEAR
        self._set_position(voice, 1.0, 0.0, glide)

    def jump(self, voice: int, latent: NDArray[np.float32]) -> None:
        """Be at `latent` [D] at once: for a voice that nobody hears there yet."""
        self.go(voice, latent)
        self.latent[voice] = latent
        self.remaining[voice] = 0.0

    def morph(
        self,
        voice: int,
        start: NDArray[np.float32],
        end: NDArray[np.float32],
        seconds: float,
        curve: int,
        seed: Sequence[int] = (0,),
    ) -> None:
        """Travel from `start` to `end` [D] in `seconds`; the voice joins the way within its glide time.

        `seed` fixes the detours of an expressive curve.
        """
        self.start[voice] = start
        self.end[voice] = end
        self._curve[voice] = curve
        if curve == EXPRESSIVE:
            self._detour[voice] = draw_detours(start, end, seed)
        self._set_position(voice, 0.0 if seconds > 0.0 else 1.0, 1.0 / seconds if seconds > 0.0 else 0.0)

    def scrub(self, voice: int, position: float) -> None:
        """Take the current way by hand: stop it at `position`, 0…1."""
        self._set_position(voice, position, 0.0)

    def _set_position(self, voice: int, position: float, speed: float, glide: float | None = None) -> None:
        self._position[voice] = position
        self._speed[voice] = speed
        self.held[voice] = self.latent[voice]
        self.remaining[voice] = 1.0
        # A glide of 0 arrives at the next hop, whatever its length.
        self.fade[voice] = 1.0 / max(self.glide[voice] if glide is None else glide, 1e-9)

    def _place(self, voice: int, position: float, out: NDArray[np.float32]) -> None:
        interpolate(self.start[voice], self.end[voice], position, self._curve[voice], self._detour[voice], out)

    def advance(self, seconds: float) -> None:
        """Move every voice on by `seconds`; the result is in `latent` [V, D]."""
        _advance(
            self.start,
            self.end,
            self._curve,
            self._detour,
            self._position,
            self._speed,
            self.held,
            self.remaining,
            self.fade,
            seconds,
            self.latent,
        )
