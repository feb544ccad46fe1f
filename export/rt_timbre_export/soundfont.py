"""Notes of a soundfont, rendered by fluidsynth."""

import ctypes
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rt_timbre_export.errors import CorpusError

RATE = 44100  # that of most soundfonts' samples: rendered at another, they would alias
RELEASE = 0.3  # seconds rendered after the key is let go

_BLOCK = 64  # samples: fluidsynth starts and stops notes on this grid
_SEVENTH_ORDER = 7  # the best of its interpolations
_GAIN = 0.5
_ALL_CHANNELS = -1
_LOG_LEVELS = 5


def render_note(
    path: Path, *, bank: int, program: int, midi: int, velocity: int, seconds: float
) -> NDArray[np.float32]:
    """Render one note, without reverb and chorus.

    Every note is rendered by a synthesiser of its own: fluidsynth's voices remember those before them, by about
    -50 dB, and then the order of rendering would matter.

    Parameters
    ----------
    path : Path
        The .sf2 file.
    bank, program : int
        The preset.
    midi, velocity : int
        Key and velocity, 0 to 127.
    seconds : float
        How long the key is held.

    Returns
    -------
    ndarray of float32 [n, 2]
        The sound at `RATE`, with `RELEASE` seconds after the key is let go; the same in every bit each time. All
        zeros where the preset has no sample for the key.

    Raises
    ------
    CorpusError
        fluidsynth or the file is missing, or the file cannot be read or lacks the preset.
    """
    library = _library()
    synth = library.Synth(
        gain=_GAIN,
        samplerate=RATE,
        channels=16,
        **{"synth.reverb.active": 0, "synth.chorus.active": 0, "synth.dynamic-sample-loading": 1},
    )
    try:
        # Asked to load anything else, fluidsynth's other loaders complain on their own.
        font = synth.sfload(str(path)) if _is_soundfont(path) else -1
        if font < 0:
            raise CorpusError(f"soundfont {path} cannot be loaded; apt install fluid-soundfont-gm has a good one")
        if synth.program_select(0, font, bank, program) < 0:
            raise CorpusError(f"soundfont {path} has no bank {bank}, program {program}")
        library.cfunc("fluid_synth_set_interp_method", ctypes.c_int, *_arguments("synth", "channel", "method"))(
            synth.synth, _ALL_CHANNELS, _SEVENTH_ORDER
        )
        synth.noteon(0, midi, velocity)
        held = _samples(library, synth, seconds)
        synth.noteoff(0, midi)
        return np.concatenate((held, _samples(library, synth, RELEASE)))
    finally:
        synth.delete()


def _is_soundfont(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            head = file.read(12)
    except OSError:
        return False
    whole = path.stat().st_size >= 8 + int.from_bytes(head[4:8], "little")
    return head[:4] == b"RIFF" and head[8:] == b"sfbk" and whole


def version() -> str:
    """Return the version of the fluidsynth library, as "2.3.1".

    Raises
    ------
    CorpusError
        fluidsynth is missing.
    """
    parts = [ctypes.c_int() for _ in range(3)]
    _library().fluid_version(*(ctypes.byref(part) for part in parts))
    return ".".join(str(part.value) for part in parts)


def _samples(library: Any, synth: Any, seconds: float) -> NDArray[np.float32]:
    # pyfluidsynth itself has only the 16-bit form, which would drown quiet notes in dither.
    write = library.cfunc(
        "fluid_synth_write_float",
        ctypes.c_int,
        *_arguments("synth", "length", "left", "left_offset", "left_step", "right", "right_offset", "right_step"),
    )
    samples = np.zeros((round(seconds * RATE / _BLOCK) * _BLOCK, 2), np.float32)
    write(synth.synth, samples.shape[0], samples.ctypes.data, 0, 2, samples.ctypes.data, 1, 2)
    return samples


def _arguments(*names: str) -> list[tuple[str, type, int]]:
    pointers = ("synth", "left", "right")
    return [(name, ctypes.c_void_p if name in pointers else ctypes.c_int, 1) for name in names]


def _library() -> Any:
    try:
        import fluidsynth
    except ImportError:
        raise CorpusError(
            "fluidsynth is not installed: apt install fluidsynth, and pip install rt-timbre[export]"
        ) from None
    silence = fluidsynth.cfunc(
        "fluid_set_log_function",
        ctypes.c_void_p,
        ("level", ctypes.c_int, 1),
        ("log", ctypes.c_void_p, 1),
        ("data", ctypes.c_void_p, 1),
    )
    for level in range(_LOG_LEVELS):
        silence(level, None, None)  # what goes wrong is raised as an error, once
    return fluidsynth
