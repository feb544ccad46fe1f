"""Non-stationary Gabor transform of whole signals: Hann windows in frequency, centred on any scale."""

from typing import Any, NamedTuple, Self

import numpy as np
import scipy.fft
from numba import njit
from numpy.typing import ArrayLike, NDArray

from rt_timbre.errors import TransformError
from rt_timbre.space_parts import Transform

Real = NDArray[np.float32] | NDArray[np.float64]
Complex = NDArray[np.complex64] | NDArray[np.complex128]

_NARROWEST = 4  # bins: the least width of a window


class Windows(NamedTuple):
    """The windows of the bands that are kept, one after another: all values that are not zero, N of them.

    Attributes
    ----------
    bands : ndarray of int64 [N]
        Which band a value belongs to.
    offsets : ndarray of int64 [N]
        Its distance in bins from the band's carrier.
    bins : ndarray of int64 [N]
        Bin of the half spectrum that it stands for, 0 to Ls / 2.
    signs : ndarray of float32 [N]
        −1 where that bin is a mirror image, to be conjugated; else 1.
    window, dual : ndarray of float64 [N]
        Windows of the transform and of its inverse, for FFTs without a normalisation of their own.
    """

    bands: NDArray[np.int64]
    offsets: NDArray[np.int64]
    bins: NDArray[np.int64]
    signs: NDArray[np.float32]
    window: NDArray[np.float64]
    dual: NDArray[np.float64]


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
    carriers : ndarray of float64 [K]
        Frequencies in Hz that the coefficients' phases are relative to: the centres, rounded to bins.
    amplitude_scale : float
        ``2M / Ls``: its product with the magnitude of a coefficient is the amplitude of a stationary sinusoid at the
        centre of the band.
    hop : float
        Samples from one column to the next.
    windows : Windows
        The windows.

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
        self._build(positions.astype(np.float64), widths.astype(np.float64), kept, rate, length, columns)

    @classmethod
    def from_bands(
        cls, centres: NDArray[np.float64], half_widths: NDArray[np.float64], rate: float, length: int, columns: int
    ) -> Self:
        """Make the transform whose bands have exactly these centres and half-widths, whatever the length.

        The bands of a transform of one length, true centres that lie between the bins of another, are so seen by
        windows of the other length.

        Parameters
        ----------
        centres, half_widths : ndarray of float64 [K]
            In Hz.
        rate, length, columns
            As of the class.

        Returns
        -------
        NSGT
            A transform without `edges`.

        Raises
        ------
        TransformError
            As of the class.
        """
        _check(centres, rate, length)
        self = cls.__new__(cls)
        bin_ = rate / length
        self._build(centres / bin_, 2.0 * half_widths / bin_, slice(None), rate, length, columns)
        return self

    def _build(
        self,
        positions: NDArray[np.float64],
        widths: NDArray[np.float64],
        kept: slice,
        rate: float,
        length: int,
        columns: int,
    ) -> None:
        """Make the windows of the bands that are kept, of all bands' positions and widths in bins."""
        if columns < widths[kept].max():
            raise TransformError(
                f"columns is {columns}, the widest band needs at least {int(np.ceil(widths[kept].max()))}: "
                "take more columns or narrower bands"
            )
        self.rate = rate
        self.length = length
        self.columns = columns
        self.centres: NDArray[np.float64] = positions[kept] * (rate / length)
        self.half_widths: NDArray[np.float64] = widths[kept] * (0.5 * rate / length)
        self.carriers: NDArray[np.float64] = np.rint(positions[kept]) * (rate / length)
        self.amplitude_scale = 2.0 * columns / length
        self.hop = length / columns

        bins = []  # of the half spectrum, one array per band
        mirrored = []  # whether a bin was beyond 0 or half the rate: its value is the conjugate of the folded bin's
        folds = []  # how often the band and its mirror image at negative frequencies meet in the bin
        windows, offsets = [], []
        frame = np.zeros(length // 2 + 1)
        for position, width in zip(positions, widths, strict=True):
            around = np.arange(np.ceil(position - 0.5 * width), np.floor(position + 0.5 * width) + 1.0)
            around = around[np.abs(around - position) < 0.5 * width]
            window = 0.5 + 0.5 * np.cos(2.0 * np.pi * (around - position) / width)
            offset = around.astype(np.int64) - round(position)
            bin_ = around.astype(np.int64) % length
            beyond = bin_ > length // 2
            folded = np.where(beyond, length - bin_, bin_)
            # A band that is its own mirror image counts once, and its second half adds nothing new.
            if position in (0.0, 0.5 * length):
                fold = np.where(beyond, 0.0, 1.0)
            else:
                fold = np.where((folded == 0) | (folded == length // 2), 2.0, 1.0)
            np.add.at(frame, folded, columns * fold * np.square(window))
            bins.append(folded)
            mirrored.append(beyond)
            folds.append(fold)
            windows.append(window)
            offsets.append(offset)
        # Below the first centre and above the last, where there is no band to share a bin with, nothing is amplified.
        lower, upper = slice(None, int(np.ceil(positions[0]))), slice(int(positions[-1]) + 1, None)
        for band, outside in ((0, lower), (-1, upper)) if positions[0] > 0.0 else ():
            distance = np.abs(np.arange(frame.size)[outside] - positions[band]) / (0.5 * widths[band])
            response = np.where(distance < 1.0, 0.5 + 0.5 * np.cos(np.pi * distance), 0.0)
            frame[outside] += columns * np.square(1.0 - response)

        kept_bins, window = np.concatenate(bins[kept]), np.concatenate(windows[kept])
        dual = window * columns * np.concatenate(folds[kept]) / np.where(frame > 0.0, frame, 1.0)[kept_bins]
        # The inverse FFTs' own normalisation costs a pass over all they make: the windows bring it.
        self.windows = Windows(
            bands=np.repeat(np.arange(self.centres.size), [window.size for window in windows[kept]]),
            offsets=np.concatenate(offsets[kept]),
            bins=kept_bins,
            signs=np.where(np.concatenate(mirrored[kept]), -1.0, 1.0).astype(np.float32),
            window=window / columns,
            dual=dual / length,
        )
        # Where each value goes in a [K, M] array of spectra: the centre of the band at index 0.
        self._places = self.windows.bands * columns + self.windows.offsets % columns
        self._window = _both(self.windows.window)
        self._dual = _both(self.windows.dual)
        turns = -0.5j * np.exp(-2j * np.pi / length * np.arange(length // 2))
        self._turns: dict[type, Complex] = {np.float64: turns, np.float32: turns.astype(np.complex64)}

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
        windows = self.windows
        shape = (*signal.shape[:-1], self.centres.size, self.columns)
        # Even and odd samples as one complex signal of half the length: faster than an FFT of real numbers.
        real = np.float32 if signal.dtype == np.float32 else np.float64
        samples = np.ascontiguousarray(signal, real).reshape(-1, self.length)
        halves = scipy.fft.fft(samples.view(np.complex64 if real is np.float32 else np.complex128))
        spectra = np.empty((halves.shape[0], self.length // 2 + 1), halves.dtype)
        _unravel(halves, self._turns[real], spectra)
        bands = np.zeros((spectra.shape[0], self.centres.size * self.columns), spectra.dtype)
        cut(spectra, windows.bins, windows.signs, self._window[spectra.real.dtype.type], self._places, bands)
        result: Complex = scipy.fft.ifft(bands.reshape(shape), norm="forward", overwrite_x=True)
        return result

    def inverse(self, coefficients: NDArray[Any]) -> Real:
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
        windows = self.windows
        shape = coefficients.shape[:-2]
        bands = scipy.fft.fft(coefficients).reshape(-1, self.centres.size * self.columns)
        spectra = np.zeros((bands.shape[0], self.length // 2 + 1), bands.dtype)
        join(bands, self._places, windows.signs, self._dual[bands.real.dtype.type], windows.bins, spectra)
        signals: Real = scipy.fft.irfft(spectra, n=self.length, norm="forward", overwrite_x=True)
        return signals.reshape(*shape, self.length)

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

    def declaration(self, kind: str) -> Transform:
        """Return what a space must store.

        Raises
        ------
        TransformError
            If the hop is no whole number of samples.
        """
        if self.length % self.columns:
            raise TransformError(f"the hop, {self.length} / {self.columns}, is no whole number of samples")
        return Transform(
            kind=kind,
            rate=int(self.rate),
            length=self.length,
            hop=self.length // self.columns,
            window="",
            amplitude_scale=self.amplitude_scale,
            centres=self.centres,
            half_widths=self.half_widths,
        )


@njit(nogil=True, cache=True, error_model="numpy")
def _unravel(halves: Complex, turns: Complex, spectra: Complex) -> None:
    """Fill in the half spectra [B, n + 1] of real signals from the FFTs [B, n] of their samples taken in pairs."""
    count = halves.shape[1]
    for row in range(halves.shape[0]):
        first = halves[row, 0]
        spectra[row, 0] = first.real + first.imag
        spectra[row, count] = first.real - first.imag
        for i in range(1, count):
            here, there = halves[row, i], halves[row, count - i]
            sum_ = complex(0.5 * (here.real + there.real), 0.5 * (here.imag - there.imag))
            difference = complex(here.real - there.real, here.imag + there.imag)
            spectra[row, i] = sum_ + turns[i] * difference


@njit(nogil=True, cache=True, error_model="numpy")
def cut(
    spectra: Complex,
    bins: NDArray[np.int64],
    signs: NDArray[np.float32],
    window: Real,
    places: NDArray[np.int64],
    bands: Complex,
) -> None:
    """Put each bin of `spectra` [B, N], windowed, at its place in `bands` [B, K · M]; a sign of −1 conjugates it."""
    for row in range(spectra.shape[0]):
        for i in range(bins.shape[0]):
            value = spectra[row, bins[i]]
            bands[row, places[i]] = complex(value.real * window[i], value.imag * (window[i] * signs[i]))


@njit(nogil=True, cache=True, error_model="numpy")
def join(
    bands: Complex,
    places: NDArray[np.int64],
    signs: NDArray[np.float32],
    dual: Real,
    bins: NDArray[np.int64],
    spectra: Complex,
) -> None:
    """Add what lies at each place of `bands` [B, K · M], windowed, to its bin in `spectra` [B, N], all zero before."""
    for row in range(bands.shape[0]):
        for i in range(bins.shape[0]):
            value = bands[row, places[i]]
            spectra[row, bins[i]] += complex(value.real * dual[i], value.imag * (dual[i] * signs[i]))


def _both(window: NDArray[np.float64]) -> dict[type, Real]:
    """Return a window in both precisions, by type."""
    return {np.float64: window, np.float32: window.astype(np.float32)}


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
