"""Files that are there whole or not at all, whatever happens while they are written."""

import errno
import itertools
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_TEMPORARY = re.compile(r"\.([0-9]+)-[0-9]+\.part(\.[^.]*)?")  # number of the process that writes it
_numbers = itertools.count()  # no two files that are being written at a time share a name


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give the name of a file to write, which takes the place of another once it is whole.

    Parameters
    ----------
    path : Path
        The file to be made or replaced: a reader, and whoever looks after a crash, sees the old one or the new one.
        Its folder exists.

    Yields
    ------
    Path
        A file beside it, hidden, with the same suffix; it is gone afterwards, whatever happens.

    Raises
    ------
    OSError
        It cannot be kept; what was there before still is.
    """
    temporary = path.with_name(f".{os.getpid()}-{next(_numbers)}.part{path.suffix}")
    try:
        yield temporary
        with temporary.open("rb") as file:
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file, or replace it, as `replacing` does.

    Parameters
    ----------
    path : Path
        The file. Its folder exists.
    data : bytes
        Its content.

    Raises
    ------
    OSError
        It cannot be written; what was there before still is.
    """
    with replacing(path) as temporary:
        temporary.write_bytes(data)


def sync_folder(folder: Path) -> None:
    """Have the system keep what a folder lists, a name that was added or removed, also through a loss of power.

    Parameters
    ----------
    folder : Path
        The folder.

    Raises
    ------
    OSError
        There is no such folder, or the disk fails.
    """
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno != errno.EINVAL:  # a file system that cannot do so for folders
            raise
    finally:
        os.close(descriptor)


def sweep(folder: Path) -> None:
    """Remove what processes that were killed while they wrote have left in a folder.

    Parameters
    ----------
    folder : Path
        The folder; what cannot be removed stays.
    """
    with suppress(OSError):
        for path in folder.iterdir():
            found = _TEMPORARY.fullmatch(path.name)
            if found and not _is_alive(int(found[1])):
                with suppress(OSError):
                    path.unlink()


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
