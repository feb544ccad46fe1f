"""Griffin-Lim and its faster forms on any transform: sound of frames that are all known, by iterations.

Frames of any number are made in pieces (`render_frames`): what was made before stands in every iteration.
"""

from typing import Any, Final, Protocol

import numpy as np
import scipy.fft
from numba import njit
from numpy.typing import NDArray

from rt_timbre.errors import TransformError
from rt_timbre.phase.gradient import gradient_phases
from rt_timbre.space_parts import NSGT_KINDS, Transform
from rt_timbre.transforms import FrameTransform, transform_of
from rt_timbre.transforms.nsgt import NSGT
from rt_timbre.transforms.stft import DCT

_FAINTEST: Final = np.float32(1e-18)  # relative to the loudest: coefficients below have no phase
_MOMENTUM: Final = 0.99
_PLAIN: Final = 0.1  # of the iterations of ADMM: the last, which are plain Griffin-Lim
_PIECE: Final = 12.0  # seconds that are made at once
_AROUND: Final = 1.5  # seconds before and after a piece, as long as the lowest bands' responses
_SILENCE: Final = 1.0  # seconds after the end of an NSGT's frames, so that nothing wraps round
_Floats = NDArray[np.float32]
_Doubles = NDArray[np.float64]
_Complex = NDArray[np.complex64]


class Start(Protocol):
    """Gives phases that iterations start from."""

    def __call__(self, transform: Any, frames: _Floats, /) -> _Doubles:
        """Return phases [K, T] in radians for the coefficients of a transform whose frames are `frames` [T, K]."""
        ...


class Method(Protocol):
    """Makes the sound of frames from given phases; `fast_griffin_lim` or `admm_griffin_lim`."""

    def __call__(
        self,
        transform: FrameTransform,
        frames: _Floats,
        /,
        *,
        start: _Doubles,
        iterations: int,
        past: _Floats | None = None,
    ) -> _Floats:
        """Return the sound [T · hop]."""
        ...


def griffin_lim(transform: FrameTransform, frames: _Floats, *, iterations: int = 100, seed: int = 0) -> _Floats:
    """Return the sound of frames by Griffin-Lim, from random phases.

    Griffin and Lim, IEEE Transactions on Acoustics, Speech, and Signal Processing 32, 1984, eq. 13; so as Esling,
    Chemla-Romeu-Santos and Bitton, DAFx 2018, have it.

    Parameters
    ----------
    transform : FrameTransform
        What the frames are of.
    frames : ndarray of float32 [T, K]
        Linear amplitudes ≥ 0; of an NSGT as many as it has columns.
    iterations : int
        Number of iterations ≥ 0.
    seed : int
        Seed of the phases.

    Returns
    -------
    ndarray of float32 [T · hop]
        The sound.

    Raises
    ------
    TransformError
        If the frames are not the transform's.
    """
    return fast_griffin_lim(
        transform, frames, iterations=iterations, momentum=0.0, start=random_phases(transform, frames, seed=seed)
    )


def fast_griffin_lim(
    transform: FrameTransform,
    frames: _Floats,
    *,
    start: _Doubles,
    iterations: int = 100,
    momentum: float = _MOMENTUM,
    past: _Floats | None = None,
) -> _Floats:
    """Return the sound of frames by fast Griffin-Lim, from given phases.

    Each step goes on beyond the consistent coefficients t in the direction in which they moved, t + α (t − t before);
    α is on complex coefficients, never on angles (Perraudin, Balazs and Søndergaard, WASPAA 2013, algorithm 2).

    Parameters
    ----------
    transform : FrameTransform
        What the frames are of.
    frames : ndarray of float32 [T, K]
        Linear amplitudes ≥ 0; of an NSGT as many as it has columns.
    start : ndarray of float64 [K, T]
        Phases in radians that the iterations start from; see `gradient_phases` and `random_phases`.
    iterations : int
        Number of iterations ≥ 0.
    momentum : float
        α ≥ 0; with 0 this is Griffin-Lim.
    past : ndarray of float32 [n], optional
        The first samples, where they are known: they stand in every iteration.

    Returns
    -------
    ndarray of float32 [T · hop]
        The sound.

    Raises
    ------
    TransformError
        If the frames or phases are not the transform's.
    """
    problem = _Problem(transform, frames, past)
    coefficients = problem.polar(start)
    last: _Complex | None = None
    for _ in range(iterations):
        moved = problem.consistent(coefficients)
        _impose(moved, moved if last is None else last, np.float32(momentum), problem.target, coefficients)
        last = moved
    return problem.sound(coefficients)


