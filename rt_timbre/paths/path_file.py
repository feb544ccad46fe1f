"""The file of a path, `NAME.path.json`: JSON, written and read piece by piece, one point a line.

    {
    "format": 1,
    "space": {"name": "orchestra", "sha256": "…"},
    "dimension": 3,
    "columns": ["time", "pitch", "gain", "latent"],
    "points": [
    [0,60,1,0.25,-0.5,0.125],
    [0.5,60.5,0.8,0.5,-0.25,0]
    ]
    }

Each point is a row of numbers: its time in seconds, its pitch and its gain where the path has them, and its latent, in
`dimension` numbers. Times and pitches are written in the shortest form that reads back to the same float64, gains and
latents to the same float32. So that a file can be read piece by piece, the points are its last key.
"""

import json
import os
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rt_timbre import fields
from rt_timbre.errors import PathError, PresetError, SpaceError
from rt_timbre.paths.latent_path import MOST_POINTS, LatentPath
from rt_timbre.paths.path_parser import COLUMNS, FORMAT_VERSION, MOST_BYTES, check_dimension, parse_path
from rt_timbre.presets.preset import SpaceKey, number_text
from rt_timbre.whole_file import replacing

SUFFIX = ".path.json"

_ROWS = 2048  # points that are written at once
_LONGEST_LINE = 800  # characters of a message with the name of a file


def name_of(file: str | os.PathLike[str]) -> str:
    """Return the name of a path: its file's name without ``.path.json``."""
    return Path(file).name.removesuffix(SUFFIX)


def read_path(file: str | os.PathLike[str], dimension: int | None = None) -> LatentPath:
    """Read a path.

    Parameters
    ----------
    file : path-like
        The file.
    dimension : int, optional
        Size of the latent space that the path must be of.

    Returns
    -------
    LatentPath
        Checked in every value; its points may lie outside the populated part of a space.

    Raises
    ------
    PathError
        The file cannot be read, is too large or damaged, or holds what may not be. No other exception.
    """
    try:
        # A pipe of that name would be waited for.
        descriptor = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as opened:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise PathError("it is no file")
            if status.st_size > MOST_BYTES:
                raise PathError(f"it has {status.st_size} bytes; a path has at most {MOST_BYTES}")
            return parse_path(opened, dimension)
    except (PathError, PresetError, SpaceError) as error:
        raise PathError(fields.one_line(f"{file}: {error}", _LONGEST_LINE)) from None
    except OSError as error:
        raise PathError(fields.one_line(f"{file} cannot be read: {error.strerror or error}", _LONGEST_LINE)) from None


def write_path(file: str | os.PathLike[str], path: LatentPath) -> None:
    """Write a path, whole and at once; a file that is there is replaced.

    Parameters
    ----------
    file : path-like
        The file; its folder exists.
    path : LatentPath
        The path.

    Raises
    ------
    PathError
        It cannot be written; what was there before still is.
    """
    with PathWriter(
        file,
        path.dimension,
        pitched=path.pitches is not None,
        with_gains=path.gains is not None,
        space=path.space,
    ) as writer:
        writer.append(path.times, path.latents, path.pitches, path.gains)


