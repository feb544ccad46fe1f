"""Films from pictures: MP4 by ffmpeg, with sound, and GIF by Pillow, whose only module this is."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from rt_timbre.audiofile import write_audio
from rt_timbre.errors import PictureError
from rt_timbre.whole_file import replacing

_COLOURS = 64  # of a picture of a GIF
_LONGEST_GIF = 60  # seconds: its pictures are in memory together

Write: TypeAlias = Callable[[Any], None]
"""Takes the next picture, a buffer of RGBA."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """A kind of film.

    Attributes
    ----------
    pictures : float
        In a second.
    width, height : int
        Of a picture in pixels, even.
    dpi : int
        Pixels in an inch, as far as its texts are concerned.
    """

    pictures: float
    width: int
    height: int
    dpi: int


KINDS = {
    "mp4": Kind(pictures=25.0, width=1280, height=640, dpi=100),
    "gif": Kind(pictures=10.0, width=960, height=480, dpi=80),
}
"""By suffix."""


def film_writer(
    path: Path, kind: Kind, count: int, sound: NDArray[np.float32], rate: int
) -> AbstractContextManager[Write]:
    """Write a film; it is there when the context ends without an error, or not at all.

    Parameters
    ----------
    path : Path
        The film; its suffix is that of `kind`.
    kind : Kind
        One of `KINDS`.
    count : int
        Number of its pictures.
    sound : ndarray of float32 [samples, channels]
        What is heard with it, in an MP4.
    rate : int
        Samples per second.

    Returns
    -------
    context manager of callable
        See `Write`.

    Raises
    ------
    PictureError
        The film cannot be written, or ffmpeg is missing or fails, or Pillow is missing.
    """
    return _mp4(path, kind, sound, rate) if kind is KINDS["mp4"] else _gif(path, kind, count)


@contextmanager
def _mp4(path: Path, kind: Kind, sound: NDArray[np.float32], rate: int) -> Iterator[Write]:
    program = shutil.which("ffmpeg")
    if program is None:
        raise PictureError(f"{path} needs ffmpeg (apt install ffmpeg); a .gif does not")
    with _named(path), replacing(path) as temporary, tempfile.TemporaryDirectory() as folder:
        heard = Path(folder) / "sound.wav"
        write_audio(heard, sound, rate)
        command = [program, "-hide_banner", "-loglevel", "error", "-nostdin", "-y"]
        command += ["-f", "rawvideo", "-pix_fmt", "rgba", "-s", f"{kind.width}x{kind.height}", "-r", str(kind.pictures)]
        command += ["-i", "pipe:0", "-i", str(heard)]
        # What all players know.
        command += ["-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac", "-b:a", "192k", "-movflags", "+faststart"]
        said = Path(folder) / "said.txt"
        with (
            said.open("wb") as errors,
            subprocess.Popen([*command, str(temporary)], stdin=subprocess.PIPE, stderr=errors) as process,
        ):
            stream = process.stdin
            assert stream is not None

            def write(buffer: Any) -> None:
                stream.write(buffer)

            try:
                yield write
                stream.close()
            except BaseException as error:
                with suppress(BrokenPipeError):
                    stream.close()
                if not isinstance(error, BrokenPipeError):  # else it ends by itself, and says why
                    process.kill()
                    raise
        if process.returncode != 0:
            lines = said.read_text(errors="replace").strip().splitlines() or [f"exit status {process.returncode}"]
            raise PictureError(f"{path} cannot be written: ffmpeg failed: {lines[0][:300]}")


@contextmanager
def _gif(path: Path, kind: Kind, count: int) -> Iterator[Write]:
    try:
        from PIL import Image
    except ImportError:
        raise PictureError("a .gif needs Pillow: pip install 'rt-timbre[pictures]'") from None
    if count > _LONGEST_GIF * kind.pictures:
        raise PictureError(f"{path}: a .gif lasts at most {_LONGEST_GIF} s; this is {count / kind.pictures:.0f} s long")
    pictures = []

    def write(buffer: Any) -> None:
        picture = Image.frombytes("RGBA", (kind.width, kind.height), bytes(buffer)).convert("RGB")
        pictures.append(picture.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE))

    yield write
    with _named(path), replacing(path) as temporary:
        pictures[0].save(
            temporary, save_all=True, append_images=pictures[1:], duration=round(1000.0 / kind.pictures), loop=0
        )


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Say of which film it is what the system says."""
    try:
        yield
    except OSError as error:
        raise PictureError(f"{path} cannot be written: {error.strerror or error}") from None
