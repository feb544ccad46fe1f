"""Non-stationary Gabor transform of whole signals: Hann windows in frequency, centred on any scale."""

import numpy as np
import scipy.fft
from numpy.typing import ArrayLike, NDArray

from rt_timbre.errors import TransformError

Real = NDArray[np.float32] | NDArray[np.float64]
Complex = NDArray[np.complex64] | NDArray[np.complex128]

_NARROWEST = 4  # bins: the least width of a window


def hz_to_erb(frequency: ArrayLike) -> NDArray[np.float64]:
    """Return the ERB-number of frequencies in Hz (Glasberg and Moore, Hearing Research 47, 1990, equation 4)."""
    result: NDArray[np.float64] = 21.4 * np.log10(1.0 + 0.00437 * np.asarray(frequency, np.float64))
    return result


def erb_to_hz(number: ArrayLike) -> NDArray[np.float64]:
    """Return the frequencies in Hz of ERB-numbers."""
    result: NDArray[np.float64] = (10.0 ** (np.asarray(number, np.float64) / 21.4) - 1.0) / 0.00437
    return result


def erb_centres(low: float, high: float, bands: int) -> NDArray[np.float64]:
    """Return `bands` frequencies in Hz from `low` to `high`, equally spaced in ERB-number."""
    return erb_to_hz(np.linspace(hz_to_erb(low), hz_to_erb(high), bands))


def mel_centres(low: float, high: float, bands: int) -> NDArray[np.float64]:
    """Return `bands` frequencies in Hz from `low` to `high`, equally spaced in mel (2595 log10(1 + f / 700))."""
    mel = np.linspace(np.log10(1.0 + low / 700.0), np.log10(1.0 + high / 700.0), bands)
    result: NDArray[np.float64] = 700.0 * (10.0**mel - 1.0)
    return result


def octave_centres(low: float, high: float, per_octave: int) -> NDArray[np.float64]:
    """Return frequencies in Hz from `low` to `high`, equally spaced in octaves, at least `per_octave` to each."""
    bands = int(np.ceil(np.log2(high / low) * per_octave)) + 1
    return np.geomspace(low, high, bands)


