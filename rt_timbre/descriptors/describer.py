"""Descriptors of frames: single numbers that say how a spectrum sounds, the same for any layout of bands.

All but flatness are sums over cells of power times bandwidth. A bin of an STFT or DCT is a cell: the squares of all of
them sum to the power of any sound. Bands of an NSGT overlap pairwise, and what their amplitudes mean depends on what
they see: an isolated partial has the power of the squares of its two bands and of their product, which lies between
them (`rt_timbre.loudness.power_weights`); noise, or partials closer than bands, that of the squares over the windows'
own, times the width that falls to each band, and the product counts for nothing, for phases are random. Which of the
two it is, the bands beside the pair tell, as they tell the oscillator bank (`rt_timbre.phase.partials.tonality_of`).
"""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from rt_timbre.descriptors.calibration import NAMES, UNITS
from rt_timbre.loudness import a_weighting, power_weights
from rt_timbre.phase.partials import tonality_of
from rt_timbre.space_parts import NSGT_KINDS, Transform

__all__ = ["NAMES", "UNITS", "Describer"]

_CENTROID, _BANDWIDTH, _FLATNESS, _ROLLOFF, _LOUDNESS = range(5)
_SHARE = 0.85  # of the power, that lies below the rolloff
_FLOOR = (
    1e-6  # of the mean density of power, added to each band's before flatness is taken: noise 60 dB below the sound
)
_QUIETEST = -120.0  # dB
_HANN = 0.75  # integral of the square of a band's response over its half-width
_HISS = 1.5  # power of noise in a band over that in the least of three bands beside
_TINY = 1e-300  # amplitude
_NOISE, _MORE, _DENSITY, _WIDTH = range(4)
_FAINT = 1e-30  # power: silence is as far from any rolloff
_ALL, _NOWHERE = np.ones(len(NAMES), np.bool_), np.empty(0)
_LOOSE = {"contract", "reassoc", "nsz", "arcp"}  # what is not a number must stay so


class Describer:
    """Describes frames of one layout of bands; not from two threads at once.

    Parameters
    ----------
    transform : Transform
        What the bands are.
    """

    def __init__(self, transform: Transform) -> None:
        own, shared = power_weights(transform)
        centres, half_widths = transform.centres, transform.half_widths
        middles = 0.5 * (centres[:-1] + centres[1:])
        if transform.kind in NSGT_KINDS:
            low = max(0.0, centres[0] - half_widths[0])
            high = min(0.5 * transform.rate, centres[-1] + half_widths[-1])
            widths = np.diff(np.concatenate([[low], middles, [high]]))
            responses = _HANN * half_widths
            noise = widths / responses
            quarters = 0.25 * np.diff(centres)
            inner = np.stack([centres[:-1] + quarters, centres[1:] - quarters], axis=1).ravel()
        else:
            low, high = 0.0, centres[-1] + 0.5 * centres[1]
            widths = responses = np.full(centres.size, centres[1])
            noise = own
            inner = np.repeat(middles, 2)
        bands = centres.size
        frequencies = np.empty(2 * bands - 1)
        frequencies[::2], frequencies[1::2] = centres, middles
        self._bands = np.stack([0.5 * noise, 0.5 * (own - noise), 1.0 / responses, widths / widths.sum()])
        self._shared = 0.5 * np.maximum(shared, 0.0)
        self._cells = np.stack([frequencies, np.square(a_weighting(frequencies))])
        self._edges = np.concatenate([[low], inner, [high]])
        self._powers = np.zeros(2 * bands - 1)
        self._pairs = np.zeros((2, bands + 1))
        self._least = np.zeros(bands + 4, np.float32)

    def describe(self, frames: NDArray[np.floating]) -> NDArray[np.float64]:
        """Return the descriptors of frames.

        Parameters
        ----------
        frames : ndarray of float [N, K]
            Linear amplitudes, ≥ 0.

        Returns
        -------
        ndarray of float64 [N, 5]
            In the order of `NAMES`: centroid (mean frequency, Hz), bandwidth (standard deviation of frequency, Hz),
            flatness (geometric over arithmetic mean of the density of power, 0 to 1), rolloff (frequency below which
            85 % of the power lie, Hz) and loudness (A-weighted RMS, dB: −3.01 for a sinusoid of amplitude 1 at 1 kHz;
            at least −120). A silent frame has 0, 0, 0, 0 and −120; one that is not finite has NaN.
        """
        out = np.empty((len(frames), len(NAMES)))
        self.describe_into(np.ascontiguousarray(frames, np.float32), out)
        return out

    def describe_into(self, frames: NDArray[np.float32], out: NDArray[np.float64]) -> None:
        """Describe frames without allocating anything.

        Parameters
        ----------
        frames : ndarray of float32 [N, K]
            Linear amplitudes, ≥ 0; contiguous.
        out : ndarray of float64 [N, 5]
            Overwritten with what `describe` gives; contiguous.
        """
        self.describe_sought_into(frames, _ALL, 0.0, out, _NOWHERE)

    def describe_sought_into(
        self,
        frames: NDArray[np.float32],
        sought: NDArray[np.bool_],
        hertz: float,
        out: NDArray[np.float64],
        odds: NDArray[np.float64],
    ) -> None:
        """Describe frames as far as is sought, and say how far they are from a rolloff, as a smooth function.

        The rolloff itself jumps between partials.

        Parameters
        ----------
        frames : ndarray of float32 [N, K]
            Linear amplitudes, ≥ 0; contiguous.
        sought : ndarray of bool [5]
            Which descriptors are to be told; of the others the dear ones, flatness and rolloff, are 0.
        hertz : float
            The rolloff asked for, or 0.
        out : ndarray of float64 [N, 5]
            Overwritten with what `describe` gives; contiguous.
        odds : ndarray of float64 [N]
            Overwritten with ln(0.85 / 0.15) − ln(power below `hertz` / power above it): 0 where the rolloff is `hertz`,
            greater where it is higher. Not touched if that is 0.
        """
        layout = self._bands, self._shared, self._cells, self._edges
        _describe(frames, *layout, self._powers, self._pairs, self._least, sought, hertz, out, odds)

    def flux(self, frames: NDArray[np.floating]) -> NDArray[np.float64]:
        """Return how much each frame differs from the one before.

        Parameters
        ----------
        frames : ndarray of float [N, K]
            Linear amplitudes, ≥ 0.

        Returns
        -------
        ndarray of float64 [N]
            Norm of the difference over the sum of both norms, where squares count as noise does: 0 where nothing
            changes, as in the first frame, 1 where a sound begins in silence.
        """
        weighted = np.asarray(frames, np.float64) * np.sqrt(self._bands[_NOISE])
        norms = np.linalg.norm(weighted, axis=1)
        both = norms[1:] + norms[:-1]
        result = np.zeros(len(weighted))
        np.divide(np.linalg.norm(np.diff(weighted, axis=0), axis=1), both, out=result[1:], where=both > 0.0)
        return result


