"""Frames of a non-stationary Gabor transform played live: its inverse on a window that slides along with them.

The window is a circle: sample n of the sound lies at n modulo its length W, and so does column t of the transform at
t modulo M. Nothing ever moves; what was made longest ago gives place to what comes next. Behind the newest frame lie
the frames known and the samples already given out, ahead of it the newest frame held, which decays before the oldest
samples begin. Sound is given out once `look_ahead` more frames are known, because the bands' responses reach far.

`FilterbankPGHI` takes the phases as `PhaseGradient` gives them. `BlockGriffinLim` makes them consistent by fast
Griffin-Lim (Perraudin, Balazs and Søndergaard, WASPAA 2013), in blocks of frames: new frames are taken all at once, so
that the momentum sees only what the iterations change, which are spread evenly over the calls of the block. Samples
given out stand in every iteration, as in RTISI (Zhu, Beauregard and Wyse, IEEE Transactions on Audio, Speech and
Language Processing 15, 2007); the magnitudes ahead of the newest frame are free after the first. A frame that is held
but never was a steady sound, such as one cut out of a vibrato, would be met best by sound that wobbles (held notes had
10 to 20 % of amplitude modulation): while frames stand still, phases are only integrated.
"""

import math
from typing import Final

import numpy as np
from numba import njit
from numpy.typing import NDArray

from rt_timbre.phase.gradient import PhaseGradient
from rt_timbre.space_parts import Transform
from rt_timbre.transforms.sliding import SlidingNSGT

_SECONDS: Final = 0.74  # of the window, at least
_AHEAD: Final = 0.45  # of the window: beyond the newest frame
_HELD: Final = 0.5  # of that: where the newest frame begins to decay
_BLOCK: Final = 0.0232  # seconds: frames taken at once
_LEAST: Final = 0.0235  # seconds of look-ahead; six times as much brings 0.6 dB
_LOOK_AHEAD: Final = 0.139  # seconds, at most
_STILL: Final = 1e-3  # of the loudest band: frames of a block that change less stand still
_MOMENTUM: Final = 0.9
_LOUDEST: Final = np.float32(1e15)  # louder frames are cut off, so that squares of coefficients stay finite
_FAINTEST: Final = np.float32(1e-18)  # coefficients below have no phase
_TURN: Final = 2.0 * math.pi
_Floats = NDArray[np.float32]
_Doubles = NDArray[np.float64]
_Complex = NDArray[np.complex64]


