"""Figures of the running server: how long hops take, how full the ring is, how late the sound."""

import numpy as np

_HOPS = 2048  # the last 5 to 6 seconds


class Meters:
    """Durations of the last hops, and the delay from a control to its sound.

    Parameters
    ----------
    period : float
        Seconds that one hop lasts.

    Attributes
    ----------
    refused : int
        Messages and datagrams refused.
    late : int
        Bundles whose time had passed or that came too early to wait for.
    late_hops : int
        Hops that took longer than they last.
    control_to_sound : float
        Seconds from the arrival of a control to when the output took its first sample; the last measured.
    """

    def __init__(self, period: float) -> None:
        self._period = period
        self._durations = np.zeros(_HOPS)
        self._count = 0
        self._pending: tuple[float, int] | None = None
        self.refused = 0
        self.late = 0
        self.late_hops = 0
        self.control_to_sound = 0.0

    def hop(self, seconds: float) -> None:
        """Note how long a hop took to make."""
        self._durations[self._count % _HOPS] = seconds
        self._count += 1
        self.late_hops += seconds > self._period

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

    def figures(self) -> tuple[float, float, float, float]:
        """Return load mean and peak (share of a hop), frame time median and 99th percentile (ms)."""
        durations = self._durations[: min(self._count, _HOPS)]
        if not durations.size:
            return 0.0, 0.0, 0.0, 0.0
        median, high = np.percentile(durations, (50, 99)) * 1000.0
        return (
            float(durations.mean() / self._period),
            float(durations.max() / self._period),
            float(median),
            float(high),
        )
