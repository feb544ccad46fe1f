"""The presets at hand, of all spaces, in memory."""

from collections.abc import Iterable

from rt_timbre.errors import ControlError
from rt_timbre.presets.preset import Preset, SpaceKey


class Library:
    """Presets by space and name.

    Parameters
    ----------
    presets : iterable of Preset
        What there is to begin with; of two with the same space and name the later counts.
    """

    def __init__(self, presets: Iterable[Preset] = ()) -> None:
        self._presets: dict[tuple[str, str], Preset] = {}
        for preset in presets:
            self.put(preset)

    def put(self, preset: Preset) -> None:
        """Take a preset in, in place of one with the same space and name."""
        self._presets[preset.space.sha256, preset.name] = preset

    def remove(self, name: str, space: SpaceKey) -> None:
        """Forget a preset; raises as `find` does."""
        self.find(name, space)
        del self._presets[space.sha256, name]

    def of(self, space: SpaceKey) -> list[Preset]:
        """Return the presets of a space, in the order of their names."""
        found = [preset for (sha256, _), preset in self._presets.items() if sha256 == space.sha256]
        return sorted(found, key=lambda preset: preset.name)

    def find(self, name: str, space: SpaceKey) -> Preset:
        """Return a preset of a space.

        Raises
        ------
        ControlError
            If there is none; the reason says so, or which space it belongs to.
        """
        found = self._presets.get((space.sha256, name))
        if found is not None:
            return found
        for (sha256, other), preset in self._presets.items():
            if other == name:
                same = " of another file" if preset.space.name == space.name else ""
                raise ControlError(
                    f"the preset {name!r} belongs to the space {preset.space.name}{same} (sha256 {sha256[:12]}…), "
                    f"not to the one that plays"
                )
        names = ", ".join(preset.name for preset in self.of(space)) or "none"
        raise ControlError(f"there is no preset {name[:80]!r}; there are: {names[:2000]}")
