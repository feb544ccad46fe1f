"""A descriptor of the sound at any points of a space, as a voice of one pitch plays them."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from rt_timbre.decoder import FrameDecoder
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
        MIDI, 0 to 127. Frames are those that a voice plays: of the nearest semitone of the space's range, on the way to
        the next one's if the pitch lies between, of the reference pitch if the space is unconditioned. Descriptors in
        Hz are scaled by what is left, as all frequencies of the frame are when it is played; that this changes the
        A-weighting a little is left out.
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
        self._pitch = pitch
        self._is_hertz = UNITS[self._column] == "Hz"
        self._decoder = FrameDecoder(space)
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
            frames, scale = self._decoder.played(part, np.full(len(part), self._pitch))
            described = self._describer.describe(frames)[:, self._column]
            values[start : start + _BATCH] = described * scale if self._is_hertz else described
        if not np.isfinite(values).all():
            raise SpaceError("the decoder makes frames that hold what is no number")
        return values
