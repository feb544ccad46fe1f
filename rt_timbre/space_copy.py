"""A space's file as it was when it was loaded, for processes beside the loop: whatever becomes of it on disk."""

import hashlib
import os
import weakref
from pathlib import Path

from rt_timbre.errors import SpaceError
from rt_timbre.space import read_bytes
from rt_timbre.space_store import LoadedSpace


class SpaceCopy:
    """A copy in memory, where the system (Linux) has files there; it is gone when nothing refers to it any more.

    Parameters
    ----------
    loaded : LoadedSpace
        The space, read a moment ago.

    Attributes
    ----------
    paths : tuple of Path
        Where the file is found, the copy first.
    sha256 : str
        Of its content.
    """

    def __init__(self, loaded: LoadedSpace) -> None:
        self.paths: tuple[Path, ...] = (loaded.path.absolute(),)
        self.sha256 = loaded.sha256
        try:
            data = memoryview(read_bytes(loaded.path))
            if hashlib.sha256(data).hexdigest() != loaded.sha256:
                return
            descriptor = os.memfd_create(loaded.space.name)
        except (AttributeError, OSError, SpaceError):
            return
        weakref.finalize(self, os.close, descriptor)
        try:
            while data:
                data = data[os.write(descriptor, data) :]
        except OSError:
            return
        self.paths = (Path(f"/proc/{os.getpid()}/fd/{descriptor}"), *self.paths)
