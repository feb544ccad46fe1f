"""Sound in step with what is to happen at exact samples: hops are split there."""

import heapq
from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from rt_timbre.engine import Engine

_MOST_PARTS = 8  # of one hop: each costs as much as a hop, so what comes more densely happens at the last of them

Action: TypeAlias = Callable[[], None]


class Timeline:
    """Makes the sound of an engine, hop by hop, and lets things happen on the way.

    Parameters
    ----------
    engine : Engine
        A warm engine.

    Attributes
    ----------
    engine : Engine
        The engine.
    sample : int
        Samples made so far: what happens now is heard from this one on.
    on_part : callable, optional
        Called when a hop goes on at `sample`, which lies within it, after what happens there.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.sample = 0
        self.on_part: Action | None = None
        self._queue: list[tuple[int, int, Action]] = []
        self._count = 0

    @property
    def waiting(self) -> int:
        """Number of actions that are still to come."""
        return len(self._queue)

    def schedule(self, sample: int, action: Action) -> None:
        """Have `action` called when all samples before `sample` have been made; those of one sample in their order."""
        heapq.heappush(self._queue, (sample, self._count, action))
        self._count += 1

    def make(self, out: NDArray[np.float32]) -> None:
        """Make the next hop.

        Parameters
        ----------
        out : ndarray of float32 [hop, 2]
            Overwritten with the sound.
        """
        start, samples, queue = 0, out.shape[0], self._queue
        for part in range(_MOST_PARTS):
            last = self.sample if part < _MOST_PARTS - 1 else self.sample + samples - start - 1
            while queue and queue[0][0] <= last:
                heapq.heappop(queue)[2]()
            if start and self.on_part is not None:
                self.on_part()
            stop = samples
            if queue and queue[0][0] < self.sample + samples - start:
                stop = start + queue[0][0] - self.sample
            self.engine.process(out[start:stop])
            self.sample += stop - start
            start = stop
            if start == samples:
                return