@njit(nogil=True, cache=True, error_model="numpy")
def _describe(
    frames: NDArray[np.float32],
    bands: NDArray[np.float64],
    shared: NDArray[np.float64],
    cells: NDArray[np.float64],
    edges: NDArray[np.float64],
    powers: NDArray[np.float64],
    pairs: NDArray[np.float64],
    least: NDArray[np.float32],
    sought: NDArray[np.bool_],
    hertz: float,
    out: NDArray[np.float64],
    odds: NDArray[np.float64],
) -> None:
    for n in range(frames.shape[0]):
        frame, row = frames[n], out[n]
        _spread(frame, bands, shared, powers, pairs, least)
        total, first, second, loud = _moments(powers, cells)
        if not np.isfinite(total):
            row[:] = np.nan
        elif total <= 0.0:
            row[:] = 0.0
            row[_LOUDNESS] = _QUIETEST
        else:
            centroid = first / total
            row[_CENTROID] = centroid
            row[_BANDWIDTH] = np.sqrt(max(second / total - centroid * centroid, 0.0))
            row[_FLATNESS] = _flatness(frame, bands) if sought[_FLATNESS] else 0.0
            row[_ROLLOFF] = _rolloff(powers, edges, _SHARE * total) if sought[_ROLLOFF] else 0.0
            row[_LOUDNESS] = max(10.0 * np.log10(loud), _QUIETEST)
        if hertz > 0.0:
            odds[n] = _rolloff_odds(powers, edges, total, hertz)


@njit(nogil=True, cache=True, error_model="numpy")
def _spread(
    frame: NDArray[np.float32],
    bands: NDArray[np.float64],
    shared: NDArray[np.float64],
    powers: NDArray[np.float64],
    pairs: NDArray[np.float64],
    least: NDArray[np.float32],
) -> None:
    """Write the power of each cell: bands at even places, the products of neighbours between them.

    Each loop reads views that begin at 0, or it would not be compiled to vectors.
    """
    count = frame.shape[0]
    # Of three bands, from the third place on: those below a band k begin at k, those above its pair at k + 5.
    if count > 2:
        _least_of_three(frame[: count - 2], frame[1 : count - 1], frame[2:], least[3 : count + 1])
    products, tonality = pairs[0, : count - 1], pairs[1]
    _pairs(frame[: count - 1], frame[1:], least[: count - 1], least[5:], shared, products, tonality[1:count])
    _cells(frame, bands[_NOISE], bands[_MORE], tonality[:count], tonality[1:], products, powers)


