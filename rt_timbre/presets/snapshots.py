"""Presets of an engine: what its voices are set to, taken, brought back, and points to travel to."""

import numpy as np

from rt_timbre.controls import Controls
from rt_timbre.errors import ControlError, PresetError
from rt_timbre.presets.library import Library
from rt_timbre.presets.preset import Preset, VoicePreset
from rt_timbre.table import Command
from rt_timbre.timbre import Timbre
from rt_timbre.travel import Getters, Setters


class Snapshots:
    """Obeys ``/preset/…``.

    Parameters
    ----------
    library : Library
        The presets at hand; changed by what is obeyed.
    controls : Controls
        Notes and levels.
    timbre : Timbre
        The space that plays.
    """

    def __init__(self, library: Library, controls: Controls, timbre: Timbre) -> None:
        self._library = library
        self._controls = controls
        self.enter(timbre)

    def enter(self, timbre: Timbre) -> None:
        """Be of another space from now on."""
        self._timbre = timbre
        self._put_points()

    def setters(self) -> Setters:
        """Return what obeys, by the names of the table's rows."""
        return {"preset/store": self._store, "preset/recall": self._recall, "preset/delete": self._delete}

    def getters(self) -> Getters:
        """Return what answers, by the names of the table's rows."""
        return {"preset/list": lambda _: tuple(preset.name for preset in self._fitting())}

    def _fitting(self) -> list[Preset]:
        """Return the presets of the space; one that was edited may have another dimension."""
        timbre = self._timbre
        return [preset for preset in self._library.of(timbre.key) if preset.dimension == timbre.space.dimension]

    def _put_points(self) -> None:
        for preset in self._fitting():
            self._timbre.travel.points.put(preset.name, np.stack([voice.latent for voice in preset.voices]))

    def _store(self, command: Command) -> None:
        (name,) = command.arguments
        timbre, controls = self._timbre, self._controls
        travel = timbre.travel
        if name in travel.points.anchors:
            raise ControlError(f"{name!r} is the name of an anchor; give the preset another")
        try:
            preset = Preset(
                name=name,
                space=timbre.key,
                dimension=timbre.space.dimension,
                plane=travel.points.corners,
                voices=tuple(
                    VoicePreset(
                        latent=travel.motion.target(voice),
                        glide=float(travel.motion.glide[voice]),
                        drift=float(travel.drift.goal[voice]),
                        **controls.settings(voice),
                    )
                    for voice in range(timbre.limits.voices)
                ),
            )
        except PresetError as error:
            raise ControlError(str(error)) from None
        self._library.put(preset)
        self._put_points()

    def _recall(self, command: Command) -> None:
        name, seconds = command.arguments
        timbre = self._timbre
        travel, space = timbre.travel, timbre.space
        preset = self._library.find(name, timbre.key)
        if preset.dimension != space.dimension:
            raise ControlError(f"the preset {name!r} has {preset.dimension} dimensions, the space {space.dimension}")
        travel.points.adopt(preset.plane)
        for voice in range(timbre.limits.voices):
            stored = preset.voices[voice if voice < len(preset.voices) else 0]
            travel.motion.glide[voice] = stored.glide
            travel.drift.set(voice, stored.drift, seconds)
            travel.go(voice, np.clip(stored.latent, space.latent_low, space.latent_high), name, seconds)
            self._controls.set(voice, stored, seconds)

    def _delete(self, command: Command) -> None:
        (name,) = command.arguments
        self._library.remove(name, self._timbre.key)
        self._timbre.travel.points.remove(name)