class _Voice:
    """One voice on its window."""

    def __init__(
        self,
        transform: SlidingNSGT,
        gradient: PhaseGradient,
        declaration: Transform,
        *,
        block: int,
        rhythm: int,
        offset: int,
        iterations: int,
        look_ahead: int,
        start: _Doubles,
    ) -> None:
        self._transform, self._gradient = transform, gradient
        self._hop, self._centres = declaration.hop, declaration.centres
        self._block, self._offset, self._look_ahead = block, offset, look_ahead
        self._iterations, self._rhythm = iterations, rhythm
        self._start = start
        self._ahead = int(_AHEAD * transform.columns)
        fall = np.clip((np.arange(self._ahead + 1) / self._ahead - _HELD) / (1.0 - _HELD), 0.0, 1.0)
        self._decay = (0.5 + 0.5 * np.cos(math.pi * fall)).astype(np.float32)
        self._given = np.zeros(transform.length, np.float32)
        self._targets = [np.zeros(part.shape, np.float32) for part in transform.zeros()]
        bands = declaration.bands
        self._waiting = np.zeros((block, bands), np.float32)
        self._before = np.zeros((2, bands), np.float32)
        self._phases, self._kept, self._frequencies = np.zeros(bands), np.zeros(bands), np.zeros(bands)
        self.reset()

    def reset(self) -> None:
        """Forget everything."""
        self._time = 0  # frames heard of, the newest of them included
        self._newest = -1  # the newest frame that is taken
        self._silent = 0  # frames of silence, one after another
        self._still = False  # whether the frames taken last do not change
        self._moved = False  # whether an iteration was made since frames were taken
        self._coefficients = self._transform.zeros()
        self._last = self._transform.zeros()  # before the momentum
        self._samples = np.zeros(self._transform.length, np.float32)
        self._given[:] = 0.0
        for target in self._targets:
            target[:] = 0.0
        self._before[:] = 0.0
        self._phases[:] = self._start
        self._kept[:] = self._start
        self._frequencies[:] = self._centres

    def advance(self, frame: _Floats, out: _Floats) -> None:
        """Take one more frame [K], make one more hop of samples."""
        transform = self._transform
        self._silent = 0 if frame.any() else self._silent + 1
        if self._silent > (transform.columns + self._look_ahead if self._time else 0):
            if self._time:
                self.reset()
            out[:] = 0.0
            return
        self._waiting[self._time - self._newest - 1] = frame
        if (self._time + self._offset) % self._block == 0:
            self._take()
        place = (self._time + self._offset) % self._rhythm
        due = (place + 1) * self._iterations // self._rhythm - place * self._iterations // self._rhythm
        for _ in range(0 if self._still else due):
            self._iterate()
        begin = (self._time - self._look_ahead) * self._hop % transform.length
        sound = self._samples[begin : begin + self._hop]
        out[:] = sound
        self._given[begin : begin + self._hop] = sound
        self._time += 1

    def _take(self) -> None:
        """Lay the frames that wait, and what is beyond them, on the window."""
        transform, phases = self._transform, self._phases
        parts = list(zip(transform.groups, self._coefficients, self._targets, strict=True))
        columns, scale = transform.columns, 1.0 / transform.scale
        for group, part, _ in parts:
            _recall(part, group.members, group.stride, transform.carriers, self._newest, columns, self._kept, phases)
        waiting = self._waiting[: self._time - self._newest]
        change = np.abs(waiting - np.concatenate([self._before[1:], waiting[:-1]])).max()
        self._still = bool(change <= _STILL * waiting.max())
        for frame in waiting:
            self._newest += 1
            self._gradient.advance(frame, self._before, phases, self._frequencies)
            for group, part, target in parts:
                if self._newest % group.stride == 0:
                    _lay(
                        frame,
                        scale,
                        phases,
                        group.members,
                        transform.carriers,
                        self._newest,
                        columns,
                        target[:, self._newest // group.stride % group.columns],
                        part[:, self._newest // group.stride % group.columns],
                        self._kept,
                    )
        for group, part, _ in parts:
            _hold(
                frame,
                scale,
                phases,
                self._frequencies * self._gradient.step,
                group.members,
                group.stride,
                transform.carriers,
                self._newest,
                columns,
                self._decay,
                part,
            )
        self._samples = transform.inverse(self._coefficients)
        self._moved = False

    def _iterate(self) -> None:
        transform = self._transform
        oldest = self._newest + self._ahead + 1 - transform.columns
        first = oldest * self._hop % transform.length
        beyond = (self._time - self._look_ahead) * self._hop % transform.length
        for part in (slice(first, beyond),) if first < beyond else (slice(first, None), slice(0, beyond)):
            self._samples[part] = self._given[part]
        moved = transform.forward(self._samples)
        for i, group in enumerate(transform.groups):
            _impose(
                moved[i],
                self._last[i],
                np.float32(_MOMENTUM if self._moved else 0.0),
                self._targets[i],
                group.stride,
                self._newest,
                transform.columns,
                self._ahead,
                self._coefficients[i],
            )
        self._last = moved
        self._moved = True
        self._samples = transform.inverse(self._coefficients)


class _Sliding:
    """Voices on sliding windows; see `FrameMethod`."""

    def __init__(
        self, declaration: Transform, voices: int, seed: int, *, block: int, iterations: int, look_ahead: int
    ) -> None:
        rhythm, block = block, min(block, look_ahead + 1)  # nothing is given out before it is taken
        self.hop = declaration.hop
        self.latency = look_ahead * declaration.hop
        self._frame = np.zeros(declaration.bands, np.float32)
        transform = SlidingNSGT(declaration, _SECONDS)
        most = transform.columns // 4  # of the frames that are known: the rest is past, which the next must go on from
        if not 0 <= look_ahead <= most:
            raise ValueError(f"look_ahead is {look_ahead} frames, it must be 0 to {most}")
        step = declaration.hop / declaration.rate
        gradient = PhaseGradient(declaration.centres, declaration.half_widths, step)
        # Voices that start together do not take their blocks together.
        self._voices = [
            _Voice(
                transform,
                gradient,
                declaration,
                block=block,
                rhythm=rhythm,
                offset=voice % rhythm,
                iterations=iterations,
                look_ahead=look_ahead,
                start=np.random.default_rng([seed, voice]).uniform(0.0, _TURN, declaration.bands),
            )
            for voice in range(voices + 1)
        ]
        self._spare = self._voices.pop()
        self._block = block

    def process(self, frames: _Floats, active: NDArray[np.int8], out: _Floats) -> None:
        """Take one more frame of each active voice; see `FrameMethod.process`."""
        for voice, state in enumerate(self._voices):
            if active[voice]:
                np.minimum(frames[voice], _LOUDEST, out=self._frame)
                state.advance(self._frame, out[voice])
            else:
                out[voice] = 0.0

    def reset(self, voice: int) -> None:
        """Forget the past of `voice`: its next frame starts a new sound."""
        self._voices[voice].reset()

    def warm(self) -> None:
        """Compile everything that `process` needs; leaves no trace in the sound."""
        self._frame[:] = 1.0
        out = np.zeros(self.hop, np.float32)
        for _ in range(self._block + 1):
            self._spare.advance(self._frame, out)
        self._spare.reset()


class FilterbankPGHI(_Sliding):
    """Phase-gradient heap integration on the bands, played through the dual frame; no iterations.

    Parameters
    ----------
    declaration : Transform
        Of an NSGT kind.
    voices : int
        Number of voices V.
    look_ahead : int, optional
        Frames known beyond the samples given out; as many as 23 ms hold if not given.
    seed : int
        Seed of the phases that sounds start from.

    Raises
    ------
    ValueError
        If `look_ahead` is negative or more than a quarter of the window.
    """

    def __init__(self, declaration: Transform, *, voices: int, look_ahead: int | None = None, seed: int = 0) -> None:
        frames = _frames_in(_LEAST, declaration) if look_ahead is None else look_ahead
        block = max(1, _frames_in(0.5 * _BLOCK, declaration))
        super().__init__(declaration, voices, seed, block=block, iterations=0, look_ahead=frames)


class BlockGriffinLim(_Sliding):
    """Fast Griffin-Lim on blocks of frames, started by phase-gradient heap integration.

    Parameters
    ----------
    declaration : Transform
        Of an NSGT kind.
    voices : int
        Number of voices V.
    iterations : int
        Iterations for each block of 23 ms; all those within the look-ahead change a sample.
    look_ahead : int, optional
        Frames known beyond the samples given out; as many as 139 ms hold if not given.
    seed : int
        Seed of the phases that sounds start from.

    Raises
    ------
    ValueError
        If `look_ahead` is negative or more than a quarter of the window.
    """

    def __init__(
        self, declaration: Transform, *, voices: int, iterations: int = 8, look_ahead: int | None = None, seed: int = 0
    ) -> None:
        frames = _frames_in(_LOOK_AHEAD, declaration) if look_ahead is None else look_ahead
        block = max(1, _frames_in(_BLOCK, declaration))
        super().__init__(declaration, voices, seed, block=block, iterations=iterations, look_ahead=frames)


def _frames_in(seconds: float, declaration: Transform) -> int:
    return int(seconds * declaration.rate / declaration.hop)


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def _recall(
    coefficients: _Complex,
    members: NDArray[np.int64],
    stride: int,
    carriers: NDArray[np.int64],
    newest: int,
    columns: int,
    kept: _Doubles,
    phases: _Doubles,
) -> None:
    """Turn the phases of bands by as much as iterations have turned their last columns since those were laid."""
    if newest < 0:
        return
    last = newest // stride
    column = last % coefficients.shape[1]
    for row in range(members.shape[0]):
        value = coefficients[row, column]
        if value.real == 0.0 and value.imag == 0.0:
            continue
        k = members[row]
        turns = (carriers[k] * (last * stride)) % columns * (_TURN / columns)
        turned = math.atan2(value.imag, value.real) + turns - kept[k]
        phases[k] += turned
        kept[k] += turned


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def _lay(
    frame: _Floats,
    scale: float,
    phases: _Doubles,
    members: NDArray[np.int64],
    carriers: NDArray[np.int64],
    newest: int,
    columns: int,
    target: _Floats,
    coefficients: _Complex,
    kept: _Doubles,
) -> None:
    """Fill in the column of a frame, and remember the phases that it was given."""
    for row in range(members.shape[0]):
        k = members[row]
        angle = phases[k] - (carriers[k] * newest) % columns * (_TURN / columns)
        target[row] = frame[k] * scale
        coefficients[row] = complex(target[row] * math.cos(angle), target[row] * math.sin(angle))
        kept[k] = phases[k]


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def _hold(
    frame: _Floats,
    scale: float,
    phases: _Doubles,
    turns: _Doubles,
    members: NDArray[np.int64],
    stride: int,
    carriers: NDArray[np.int64],
    newest: int,
    columns: int,
    decay: _Floats,
    coefficients: _Complex,
) -> None:
    """Fill in the columns ahead: the newest frame goes on at its frequencies, `turns` per hop, and decays."""
    ahead = decay.shape[0] - 1
    first = newest // stride + 1
    for row in range(members.shape[0]):
        k = members[row]
        amplitude = np.float64(frame[k]) * scale
        wait = first * stride - newest
        carrier = carriers[k] / columns
        angle = phases[k] + _TURN * (turns[k] * wait - ((carriers[k] * (first * stride)) % columns) / columns)
        value = complex(math.cos(angle), math.sin(angle))
        angle = _TURN * (turns[k] - carrier) * stride
        turn = complex(math.cos(angle), math.sin(angle))
        column = first % coefficients.shape[1]
        while wait <= ahead:
            coefficients[row, column] = value * (amplitude * decay[wait])
            value *= turn
            wait += stride
            column = column + 1 if column + 1 < coefficients.shape[1] else 0


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def _impose(
    moved: _Complex,
    last: _Complex,
    momentum: np.float32,
    targets: _Floats,
    stride: int,
    newest: int,
    columns: int,
    ahead: int,
    coefficients: _Complex,
) -> None:
    """Give what was moved, and carried on by momentum, the magnitudes of the frames that are known."""
    count = moved.shape[1]
    known = np.empty(count, np.float32)
    for i in range(count):
        known[i] = 1.0 if (newest - i * stride) % columns < columns - ahead else 0.0
    for row in range(moved.shape[0]):
        for i in range(count):
            here = moved[row, i]
            there = last[row, i]
            real = here.real + momentum * (here.real - there.real)
            imaginary = here.imag + momentum * (here.imag - there.imag)
            magnitude = max(math.sqrt(real * real + imaginary * imaginary), _FAINTEST)
            factor = known[i] * (targets[row, i] / magnitude) + (np.float32(1.0) - known[i])
            coefficients[row, i] = complex(real * factor, imaginary * factor)
