"""What others offer, to stand beside ours: librosa (extra ``bench``)."""

import warnings
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from rt_timbre.errors import TimbreError

_LOWEST = 32.703  # Hz: C1, the first band of the constant-Q transform
_PER_OCTAVE = 48
_ITERATIONS = 100


def peers(rate: int) -> dict[str, Callable[[NDArray[np.float32]], NDArray[np.float32]]]:
    """Return by name what makes a sound again from the magnitudes that librosa's own transforms give of it.

    Parameters
    ----------
    rate : int
        Samples per second.

    Returns
    -------
    dict of str to callable
        Each takes a sound [n] and gives one [n].

    Raises
    ------
    TimbreError
        If librosa is not installed.
    """
    try:
        import librosa
    except ImportError:
        raise TimbreError("librosa is not installed, its rows are left out: pip install 'rt-timbre[bench]'") from None
    octaves = int(np.log2(0.45 * rate / _LOWEST))
    window = 1 << int(np.ceil(np.log2(0.046 * rate)))

    def griffinlim(sound: NDArray[np.float32]) -> NDArray[np.float32]:
        magnitudes = np.abs(librosa.stft(sound, n_fft=window, hop_length=window // 8))
        return _fitted(
            librosa.griffinlim(
                magnitudes, n_iter=_ITERATIONS, n_fft=window, hop_length=window // 8, length=sound.size, random_state=0
            ),
            sound.size,
        )

    def griffinlim_cqt(sound: NDArray[np.float32]) -> NDArray[np.float32]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of a window longer than the sound
            magnitudes = np.abs(
                librosa.cqt(
                    sound,
                    sr=rate,
                    hop_length=64,
                    fmin=_LOWEST,
                    n_bins=octaves * _PER_OCTAVE,
                    bins_per_octave=_PER_OCTAVE,
                )
            )
            return _fitted(
                librosa.griffinlim_cqt(
                    magnitudes,
                    sr=rate,
                    n_iter=_ITERATIONS,
                    hop_length=64,
                    fmin=_LOWEST,
                    bins_per_octave=_PER_OCTAVE,
                    length=sound.size,
                    random_state=0,
                ),
                sound.size,
            )

    return {"librosa.griffinlim": griffinlim, "librosa.griffinlim_cqt": griffinlim_cqt}


def _fitted(sound: NDArray[np.floating], samples: int) -> NDArray[np.float32]:
    result = np.zeros(samples, np.float32)
    result[: min(samples, sound.size)] = sound[:samples]
    return result
