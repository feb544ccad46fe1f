"""The look of all figures, and how they are written; the only module of this half that uses matplotlib.

Figures are made without pyplot, so that nothing of the process's state is changed and no window is ever asked for:

    with house_style():
        figure = new_figure(COLUMN, 60.0)
        axes = figure.add_subplot()
        ...
    save(figure, Path("figure.png"))
"""

import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import CalledProcessError
from typing import Any

import matplotlib
from matplotlib.animation import FFMpegWriter, PillowWriter
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import LinearSegmentedColormap, Normalize
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Ellipse
from matplotlib.patheffects import withStroke
from matplotlib.text import Annotation, Text
from mpl_toolkits.mplot3d import Axes3D, proj3d

from rt_timbre.whole_file import replacing
from rt_timbre_export.errors import FigureError

__all__ = [
    "COLUMN",
    "DPI",
    "HALO",
    "PAGE",
    "Annotation",
    "Artist",
    "Axes",
    "Axes3D",
    "Ellipse",
    "Figure",
    "Line2D",
    "LinearSegmentedColormap",
    "Mark",
    "Normalize",
    "Text",
    "house_style",
    "marks",
    "new_figure",
    "on_page",
    "pixels",
    "save",
    "save_animation",
    "settle",
]

COLUMN, PAGE = 85.0, 180.0
"""Widths of a column and of a page in mm."""

DPI = 300
"""Pixels per inch of a written figure."""

HALO = (withStroke(linewidth=1.6, foreground="white"),)
"""Path effect of a text that may lie over lines."""

