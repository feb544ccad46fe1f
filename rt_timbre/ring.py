"""The ring between the engine and the audio process: shared memory, one writer, one reader, no locks."""

import threading
from multiprocessing import resource_tracker, shared_memory

import numpy as np
from numpy.typing import NDArray

CAPACITY = 16384  # frames
_HEADER = 4096  # bytes: a page, with every field on a cache line of its own
_LINE = 8  # int64 in a cache line

_uncontended = threading.Lock()


def _fence() -> None:
    """Order all memory accesses before this against all after it.

    The indices are aligned 64-bit words, read and written whole. On x86-64 the hardware keeps stores in order, and
    loads; on arm64 it does not. Nothing crosses the release of one lock cycle and the acquire of the next, whatever
    the processor: two cycles of a lock that nobody else takes are a full fence, without a compiler at hand.
    """
    with _uncontended:
        pass
    with _uncontended:
        pass


class Ring:
    """Stereo frames on their way from the engine to the audio process.

    Parameters
    ----------
    name : str, optional
        Name of a ring that another process made; without one a new ring is made.

    Attributes
    ----------
    name : str
        Name for the other process.
    """

    def __init__(self, name: str | None = None) -> None:
        size = _HEADER + CAPACITY * 2 * 4
        if name is None:
            self._memory = shared_memory.SharedMemory(create=True, size=size)  # comes zeroed
        else:
            self._memory = _attach(name)
        self.name = self._memory.name
        header = np.ndarray((_HEADER // 8,), np.int64, self._memory.buf)
        (
            self._written,
            self._read,
            self._flowing,
            self._underruns,
            self._calls,
        ) = (header[field * _LINE : field * _LINE + 1] for field in range(5))
        self._frames = np.ndarray((CAPACITY, 2), np.float32, self._memory.buf, _HEADER)

    @property
    def written(self) -> int:
        """Frames written since the last reset."""
        return int(self._written[0])

    @property
    def read(self) -> int:
        """Frames read since the last reset."""
        return int(self._read[0])

    @property
    def fill(self) -> int:
        """Frames written and not read yet."""
        return int(self._written[0]) - int(self._read[0])

    @property
    def flowing(self) -> bool:
        """Whether the engine keeps the ring filled: only then is missing data an underrun."""
        return bool(self._flowing[0])

    @flowing.setter
    def flowing(self, value: bool) -> None:
        _fence()
        self._flowing[0] = value

    @property
    def underruns(self) -> int:
        """Blocks that were due and not there, over the life of the ring."""
        return int(self._underruns[0])

    @property
    def calls(self) -> int:
        """Blocks that the output has asked for, over the life of the ring: it stands still when the output does."""
        return int(self._calls[0])

    def count_underrun(self) -> None:
        """Count a block that was not there (audio process)."""
        self._underruns[0] += 1

    def count_call(self) -> None:
        """Count a block that the output asked for (audio process)."""
        self._calls[0] += 1

    def reset(self) -> None:
        """Empty the ring; only while no audio process reads it."""
        self.flowing = False
        self._written[0] = self._read[0] = 0

    def write(self, block: NDArray[np.float32]) -> None:
        """Append frames (engine).

        Parameters
        ----------
        block : ndarray of float32 [n, 2]
            The frames; n ≤ CAPACITY − fill.
        """
        written = int(self._written[0])
        at, samples = written % CAPACITY, block.shape[0]
        first = min(samples, CAPACITY - at)
        self._frames[at : at + first] = block[:first]
        self._frames[: samples - first] = block[first:]
        _fence()
        self._written[0] = written + samples

    def take(self, out: NDArray[np.float32]) -> bool:
        """Remove frames (audio process).

        Parameters
        ----------
        out : ndarray of float32 [n, 2]
            Overwritten with the next n frames, if there are that many.

        Returns
        -------
        bool
            Whether there were.
        """
        read, samples = int(self._read[0]), out.shape[0]
        if int(self._written[0]) - read < samples:
            return False
        _fence()
        at = read % CAPACITY
        first = min(samples, CAPACITY - at)
        out[:first] = self._frames[at : at + first]
        out[first:] = self._frames[: samples - first]
        _fence()
        self._read[0] = read + samples
        return True

    def close(self) -> None:
        """Remove the ring from the system (engine, at the end of its life)."""
        # The views keep the mapping alive; unlinking is enough, the mapping ends with the process.
        self._memory.unlink()


def _attach(name: str) -> shared_memory.SharedMemory:
    """Attach a segment without having this process's resource tracker remove it at the end (see bpo-38119)."""
    try:
        return shared_memory.SharedMemory(name, track=False)  # type: ignore[call-arg, unused-ignore]
    except TypeError:  # Python before 3.13
        register = resource_tracker.register
        resource_tracker.register = lambda *_: None
        try:
            return shared_memory.SharedMemory(name)
        finally:
            resource_tracker.register = register
