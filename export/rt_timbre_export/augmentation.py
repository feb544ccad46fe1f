"""Random filters that stand for other instruments of a kind, rooms and microphones."""

import numpy as np
from numpy.typing import NDArray

from rt_timbre.transforms.scales import hz_to_erb
from rt_timbre_export.recipe import Augmentation


def random_filters(
    augmentation: Augmentation, centres: NDArray[np.float64], count: int, random: np.random.Generator
) -> NDArray[np.float32]:
    """Draw the frequency responses of random filters.

    Each is a straight tilt over octaves, level at 1 kHz, plus a smooth curve over the ERB scale. A frame is filtered
    by adding a response to its levels, so by multiplying its amplitudes by ``10^(response / 20)``; of a
    loudness-normalised space it is to be normalised again.

    Parameters
    ----------
    augmentation : Augmentation
        How strong and how smooth.
    centres : ndarray of float64 [K]
        Centres of the bands in Hz.
    count : int
        Number of filters.
    random : Generator
        Source of chance.

    Returns
    -------
    ndarray of float32 [count, K]
        Responses in dB, independent and normally distributed at each band, around 0.
    """
    tilts = augmentation.tilt_db * random.standard_normal((count, 1))
    position = (hz_to_erb(centres) - hz_to_erb(centres[0])) / augmentation.curve_erb
    knot = np.floor(position).astype(np.int64)
    values = augmentation.curve_db * random.standard_normal((count, knot[-1] + 2))
    step = position - knot
    # Weights on a circle keep the variance the same between the knots as at them; the smooth step avoids corners.
    angle = 0.5 * np.pi * step * step * (3.0 - 2.0 * step)
    curves = values[:, knot] * np.cos(angle) + values[:, knot + 1] * np.sin(angle)
    result: NDArray[np.float32] = (tilts * np.log2(centres / 1000.0) + curves).astype(np.float32)
    return result
