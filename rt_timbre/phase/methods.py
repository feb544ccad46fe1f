"""The phase methods by name: which there are, which frames they can play, and how they are made."""

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from rt_timbre.errors import ControlError
from rt_timbre.phase import FrameMethod, PhaseMethod
from rt_timbre.phase.at_frame_rate import AtFrameRate, FrameView
from rt_timbre.phase.bank import OscillatorBank
from rt_timbre.phase.lobes import FoldView, LobeView, PairView
from rt_timbre.phase.rtisi import RTISILA
from rt_timbre.phase.rtpghi import RTPGHI
from rt_timbre.phase.sliding import BlockGriffinLim, FilterbankPGHI
from rt_timbre.phase.spsi import SPSI
from rt_timbre.space_parts import NSGT_KINDS, Transform
from rt_timbre.transforms.stft import STFT

_WINDOW = "hann"  # of the spectra that an NSGT's frames are shown as
_SECONDS = 0.046  # of that window, at least
_OVERLAP = 8  # hops in it


_BANK = "bank"
_SPECTRAL: dict[str, Callable[[STFT, int, int], FrameMethod]] = {
    "rtpghi-0": lambda stft, voices, seed: RTPGHI(stft, voices=voices, look_ahead=0, seed=seed),
    "rtpghi-1": lambda stft, voices, seed: RTPGHI(stft, voices=voices, look_ahead=1, seed=seed),
    "spsi": lambda stft, voices, seed: SPSI(stft, voices=voices),
    "rtisi-la": lambda stft, voices, seed: RTISILA(stft, voices=voices, seed=seed),
}
_GABOR: dict[str, Callable[[Transform, int, int], FrameMethod]] = {
    "pghi": lambda transform, voices, seed: FilterbankPGHI(transform, voices=voices, seed=seed),
    "block-griffin-lim": lambda transform, voices, seed: BlockGriffinLim(transform, voices=voices, seed=seed),
}


def names_for(transform: Transform) -> tuple[str, ...]:
    """Return the names of the methods that can play frames of a transform."""
    gabor = _GABOR if transform.kind in NSGT_KINDS else ()
    return (_BANK, *_SPECTRAL, *gabor)


def default(transform: Transform) -> str:
    """Return the method that frames of a transform are played with unless another is asked for.

    Frames of an STFT are played best by heap integration, moving or held; all others by the bank, which is heard at
    once (`rt-timbre bench phase` shows it).
    """
    return "rtpghi-0" if transform.kind == "stft" else _BANK


def of_quality(quality: str, transform: Transform) -> str:
    """Return the best method for what a sound is made for, by spectral convergence on moving frames.

    Measured by `rt_timbre.benchmarks.methods` on the bundled space (an NSGT), and on harmonics shown by STFTs of 40 and
    46 ms and by a DCT. Frames of an NSGT: block-griffin-lim -26.0 dB, pghi -25.2, the others that lag -19.4 to -21.3;
    made as a whole fast-griffin-lim -35.7, admm-griffin-lim -30.4, griffin-lim -28.7. Frames of an STFT: rtisi-la -20.5
    to -28.4, the others -9.7 to -22.7; fast-griffin-lim -21.0 to -30.1, admm-griffin-lim -19.4 to -28.2. Frames of a
    DCT: spsi -7.0, the others -6.5 and -6.6; admm-griffin-lim -8.0, fast-griffin-lim -7.5.

    Parameters
    ----------
    quality : str
        One of `rt_timbre.phase.QUALITIES`: "live", what the space is played by unless another is asked for; "delayed",
        the best that plays live but later; "offline", the best that needs the note as a whole.
    transform : Transform
        What the bands of the frames are.

    Returns
    -------
    str
        Name of a method.
    """
    if quality == "live":
        return default(transform)
    if transform.kind == "dct":
        return "spsi" if quality == "delayed" else "admm-griffin-lim"
    if quality == "offline":
        return "fast-griffin-lim"
    return "rtisi-la" if transform.kind == "stft" else "block-griffin-lim"


def make(name: str, transform: Transform, *, rate: int, voices: int, hop: int, seed: int) -> PhaseMethod:
    """Make a method.

    Parameters
    ----------
    name : str
        One of `names_for` the transform.
    transform : Transform
        What the bands of its frames are.
    rate : int
        Samples per second of the output.
    voices, hop : int
        Number of voices V, and greatest number of samples that one call of `process` makes.
    seed : int
        Seed of all random phases.

    Returns
    -------
    PhaseMethod
        Not yet warm.

    Raises
    ------
    ControlError
        If there is no such method, or it cannot play these frames.
    """
    if name not in names_for(transform):
        known = ", ".join(names_for(transform))
        raise ControlError(f"frames of kind {transform.kind} cannot be played by {name[:40]!r}; they can by {known}")
    if name == _BANK:
        if transform.kind in NSGT_KINDS:
            return OscillatorBank(
                transform.centres, transform.half_widths, rate=rate, voices=voices, hop=hop, seed=seed
            )
        pairs = PairView(transform, voices)
        bank = OscillatorBank(pairs.centres, pairs.half_widths, rate=rate, voices=voices, hop=hop, seed=seed)
        return _Viewed(bank, pairs, voices)
    view: FrameView | None = None
    bands = transform.bands
    if name in _GABOR:
        method = _GABOR[name](transform, voices, seed)
    else:
        stft = spectra_of(transform)
        method = _SPECTRAL[name](stft, voices, seed)
        view = spectral_view(transform, stft)
        bands = stft.centres.size
    return AtFrameRate(method, frame_rate=transform.rate, bands=bands, rate=rate, voices=voices, hop=hop, view=view)


def spectra_of(transform: Transform) -> STFT:
    """Return the STFT that the frames of a transform are shown as to methods for short-time spectra."""
    if transform.kind not in NSGT_KINDS:
        return STFT(transform.rate, transform.window, transform.length, transform.hop)
    length = 1 << math.ceil(math.log2(_SECONDS * transform.rate))
    return STFT(transform.rate, _WINDOW, length, length // _OVERLAP)


def spectral_view(transform: Transform, stft: STFT) -> FrameView | None:
    """Return what shows frames of a transform as spectra; nothing for frames that are spectra."""
    if transform.kind == "stft":
        return None
    if transform.kind == "dct":
        return FoldView(transform)
    return LobeView(transform, _WINDOW, stft.length)


class _Viewed:
    """A method that is shown its frames as those of other bands."""

    def __init__(self, method: PhaseMethod, view: PairView, voices: int) -> None:
        self._method = method
        self._view = view
        self._frames = np.zeros((voices, view.bands), np.float32)
        self.latency = method.latency

    def process(
        self,
        frames: NDArray[np.float32],
        scale: NDArray[np.float64],
        pitch: NDArray[np.float64],
        active: NDArray[np.int8],
        out: NDArray[np.float32],
    ) -> None:
        """Make the next n samples of all voices; see `PhaseMethod.process`."""
        self._view.process(frames, active, self._frames)
        self._method.process(self._frames, scale, pitch, active, out)

    def reset(self, voice: int) -> None:
        """Forget the past of `voice`."""
        self._method.reset(voice)

    def warm(self) -> None:
        """Compile everything that `process` needs."""
        self._method.warm()
        self._view.warm()
