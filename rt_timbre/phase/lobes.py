"""Frames of one transform seen as frames of another, by way of the partials they show.

The oscillator bank reads bands that overlap in pairs, as an NSGT's do; the methods for short-time spectra read main
lobes, several bins wide. `PairView` shows the second as the first, `LobeView` the first as the second: each partial is
found and drawn anew, and what is left is noise, which keeps its power. `fold` makes a short-time spectrum of the
magnitudes of a cosine transform.
"""

import math
from typing import Final

import numpy as np
from numba import njit
from numpy.typing import NDArray

from rt_timbre.phase.partials import find_partials, pair_table, peaks, tonality_of
from rt_timbre.space_parts import WINDOWS, Transform

_POINTS: Final = 1024  # of the tables of a lobe
_FLOOR = 1e-3  # partials 60 dB below the strongest are noise
_SIDE_LOBE = 0.012  # of a stronger partial: what is weaker than that near it may be its side lobe
_SIDE_REACH = 12  # bins
_ERROR = 1.05  # a lobe is taken away with a margin: what a small error leaves must not pass for another band
_CLEAN = 0.01  # of a partial's power
_SKIRT = 4.0  # a peak this much weaker than a bin of another's main lobe belongs to that (12 dB)
_PAIR_POWER = 0.75  # mean over frequency of the sum of the squares of a partial's two bands, cos⁴ + sin⁴
_Doubles = NDArray[np.float64]


def lobe(window: str, bins: _Doubles) -> _Doubles:
    """Return the amplitudes at which a sinusoid is seen by bins at a distance, relative to its own.

    Parameters
    ----------
    window : str
        One of `rt_timbre.space_parts.WINDOWS`.
    bins : ndarray of float64
        Distances in bins of the window's own transform.

    Returns
    -------
    ndarray of float64
        1 at 0, real, negative in every second side lobe.
    """
    mean, *others = WINDOWS[window]
    result = np.sinc(bins)
    for i, term in enumerate(others, 1):
        result = result + 0.5 * term / mean * (np.sinc(bins - i) + np.sinc(bins + i))
    return result


def noise_bandwidth(window: str) -> float:
    """Return the equivalent noise bandwidth of a window in bins (Harris, Proceedings of the IEEE 66, 1978)."""
    mean, *others = WINDOWS[window]
    return 1.0 + 0.5 * sum(term * term for term in others) / (mean * mean)


def _offsets(window: str) -> _Doubles:
    """Return by the ratio 0…1 of a peak's greater neighbour to itself, at `_POINTS` points, its offset in bins."""
    offset = np.linspace(0.0, 0.5, 4 * _POINTS)
    ratio = lobe(window, 1.0 - offset) / lobe(window, offset)
    result: _Doubles = np.interp(np.linspace(0.0, 1.0, _POINTS), ratio, offset)
    return result


class PairView:
    """Frames of an STFT or DCT shown as those of bands that overlap in pairs, each as wide as the window's main lobe.

    Parameters
    ----------
    transform : Transform
        Of kind "stft" or "dct".
    voices : int
        Number of voices V.

    Attributes
    ----------
    centres, half_widths : ndarray of float64 [L]
        The bands shown, in Hz: one for every two bins (three with a Blackman window).
    """

    def __init__(self, transform: Transform, voices: int) -> None:
        self._folded = transform.kind == "dct"
        width = len(WINDOWS[transform.window])
        bin_ = transform.rate / transform.length
        bins = transform.length // 2 + 1
        count = (bins - 1) // width + 1
        self.centres: _Doubles = np.maximum(np.arange(count) * width * bin_, 0.5 * bin_)
        self.half_widths: _Doubles = np.full(count, width * bin_)
        self._width = width
        self._offsets = _offsets(transform.window)
        self._lobe: _Doubles = lobe(transform.window, np.linspace(0.0, width, _POINTS))
        # White noise must have in the bands shown the power that an NSGT's would have.
        self._noise = _PAIR_POWER * width / (0.5 * width * noise_bandwidth(transform.window))
        self._spectra = np.zeros((voices, bins), np.float32)
        self._work = np.zeros((5, bins))

    @property
    def bands(self) -> int:
        """Number of bands L that are shown."""
        return int(self.centres.size)

    def process(self, frames: NDArray[np.float32], active: NDArray[np.int8], out: NDArray[np.float32]) -> None:
        """Show the frames of the active voices.

        Parameters
        ----------
        frames : ndarray of float32 [V, K]
            Linear amplitudes ≥ 0.
        active : ndarray of int8 [V]
            0: the row of `out` is left alone.
        out : ndarray of float32 [V, L]
            Overwritten.
        """
        spectra = frames
        if self._folded:
            spectra = self._spectra
            fold(frames, spectra)
        _to_pairs(spectra, active, self._width, self._offsets, self._lobe, self._noise, self._work, out)

    def warm(self) -> None:
        """Compile what `process` needs."""
        bands = 2 * (self._spectra.shape[1] - 1) if self._folded else self._spectra.shape[1]
        frames = np.ones((self._spectra.shape[0], bands), np.float32)
        active = np.zeros(self._spectra.shape[0], np.int8)
        self.process(frames, active, np.zeros((active.size, self.bands), np.float32))