def admm_griffin_lim(
    transform: FrameTransform,
    frames: _Floats,
    *,
    start: _Doubles,
    iterations: int = 100,
    past: _Floats | None = None,
) -> _Floats:
    """Return the sound of frames by the alternating direction method of multipliers, from given phases.

    Masuyama, Yatabe and Oikawa, IEEE Signal Processing Letters 26, 2019, with an infinite weight on consistency: it
    leaves the poor minima in which fast Griffin-Lim stays. It wanders around the best it can find, so its last tenth
    of iterations are Griffin-Lim's. Parameters, result and exceptions as of `fast_griffin_lim`.
    """
    problem = _Problem(transform, frames, past)
    coefficients = problem.polar(start)
    consistent = problem.consistent(coefficients)
    distance = np.zeros_like(coefficients)  # the scaled dual variable
    plain = round(_PLAIN * iterations)
    for _ in range(iterations - plain):
        consistent -= distance
        _impose(consistent, consistent, np.float32(0.0), problem.target, coefficients)
        distance += coefficients
        consistent = problem.consistent(distance)
        distance -= consistent
    for _ in range(plain):
        _impose(consistent, consistent, np.float32(0.0), problem.target, coefficients)
        consistent = problem.consistent(coefficients)
    _impose(consistent, consistent, np.float32(0.0), problem.target, coefficients)
    return problem.sound(coefficients)


class _Problem:
    """Frames, scaled to their loudest, that coefficients shall have the magnitudes of; samples that are known."""

    def __init__(self, transform: FrameTransform, frames: _Floats, past: _Floats | None) -> None:
        if frames.shape[1] != transform.centres.size:
            raise TransformError(
                f"the frames have {frames.shape[1]} bands, this transform has {transform.centres.size}"
            )
        self._transform = transform
        self._real = isinstance(transform, DCT)
        self._level = float(frames.max(initial=0.0)) or 1.0
        self._past = np.zeros(0, np.float32) if past is None else (past / self._level).astype(np.float32)
        scale = 1.0 / (self._level * transform.amplitude_scale)
        self.target = np.ascontiguousarray(frames.T.astype(np.float64) * scale, np.float32)

    def polar(self, phases: _Doubles) -> _Complex:
        """Return coefficients of these phases."""
        if phases.shape != self.target.shape:
            raise TransformError(f"the phases have the shape {phases.shape}, they must have {self.target.shape}")
        turned = np.where(np.cos(phases) < 0.0, -1.0, 1.0) if self._real else np.exp(1j * phases)
        return (self.target * turned).astype(np.complex64)

    def consistent(self, coefficients: _Complex) -> _Complex:
        """Return the coefficients of the sound of coefficients, with its past as it is known."""
        return np.ascontiguousarray(self._transform.forward(self._samples(coefficients)), np.complex64)

    def sound(self, coefficients: _Complex) -> _Floats:
        """Return the sound of coefficients at its own level."""
        return (self._samples(coefficients) * self._level).astype(np.float32)

    def _samples(self, coefficients: _Complex) -> _Floats:
        samples = self._transform.inverse(coefficients.real if self._real else coefficients)
        samples[: self._past.size] = self._past
        return np.asarray(samples, np.float32)