class NSGT:
    """Transform of real signals of one length on one set of bands.

    Windows, positions and normalisation are those of the matrix form of the nsgt package 0.19 (Balazs, Dörfler,
    Jaillet, Holighaus, Velasco, Journal of Computational and Applied Mathematics 236, 2011): band k is a Hann window
    in frequency that reaches from its lower to its upper neighbour, with centre and width rounded to whole bins of
    the signal's spectrum; the last band is moved to half way between its neighbour and the Nyquist frequency.

    Parameters
    ----------
    nominal_centres : ndarray of float [K]
        Frequencies in Hz before rounding, ascending, above 0 and below half the rate.
    rate : float
        Samples per second.
    length : int
        Samples of a signal, Ls; even.
    columns : int
        Coefficients in time of each band, M; at least the width of the widest band in bins.
    edges : bool
        Whether two more bands are kept, one around 0 Hz and one around half the rate. They are no use in frames, but
        only with them is `inverse` exact for any signal.

    Attributes
    ----------
    centres, half_widths : ndarray of float64 [K]
        True centres of the bands, and distances from there to where the windows reach zero, in Hz (with the edges if
        they are kept).
    amplitude_scale : float
        ``2M / Ls``: its product with the magnitude of a coefficient is the amplitude of a stationary sinusoid at the
        centre of the band.
    hop : float
        Samples from one column to the next.

    Raises
    ------
    TransformError
        If the centres, the length or the number of columns cannot be used.
    """

    def __init__(
        self, nominal_centres: ArrayLike, rate: float, length: int, columns: int, *, edges: bool = False
    ) -> None:
        nominal = np.asarray(nominal_centres, np.float64)
        _check(nominal, rate, length)
        positions, widths = _windows(nominal * (length / rate), length)
        kept = slice(None) if edges else slice(1, -1)
        if columns < widths[kept].max():
            raise TransformError(
                f"columns is {columns}, the widest band needs at least {widths[kept].max()}: "
                "take more columns or narrower bands"
            )
        self.rate = rate
        self.length = length
        self.columns = columns
        self.centres: NDArray[np.float64] = positions[kept].astype(np.float64) * (rate / length)
        self.half_widths: NDArray[np.float64] = widths[kept].astype(np.float64) * (0.5 * rate / length)
        self.amplitude_scale = 2.0 * columns / length
        self.hop = length / columns

        offsets = [np.arange(-(width // 2), (width + 1) // 2) for width in widths]
        windows = [0.5 + 0.5 * np.cos(2.0 * np.pi * offset / offset.size) for offset in offsets]
        last = widths.size - 1
        bins = []  # of the half spectrum, one array per band
        mirrored = []  # whether a bin was beyond 0 or half the rate: its value is the conjugate of the folded bin's
        folds = []  # how often the band and its mirror image at negative frequencies meet in the bin
        frame = np.zeros(length // 2 + 1)
        for band, (position, offset, window) in enumerate(zip(positions, offsets, windows, strict=True)):
            bin_ = (offset + position) % length
            beyond = bin_ > length // 2
            folded = np.where(beyond, length - bin_, bin_)
            # A band that is its own mirror image counts once, and its second half adds nothing new.
            on_axis = (folded == 0) | (folded == length // 2)
            fold = np.where(beyond, 0.0, 1.0) if band in (0, last) else np.where(on_axis, 2.0, 1.0)
            np.add.at(frame, folded, columns * fold * np.square(window))
            bins.append(folded)
            mirrored.append(beyond)
            folds.append(fold)

        self._bins = np.concatenate(bins[kept])
        self._mirrored = np.flatnonzero(np.concatenate(mirrored[kept]))
        # Where each value goes in a [K, M] array of spectra: the centre of the band at index 0.
        row = np.repeat(np.arange(self.centres.size), widths[kept])
        self._places = row * columns + np.concatenate(offsets[kept]) % columns
        window = np.concatenate(windows[kept])
        dual = window * columns * np.concatenate(folds[kept]) / np.where(frame > 0.0, frame, 1.0)[self._bins]
        self._window: dict[type, Real] = {np.float64: window, np.float32: window.astype(np.float32)}
        self._dual: dict[type, Real] = {np.float64: dual, np.float32: dual.astype(np.float32)}

    def forward(self, signal: Real) -> Complex:
        """Transform signals.

        Parameters
        ----------
        signal : ndarray of float32 or float64 [..., Ls]
            Real signals.

        Returns
        -------
        ndarray of complex64 or complex128 [..., K, M]
            Coefficients, in the precision of the signal.

        Raises
        ------
        TransformError
            If the signals are not of length Ls.
        """
        if signal.shape[-1] != self.length:
            raise TransformError(f"the signal has {signal.shape[-1]} samples, this transform takes {self.length}")
        spectrum = scipy.fft.rfft(signal)
        values = spectrum[..., self._bins]
        values[..., self._mirrored] = values[..., self._mirrored].conj()
        values *= self._window[spectrum.real.dtype.type]
        shape = spectrum.shape[:-1]
        bands = np.zeros((*shape, self.centres.size * self.columns), spectrum.dtype)
        bands[..., self._places] = values
        result: Complex = scipy.fft.ifft(bands.reshape(*shape, self.centres.size, self.columns), overwrite_x=True)
        return result

    def inverse(self, coefficients: Complex) -> Real:
        """Return the signals of coefficients, by the dual frame.

        Parameters
        ----------
        coefficients : ndarray of complex64 or complex128 [..., K, M]
            Coefficients; as a whole they need not be the transform of any signal.

        Returns
        -------
        ndarray of float32 or float64 [..., Ls]
            Real signals. Exact with `edges`; without, all that lies within the bands, tapered below the first centre
            and above the last.

        Raises
        ------
        TransformError
            If the coefficients are not of shape [..., K, M].
        """
        if coefficients.shape[-2:] != (self.centres.size, self.columns):
            raise TransformError(
                f"the coefficients have the shape {coefficients.shape}, "
                f"the last axes must be {(self.centres.size, self.columns)}"
            )
        shape = coefficients.shape[:-2]
        bands = scipy.fft.fft(coefficients).reshape(-1, self.centres.size * self.columns)
        values = bands[:, self._places]
        values[:, self._mirrored] = values[:, self._mirrored].conj()
        values *= self._dual[values.real.dtype.type]
        spectrum = np.empty((values.shape[0], self.length // 2 + 1), values.dtype)
        for row, value in zip(spectrum, values, strict=True):
            row.real = np.bincount(self._bins, value.real, row.size)
            row.imag = np.bincount(self._bins, value.imag, row.size)
        result: Real = scipy.fft.irfft(spectrum, n=self.length).reshape(*shape, self.length)
        return result

    def magnitudes(self, signal: Real) -> NDArray[np.float32]:
        """Return the frames of a signal: amplitudes of its bands over time.

        Parameters
        ----------
        signal : ndarray of float32 or float64 [Ls]
            Real signal.

        Returns
        -------
        ndarray of float32 [M, K]
            Linear amplitudes ≥ 0; row t belongs to sample ``t * hop``.
        """
        magnitude = np.abs(self.forward(signal)).T
        return np.ascontiguousarray(magnitude * self.amplitude_scale, np.float32)


def _check(nominal: NDArray[np.float64], rate: float, length: int) -> None:
    if nominal.ndim != 1 or nominal.size < 2:
        raise TransformError(f"the centres have the shape {nominal.shape}, there must be two or more in one row")
    if not (np.all(np.diff(nominal) > 0.0) and nominal[0] > 0.0 and nominal[-1] < rate / 2):
        raise TransformError(
            f"the centres must ascend strictly between 0 and {rate / 2:g} Hz, these go from {nominal[0]:g} to "
            f"{nominal[-1]:g} Hz"
        )
    if length < 2 or length % 2:
        raise TransformError(f"the length is {length} samples, it must be even")


def _windows(nominal: NDArray[np.float64], length: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return positions and widths in bins [K + 2] of the bands of nominal centres [K] in bins, edges included."""
    places = np.concatenate(([0.0], nominal, [length / 2]))
    upper = np.append(places[1:], length - places[-2])
    lower = np.insert(places[:-1], 0, -places[1])
    widths = np.maximum(np.round(upper - lower).astype(np.int64), _NARROWEST)
    places[-2] = (places[-3] + places[-1]) / 2
    return np.round(places).astype(np.int64), widths
