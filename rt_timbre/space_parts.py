"""What a timbre space is made of: transform, anchors, principal axes, points. Each checks itself when it is made."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rt_timbre import fields
from rt_timbre.errors import SpaceError

NSGT_KINDS = ("nsgt-erb", "nsgt-mel", "nsgt-octave")
KINDS = (*NSGT_KINDS, "stft", "dct")
WINDOWS = {"hann": (0.5, 0.5), "hamming": (0.54, 0.46), "blackman": (0.42, 0.5, 0.08)}
"""Cosine terms a of each window, Σ (−1)^i a[i] cos(2πi n / length): their number is the half-width of the main lobe in
bins of the window's own transform, the first the window's mean."""

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]

_LABEL_LIMIT = 100  # characters of a name shown to players
_MOST_BANDS = 8192
_LOWEST_PITCH, _HIGHEST_PITCH = 0.0, 127.0  # MIDI


def check(ok: object, message: str) -> None:
    """Raise SpaceError with a message unless something holds.

    Parameters
    ----------
    ok : object
        What must be true.
    message : str
        One line for the user.

    Raises
    ------
    SpaceError
        It is not true.
    """
    if not ok:
        raise SpaceError(message)


def check_label(label: str, where: str) -> None:
    """Check a name that players see.

    Parameters
    ----------
    label : str
        The name.
    where : str
        What it is, for the message.

    Raises
    ------
    SpaceError
        It is empty, too long, or more than one clean line.
    """
    fields.clean_text(label, where)
    check(
        0 < len(label) <= _LABEL_LIMIT and label == " ".join(label.split()),
        f"{where} is {fields.shown(label)}; it must be one line of 1 to {_LABEL_LIMIT} characters, blanks only between",
    )


def check_pitch(pitch: float, where: str) -> None:
    """Check a MIDI note number.

    Parameters
    ----------
    pitch : float
        The number.
    where : str
        What it is, for the message.

    Raises
    ------
    SpaceError
        It lies outside 0 to 127.
    """
    check(_LOWEST_PITCH <= pitch <= _HIGHEST_PITCH, f"{where} is {pitch!r}; it must be a MIDI note, 0 to 127")


def freeze(owner: object, where: str, kind: type, **shapes: Sequence[int | None]) -> None:
    """Check array fields of a frozen dataclass and keep them contiguous, of one type and read-only.

    Parameters
    ----------
    owner : object
        The dataclass.
    where : str
        Prefix of the fields' names in messages.
    kind : type
        numpy scalar type of the arrays.
    **shapes : sequence of int or None
        Shape by field; None for any size.

    Raises
    ------
    SpaceError
        An array has another shape or holds a number that is not finite.
    """
    for name, shape in shapes.items():
        object.__setattr__(owner, name, _frozen(getattr(owner, name), kind, shape, where + name))


def _frozen(value: Any, kind: type, shape: Sequence[int | None], where: str) -> NDArray[Any]:
    array: NDArray[Any] = np.array(value, kind, order="C")
    matches = array.ndim == len(shape) and all(
        size in (None, found) for size, found in zip(shape, array.shape, strict=True)
    )
    wanted = ", ".join("any" if size is None else str(size) for size in shape)
    check(matches, f"{where} has shape {array.shape}; it must be ({wanted})")
    check(array.dtype.kind != "f" or np.isfinite(array).all(), f"{where} holds a number that is not finite")
    array.flags.writeable = False
    return array


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Transform:
    """The transform whose band magnitudes the decoder makes.

    Attributes
    ----------
    kind : str
        "nsgt-erb", "nsgt-mel" or "nsgt-octave": a non-stationary Gabor transform on that scale; "stft": a short-time
        Fourier transform; "dct": a discrete cosine transform of segments.
    rate : int
        Samples per second of the analysed sounds.
    length : int
        Samples per analysis, Ls, of an NSGT; of the window of the others.
    hop : int
        Samples between frames; of an NSGT a divisor of `length`, of the others at most half of it.
    window : str
        Window of the STFT and DCT (see `WINDOWS`); empty for an NSGT.
    amplitude_scale : float
        A coefficient's modulus times this is the amplitude of a stationary sinusoid at the band's centre: 2 / hop for
        an NSGT, 2 / Σ window for the others.
    centres : ndarray of float64 [K]
        True centres in Hz, ascending; of an NSGT bins of the analysis, not nominal values.
    half_widths : ndarray of float64 [K]
        Distance in Hz from each centre to where the band's response first reaches zero.
    """

    kind: str
    rate: int
    length: int
    hop: int
    window: str
    amplitude_scale: float
    centres: Doubles
    half_widths: Doubles

    def __post_init__(self) -> None:
        check(self.kind in KINDS, f"transform.kind is {fields.shown(self.kind)}; it must be one of {', '.join(KINDS)}")
        check(8000 <= self.rate <= 192000, f"transform.rate is {self.rate}; it must be 8000 to 192000")
        check(64 <= self.length <= 1 << 24, f"transform.length is {self.length}; it must be 64 to 2^24")
        if self.kind in NSGT_KINDS:
            check(self.window == "", f"transform.window is {fields.shown(self.window)}; an NSGT has none")
            check(
                1 <= self.hop <= self.length and self.length % self.hop == 0,
                f"transform.hop is {self.hop}; it must divide the length {self.length}",
            )
            expected = 2.0 / self.hop
        else:
            check(
                self.window in WINDOWS,
                f"transform.window is {fields.shown(self.window)}; it must be one of {', '.join(WINDOWS)}",
            )
            check(self.length % 2 == 0, f"transform.length is {self.length}; it must be even")
            check(
                1 <= self.hop <= self.length // 2,
                f"transform.hop is {self.hop}; it must be 1 to half the length {self.length}",
            )
            expected = 2.0 / (WINDOWS[self.window][0] * self.length)
        check(
            abs(self.amplitude_scale / expected - 1.0) < 1e-6,
            f"transform.amplitude_scale is {self.amplitude_scale!r}; it must be {expected!r}",
        )
        freeze(self, "transform.", np.float64, centres=[None])
        freeze(self, "transform.", np.float64, half_widths=[self.bands])
        check(
            2 <= self.bands <= _MOST_BANDS, f"transform.centres has {self.bands} bands; it must have 2 to {_MOST_BANDS}"
        )
        if self.kind in NSGT_KINDS:
            self._check_bands()
        else:
            self._check_bins()

    def _check_bands(self) -> None:
        check((np.diff(self.centres) > 0.0).all(), "transform.centres must ascend strictly")
        check(
            self.centres[0] > 0.0 and self.centres[-1] <= self.rate / 2,
            f"transform.centres reach from {self.centres[0]} to {self.centres[-1]} Hz; "
            f"they must lie above 0 and up to half the rate {self.rate}",
        )
        check(
            ((self.half_widths > 0.0) & (self.half_widths <= self.rate)).all(),
            "transform.half_widths must lie above 0 and up to the rate",
        )

    def _check_bins(self) -> None:
        stft = self.kind == "stft"
        count = self.length // 2 + 1 if stft else self.length
        check(self.bands == count, f"transform.centres has {self.bands} bands; {self.kind} has {count}")
        step = self.rate / self.length * (1.0 if stft else 0.5)
        check(
            np.allclose(self.centres, step * np.arange(count), rtol=1e-9, atol=1e-9),
            f"transform.centres must be the multiples of {step:g} Hz",
        )
        width = len(WINDOWS[self.window]) * self.rate / self.length
        check(np.allclose(self.half_widths, width, rtol=1e-9), f"transform.half_widths must all be {width:g} Hz")

    @property
    def columns(self) -> int:
        """Frames per analysis of an NSGT, M."""
        return self.length // self.hop

    @property
    def bands(self) -> int:
        """Number of bands K."""
        return int(self.centres.shape[0])


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Anchor:
    """A named point, as the centre of one instrument's notes.

    Attributes
    ----------
    name : str
        Shown to players, unique in the space.
    latent : ndarray of float32 [D]
        Where it is.
    pitch : float
        MIDI note it stands for.
    spread : ndarray of float32 [D]
        Standard deviation of the notes around it.
    count : int
        Number of notes it was made from.
    """

    name: str
    latent: Floats
    pitch: float
    spread: Floats
    count: int

    def __post_init__(self) -> None:
        check_label(self.name, "an anchor's name")
        where = f"anchor {self.name!r}: "
        freeze(self, where, np.float32, latent=[None])
        freeze(self, where, np.float32, spread=self.latent.shape)
        check((self.spread >= 0.0).all(), f"{where}spread must not be negative")
        check_pitch(self.pitch, f"{where}pitch")
        check(self.count >= 0, f"{where}count is {self.count}; it must not be negative")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Effect:
    """What each principal axis does to one descriptor.

    Attributes
    ----------
    strength : ndarray of float64 [A]
        How far it changes on the way from −1 to 1 on the axis, in parts of its calibrated range; negative where it
        falls. On average over ways through the mean of the notes and through every anchor, each at its pitch.
    linearity : ndarray of float64 [A]
        Share, 0 to 1, of its variance along these ways that one slope for all of them explains: 1 if it rises or falls
        steadily, and everywhere alike.
    """

    strength: Doubles
    linearity: Doubles


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PrincipalAxes:
    """Principal components of the training notes' latents.

    Attributes
    ----------
    mean : ndarray of float32 [D]
        Their mean.
    axes : ndarray of float32 [A, D]
        Unit vectors, the greatest variance first; 1 ≤ A ≤ D.
    variance : ndarray of float32 [A]
        Variance along each axis.
    low, high : ndarray of float32 [A]
        2nd and 98th percentile of the notes' projections onto each axis, relative to the mean.
    labels : tuple of str [A]
        What each axis does to the sound.
    effects : dict of str to Effect
        What the axes do to each descriptor.
    """

    mean: Floats
    axes: Floats
    variance: Floats
    low: Floats
    high: Floats
    labels: tuple[str, ...]
    effects: dict[str, Effect]

    def __post_init__(self) -> None:
        freeze(self, "principal.", np.float32, mean=[None])
        dimension = self.mean.shape[0]
        freeze(self, "principal.", np.float32, axes=[None, dimension])
        count = self.axes.shape[0]
        check(1 <= count <= dimension, f"principal.axes has {count} axes; it must have 1 to {dimension}")
        freeze(self, "principal.", np.float32, variance=[count], low=[count], high=[count])
        check(
            np.allclose(np.linalg.norm(self.axes.astype(np.float64), axis=1), 1.0, atol=1e-3),
            "principal.axes must be unit vectors",
        )
        check((self.variance >= 0.0).all(), "principal.variance must not be negative")
        check((self.low <= self.high).all(), "principal.low must not exceed principal.high")
        check(len(self.labels) == count, f"principal.labels has {len(self.labels)} texts; it must have {count}")
        for label in self.labels:
            check_label(label, "a label of principal.labels")
        for name, effect in self.effects.items():
            where = f"principal.effects.{fields.shown(name)}."
            freeze(effect, where, np.float64, strength=[count], linearity=[count])
            within = (effect.linearity >= 0.0) & (effect.linearity <= 1.0)
            check(within.all(), f"{where}linearity must lie in 0 to 1")

    @property
    def names(self) -> tuple[str, ...]:
        """What the axes are called on sliders [A]: number and label, as two axes may change the same most of all."""
        numbered = enumerate(self.labels, 1)
        return tuple(label if label == f"axis {number}" else f"{number} {label}" for number, label in numbered)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Points:
    """The analysed notes as points of the space, for maps, and a few notes in time.

    Attributes
    ----------
    latent : ndarray of float32 [N, D]
        One point per note.
    pitch : ndarray of float32 [N]
        MIDI note.
    label : ndarray of int16 [N]
        Index into the space's anchors.
    paths : dict of str to ndarray of float32 [T, D + 1]
        Encoded notes by name, one row per frame of the transform; the last column is the gain (linear, ≥ 0).
    """

    latent: Floats
    pitch: Floats
    label: NDArray[np.int16]
    paths: dict[str, Floats]

    def __post_init__(self) -> None:
        freeze(self, "points.", np.float32, latent=[None, None])
        count, dimension = self.latent.shape
        freeze(self, "points.", np.float32, pitch=[count])
        freeze(self, "points.", np.int16, label=[count])
        in_range = (self.pitch >= _LOWEST_PITCH) & (self.pitch <= _HIGHEST_PITCH)
        check(in_range.all(), "points.pitch must lie in 0 to 127")
        paths = {}
        for name, path in sorted(self.paths.items()):
            check_label(name, "a path's name")
            check("/" not in name, f"a path's name is {name!r}; it must not hold a slash")
            paths[name] = _frozen(path, np.float32, [None, dimension + 1], f"path {name!r}")
            check(len(path) > 0 and (paths[name][:, -1] >= 0.0).all(), f"path {name!r} is empty or has a negative gain")
        object.__setattr__(self, "paths", paths)