def random_phases(transform: FrameTransform, frames: _Floats, *, seed: int = 0) -> _Doubles:
    """Return random phases [K, T] in radians for frames [T, K] of any transform."""
    phases: _Doubles = np.random.default_rng(seed).uniform(0.0, 2.0 * np.pi, frames.shape[::-1])
    return phases


def render_frames(
    declaration: Transform,
    frames: _Floats,
    *,
    start: Start | None = None,
    iterations: int = 100,
    method: Method | None = None,
) -> _Floats:
    """Return the sound of any number of frames.

    More than 12 seconds are made in pieces: 1.5 seconds before each stand as they are, 1.5 seconds after it are made
    anew with the next, which goes on from their phases.

    Parameters
    ----------
    declaration : Transform
        What the frames are of.
    frames : ndarray of float32 [T, K]
        Linear amplitudes ≥ 0.
    start : callable, optional
        Gives the phases that the iterations start from. If not given `gradient_phases` for an NSGT, and
        `random_phases` for the others.
    iterations : int
        Number of iterations ≥ 0.
    method : callable, optional
        `fast_griffin_lim` if not given.

    Returns
    -------
    ndarray of float32 [T · hop]
        The sound.

    Raises
    ------
    TransformError
        If the frames are not the transform's.
    """
    gabor = declaration.kind in NSGT_KINDS
    start = start or (gradient_phases if gabor else random_phases)
    method = method or fast_griffin_lim
    hop = declaration.hop
    piece, around = (max(1, round(seconds * declaration.rate / hop)) for seconds in (_PIECE, _AROUND))
    sound = np.zeros(frames.shape[0] * hop, np.float32)
    for begin in range(0, frames.shape[0], piece):
        first = max(0, begin - around)
        part = np.ascontiguousarray(frames[first : begin + piece + around], np.float32)
        made = sound[first * hop : (first + part.shape[0]) * hop]
        transform: FrameTransform
        if gabor:
            transform = fitting(declaration, part.shape[0])
            part = np.pad(part, ((0, transform.columns - part.shape[0]), (0, 0)))
        else:
            transform = transform_of(declaration)
        phases = start(transform, part)
        if begin > 0:
            known = np.pad(made, (0, part.shape[0] * hop - made.size))
            phases = carried_on(phases, np.angle(transform.forward(known)), begin - first + around // 2)
        made[:] = method(
            transform, part, start=phases, iterations=iterations, past=made[: (begin - first) * hop].copy()
        )[: made.size]
    return sound


def carried_on(phases: _Doubles, before: _Floats, column: int) -> _Doubles:
    """Return the phases [K, T] `before` as far as a column, then others turned so that they go on from there."""
    column = min(column, phases.shape[1] - 1)
    turned: _Doubles = phases + (before[:, [column]] - phases[:, [column]])
    turned[:, :column] = before[:, :column]
    return turned


def fitting(declaration: Transform, count: int, silence: float = _SILENCE) -> NSGT:
    """Return the NSGT of a declaration's bands for so many frames and at least some seconds of silence after them.

    It has an even number of columns, such that FFTs are fast.
    """
    needed = (count + silence * declaration.rate / declaration.hop) / 2.0
    columns = 2 * int(scipy.fft.next_fast_len(int(np.ceil(needed)), real=True))
    return NSGT.from_bands(
        declaration.centres, declaration.half_widths, declaration.rate, columns * declaration.hop, columns
    )


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def _impose(
    moved: _Complex,
    last: _Complex,
    momentum: np.float32,
    target: _Floats,
    coefficients: _Complex,
) -> None:
    """Give what was moved, and carried on by momentum, the magnitudes of the frames."""
    for k in range(moved.shape[0]):
        for t in range(moved.shape[1]):
            real = moved[k, t].real + momentum * (moved[k, t].real - last[k, t].real)
            imaginary = moved[k, t].imag + momentum * (moved[k, t].imag - last[k, t].imag)
            magnitude = max(np.sqrt(real * real + imaginary * imaginary), _FAINTEST)
            factor = target[k, t] / magnitude
            coefficients[k, t] = complex(real * factor, imaginary * factor)
