"""The oscillator bank: every partial of the newest frame is one sinusoid."""

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

from rt_timbre.phase.oscillators import add_sinusoid
from rt_timbre.phase.partials import pair_table, peaks

_FLOOR = 1e-3  # partials 60 dB below the strongest are not played
_GATE = 1.0  # a partial goes on if it moved by less than this many half-widths
_SMOOTHING = 0.007  # s


class OscillatorBank:
    """Oscillator bank for frames of a transform whose filters are Hann windows in frequency that overlap in pairs.

    Parameters
    ----------
    centres, half_widths : ndarray of float64 [K]
        True centres and half-widths of the bands in Hz.
    rate : int
        Samples per second of the output; it need not be the rate of the analysis.
    voices : int
        Number of voices V.
    hop : int
        Greatest number of samples that one call of `process` makes.
    seed : int
        Seed of all random phases.
    smoothing : float
        Time constant in seconds of the one-pole filter on each partial's log amplitude; 0 switches it off.

    Attributes
    ----------
    latency : int
        Samples from the start of a call to the first effect of its frames: 0, for a new frame is heard from the first
        sample on.
    """

    latency = 0

    def __init__(
        self,
        centres: NDArray[np.float64],
        half_widths: NDArray[np.float64],
        *,
        rate: int,
        voices: int,
        hop: int = 128,
        seed: int = 0,
        smoothing: float = _SMOOTHING,
    ) -> None:
        self._centres = np.ascontiguousarray(centres, np.float64)
        self._half_widths = np.ascontiguousarray(half_widths, np.float64)
        self._table = pair_table(self._centres, self._half_widths)
        self._rate = float(rate)
        self._smoothing = float(smoothing)
        self._hop = hop
        bands = self._centres.shape[0]
        self._count = np.zeros(voices, np.int64)
        self._frequency = np.zeros((voices, bands))
        self._amplitude = np.zeros((voices, bands))
        self._phase = np.zeros((voices, bands))
        self._fresh = np.ones(voices, np.int8)
        self._random = np.random.default_rng(seed).integers(1, 2**63, voices, dtype=np.uint64)
        self._work = np.zeros((3, bands))
        self._links = np.zeros((3, bands), np.int64)

    def process(
        self,
        frames: NDArray[np.float32],
        scale: NDArray[np.float64],
        pitch: NDArray[np.float64],
        active: NDArray[np.int8],
        out: NDArray[np.float32],
    ) -> None:
        """Make the next n ≤ hop samples of all voices; see `PhaseMethod.process`."""
        _process(
            frames,
            scale,
            active,
            out,
            self._centres,
            self._half_widths,
            self._table,
            self._rate,
            self._smoothing,
            self._count,
            self._frequency,
            self._amplitude,
            self._phase,
            self._fresh,
            self._random,
            self._work,
            self._links,
        )

    def reset(self, voice: int) -> None:
        """Forget the past of `voice`: its next frame starts at once at its full amplitude."""
        self._count[voice] = 0
        self._fresh[voice] = 1

    def warm(self) -> None:
        """Compile everything that `process` needs; leaves no trace in the sound."""
        bank = OscillatorBank(self._centres, self._half_widths, rate=int(self._rate), voices=1, hop=self._hop)
        frame = np.ones((1, self._centres.shape[0]), np.float32)
        bank.process(frame, np.ones(1), np.zeros(1), np.ones(1, np.int8), np.zeros((1, self._hop), np.float32))


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def _process(
    frames: NDArray[np.float32],
    scale: NDArray[np.float64],
    active: NDArray[np.int8],
    out: NDArray[np.float32],
    centres: NDArray[np.float64],
    half_widths: NDArray[np.float64],
    table: NDArray[np.float64],
    rate: float,
    smoothing: float,
    counts: NDArray[np.int64],
    frequencies: NDArray[np.float64],
    amplitudes: NDArray[np.float64],
    phases: NDArray[np.float64],
    fresh: NDArray[np.int8],
    random: NDArray[np.uint64],
    work: NDArray[np.float64],
    links: NDArray[np.int64],
) -> None:
    samples = out.shape[1]
    keep = math.exp(-samples / (rate * smoothing)) if smoothing > 0.0 else 0.0
    new_frequency, new_amplitude, new_phase = work[0], work[1], work[2]
    band, follows, continued = links[0], links[1], links[2]
    nyquist = 0.5 * rate
    for v in range(frames.shape[0]):
        sound = out[v]
        for i in range(samples):
            sound[i] = np.float32(0.0)
        if active[v] == 0:
            continue
        count = peaks(frames[v], _FLOOR, centres, half_widths, table, new_frequency, new_amplitude, band)
        for i in range(count):
            new_frequency[i] *= scale[v]
            room = (nyquist - new_frequency[i]) / (0.05 * nyquist)
            new_amplitude[i] *= min(1.0, max(0.0, room))
        old = counts[v]
        old_frequency, old_amplitude, old_phase = frequencies[v], amplitudes[v], phases[v]
        _match(new_frequency, count, band, old_frequency, old, half_widths, scale[v], follows, continued)
        for q in range(old):
            if continued[q] < 0:
                step = old_frequency[q] / rate
                add_sinusoid(sound, old_phase[q], step, step, old_amplitude[q], 0.0)
        for i in range(count):
            q = follows[i]
            step = new_frequency[i] / rate
            if q >= 0:
                target = new_amplitude[i]
                if target > 0.0 and old_amplitude[q] > 0.0:
                    target *= math.exp(keep * math.log(old_amplitude[q] / target))
                new_amplitude[i] = target
                new_phase[i] = add_sinusoid(
                    sound, old_phase[q], old_frequency[q] / rate, step, old_amplitude[q], target
                )
            else:
                random[v] = random[v] * np.uint64(6364136223846793005) + np.uint64(1442695040888963407)
                start = float(random[v] >> np.uint64(40)) / 16777216.0
                level = new_amplitude[i] if fresh[v] else 0.0
                new_phase[i] = add_sinusoid(sound, start, step, step, level, new_amplitude[i])
        for i in range(count):
            old_frequency[i], old_amplitude[i], old_phase[i] = new_frequency[i], new_amplitude[i], new_phase[i]
        counts[v] = count
        fresh[v] = 0


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def _match(
    new: NDArray[np.float64],
    count: int,
    band: NDArray[np.int64],
    old: NDArray[np.float64],
    old_count: int,
    half_widths: NDArray[np.float64],
    scale: float,
    follows: NDArray[np.int64],
    continued: NDArray[np.int64],
) -> None:
    """Link each new partial to the old one nearest in frequency, if that one has none nearer."""
    for q in range(old_count):
        continued[q] = -1
    q = 0
    for i in range(count):
        follows[i] = -1
        if old_count == 0:
            continue
        while q + 1 < old_count and abs(old[q + 1] - new[i]) <= abs(old[q] - new[i]):
            q += 1
        distance = abs(old[q] - new[i])
        if distance < _GATE * scale * half_widths[band[i]]:
            rival = continued[q]
            if rival < 0 or abs(new[rival] - old[q]) > distance:
                if rival >= 0:
                    follows[rival] = -1
                continued[q] = i
                follows[i] = q
