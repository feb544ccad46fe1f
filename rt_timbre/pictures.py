"""Pictures of sound; the only module that uses matplotlib (extra ``pictures``)."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.signal import ShortTimeFFT
from scipy.signal.windows import hann

from rt_timbre.errors import TimbreError

_FLOOR = -90.0  # dB below the loudest


def spectrogram(sound: NDArray[np.float32], rate: int, path: Path, title: str) -> None:
    """Save a spectrogram as a picture.

    Parameters
    ----------
    sound : ndarray of float32 [samples, channels]
        The sound; its channels are averaged.
    rate : int
        Samples per second.
    path : Path
        The picture to write; its suffix names the format.
    title : str
        Heading of the picture.

    Raises
    ------
    TimbreError
        If matplotlib is not installed.
    """
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError:
        raise TimbreError("pictures need matplotlib: pip install 'rt-timbre[pictures]'") from None
    transform = ShortTimeFFT(hann(4096, sym=False), hop=512, fs=rate, scale_to="magnitude")
    magnitude = np.abs(transform.stft(sound.mean(axis=1).astype(np.float64)))
    level = 20.0 * np.log10(np.maximum(magnitude / max(magnitude.max(), 1e-12), 10.0 ** (_FLOOR / 20.0)))
    figure = Figure(figsize=(12, 5), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.add_subplot()
    seconds = sound.shape[0] / rate
    mesh = axes.pcolormesh(
        np.linspace(0.0, seconds, level.shape[1]),
        transform.f,
        level,
        cmap="magma",
        vmin=_FLOOR,
        vmax=0.0,
        rasterized=True,
    )
    axes.set_yscale("symlog", linthresh=1000.0)
    axes.set(title=title, xlabel="time (s)", ylabel="frequency (Hz)", ylim=(30.0, rate / 2))
    axes.set_yticks(
        [100, 200, 500, 1000, 2000, 5000, 10000, 20000], ["100", "200", "500", "1k", "2k", "5k", "10k", "20k"]
    )
    figure.colorbar(mesh, label="level (dB)")
    figure.savefig(path, dpi=110)
