"""Files that are there whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give the name of a file to write, which takes the place of another once it is whole.

    Parameters
    ----------
    path : Path
        The file to be made or replaced. A reader sees the old one or the new one.

    Yields
    ------
    Path
        A file beside it, with the same suffix; it is gone afterwards, whatever happens.
    """
    temporary = path.with_name(f".{path.stem}.{os.getpid()}{path.suffix}")
    try:
        yield temporary
        temporary.replace(path)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