@njit(nogil=True, cache=True, fastmath=_LOOSE, error_model="numpy")
def _least_of_three(
    first: NDArray[np.float32], second: NDArray[np.float32], third: NDArray[np.float32], out: NDArray[np.float32]
) -> None:
    for k in range(out.shape[0]):
        out[k] = min(first[k], min(second[k], third[k]))


@njit(nogil=True, cache=True, fastmath=_LOOSE, error_model="numpy")
def _pairs(
    frame: NDArray[np.float32],
    upper: NDArray[np.float32],
    below: NDArray[np.float32],
    above: NDArray[np.float32],
    shared: NDArray[np.float64],
    products: NDArray[np.float64],
    tonality: NDArray[np.float64],
) -> None:
    """Write the power that bands share with the next, and the tonality of each such pair."""
    for k in range(products.shape[0]):
        here, there, around = np.float64(frame[k]), np.float64(upper[k]), np.float64(max(below[k], above[k]))
        tonal = tonality_of(around / max(here + there, _TINY)) if shared[k] > 0.0 else 0.0
        # A partial near a centre leaves its other band to the noise: that must not count as the partial's.
        hiss = _HISS * around * around
        products[k] = tonal * shared[k] * np.sqrt(max(here * here - hiss, 0.0) * max(there * there - hiss, 0.0))
        tonality[k] = tonal


@njit(nogil=True, cache=True, fastmath=_LOOSE, error_model="numpy")
def _cells(
    frame: NDArray[np.float32],
    noise: NDArray[np.float64],
    more: NDArray[np.float64],
    lower: NDArray[np.float64],
    upper: NDArray[np.float64],
    products: NDArray[np.float64],
    powers: NDArray[np.float64],
) -> None:
    for k in range(frame.shape[0]):
        here = np.float64(frame[k])
        powers[2 * k] = (noise[k] + max(lower[k], upper[k]) * more[k]) * here * here
    for k in range(products.shape[0]):
        powers[2 * k + 1] = products[k]


@njit(nogil=True, cache=True, fastmath=_LOOSE, error_model="numpy")
def _moments(powers: NDArray[np.float64], cells: NDArray[np.float64]) -> tuple[float, float, float, float]:
    frequencies, weights = cells[0], cells[1]
    total = first = second = loud = 0.0
    for cell in range(powers.shape[0]):
        power, frequency = powers[cell], frequencies[cell]
        moment = power * frequency
        total += power
        first += moment
        second += moment * frequency
        loud += power * weights[cell]
    return total, first, second, loud


@njit(nogil=True, cache=True, fastmath=_LOOSE, error_model="numpy")
def _flatness(frame: NDArray[np.float32], bands: NDArray[np.float64]) -> float:
    density, width = bands[_DENSITY], bands[_WIDTH]
    mean = 0.0
    for k in range(frame.shape[0]):
        here = np.float64(frame[k])
        mean += here * here * density[k] * width[k]
    part, logarithm = 1.0 / mean, 0.0
    for k in range(frame.shape[0]):
        here = np.float64(frame[k])
        logarithm += width[k] * np.log(here * here * density[k] * part + _FLOOR)
    result: float = np.exp(logarithm) / (1.0 + _FLOOR)
    return result


@njit(nogil=True, cache=True, error_model="numpy")
def _rolloff(powers: NDArray[np.float64], edges: NDArray[np.float64], wanted: float) -> float:
    """Return the frequency below which that power lies, spread evenly over each cell."""
    for cell in range(powers.shape[0]):
        if powers[cell] > 0.0 and powers[cell] >= wanted:
            return float(edges[cell] + (edges[cell + 1] - edges[cell]) * wanted / powers[cell])
        wanted = max(0.0, wanted - powers[cell])
    return float(edges[powers.shape[0]])


@njit(nogil=True, cache=True, fastmath=_LOOSE, error_model="numpy")
def _rolloff_odds(powers: NDArray[np.float64], edges: NDArray[np.float64], total: float, hertz: float) -> float:
    last = min(max(np.searchsorted(edges, hertz) - 1, 0), powers.shape[0] - 1)  # cell of the rolloff, or the nearest
    below = powers[last] * min(max((hertz - edges[last]) / (edges[last + 1] - edges[last]), 0.0), 1.0)
    for cell in range(last):
        below += powers[cell]
    above = max(total - below, 0.0)
    result: float = np.log(_SHARE / (1.0 - _SHARE)) - np.log((below + _FAINT) / (above + _FAINT))
    return result