_MILLIMETRES = 25.4  # in an inch
_ANIMATION_DPI = 100
# Okabe and Ito, Color Universal Design (2008), without the yellow, which is lost on white.
_COLOURS = ("#0072B2", "#E69F00", "#009E73", "#D55E00", "#56B4E9", "#CC79A7", "#000000")
# As many as have no factor in common with the colours: the pairs repeat after 91 names, the shapes after 13.
_SHAPES = ("o", "s", "^", "D", "v", "P", "X", "<", "*", ">", "p", "h", "d")
_STYLE: dict[Any, Any] = {
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],  # comes with matplotlib: the same everywhere
    "font.size": 8.0,
    "axes.titlesize": 9.0,
    "axes.labelsize": 8.0,
    "xtick.labelsize": 8.0,
    "ytick.labelsize": 8.0,
    "legend.fontsize": 8.0,
    "figure.titlesize": 10.0,
    "axes.linewidth": 0.6,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "grid.linewidth": 0.4,
    "grid.color": "#D8D8D8",
    "xtick.major.width": 0.6,
    "ytick.major.width": 0.6,
    "lines.linewidth": 1.0,
    "legend.frameon": False,
    "legend.handletextpad": 0.4,
    "figure.facecolor": "white",
    "figure.constrained_layout.h_pad": 0.04,
    "figure.constrained_layout.w_pad": 0.04,
    "image.cmap": "cividis",  # even for those who do not see red or green
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How an instrument is shown.

    Attributes
    ----------
    colour : str
        As "#0072B2".
    shape : str
        A marker of matplotlib.
    """

    colour: str
    shape: str


def marks(names: Iterable[str]) -> dict[str, Mark]:
    """Give every name a colour and a shape of its own, told apart by either alone as far as it goes.

    Parameters
    ----------
    names : iterable of str
        Names, as of instruments; one that comes twice counts once.

    Returns
    -------
    dict of str to Mark
        By name; the first 7 colours and the first 13 shapes differ, the first 91 pairs.
    """
    return {
        name: Mark(colour=_COLOURS[i % len(_COLOURS)], shape=_SHAPES[i % len(_SHAPES)])
        for i, name in enumerate(dict.fromkeys(names))
    }


@contextmanager
def house_style() -> Iterator[None]:
    """Draw in the look of this module; what was set before is set again after."""
    with matplotlib.rc_context(_STYLE):
        yield


def new_figure(width: float, height: float) -> Figure:
    """Make an empty figure that arranges its parts by itself ("constrained" layout).

    Parameters
    ----------
    width, height : float
        In mm; `COLUMN` or `PAGE` wide.

    Returns
    -------
    Figure
        The figure, with a canvas in memory.
    """
    figure = Figure(figsize=(width / _MILLIMETRES, height / _MILLIMETRES), dpi=DPI, layout="constrained")
    FigureCanvasAgg(figure)
    return figure


def pixels(figure: Figure) -> tuple[int, int]:
    """Return the width and height of the picture that `save` writes of a figure."""
    width, height = figure.get_size_inches()
    return int(width * DPI), int(height * DPI)


def settle(figure: Figure) -> None:
    """Arrange the parts of a figure and keep them there, so that places on the page can be asked for."""
    figure.draw_without_rendering()
    figure.set_layout_engine("none")


def on_page(axes: Axes, position: Sequence[float]) -> tuple[float, float]:
    """Return where a point of an axes is on its figure.

    Parameters
    ----------
    axes : Axes
        Of two or three dimensions, after `settle`.
    position : sequence of float [2 or 3]
        Point in the units of its axes.

    Returns
    -------
    x, y : float
        Pixels from the lower left corner of the figure, at its own resolution.
    """
    if isinstance(axes, Axes3D):
        position = proj3d.proj_transform(*position, axes.get_proj())[:2]
    x, y = axes.transData.transform(tuple(position))
    return float(x), float(y)


def save(figure: Figure, path: Path) -> None:
    """Write a figure as a picture, at once and whole: a reader sees the old file or the new one.

    Parameters
    ----------
    figure : Figure
        The figure.
    path : Path
        The picture; its suffix names the format, as ".png", ".pdf" or ".svg".

    Raises
    ------
    FigureError
        It cannot be written.
    """
    with _replacing(path) as temporary:
        figure.savefig(temporary, dpi=DPI, format=path.suffix.removeprefix("."))


def save_animation(figure: Figure, update: Callable[[int], Any], frames: Sequence[int], path: Path) -> list[Path]:
    """Write a figure in motion as a GIF and, where ffmpeg is found, as an MP4 too.

    Parameters
    ----------
    figure : Figure
        The figure.
    update : callable
        Brings the figure to one of its states.
    frames : sequence of int
        The states in the order of time, 12 in a second.
    path : Path
        The pictures without their suffix.

    Returns
    -------
    list of Path
        What was written.

    Raises
    ------
    FigureError
        They cannot be written.
    """
    kinds: dict[str, Any] = {".gif": PillowWriter(fps=12)}
    if shutil.which("ffmpeg"):
        # Players ask for even sizes and for this form of colours.
        even = ["-vf", "pad=ceil(iw/2)*2:ceil(ih/2)*2", "-pix_fmt", "yuv420p"]
        kinds[".mp4"] = FFMpegWriter(fps=12, codec="h264", extra_args=even)
    written = [path.with_suffix(suffix) for suffix in kinds]
    try:
        with ExitStack() as stack:
            for target, writer in zip(written, kinds.values(), strict=True):
                temporary = stack.enter_context(_replacing(target))
                stack.enter_context(writer.saving(figure, temporary, _ANIMATION_DPI))
            for frame in frames:
                update(frame)
                for writer in kinds.values():
                    writer.grab_frame()
    except (CalledProcessError, BrokenPipeError):
        raise FigureError(f"{written[-1]} cannot be written: ffmpeg failed; it needs an encoder for H.264") from None
    return written


@contextmanager
def _replacing(path: Path) -> Iterator[Path]:
    """Give the name of a file to write, which takes the place of `path` once it is whole."""
    try:
        with replacing(path) as temporary:
            yield temporary
    except BrokenPipeError:
        raise  # of another program, not of the file
    except OSError as error:
        raise FigureError(f"{path} cannot be written: {error.strerror or error}") from None