class PathWriter:
    """The file of a path that is still being made: there when its context ends without an error, or not at all.

    Parameters
    ----------
    file : path-like
        The file; its folder exists. One that is there is replaced at the end.
    dimension : int
        Size of the latent space, D: 1 to 512.
    pitched, with_gains : bool
        Whether the points have pitches, and gains.
    space : SpaceKey, optional
        The space that the path is made in.

    Raises
    ------
    PathError
        The file cannot be written, also when the context begins or ends; it is as it was before.
    """

    def __init__(
        self,
        file: str | os.PathLike[str],
        dimension: int,
        *,
        pitched: bool = False,
        with_gains: bool = False,
        space: SpaceKey | None = None,
    ) -> None:
        self._path = Path(file)
        check_dimension(dimension)
        self._dimension = dimension
        self._has = {"time": True, "pitch": pitched, "gain": with_gains, "latent": True}
        self._space = space
        self._context = ExitStack()
        self._count = 0
        self._last = 0.0
        self._bytes = 0

    def __enter__(self) -> "PathWriter":
        head: dict[str, Any] = {"format": FORMAT_VERSION}
        if self._space is not None:
            head["space"] = fields.to_json(self._space)
        head["dimension"] = self._dimension
        head["columns"] = [name for name in COLUMNS if self._has[name]]
        lines = [f"{json.dumps(key)}: {json.dumps(value)},\n" for key, value in head.items()]
        with self._named():
            temporary = self._context.enter_context(replacing(self._path))
            self._file = self._context.enter_context(temporary.open("wb"))
        self._write("".join(["{\n", *lines, '"points": [\n']))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        with self._named():
            if error is not None:
                self._context.__exit__(kind, error, traceback)
                return
            with self._context:
                if not self._count:
                    raise PathError("the path has no points")
                self._write("\n]\n}\n")

    def append(
        self,
        times: NDArray[np.float64],
        latents: NDArray[np.float32],
        pitches: NDArray[np.float64] | None = None,
        gains: NDArray[np.float32] | None = None,
    ) -> None:
        """Add points.

        Parameters
        ----------
        times : ndarray of float64 [n]
            Seconds, ascending, the first after the last of those before; the very first is 0.
        latents : ndarray of float32 [n, D]
            The points.
        pitches : ndarray of float64 [n], optional
            MIDI, 0 to 127; given if the writer was told so.
        gains : ndarray of float32 [n], optional
            Linear, ≥ 0; given if the writer was told so.

        Raises
        ------
        PathError
            A value is not what a path may hold, there are too many points, or the disk is full.
        """
        given = {"time": True, "pitch": pitches is not None, "gain": gains is not None, "latent": True}
        if given != self._has:
            raise PathError(f"{self._path}: either all points have pitches or gains, or none")
        if not len(times):
            return
        start = times[0] if self._count else 0.0
        with self._named():
            if self._count + len(times) > MOST_POINTS:
                raise PathError(f"it is too long: a path has at most {MOST_POINTS} points")
            if self._count and not start > self._last:
                raise PathError(f"the time of point {self._count + 1} is {start} s, not after {self._last} s")
            block = LatentPath(times=times - start, latents=latents, pitches=pitches, gains=gains)
            if block.dimension != self._dimension:
                raise PathError(f"the points have {block.dimension} dimensions; the path has {self._dimension}")
        for first in range(0, len(times), _ROWS):
            rows = slice(first, first + _ROWS)
            text = ",\n".join(
                _rows_text(
                    times[rows],
                    None if block.pitches is None else block.pitches[rows],
                    None if block.gains is None else block.gains[rows],
                    block.latents[rows],
                )
            )
            self._write(",\n" + text if self._count + first else text)
        self._count += len(times)
        self._last = float(times[-1])

    def _write(self, text: str) -> None:
        self._bytes += len(text)
        with self._named():
            if self._bytes > MOST_BYTES:
                raise PathError(f"it is too long: a path's file has at most {MOST_BYTES} bytes")
            self._file.write(text.encode("ascii"))

    @contextmanager
    def _named(self) -> Iterator[None]:
        """Say of every mistake, once, of which file it is."""
        try:
            yield
        except OSError as error:
            raise PathError(f"{self._path} cannot be written: {error.strerror or error}") from None
        except PathError as error:
            known = str(error).startswith(str(self._path))
            raise error if known else PathError(f"{self._path}: {error}") from None


def _rows_text(
    times: NDArray[np.float64],
    pitches: NDArray[np.float64] | None,
    gains: NDArray[np.float32] | None,
    latents: NDArray[np.float32],
) -> Iterator[str]:
    columns = [_texts64(values) for values in (times, pitches) if values is not None]
    columns += [_texts32(values) for values in (gains, *latents.T) if values is not None]
    return (f"[{','.join(row)}]" for row in zip(*columns, strict=True))


def _texts64(values: NDArray[np.float64]) -> list[str]:
    return [repr(value).removesuffix(".0") for value in values.tolist()]


def _texts32(values: NDArray[np.float32]) -> list[str]:
    texts = [str(value).removesuffix(".0") for value in values]
    # Whoever reads rounds twice, to float64 and then to float32, and takes -0 for a whole number.
    read = np.array(json.loads(f"[{','.join(texts)}]"), np.float32)
    for place in np.flatnonzero(read.view(np.int32) != np.ascontiguousarray(values).view(np.int32)):
        texts[place] = number_text(values[place])
    return texts
