"""Reads a stored path in a process of its own: to take in a million points of text holds the interpreter for long.

Run as ``python -m rt_timbre.path_handover NAME DIMENSION``, it writes a line of JSON to its standard output, and then
the arrays of the path as they are in memory: times, latents, and pitches and gains if there are any.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from rt_timbre.errors import PathError
from rt_timbre.path_store import check_name, open_stored
from rt_timbre.paths.latent_path import LatentPath, StoredPath
from rt_timbre.realtime import die_with_parent

_PATIENCE = 120  # seconds
_LESS_URGENT = 10
_LONGEST_HEAD = 65536  # bytes
_REFUSED = 3  # exit status
_COLUMNS = {"times": np.float64, "latents": np.float32, "pitches": np.float64, "gains": np.float32}


def open_beside(name: str, dimension: int) -> StoredPath:
    """Read a stored path, as `open_stored` does, and leave the interpreter to others meanwhile.

    Parameters
    ----------
    name : str
        The path's name, which may come from anywhere.
    dimension : int
        Size of the latent space that it must be of.

    Returns
    -------
    StoredPath
        The path.

    Raises
    ------
    PathError
        There is none, it is refused, or cannot be read in two minutes.
    """
    check_name(name)
    command = [sys.executable, "-m", "rt_timbre.path_handover", name, str(dimension)]
    try:
        child = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0
        )
    except OSError as error:
        raise PathError(f"the process that reads paths cannot be started: {error.strerror}") from None
    with child:
        assert child.stdout is not None
        head = child.stdout.readline(_LONGEST_HEAD)
        try:
            if head.endswith(b"\n"):
                return _taken(name, json.loads(head), child.stdout)
        except EOFError:
            pass
        finally:
            child.stdout.close()
    if child.returncode == _REFUSED:
        raise PathError(head.decode(errors="replace"))
    if child.returncode == -signal.SIGALRM:
        raise PathError(f"the path {name} cannot be read in {_PATIENCE} s")
    raise PathError(f"the process that reads the path {name} ended with status {child.returncode}")


def _taken(name: str, head: dict[str, Any], stream: IO[bytes]) -> StoredPath:
    arrays: dict[str, Any] = {}
    for column, shape in head["shapes"].items():
        array: NDArray[Any] = np.empty(shape, _COLUMNS[column])
        arrays[column] = array
        left = array.data.cast("B")
        while left:
            count = stream.readinto(left)  # type: ignore[attr-defined]
            if not count:
                raise EOFError
            left = left[count:]
    return StoredPath(name=name, path=LatentPath(**arrays), sha256=head["sha256"])


def main(name: str, dimension: int) -> int:
    """Read a path and write what it holds; return the exit status."""
    die_with_parent()
    os.nice(_LESS_URGENT)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(_PATIENCE)
    output = sys.stdout.buffer
    try:
        stored = open_stored(name, dimension)
    except PathError as error:
        output.write(str(error).encode(errors="replace"))
        return _REFUSED
    arrays = dict(_columns(stored.path))
    head = {"sha256": stored.sha256, "shapes": {column: array.shape for column, array in arrays.items()}}
    output.write(json.dumps(head).encode() + b"\n")
    for array in arrays.values():
        output.write(array.data.cast("B"))
    return 0


def _columns(path: LatentPath) -> Iterator[tuple[str, NDArray[Any]]]:
    for column in _COLUMNS:
        array = getattr(path, column)
        if array is not None:
            yield column, array


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
