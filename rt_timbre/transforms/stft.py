"""Transforms of windowed segments: short-time Fourier transform and discrete cosine transform."""

from abc import ABC, abstractmethod
from typing import Any

import numpy as np
import scipy.fft
from numpy.typing import NDArray
from scipy.signal.windows import general_cosine

from rt_timbre.errors import TransformError
from rt_timbre.space_parts import WINDOWS, Transform

Real = NDArray[np.float32] | NDArray[np.float64]
Complex = NDArray[np.complex64] | NDArray[np.complex128]


class _Framed(ABC):
    """Segments of a signal, one a hop, under a window; segment t is centred on sample ``t * hop``.

    Parameters
    ----------
    rate : float
        Samples per second.
    window : str
        "hann", "hamming" or "blackman".
    length : int
        Samples of the window; even.
    hop : int
        Samples from one segment to the next, at most half the window.

    Attributes
    ----------
    window : ndarray of float64 [length]
        The window, periodic.
    window_name : str
        What it is called.
    amplitude_scale : float
        2 / Σ window: its product with the magnitude of a coefficient is a linear amplitude.

    Raises
    ------
    TransformError
        If a parameter cannot be used.
    """

    def __init__(self, rate: float, window: str, length: int, hop: int) -> None:
        if window not in WINDOWS:
            raise TransformError(f"the window is {window!r}, it must be one of {', '.join(WINDOWS)}")
        if length < 4 or length % 2:
            raise TransformError(f"the window has {length} samples, it must have an even number, 4 or more")
        if not 1 <= hop <= length // 2:
            raise TransformError(f"the hop is {hop} samples, it must be 1 to half the window's {length}")
        self.rate = rate
        self.hop = hop
        self.length = length
        self.window: NDArray[np.float64] = general_cosine(length, WINDOWS[window], sym=False)
        self.amplitude_scale = float(2.0 / self.window.sum())
        self.window_name = window
        self.centres: NDArray[np.float64] = self._centres()
        self.half_widths = np.full(self.centres.size, len(WINDOWS[window]) * rate / length)

    @abstractmethod
    def _centres(self) -> NDArray[np.float64]: ...

    @abstractmethod
    def _analyse(self, segments: Real) -> Real | Complex:
        """Return the coefficients [..., T, K] of windowed segments [..., T, length]."""

    @abstractmethod
    def _synthesise(self, coefficients: NDArray[Any]) -> Real:
        """Return the segments [..., T, length] of coefficients [..., T, K]."""

    def forward(self, signal: Real) -> Real | Complex:
        """Transform signals.

        Parameters
        ----------
        signal : ndarray of float32 or float64 [..., n]
            Real signals, taken as 0 before and after.

        Returns
        -------
        ndarray [..., K, T]
            Coefficients in the precision of the signal, T = ⌈n / hop⌉.
        """
        columns = -(-signal.shape[-1] // self.hop)
        half = self.length // 2
        after = (columns - 1) * self.hop + half - signal.shape[-1]
        padded = np.pad(signal, [(0, 0)] * (signal.ndim - 1) + [(half, max(0, after))])
        segments = np.lib.stride_tricks.sliding_window_view(padded, self.length, axis=-1)
        segments = segments[..., : columns * self.hop : self.hop, :]
        return np.swapaxes(self._analyse(segments * self.window.astype(signal.dtype)), -1, -2)

    def inverse(self, coefficients: NDArray[Any]) -> Real:
        """Return the signals of coefficients, by the canonical dual of the finite frame.

        Where windows overlap fully that is the canonical dual window, w / Σ w²(· − t hop); towards the end, where
        fewer do, their own sum is divided by, so that the inverse is exact there too.

        Parameters
        ----------
        coefficients : ndarray [..., K, T]
            Coefficients; as a whole they need not be the transform of any signal.

        Returns
        -------
        ndarray of float32 or float64 [..., T · hop]
            Real signals.

        Raises
        ------
        TransformError
            If the coefficients are not of K bands.
        """
        bands, columns = coefficients.shape[-2:]
        if bands != self.centres.size:
            raise TransformError(f"the coefficients have {bands} bands, this transform makes {self.centres.size}")
        segments = self._synthesise(np.swapaxes(coefficients, -1, -2))
        segments = segments * self.window.astype(segments.dtype)
        half = self.length // 2
        signal = np.zeros((*segments.shape[:-2], columns * self.hop + self.length), segments.dtype)
        weight = np.zeros(signal.shape[-1])
        for t in range(columns):
            here = slice(t * self.hop, t * self.hop + self.length)
            signal[..., here] += segments[..., t, :]
            weight[here] += np.square(self.window)
        within = slice(half, half + columns * self.hop)
        result: Real = signal[..., within] / weight[within].astype(segments.dtype)
        return result

    def magnitudes(self, signal: Real) -> NDArray[np.float32]:
        """Return the frames of a signal: amplitudes of its bands over time.

        Parameters
        ----------
        signal : ndarray of float32 or float64 [n]
            Real signal.

        Returns
        -------
        ndarray of float32 [T, K]
            Linear amplitudes ≥ 0; row t belongs to sample ``t * hop``.
        """
        return np.ascontiguousarray(np.abs(self.forward(signal)).T * self.amplitude_scale, np.float32)

    def declaration(self, kind: str) -> Transform:
        """Return what a space must store."""
        return Transform(
            kind=kind,
            rate=int(self.rate),
            length=self.length,
            hop=self.hop,
            window=self.window_name,
            amplitude_scale=self.amplitude_scale,
            centres=self.centres,
            half_widths=self.half_widths,
        )


class STFT(_Framed):
    """Short-time Fourier transform; phases are those at the centre of each segment.

    Parameters
    ----------
    rate : float
        Samples per second.
    window : str
        "hann", "hamming" or "blackman".
    length : int
        Samples of the window, and of its Fourier transform; even.
    hop : int
        Samples from one segment to the next, at most half the window.

    Attributes
    ----------
    centres, half_widths : ndarray of float64 [K]
        Centres of the bands, from 0 Hz to half the rate, and half-widths of their main lobes, in Hz;
        K = length / 2 + 1.
    amplitude_scale : float
        2 / Σ window: its product with the magnitude of a coefficient is the amplitude of a stationary sinusoid at the
        centre of the band.

    Raises
    ------
    TransformError
        If a parameter cannot be used.
    """

    def _centres(self) -> NDArray[np.float64]:
        return np.arange(self.length // 2 + 1) * np.float64(self.rate / self.length)

    def _analyse(self, segments: Real) -> Complex:
        result: Complex = scipy.fft.rfft(np.fft.ifftshift(segments, axes=-1))
        return result

    def _synthesise(self, coefficients: NDArray[Any]) -> Real:
        result: Real = np.fft.fftshift(scipy.fft.irfft(coefficients, n=self.length), axes=-1)
        return result


class DCT(_Framed):
    """Discrete cosine transform (type II, orthonormal up to a factor) of windowed segments: signed coefficients.

    Parameters
    ----------
    rate : float
        Samples per second.
    window : str
        "hann", "hamming" or "blackman".
    length : int
        Samples of the window, and number of coefficients K; even.
    hop : int
        Samples from one segment to the next, at most half the window.

    Attributes
    ----------
    centres, half_widths : ndarray of float64 [K]
        Frequencies of the cosines, k · rate / 2K, and half-widths of the main lobes around them, in Hz.
    amplitude_scale : float
        2 / Σ window: its product with the magnitude of a coefficient is the amplitude of a stationary sinusoid at the
        centre of the band, times the modulus of the cosine of its phase.

    Raises
    ------
    TransformError
        If a parameter cannot be used.
    """

    def _centres(self) -> NDArray[np.float64]:
        return np.arange(self.length) * np.float64(0.5 * self.rate / self.length)

    def _analyse(self, segments: Real) -> Real:
        result: Real = scipy.fft.dct(segments, type=2) * segments.dtype.type(0.5)
        return result

    def _synthesise(self, coefficients: NDArray[Any]) -> Real:
        result: Real = scipy.fft.idct(coefficients * coefficients.dtype.type(2.0), type=2)
        return result
