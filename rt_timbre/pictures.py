"""Pictures of sound; the only module that uses matplotlib (extra ``pictures``)."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

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
    figure = _figure(12, 5)
    transform = ShortTimeFFT(hann(4096, sym=False), hop=512, fs=rate, scale_to="magnitude")
    magnitude = np.abs(transform.stft(sound.mean(axis=1).astype(np.float64)))
    level = 20.0 * np.log10(np.maximum(magnitude / max(magnitude.max(), 1e-12), 10.0 ** (_FLOOR / 20.0)))
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


def bars(panels: Mapping[str, Mapping[str, float]], path: Path) -> None:
    """Save bars side by side as a picture.

    Parameters
    ----------
    panels : mapping of str to mapping of str to float
        Values by name, by title; all panels have the same names. What is not finite is left out and said so.
    path : Path
        The picture to write; its suffix names the format.

    Raises
    ------
    TimbreError
        If matplotlib is not installed.
    """
    names = list(next(iter(panels.values())))
    figure = _figure(3.2 * len(panels) + 1.5, 0.35 * len(names) + 1.2)
    for i, (title, values) in enumerate(panels.items()):
        axes = figure.add_subplot(1, len(panels), i + 1)
        finite = [value if np.isfinite(value) else 0.0 for value in values.values()]
        axes.barh(names, finite, color="tab:blue")
        if min(finite) >= 0.0 and max(finite) > 100.0 * max(sorted(finite)[len(finite) // 2], 1e-9):
            axes.set_xscale("symlog")
        for row, value in enumerate(values.values()):
            text = f"{value:.3g}" if np.isfinite(value) else "offline" if np.isinf(value) else "–"
            inside = np.isfinite(value) and value < 0.0
            axes.annotate(
                text, (0.0 if inside else finite[row], row), (3, 0), textcoords="offset points", va="center", fontsize=8
            )
        axes.invert_yaxis()
        axes.set_title(title, fontsize=10)
        axes.margins(x=0.25)
        if i:
            axes.set_yticklabels([])
    figure.savefig(path, dpi=110)


def _figure(width: float, height: float) -> Any:
    """Return an empty figure of a size in inches."""
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError:
        raise TimbreError("pictures need matplotlib: pip install 'rt-timbre[pictures]'") from None
    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    return figure
