"""Non-stationary Gabor transform on a short window that slides along with a sound, for many transforms a second."""

import math
from typing import Final

import numpy as np
import scipy.fft
from numpy.typing import NDArray

from rt_timbre.space_parts import Transform
from rt_timbre.transforms.nsgt import NSGT, cut, join

_SPARE: Final = 1.6  # columns of a band for each bin of its width, at least
_SPARSEST: Final = 16  # hops between columns that are kept
_Floats = NDArray[np.float32]
_Complex = NDArray[np.complex64]


class _Group:
    """Bands of a sliding transform that have equally many columns: R bands, C columns `stride` hops apart."""

    def __init__(self, transform: NSGT, members: NDArray[np.int64], stride: int) -> None:
        self.members = members
        self.stride = stride
        self.columns = transform.columns // stride
        windows = transform.windows
        row = np.full(transform.centres.size, -1)
        row[members] = np.arange(members.size)
        mine = row[windows.bands] >= 0
        self._places = row[windows.bands[mine]] * self.columns + windows.offsets[mine] % self.columns
        self._bins, self._signs = windows.bins[mine], windows.signs[mine]
        self._window = windows.window[mine].astype(np.float32)
        self._dual = (stride * windows.dual[mine]).astype(np.float32)
        self._spectra = np.zeros((1, members.size * self.columns), np.complex64)  # between the windows stays zero

    def zeros(self) -> _Complex:
        """Return coefficients [R, C] of silence."""
        return np.zeros((self.members.size, self.columns), np.complex64)

    def coefficients(self, spectrum: _Complex) -> _Complex:
        """Return the coefficients [R, C] of a half spectrum [1, W / 2 + 1]."""
        cut(spectrum, self._bins, self._signs, self._window, self._places, self._spectra)
        result: _Complex = scipy.fft.ifft(self._spectra.reshape(-1, self.columns), norm="forward")
        return result

    def add(self, coefficients: _Complex, spectrum: _Complex) -> None:
        """Add the inverse of coefficients [R, C] to a half spectrum [1, W / 2 + 1]."""
        bands = scipy.fft.fft(coefficients).reshape(1, -1)
        join(bands, self._places, self._signs, self._dual, self._bins, spectrum)


class SlidingNSGT:
    """The transform of a declaration on a window of its own, with no more columns in each band than that needs.

    A band w bins wide of a transform whose every column is kept would have M of them, as the widest needs; every
    second, fourth … is kept as long as somewhat more than w are left, and the inverse stays the same.

    Parameters
    ----------
    declaration : Transform
        Of an NSGT kind.
    seconds : float
        The window's length, at least.

    Attributes
    ----------
    length, columns : int
        Samples W of the window, and hops M in it.
    groups : list
        The bands by their number of columns.
    carriers : ndarray of int64 [K]
        The bins that phases are relative to.
    scale : float
        Amplitude of a stationary sinusoid for a coefficient of 1.
    """

    def __init__(self, declaration: Transform, seconds: float) -> None:
        multiple = 2 * _SPARSEST
        least = seconds * declaration.rate / declaration.hop
        self.columns = multiple * scipy.fft.next_fast_len(math.ceil(least / multiple), real=True)
        self.length = self.columns * declaration.hop
        transform = NSGT.from_bands(
            declaration.centres, declaration.half_widths, declaration.rate, self.length, self.columns
        )
        bin_ = declaration.rate / self.length
        self.carriers = np.rint(transform.carriers / bin_).astype(np.int64)
        self.scale = transform.amplitude_scale
        strides = np.ones(declaration.bands, np.int64)
        stride = 2
        while stride <= _SPARSEST:
            strides[self.columns / stride >= _SPARE * 2.0 * declaration.half_widths / bin_] = stride
            stride *= 2
        self.groups = [_Group(transform, np.flatnonzero(strides == one), int(one)) for one in np.unique(strides)]

    def zeros(self) -> list[_Complex]:
        """Return the coefficients of silence, one array [R, C] for each group."""
        return [group.zeros() for group in self.groups]

    def forward(self, samples: _Floats) -> list[_Complex]:
        """Return the coefficients of the window's samples [W]."""
        spectrum = scipy.fft.rfft(samples).reshape(1, -1)
        return [group.coefficients(spectrum) for group in self.groups]

    def inverse(self, coefficients: list[_Complex]) -> _Floats:
        """Return the samples [W] of coefficients, by the dual frame."""
        spectrum = np.zeros((1, self.length // 2 + 1), np.complex64)
        for group, part in zip(self.groups, coefficients, strict=True):
            group.add(part, spectrum)
        samples: _Floats = scipy.fft.irfft(spectrum[0], n=self.length, norm="forward", overwrite_x=True)
        return samples
