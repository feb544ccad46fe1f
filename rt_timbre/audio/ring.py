"""The ring between the engine and the audio process: shared memory, one writer, one reader, no locks."""

import mmap
import os
import tempfile
import threading

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


def _unnamed_memory() -> int:
    """Return a descriptor of memory that has no name in the system."""
    if hasattr(os, "memfd_create"):
        return os.memfd_create("rt-timbre-ring", os.MFD_CLOEXEC)
    with tempfile.TemporaryFile() as file:  # elsewhere than on Linux: a file that is deleted already
        return os.dup(file.fileno())


class Ring:
    """Stereo frames on their way from the engine to the audio process.

    The memory has no name in the system: it is gone when the last process that has it ends, however that ends.

    Parameters
    ----------
    descriptor : int, optional
        Of a ring that another process made, inherited from it; without one a new ring is made.

    Attributes
    ----------
    descriptor : int
        Of the memory, for the other process to inherit.
    """

    def __init__(self, descriptor: int | None = None) -> None:
        size = _HEADER + CAPACITY * 2 * 4
        if descriptor is None:
            descriptor = _unnamed_memory()
            os.ftruncate(descriptor, size)  # comes zeroed
        self.descriptor = descriptor
        memory = mmap.mmap(descriptor, size)
        header = np.ndarray((_HEADER // 8,), np.int64, memory)
        (
            self._written,
            self._read,
            self._flowing,
            self._underruns,
            self._calls,
        ) = (header[field * _LINE : field * _LINE + 1] for field in range(5))
        self._frames = np.ndarray((CAPACITY, 2), np.float32, memory, _HEADER)

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
        """Give up the descriptor (engine, at the end of its life); the memory goes with the last who has it."""
        os.close(self.descriptor)
