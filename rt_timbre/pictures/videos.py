"""Films of a path: the point that moves through the space, beside the spectrum of what is heard there."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.signal.windows import hann

from rt_timbre.paths.latent_path import LatentPath
from rt_timbre.pictures.curves import components
from rt_timbre.pictures.drawing import check_suffix, new_figure
from rt_timbre.pictures.film import KINDS, film_writer
from rt_timbre.pictures.paths import draw_map, plane
from rt_timbre.space import Space

_WINDOW = 8192  # samples of a spectrum
_FLOOR = -80.0  # dB below the loudest
_TRAIL = 1.0  # seconds that the point leaves behind
_LOWEST = 40.0  # Hz


def path_video(space: Space, path: LatentPath, sound: NDArray[np.float32], rate: int, film: Path, title: str) -> None:
    """Write a film of a path: its point on the plane of the first two principal axes, and the spectrum of its sound.

    Parameters
    ----------
    space : Space
        The space that the path lies in.
    path : LatentPath
        The path.
    sound : ndarray of float32 [samples, channels]
        Its sound, from its beginning on; the film is as long, and has it in it if it is an .mp4.
    rate : int
        Samples per second of the sound.
    film : Path
        The film to write: .mp4, for which ffmpeg must be installed, or .gif.
    title : str
        Heading of the film.

    Raises
    ------
    PathError
        If the path has another dimension than the space.
    PictureError
        If matplotlib or ffmpeg is not installed, or the film cannot be written, or is too long for its kind.
    """
    path.check_fits(space.dimension)
    check_suffix(film, KINDS)
    kind = KINDS[film.suffix.lower().removeprefix(".")]
    # All that stands still is drawn once; for each picture of the film the rest is drawn over it.
    figure = new_figure(kind.width / kind.dpi, kind.height / kind.dpi, kind.dpi)
    figure.suptitle(title)
    left, right = figure.subplots(1, 2, width_ratios=(1.1, 1.0))
    draw_map(left, space)
    moments = np.arange(0.0, sound.shape[0] / rate, 1.0 / kind.pictures)
    way = plane(components(space, path.at(np.linspace(0.0, path.duration, 1000))[0]), (0, 1))
    left.plot(*way.T, color="black", linewidth=1.0, alpha=0.5)
    right.set(
        xscale="log", xlim=(_LOWEST, 0.45 * rate), ylim=(_FLOOR, 5.0), xlabel="frequency (Hz)", ylabel="level (dB)"
    )
    right.grid(True, which="both", color="#E0E0E0", linewidth=0.5)
    ticks = [tick for tick in (50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000) if tick < 0.45 * rate]
    right.set_xticks(ticks, [f"{tick // 1000}k" if tick >= 1000 else f"{tick}" for tick in ticks])
    right.minorticks_off()
    spectra = _Spectra(sound, rate)
    (trail,) = left.plot([], [], color="black", linewidth=2.5, animated=True)
    (point,) = left.plot([], [], "o", color="#D55E00", markeredgecolor="black", markersize=11, animated=True)
    (curve,) = right.plot(
        spectra.frequencies, np.full(spectra.frequencies.size, _FLOOR), color="#0072B2", animated=True
    )
    clock = right.text(0.98, 0.97, "", transform=right.transAxes, ha="right", va="top", animated=True)
    canvas = figure.canvas
    canvas.draw()
    still = canvas.copy_from_bbox(figure.bbox)
    with film_writer(film, kind, moments.size, sound, rate) as write:
        for moment in moments.tolist():
            canvas.restore_region(still)
            seconds = np.linspace(max(0.0, min(moment, path.duration) - _TRAIL), min(moment, path.duration), 50)
            behind = plane(components(space, path.at(seconds)[0]), (0, 1))
            trail.set_data(*behind.T)
            point.set_data(*behind[-1:].T)
            curve.set_ydata(spectra.at(moment))
            clock.set_text(f"{moment:.1f} s")
            for artist in (trail, point, curve, clock):
                artist.axes.draw_artist(artist)
            write(canvas.buffer_rgba())


class _Spectra:
    """Spectra of a sound, in dB beside the loudest of all."""

    def __init__(self, sound: NDArray[np.float32], rate: int) -> None:
        self._rate = rate
        self._sound = np.pad(sound.mean(axis=1), _WINDOW // 2)
        self._window: NDArray[np.float32] = hann(_WINDOW, sym=False).astype(np.float32)
        self.frequencies = np.fft.rfftfreq(_WINDOW, 1.0 / rate)
        hops = range(0, max(1, sound.shape[0]), _WINDOW // 2)
        self._loudest = max(1e-9, *(float(self._magnitude(start).max()) for start in hops), 0.0)

    def at(self, seconds: float) -> Any:
        """Return the levels [N] around a moment."""
        magnitude = self._magnitude(round(seconds * self._rate))
        return 20.0 * np.log10(np.maximum(magnitude / self._loudest, 10.0 ** (_FLOOR / 20.0)))

    def _magnitude(self, start: int) -> Any:
        part = self._sound[start : start + _WINDOW]
        return np.abs(np.fft.rfft(np.pad(part, (0, _WINDOW - part.size)) * self._window))
