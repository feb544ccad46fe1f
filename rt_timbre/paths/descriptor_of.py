"""A descriptor of the sound at any points of a space, as a voice of one pitch plays them."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rt_timbre.decoder import graph_function
from rt_timbre.descriptors.describer import NAMES, UNITS, Describer
from rt_timbre.errors import PathError, SpaceError
from rt_timbre.space import Space

_BATCH = 1024  # points decoded at once, for the sake of memory


class DescriptorOf:
    """Decodes points and describes their frames; the session of the decoder is kept.

    Parameters
    ----------
    space : Space
        The space.
    pitch : float
        MIDI, 0 to 127. Frames are decoded as a voice decodes them: at the nearest semitone of the space's range, at the
        reference pitch if the space is unconditioned. Descriptors in Hz are scaled by what is left, as all frequencies
        of the frame are when it is played; that this changes the A-weighting a little is left out.
    name : str
        One of `rt_timbre.descriptors.describer.NAMES`.

    Raises
    ------
    PathError
        There is no such descriptor, or the pitch is no MIDI note.
    SpaceError
        The decoder cannot be loaded.
    """

    def __init__(self, space: Space, pitch: float, name: str) -> None:
        if name not in NAMES:
            raise PathError(f"no descriptor is called {name[:80]!r}; there are {', '.join(NAMES)}")
        self._column = NAMES.index(name)
        if not 0.0 <= pitch <= 127.0:
            raise PathError(f"the pitch is {pitch}; it must be a MIDI note, 0 to 127")
        semitone = space.reference_pitch
        if space.conditioned:
            semitone = min(max(float(np.rint(pitch)), space.pitch_low), space.pitch_high)
        self._semitone = semitone
        self._scale = 2.0 ** ((pitch - semitone) / 12.0) if UNITS[self._column] == "Hz" else 1.0
        self._conditioned = space.conditioned
        self._decode = graph_function(space.decoder, "decoder")
        self._bands = space.bands
        self._describer = Describer(space.transform)

    def __call__(self, latents: ArrayLike) -> NDArray[np.float64]:
        """Return the descriptor, float64 [N], at points, float [N, D].

        Raises
        ------
        SpaceError
            The decoder fails, or makes another shape than the space says, or what is no number.
        """
        points = np.asarray(latents, np.float32)
        values = np.empty(len(points))
        for start in range(0, len(points), _BATCH):
            part = points[start : start + _BATCH]
            inputs = {"latent": part}
            if self._conditioned:
                inputs["pitch"] = np.full((len(part), 1), self._semitone, np.float32)
            frames = self._decode(inputs)["magnitude"]
            if frames.shape != (len(part), self._bands):
                raise SpaceError(
                    f"the decoder makes {frames.shape} of {len(part)} points; it must be {self._bands} bands"
                )
            values[start : start + _BATCH] = self._describer.describe(frames)[:, self._column]
        if not np.isfinite(values).all():
            raise SpaceError("the decoder makes frames that hold what is no number")
        return values * self._scale
