"""Figures of the running server: how long hops and their stages take, how loud they are, how late the sound is."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

STAGES = ("controls", "decode", "phase", "output")  # of a hop, in order; `Engine.stages` has their seconds
SILENCE = -120.0  # dBFS: what a meter shows when there is nothing
_NOTHING = (0.0,) * len(STAGES)
_HOPS = 2048  # the last 5 to 6 seconds
_FRESH = 0.1  # seconds that figures are good for: many who ask cost no more than one


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What the last hops, or one stage of them, took: shares of the time that a hop lasts.

    Attributes
    ----------
    mean, peak, median, p99 : float
        Mean, greatest, median and 99th percentile (nearest rank).
    """

    mean: float = 0.0
    peak: float = 0.0
    median: float = 0.0
    p99: float = 0.0


class Meters:
    """Durations of the last hops and their stages, peaks of the sound, and the delay from a control to its sound.

    Parameters
    ----------
    period : float
        Seconds that one hop lasts.
    hop : int
        Samples of one hop.

    Attributes
    ----------
    refused : int
        Messages and datagrams refused.
    late : int
        Bundles whose time had passed or that came too early to wait for.
    late_hops : int
        Hops that took longer than they last.
    control_to_sound : float
        Seconds from the arrival of a control to when the output took the first sample that it changes; the last
        measured.
    """

    def __init__(self, period: float, hop: int) -> None:
        self.period = period
        self.refused = 0
        self.late = 0
        self.late_hops = 0
        self.control_to_sound = 0.0
        self._seconds = np.zeros((1 + len(STAGES), _HOPS))  # of the whole hop, and of each stage
        self._sorted = np.zeros_like(self._seconds)
        self._count = 0
        self._loads = (Load(),) * (1 + len(STAGES))
        self._made = -math.inf  # when the loads were
        self._pending: tuple[float, int] | None = None
        self._magnitude = np.zeros((hop, 2), np.float32)
        self._peak = np.zeros(2, np.float32)
        self._busy, self._hops = 0.0, 0  # since the last `take_load`

    def hop(self, seconds: float, stages: list[float]) -> None:
        """Note how long a hop took to make and, of each of its `STAGES`, in seconds; `stages` becomes 0."""
        at = self._count % _HOPS
        self._seconds[0, at] = seconds
        for stage, spent in enumerate(stages, 1):
            self._seconds[stage, at] = spent
        stages[:] = _NOTHING
        self._count += 1
        self._busy += seconds
        self._hops += 1
        self.late_hops += seconds > self.period

    def sound(self, block: NDArray[np.float32]) -> None:
        """Note the peaks of a block [n, 2], n ≤ hop."""
        magnitude = self._magnitude[: block.shape[0]]
        np.abs(block, out=magnitude)
        # The maximum of what was and what is, in one pass and without an array of its own.
        np.maximum(magnitude[0], self._peak, out=magnitude[0])
        np.maximum.reduce(magnitude, axis=0, out=self._peak)

    def take_peaks(self) -> tuple[float, float]:
        """Return the peaks of left and right since the last call, in dBFS, not below `SILENCE`."""
        left, right = self._peak.tolist()
        self._peak[:] = 0.0
        return _decibels(left), _decibels(right)

    def take_load(self) -> float:
        """Return the mean load since the last call, as a share of a hop."""
        load = self._busy / (self._hops * self.period) if self._hops else 0.0
        self._busy, self._hops = 0.0, 0
        return load

    def control(self, now: float, frame: int) -> None:
        """Note that a control which arrived `now` is heard from `frame` of the ring on."""
        if self._pending is None:
            self._pending = (now, frame)

    def heard(self, now: float, read: int) -> None:
        """Note that the output has taken all frames before `read`."""
        if self._pending is not None and read > self._pending[1]:
            self.control_to_sound = now - self._pending[0]
            self._pending = None

    def forget_pending(self) -> None:
        """Drop the control that is waiting to be heard: the ring was emptied."""
        self._pending = None

    def loads(self, now: float) -> tuple[Load, ...]:
        """Return the load of the whole hop and of each of `STAGES`, over the last 2,048 hops.

        They are computed when asked for, and not more often than ten times a second of `now`.
        """
        count = min(self._count, _HOPS)
        if count and now - self._made >= _FRESH:
            self._made = now
            seconds, ranked = self._seconds[:, :count], self._sorted[:, :count]
            ranked[:] = seconds
            middle, high = (count - 1) // 2, math.ceil(0.99 * count) - 1
            ranked.partition((middle, high), axis=1)
            figures = np.stack([seconds.mean(axis=1), seconds.max(axis=1), ranked[:, middle], ranked[:, high]], axis=1)
            self._loads = tuple(
                Load(mean=mean, peak=peak, median=median, p99=p99)
                for mean, peak, median, p99 in (figures / self.period).tolist()
            )
        return self._loads


def _decibels(peak: float) -> float:
    return max(SILENCE, 20.0 * math.log10(peak)) if peak > 0.0 else SILENCE