class FoldView:
    """Frames of a DCT shown as those of the STFT with the same window.

    Parameters
    ----------
    transform : Transform
        Of kind "dct".
    """

    def __init__(self, transform: Transform) -> None:
        self._bands = transform.bands

    def process(self, frames: NDArray[np.float32], active: NDArray[np.int8], out: NDArray[np.float32]) -> None:
        """Show frames [V, K] as spectra [V, K / 2 + 1]."""
        fold(frames, out)

    def warm(self) -> None:
        """Compile what `process` needs."""
        fold(np.zeros((1, self._bands), np.float32), np.zeros((1, self._bands // 2 + 1), np.float32))


class LobeView:
    """Frames of an NSGT shown as those of an STFT: exact lines where there are partials, noise elsewhere.

    Parameters
    ----------
    transform : Transform
        Of a kind of NSGT.
    window : str
        The STFT's window.
    length : int
        Samples of the window at the transform's rate.
    """

    def __init__(self, transform: Transform, window: str, length: int) -> None:
        self._centres, self._half_widths = transform.centres, transform.half_widths
        self._table = pair_table(self._centres, self._half_widths)
        self._bin = transform.rate / length
        self._width = len(WINDOWS[window])
        self._lobe: _Doubles = lobe(window, np.linspace(0.0, self._width, _POINTS))
        # Noise of one density excites a bin by 2 · bandwidth and a band by 3/2 · half-width.
        self._noise: _Doubles = 2.0 * noise_bandwidth(window) * self._bin / (1.5 * self._half_widths)
        bands = transform.bands
        self._partials = np.zeros((3, bands))
        self._band = np.zeros(bands, np.int64)
        self._explained = np.zeros(bands)
        self._bins = np.zeros(length // 2 + 1)

    def process(self, frames: NDArray[np.float32], active: NDArray[np.int8], out: NDArray[np.float32]) -> None:
        """Show frames [V, K] of the active voices as spectra [V, length / 2 + 1]."""
        _to_lobes(
            frames,
            active,
            self._centres,
            self._half_widths,
            self._table,
            self._bin,
            self._width,
            self._lobe,
            self._noise,
            self._partials,
            self._band,
            self._explained,
            self._bins,
            out,
        )

    def warm(self) -> None:
        """Compile what `process` needs."""
        frames = np.ones((1, self._centres.size), np.float32)
        self.process(frames, np.ones(1, np.int8), np.zeros((1, self._bins.size), np.float32))


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def fold(frames: NDArray[np.float32], spectra: NDArray[np.float32]) -> None:
    """Make short-time spectra [V, K / 2 + 1] of the magnitudes [V, K] of cosine transforms.

    Of a sinusoid with the phase φ in the middle of the segment, the even coefficients see |cos φ| and the odd ones
    |sin φ| times the main lobe, sampled twice as densely as by a Fourier transform: the root of the sum of the squares
    of an even one and of the mean square of its odd neighbours depends no more on φ than the lobe is curved there.
    """
    last = frames.shape[1] - 1
    for v in range(frames.shape[0]):
        row = frames[v]
        for j in range(spectra.shape[1]):
            own = row[2 * j] if 2 * j <= last else np.float32(0.0)
            below = row[2 * j - 1] if j > 0 else row[1]
            above = row[2 * j + 1] if 2 * j + 1 <= last else row[last]
            spectra[v, j] = math.sqrt(own * own + np.float32(0.5) * (below * below + above * above))


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def _at(table: _Doubles, position: float) -> float:
    """Return a table's value at a position from 0 to 1."""
    place = position * (table.shape[0] - 1)
    index = min(int(place), table.shape[0] - 2)
    share = place - index
    return float(table[index] + share * (table[index + 1] - table[index]))


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def _to_pairs(
    spectra: NDArray[np.float32],
    active: NDArray[np.int8],
    width: int,
    offsets: _Doubles,
    shape: _Doubles,
    noise: float,
    work: _Doubles,
    out: NDArray[np.float32],
) -> None:
    bins, bands = spectra.shape[1], out.shape[1]
    left, places, amplitudes, rest, squares = work[0], work[1], work[2], work[3], work[4]
    for v in range(spectra.shape[0]):
        if active[v] == 0:
            continue
        row, result = spectra[v], out[v]
        greatest = np.float32(0.0)
        for k in range(bins):
            greatest = max(greatest, row[k])
            left[k] = np.float64(row[k]) * np.float64(row[k])
        result[:] = np.float32(0.0)
        if not greatest > np.float32(1e-18):
            continue
        threshold = np.float32(_FLOOR) * greatest
        count = 0
        for k in range(1, bins - 1):
            own = row[k]
            if own <= threshold or own < row[k - 1] or own <= row[k + 1] or _is_skirt(row, k, width):
                continue
            up = row[k + 1] >= row[k - 1]
            ratio = np.float64(row[k + 1] if up else row[k - 1]) / np.float64(own)
            offset = _at(offsets, ratio)
            places[count] = k + offset if up else k - offset
            amplitudes[count] = np.float64(own) / _at(shape, offset / width)
            for q in range(max(0, k - _SIDE_REACH), min(bins, k + _SIDE_REACH + 1)):
                distance = abs(q - places[count]) / width
                seen = _SIDE_LOBE * _SIDE_LOBE
                if distance < 1.0:
                    seen += _ERROR * _at(shape, distance) ** 2
                left[q] = max(0.0, left[q] - amplitudes[count] * amplitudes[count] * seen)
            count += 1
        # What is left is noise: power of the bands, added as such where there is no partial.
        for b in range(bands):
            total = weight = 0.0
            for q in range(max(0, b * width - width + 1), min(bins, b * width + width)):
                near = 1.0 - abs(q - b * width) / width
                total += near * left[q]
                weight += near
            rest[b] = noise * total / weight
            squares[b] = 0.0
        # A partial's two bands keep their ratio, which is its frequency, unless there is so much left that it is noise.
        for i in range(count):
            band = int(places[i] / width)
            share = places[i] / width - band
            power = amplitudes[i] * amplitudes[i]
            squares[band] += power * math.cos(0.5 * math.pi * share) ** 4
            if band + 1 < bands:
                squares[band + 1] += power * math.sin(0.5 * math.pi * share) ** 4
            for b in range(band, min(bands, band + 2)):
                if rest[b] < _CLEAN * power:
                    rest[b] = 0.0
        for b in range(bands):
            result[b] = math.sqrt(squares[b] + rest[b])


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def _is_skirt(row: NDArray[np.float32], k: int, width: int) -> bool:
    """Whether a local maximum is but a part of a stronger one's lobe."""
    for q in range(max(0, k - _SIDE_REACH), min(row.shape[0], k + _SIDE_REACH + 1)):
        near = abs(q - k) <= width
        if row[q] * np.float32(_SIDE_LOBE) > row[k] or (near and row[q] > np.float32(_SKIRT) * row[k]):
            return True
    return False


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def _pair_response(frequency: float, centre: float, half_width: float) -> float:
    """Return the squared response of a band of an NSGT."""
    distance = abs(frequency - centre) / half_width
    return math.cos(0.5 * math.pi * distance) ** 4 if distance < 1.0 else 0.0


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def _to_lobes(
    frames: NDArray[np.float32],
    active: NDArray[np.int8],
    centres: _Doubles,
    half_widths: _Doubles,
    table: _Doubles,
    bin_: float,
    width: int,
    shape: _Doubles,
    noise: _Doubles,
    partials: _Doubles,
    band: NDArray[np.int64],
    explained: _Doubles,
    drawn: _Doubles,
    out: NDArray[np.float32],
) -> None:
    bands, bins = centres.shape[0], out.shape[1]
    frequency, amplitude, doubt = partials[0], partials[1], partials[2]
    for v in range(frames.shape[0]):
        if active[v] == 0:
            continue
        frame = frames[v]
        count = peaks(frame, _FLOOR, centres, half_widths, table, frequency, amplitude, doubt, band)
        explained[:] = 0.0
        for i in range(count):
            amplitude[i] *= math.sqrt(tonality_of(doubt[i]))  # a bump of noise stays where it is
            for k in range(max(0, band[i] - 2), min(bands, band[i] + 3)):
                explained[k] += amplitude[i] ** 2 * _pair_response(frequency[i], centres[k], half_widths[k])
        drawn[:] = 0.0
        for i in range(count):
            # Partials that share a band must not together be louder than the band.
            whole = credited = 0.0
            for k in range(max(0, band[i] - 2), min(bands, band[i] + 3)):
                seen = _pair_response(frequency[i], centres[k], half_widths[k])
                own = np.float64(frame[k]) * np.float64(frame[k])
                whole += seen
                credited += seen * (own / explained[k] if explained[k] > own else 1.0)
            power = amplitude[i] ** 2 * credited / whole
            place = frequency[i] / bin_
            for q in range(max(0, int(place) - width), min(bins, int(place) + width + 2)):
                distance = abs(q - place) / width
                if distance < 1.0:
                    drawn[q] += power * _at(shape, distance) ** 2
        for k in range(bands):
            explained[k] = max(0.0, np.float64(frame[k]) * np.float64(frame[k]) - explained[k])
        k = 0
        for q in range(bins):
            hertz = q * bin_
            if hertz < centres[0] or hertz > centres[bands - 1]:
                rest = 0.0
            else:
                while k + 2 < bands and centres[k + 1] < hertz:
                    k += 1
                share = (hertz - centres[k]) / (centres[k + 1] - centres[k])
                rest = (1.0 - share) * noise[k] * explained[k] + share * noise[k + 1] * explained[k + 1]
            out[v, q] = math.sqrt(drawn[q] + rest)


def bank_layout(transform: Transform) -> tuple[_Doubles, _Doubles]:
    """Return centres and half-widths in Hz of the bands, overlapping in pairs, as which a transform's frames are read.

    Parameters
    ----------
    transform : Transform
        Of any kind.

    Returns
    -------
    centres, half_widths : ndarray of float64 [L]
        The transform's own for an NSGT, `PairView`'s for the others.
    """
    if transform.window == "":
        return transform.centres, transform.half_widths
    view = PairView(transform, 1)
    return view.centres, view.half_widths


def partials_of_frame(
    frame: NDArray[np.float32], transform: Transform, *, floor_db: float = -60.0
) -> tuple[_Doubles, _Doubles]:
    """Return the partials of a frame of any transform.

    Parameters
    ----------
    frame : ndarray of float32 [K]
        Linear amplitudes ≥ 0.
    transform : Transform
        What the bands are.
    floor_db : float
        Level below the strongest band at which partials are left out.

    Returns
    -------
    frequencies, amplitudes : ndarray of float64 [P]
        In Hz, rising; linear.
    """
    if transform.window == "":
        return find_partials(frame, transform.centres, transform.half_widths, floor_db=floor_db)
    view = PairView(transform, 1)
    pairs = np.zeros((1, view.bands), np.float32)
    view.process(np.ascontiguousarray(frame[None], np.float32), np.ones(1, np.int8), pairs)
    return find_partials(pairs[0], view.centres, view.half_widths, floor_db=floor_db)
