"""Pictures of sound; the only module that uses matplotlib (extra ``pictures``)."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.signal import ShortTimeFFT
from scipy.signal.windows import hann

from rt_timbre.errors import PictureError
from rt_timbre.whole_file import replacing

DPI = 110
"""Pixels per inch of a picture."""

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
    PictureError
        If matplotlib is not installed, or the picture cannot be written.
    """
    figure = new_figure(12.0, 5.0)
    axes = figure.add_subplot()
    figure.colorbar(draw_spectrogram(axes, sound, rate), label="level (dB)")
    axes.set(title=title, xlabel="time (s)")
    save(figure, path)


def draw_spectrogram(axes: Any, sound: NDArray[np.float32], rate: int) -> Any:
    """Draw a spectrogram.

    Parameters
    ----------
    axes : matplotlib.axes.Axes
        Where; its x axis becomes the time in seconds.
    sound : ndarray of float32 [samples, channels]
        The sound; its channels are averaged.
    rate : int
        Samples per second.

    Returns
    -------
    matplotlib.collections.QuadMesh
        What was drawn, for a bar of its colours: dB beside the loudest.
    """
    transform = ShortTimeFFT(hann(4096, sym=False), hop=512, fs=rate, scale_to="magnitude")
    magnitude = np.abs(transform.stft(sound.mean(axis=1).astype(np.float64)))
    level = 20.0 * np.log10(np.maximum(magnitude / max(magnitude.max(), 1e-12), 10.0 ** (_FLOOR / 20.0)))
    seconds = sound.shape[0] / rate
    mesh = axes.pcolormesh(
        transform.t(sound.shape[0]),
        transform.f,
        level,
        cmap="magma",
        vmin=_FLOOR,
        vmax=0.0,
        rasterized=True,
    )
    axes.set_yscale("symlog", linthresh=1000.0)
    axes.set(ylabel="frequency (Hz)", ylim=(30.0, rate / 2), xlim=(0.0, seconds))
    axes.set_yticks(
        [100, 200, 500, 1000, 2000, 5000, 10000, 20000], ["100", "200", "500", "1k", "2k", "5k", "10k", "20k"]
    )
    return mesh


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
    PictureError
        If matplotlib is not installed, or the picture cannot be written.
    """
    names = list(next(iter(panels.values())))
    figure = new_figure(3.2 * len(panels) + 1.5, 0.35 * len(names) + 1.2)
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
    save(figure, path)


def new_figure(width: float, height: float, dpi: int = DPI) -> Any:
    """Make an empty figure that arranges its parts by itself ("constrained" layout).

    Parameters
    ----------
    width, height : float
        In inches.
    dpi : int
        Pixels per inch.

    Returns
    -------
    matplotlib.figure.Figure
        The figure, with a canvas in memory.

    Raises
    ------
    PictureError
        If matplotlib is not installed.
    """
    try:
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
    except ImportError:
        raise PictureError("pictures need matplotlib: pip install 'rt-timbre[pictures]'") from None
    figure = Figure(figsize=(width, height), dpi=dpi, layout="constrained")
    FigureCanvasAgg(figure)
    return figure


def save(figure: Any, path: Path) -> None:
    """Write a figure as a picture, at once and whole.

    Parameters
    ----------
    figure : matplotlib.figure.Figure
        The figure.
    path : Path
        The picture; its suffix names the format.

    Raises
    ------
    PictureError
        If there is no such format, or the picture cannot be written.
    """
    check_suffix(path, figure.canvas.get_supported_filetypes())
    try:
        with replacing(path) as temporary:
            figure.savefig(temporary)
    except OSError as error:
        raise PictureError(f"{path} cannot be written: {error.strerror or error}") from None


def check_suffix(path: Path, kinds: Iterable[str]) -> None:
    """Raise PictureError unless a file's suffix names one of these formats, as "png"."""
    suffix = path.suffix.removeprefix(".").lower()
    if suffix not in kinds:
        raise PictureError(f"{path} must end in one of {', '.join(f'.{kind}' for kind in sorted(kinds))}")
