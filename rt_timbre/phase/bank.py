"""The oscillator bank: every partial of the newest frame is one sinusoid, and what is no partial is noise."""

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

from rt_timbre.phase.harmonics import find_fundamental, settle
from rt_timbre.phase.noise import GROUP, add_noise, draw, group_table
from rt_timbre.phase.oscillators import add_sinusoid
from rt_timbre.phase.partials import pair_table, peaks
from rt_timbre.phase.reading import FLOOR, is_same, read_frame

_GATE = 1.0  # a partial goes on if it moved by less than this many half-widths
_STEP = 1.125  # greatest ratio, a whole tone, of a glide in one hop; a greater one is a new note
_SMOOTHING = 0.007  # s
_TONALITY_SMOOTHING = 0.03  # s: a partial does not flicker between tone and noise
_NO_TONE = 1e-3  # tonality that counts as none
_MOST_PARTIALS = 1024  # of a voice: harmonics of 27 Hz up to 22 kHz


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

    Notes
    -----
    Three things are decided anew in each hop. *Tonality*: each peak of the frame is a partial or noise, by how empty
    the bands beside it are (see `partials`); a peak at a multiple of the fundamental gets the benefit of the doubt.
    *Lock*: with the pitch given, or a fundamental found, harmonics that the bands cannot tell apart are put at its
    multiples (see `harmonics`), and the whole frame is tuned to the pitch given. *Noise*: the power that the partials
    do not explain is played by wandering oscillators (see `noise`). All of this is read off the frame (see `reading`)
    only when it is another than in the last hop; what was read is kept.

    Attributes
    ----------
    latency : int
        Half a hop: a new frame is heard from the first sample on, and half of a new amplitude is reached after half of
        the call's samples without smoothing (1.5 ms for 128 at 44.1 kHz), half of its decibels after about 5 ms with a
        time constant of 7 ms; a new partial, and any change of frequency, is not smoothed.
    """

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
        self.latency = hop // 2
        bands = self._centres.shape[0]
        most = max(bands, _MOST_PARTIALS)
        self._count = np.zeros(voices, np.int64)
        self._frequency = np.zeros((voices, most))
        self._amplitude = np.zeros((voices, most))
        self._phase = np.zeros((voices, most))
        self._tonality = np.zeros((voices, most))
        self._groups = group_table(self._centres, self._half_widths)
        self._noise = np.zeros((3, voices, self._groups.shape[1]))  # phases, steps, levels
        self._played = np.zeros(voices)  # fundamental of the last hop in Hz of the output; its scale where not known
        self._found = np.zeros((voices, 3))  # fundamental where none is given, see `settle`
        self._fresh = np.ones(voices, np.int8)
        self._random = np.random.default_rng(seed).integers(1, 2**63, voices, dtype=np.uint64)
        # What was read off the frame of the last hop: partials, their bands, the power of the noise, read in whole
        # groups; the frame itself, and pitch, fundamental seen, fundamental, floor and tuning.
        self._read = np.zeros((voices, 3, most))
        self._bands = np.zeros((voices, most), np.int64)
        self._left = np.zeros((voices, bands + GROUP))
        self._heard = np.zeros((voices, bands), np.float32)
        self._basis = np.zeros((voices, 5))
        self._shown = np.zeros(voices, np.int64)  # number of partials
        self._work = np.zeros((4, most))
        self._links = np.zeros((2, most), np.int64)
        self._room = np.zeros((2, bands + 1))

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
            pitch,
            active,
            out,
            self._centres,
            self._half_widths,
            self._table,
            self._groups,
            self._rate,
            self._smoothing,
            self._count,
            self._frequency,
            self._amplitude,
            self._phase,
            self._tonality,
            self._noise,
            self._played,
            self._found,
            self._fresh,
            self._random,
            self._read,
            self._bands,
            self._left,
            self._heard,
            self._basis,
            self._shown,
            self._work,
            self._links,
            self._room,
        )

    def reset(self, voice: int) -> None:
        """Forget the past of `voice`: its next frame starts at once at its full amplitude."""
        self._count[voice] = 0
        self._noise[2, voice] = 0.0
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
    pitch: NDArray[np.float64],
    active: NDArray[np.int8],
    out: NDArray[np.float32],
    centres: NDArray[np.float64],
    half_widths: NDArray[np.float64],
    table: NDArray[np.float64],
    groups: NDArray[np.float64],
    rate: float,
    smoothing: float,
    counts: NDArray[np.int64],
    frequencies: NDArray[np.float64],
    amplitudes: NDArray[np.float64],
    phases: NDArray[np.float64],
    tonalities: NDArray[np.float64],
    noise: NDArray[np.float64],
    played: NDArray[np.float64],
    found: NDArray[np.float64],
    fresh: NDArray[np.int8],
    random: NDArray[np.uint64],
    read: NDArray[np.float64],
    band_of: NDArray[np.int64],
    left: NDArray[np.float64],
    heard: NDArray[np.float32],
    basis: NDArray[np.float64],
    shown: NDArray[np.int64],
    work: NDArray[np.float64],
    links: NDArray[np.int64],
    room: NDArray[np.float64],
) -> None:
    samples = out.shape[1]
    keep = math.exp(-samples / (rate * smoothing)) if smoothing > 0.0 else 0.0
    keep_tonality = math.exp(-samples / (rate * _TONALITY_SMOOTHING))
    new_frequency, new_amplitude, new_phase, new_tonality = work[0], work[1], work[2], work[3]
    doubt = new_phase  # is read before there are phases
    follows, continued = links[0], links[1]
    nyquist, per_rate = 0.5 * rate, 1.0 / rate
    for v in range(frames.shape[0]):
        sound = out[v]
        sound[:] = np.float32(0.0)
        if active[v] == 0:
            continue
        frame, band = frames[v], band_of[v]
        frequency, amplitude, tonality = read[v, 0], read[v, 1], read[v, 2]

        stays = fresh[v] == 0 and pitch[v] == basis[v, 0] and is_same(frame, heard[v])
        count = shown[v]
        if not stays:
            count = peaks(frame, FLOOR, centres, half_widths, table, frequency, amplitude, doubt, band)
            if pitch[v] <= 0.0:
                basis[v, 1] = find_fundamental(frequency, amplitude, doubt, band, count, half_widths)
        fundamental = pitch[v]
        if fundamental <= 0.0:
            fundamental = settle(basis[v, 1], samples / rate, fresh[v] != 0, found[v])
            if stays and fundamental != basis[v, 2]:
                stays = False
                count = peaks(frame, FLOOR, centres, half_widths, table, frequency, amplitude, doubt, band)
        if not stays:
            heard[v], basis[v, 0], basis[v, 2] = frame, pitch[v], fundamental
            shown[v], basis[v, 3], basis[v, 4] = read_frame(
                frame,
                pitch[v],
                fundamental,
                fundamental == basis[v, 1],
                centres,
                half_widths,
                frequency,
                amplitude,
                tonality,
                doubt,
                band,
                count,
                left[v],
                room,
            )
        count, floor, tuning = shown[v], basis[v, 3], basis[v, 4] * scale[v]

        add_noise(
            sound,
            left[v],
            floor,
            keep,
            tuning,
            rate,
            centres,
            groups,
            noise[0, v],
            noise[1, v],
            noise[2, v],
            random,
            v,
            fresh[v] != 0,
        )

        for i in range(count):
            new_frequency[i], new_amplitude[i], new_tonality[i] = frequency[i] * tuning, amplitude[i], tonality[i]
            if new_frequency[i] > 0.95 * nyquist:
                new_amplitude[i] *= max(0.0, (nyquist - new_frequency[i]) / (0.05 * nyquist))
        old = counts[v]
        old_frequency, old_amplitude, old_phase, old_tonality = frequencies[v], amplitudes[v], phases[v], tonalities[v]
        # A glide carries all partials with it: they are sought where it has taken them.
        sought = scale[v] * (pitch[v] if pitch[v] > 0.0 else 1.0)
        glide = sought / played[v] if played[v] > 0.0 else 1.0
        if glide > _STEP or glide < 1.0 / _STEP:
            glide = 1.0
        played[v] = sought
        _match(new_frequency, count, band, old_frequency, old, glide, half_widths, tuning, follows, continued)
        for q in range(old):
            if continued[q] < 0 and old_amplitude[q] > 0.0:
                step = old_frequency[q] * per_rate
                add_sinusoid(sound, old_phase[q], step, step, old_amplitude[q], 0.0)
        for i in range(count):
            q = follows[i]
            step = new_frequency[i] * per_rate
            if q >= 0:
                new_tonality[i] += keep_tonality * (old_tonality[q] - new_tonality[i])
                if new_tonality[i] < _NO_TONE:
                    new_tonality[i] = 0.0
                target = new_amplitude[i] * math.sqrt(new_tonality[i])
                if target > 0.0 and old_amplitude[q] > 0.0:
                    target *= math.exp(keep * math.log(old_amplitude[q] / target))
                new_amplitude[i] = target
                if target > 0.0 or old_amplitude[q] > 0.0:
                    new_phase[i] = add_sinusoid(
                        sound, old_phase[q], old_frequency[q] * per_rate, step, old_amplitude[q], target
                    )
                else:
                    new_phase[i] = old_phase[q]
            else:
                new_amplitude[i] *= math.sqrt(new_tonality[i])
                new_phase[i] = draw(random, v)
                if new_amplitude[i] > 0.0:
                    level = new_amplitude[i] if fresh[v] else 0.0
                    new_phase[i] = add_sinusoid(sound, new_phase[i], step, step, level, new_amplitude[i])
        for i in range(count):
            old_frequency[i], old_amplitude[i], old_phase[i] = new_frequency[i], new_amplitude[i], new_phase[i]
            old_tonality[i] = new_tonality[i]
        counts[v] = count
        fresh[v] = 0


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def _match(
    new: NDArray[np.float64],
    count: int,
    band: NDArray[np.int64],
    old: NDArray[np.float64],
    old_count: int,
    glide: float,
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
        place = new[i] / glide
        while q + 1 < old_count and abs(old[q + 1] - place) <= abs(old[q] - place):
            q += 1
        distance = abs(old[q] - place)
        if distance < _GATE * scale * half_widths[band[i]]:
            rival = continued[q]
            if rival < 0 or abs(new[rival] / glide - old[q]) > distance:
                if rival >= 0:
                    follows[rival] = -1
                continued[q] = i
                follows[i] = q
