"""A recording as it is encoded: one channel, block by block, as often as it is needed."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rt_timbre.audiofile import SoundReader
from rt_timbre.resampling import FixedRate

BLOCK = 1 << 16
"""Samples that are read at a time."""


class RecordingFile:
    """The loudest channel of a sound file, as the notes that spaces learn from are represented.

    Parameters
    ----------
    path : Path
        The file; it is read through once, so that a mistake anywhere in it is told at once.

    Attributes
    ----------
    path : Path
        The file.
    rate : int
        Samples per second.
    samples : int
        Its length.
    channel : int
        Which channel is the loudest, from 0.

    Raises
    ------
    AudioFileError
        The file cannot be read, is truncated or empty, or holds a sample that is not finite.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.samples = 0
        with SoundReader(path) as reader:
            self.rate = reader.rate
            power = np.zeros(reader.channels)
            for block in reader.blocks(BLOCK):
                power += np.sum(np.square(block, dtype=np.float64), axis=0)
                self.samples += block.shape[0]
        self.channel = int(np.argmax(power))

    @property
    def seconds(self) -> float:
        """Its duration."""
        return self.samples / self.rate

    def blocks(self, rate: float) -> Iterator[NDArray[np.float32]]:
        """Read the recording at a rate.

        Parameters
        ----------
        rate : float
            Samples per second.

        Yields
        ------
        ndarray of float32 [n]
            The next samples.

        Raises
        ------
        AudioFileError
            The file has changed meanwhile, or cannot be read any more.
        """
        resampler = FixedRate(self.rate, rate)
        with SoundReader(self.path) as reader:
            for block in reader.blocks(BLOCK):
                yield resampler.take(np.ascontiguousarray(block[:, self.channel]))
        yield resampler.take(np.zeros(0, np.float32), last=True)


class Excerpts:
    """Stretches of a sound that comes block by block, each of them later than the one before.

    Parameters
    ----------
    blocks : iterator of ndarray of float32 [n]
        The sound.
    """

    def __init__(self, blocks: Iterator[NDArray[np.float32]]) -> None:
        self._blocks = blocks
        self._first = 0  # sample that the line begins with
        self._line = np.zeros(0, np.float32)

    def take(self, start: int, stop: int) -> NDArray[np.float32]:
        """Return the samples from `start` to `stop`, silence before the sound's beginning and after its end.

        What comes before `start` cannot be had any more afterwards.
        """
        parts = [self._line]
        end = self._first + self._line.size
        while end < stop and (block := next(self._blocks, None)) is not None:
            if end <= start:
                parts.clear()
            parts.append(block)
            end += block.size
        line = np.concatenate(parts)
        gone = min(max(0, start - (end - line.size)), line.size)
        self._line = line[gone:]
        self._first = end - self._line.size
        result = np.zeros(stop - start, np.float32)
        begin = self._first - start
        part = self._line[max(0, -begin) : max(0, stop - self._first)]
        result[max(0, begin) : max(0, begin) + part.size] = part
        return result
