"""Transforms: sound to frames and back, of every kind that a timbre space may be made of.

All of them cut time into columns, one every hop, and frequency into bands; the magnitude of a coefficient, scaled, is
the linear amplitude of a stationary sinusoid at the centre of its band.
"""

from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from rt_timbre.space_parts import Transform
from rt_timbre.transforms.nsgt import NSGT
from rt_timbre.transforms.stft import DCT, STFT

Real = NDArray[np.float32] | NDArray[np.float64]


class FrameTransform(Protocol):
    """An invertible transform of real signals.

    Attributes
    ----------
    rate : float
        Samples per second.
    hop : float
        Samples from one column to the next.
    centres : ndarray of float64 [K]
        Centres of the bands in Hz, ascending.
    half_widths : ndarray of float64 [K]
        Distances in Hz from there to where the bands' responses first reach zero.
    amplitude_scale : float
        Its product with the magnitude of a coefficient is a linear amplitude.
    """

    centres: NDArray[np.float64]
    half_widths: NDArray[np.float64]
    amplitude_scale: float

    @property
    def rate(self) -> float:
        """Samples per second."""
        ...

    @property
    def hop(self) -> float:
        """Samples from one column to the next."""
        ...

    def forward(self, signal: Real) -> NDArray[Any]:
        """Return the coefficients [..., K, T], complex or signed, of signals [..., n], in their precision."""
        ...

    def inverse(self, coefficients: NDArray[Any]) -> Real:
        """Return the signals [..., T · hop] of coefficients [..., K, T], by the canonical dual."""
        ...

    def magnitudes(self, signal: Real) -> NDArray[np.float32]:
        """Return the frames [T, K] of a signal [n]: linear amplitudes; row t belongs to sample ``t * hop``."""
        ...

    def declaration(self, kind: str) -> Transform:
        """Return what a space must store, under the name `kind`."""
        ...


def transform_of(declaration: Transform) -> FrameTransform:
    """Make the transform that a space declares.

    Parameters
    ----------
    declaration : Transform
        What the space stores.

    Returns
    -------
    FrameTransform
        NSGT, STFT or DCT; an NSGT takes signals of exactly ``declaration.length`` samples.

    Raises
    ------
    TransformError
        If the declaration cannot be met.
    """
    if declaration.kind == "stft":
        return STFT(declaration.rate, declaration.window, declaration.length, declaration.hop)
    if declaration.kind == "dct":
        return DCT(declaration.rate, declaration.window, declaration.length, declaration.hop)
    return NSGT.from_bands(
        declaration.centres,
        declaration.half_widths,
        declaration.rate,
        declaration.length,
        declaration.length // declaration.hop,
    )
