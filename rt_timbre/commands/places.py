"""What the words of a command stand for: points of a space, and paths."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from rt_timbre import path_store
from rt_timbre.errors import PathError
from rt_timbre.paths.latent_path import LatentPath
from rt_timbre.paths.path_file import SUFFIX, read_path
from rt_timbre.presets.preset import SpaceKey
from rt_timbre.space_store import LoadedSpace


class Places:
    """Points and paths of a space.

    Parameters
    ----------
    loaded : LoadedSpace
        The space.

    Attributes
    ----------
    space : Space
        The space.
    key : SpaceKey
        What tells it from others.
    """

    def __init__(self, loaded: LoadedSpace) -> None:
        self.space = loaded.space
        self.key = SpaceKey(name=loaded.space.name, sha256=loaded.sha256)
        self._anchors = {anchor.name: anchor.latent for anchor in loaded.space.anchors}

    def vector(self, text: str) -> NDArray[np.float32]:
        """Read as many numbers as the space has dimensions, ``0.1,0.2`` or ``[-0.1, 0.2]``.

        Raises
        ------
        PathError
            These are no numbers, or too many or too few.
        """
        try:
            with np.errstate(over="ignore"):
                vector = np.array([float(word) for word in text.strip("[]").split(",")]).astype(np.float32)
        except ValueError:
            vector = np.zeros(0, np.float32)
        if len(vector) != self.space.dimension or not np.isfinite(vector).all():
            names = ", ".join(self._anchors)
            raise PathError(
                f"{text[:80]!r} is neither an anchor of {self.space.name} nor {self.space.dimension} numbers joined by "
                f"commas; the anchors are {names[:1000]}"
            )
        return vector

    def point(self, text: str) -> NDArray[np.float32]:
        """Find the latent [D] of an anchor, or read it.

        Raises
        ------
        PathError
            The text is neither an anchor nor a vector.
        """
        return self._anchors[text] if text in self._anchors else self.vector(text)

    def points(self, text: str) -> NDArray[np.float32]:
        """Find some latents [P, D]: points joined by ``+``, all "anchors", or the "points" of all analysed notes.

        Raises
        ------
        PathError
            One of them is neither an anchor nor a vector.
        """
        if text == "points":
            return self.space.points.latent
        names: Sequence[str] = list(self._anchors) if text == "anchors" else re.split(r"\+(?![^\[]*\])", text)
        return np.stack([self.point(name) for name in names])

    def path(self, text: str) -> LatentPath:
        """Read a path of the space's dimension, by its name or its file.

        Raises
        ------
        PathError
            There is none, or it is damaged or of another dimension.
        """
        return read_path(path_store.file_of(text), self.space.dimension)

    def path_or_point(self, text: str) -> LatentPath:
        """Read a path, or find a point and take it for a path that stands there; an anchor goes before a path.

        Raises
        ------
        PathError
            The text is nothing of that.
        """
        if text not in self._anchors and (text.endswith(SUFFIX) or text in path_store.list_paths()):
            return self.path(text)
        return LatentPath(times=np.zeros(1), latents=self.point(text)[None], space=self.key)
