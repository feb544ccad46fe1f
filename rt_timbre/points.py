"""The named points of a space: the anchors of its instruments, and presets of the performer's own."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from rt_timbre.errors import ControlError
from rt_timbre.paths.interpolation import corner_weights
from rt_timbre.space import Space


class Points:
    """Latents by name. A preset has one for each voice, an anchor the same for all.

    Parameters
    ----------
    space : Space
        The space, for its anchors.
    """

    def __init__(self, space: Space) -> None:
        self.first = space.anchors[0].name
        self._anchors = {anchor.name: anchor.latent for anchor in space.anchors}
        self._presets: dict[str, NDArray[np.float32]] = {}
        names = list(self._anchors)
        self._corners = [names[corner % len(names)] for corner in range(4)]

    def __contains__(self, name: str) -> bool:
        return name in self._anchors or name in self._presets

    @property
    def anchors(self) -> tuple[str, ...]:
        """Names of the anchors."""
        return tuple(self._anchors)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of all points: anchors, then presets."""
        return tuple(dict.fromkeys([*self._anchors, *self._presets]))

    @property
    def presets(self) -> tuple[str, ...]:
        """Names of the presets."""
        return tuple(self._presets)

    def latent(self, name: str, voice: int) -> NDArray[np.float32]:
        """Return the latent [D] of a point for a voice; an anchor goes before a preset of its name.

        Raises
        ------
        ControlError
            If there is no such point.
        """
        if name in self._anchors:
            return self._anchors[name]
        if name in self._presets:
            latents = self._presets[name]
            latent: NDArray[np.float32] = latents[voice if voice < len(latents) else 0]
            return latent
        names = ", ".join([*self._anchors, *self._presets])
        raise ControlError(f"no point is named {name[:80]!r}; there are {names[:2000]}")

    def put(self, name: str, latents: NDArray[np.float32]) -> None:
        """Make a preset a point, by the latent [V, D] that it has for each voice."""
        self._presets[name] = latents

    def remove(self, name: str) -> None:
        """Forget a preset; corners that it had go back to the first anchor."""
        self._presets.pop(name, None)
        self._corners = [corner if corner in self else self.first for corner in self._corners]

    @property
    def corners(self) -> tuple[str, str, str, str]:
        """Names of the points at the corners of the plane."""
        first, second, third, fourth = self._corners
        return first, second, third, fourth

    def corner(self, index: int) -> str:
        """Return the name of the point at a corner of the plane, 0 to 3."""
        return self._corners[index]

    def set_corner(self, index: int, name: str) -> None:
        """Assign a corner of the plane.

        Raises
        ------
        ControlError
            If there is no such point.
        """
        self.latent(name, 0)
        self._corners[index] = name

    def adopt(self, corners: Iterable[str]) -> None:
        """Take over the corners of another plane, as far as there are points of those names."""
        for index, name in enumerate(corners):
            if name in self:
                self._corners[index] = name

    def on_plane(self, x: float, y: float, voice: int) -> NDArray[np.float32]:
        """Return the latent [D] at a place on the plane for a voice, bilinear between the corners.

        Parameters
        ----------
        x, y : float
            0…1; corners 1 to 4 are at (0, 0), (1, 0), (0, 1), (1, 1).
        voice : int
            Voice from 0.
        """
        place: NDArray[np.float32] = np.zeros_like(self.latent(self.first, voice))
        for weight, name in zip(corner_weights(x, y), self._corners, strict=True):
            place += np.float32(weight) * self.latent(name, voice)
        return place
