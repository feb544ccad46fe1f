"""Sound files: WAV and FLAC in and out."""

import struct
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from rt_timbre.errors import AudioFileError

_SUBTYPES = {
    (".wav", "float32"): ("WAV", "FLOAT"),
    (".wav", "pcm24"): ("WAV", "PCM_24"),
    (".flac", "pcm24"): ("FLAC", "PCM_24"),
}
_STREAMED = 0xFFFFFFFF  # size of a chunk whose writer did not know it


def read_audio(path: Path) -> tuple[NDArray[np.float32], int]:
    """Read a sound file.

    Parameters
    ----------
    path : Path
        A WAV or FLAC file, or another kind that libsndfile reads.

    Returns
    -------
    samples : ndarray of float32 [n, channels]
        The samples, full scale = 1.
    rate : int
        Samples per second.

    Raises
    ------
    AudioFileError
        The file is missing, empty, truncated, of no known kind, or holds a sample that is not finite.
    """
    try:
        with path.open("rb") as file:
            missing = _missing_bytes(file.read(1 << 16), path.stat().st_size)
    except OSError as error:
        raise AudioFileError(f"{path} cannot be read: {error.strerror}") from None
    if path.stat().st_size == 0:
        raise AudioFileError(f"{path} is empty")
    if missing:
        raise AudioFileError(f"{path} is truncated: {missing} bytes of sound are missing")
    try:
        with soundfile.SoundFile(path) as file:
            promised, rate = file.frames, file.samplerate
            samples: NDArray[np.float32] = file.read(dtype="float32", always_2d=True)
    except soundfile.LibsndfileError as error:
        reason = error.error_string or "it is damaged or cut short"
        raise AudioFileError(f"{path} cannot be read as sound: {reason.rstrip('.')}") from None
    if samples.shape[0] < promised:
        raise AudioFileError(f"{path} is truncated: {samples.shape[0]} of {promised} samples are there")
    if samples.shape[0] == 0:
        raise AudioFileError(f"{path} holds no samples")
    if not np.isfinite(samples).all():
        raise AudioFileError(f"{path} holds samples that are not finite: {np.sum(~np.isfinite(samples))} of them")
    return samples, rate


def write_audio(path: Path, samples: NDArray[np.float32], rate: int, encoding: str | None = None) -> None:
    """Write a sound file; its kind follows from its name.

    Parameters
    ----------
    path : Path
        Ends in .wav or .flac.
    samples : ndarray of float32 [n] or [n, channels]
        The samples, full scale = 1; in 24 bits, what goes beyond is clipped.
    rate : int
        Samples per second.
    encoding : str, optional
        "float32" (WAV only, and its default) or "pcm24" (the default of FLAC).

    Raises
    ------
    AudioFileError
        The name ends otherwise, FLAC is asked for in float32, or the file cannot be written.
    """
    suffix = path.suffix.lower()
    if suffix not in (".wav", ".flac"):
        raise AudioFileError(f"{path} must end in .wav or .flac")
    chosen = encoding or ("float32" if suffix == ".wav" else "pcm24")
    if (suffix, chosen) not in _SUBTYPES:
        raise AudioFileError(f"{path} cannot be written as {chosen}: take float32 (.wav) or pcm24 (.wav, .flac)")
    kind, subtype = _SUBTYPES[suffix, chosen]
    try:
        with path.open("wb") as file:
            soundfile.write(file, samples, rate, format=kind, subtype=subtype)
    except OSError as error:
        raise AudioFileError(f"{path} cannot be written: {error.strerror}") from None
    except soundfile.LibsndfileError as error:
        raise AudioFileError(f"{path} cannot be written: {error.error_string}") from None


def _missing_bytes(head: bytes, size: int) -> int:
    """Return how many bytes a WAV file promises in its `data` chunk beyond its end; 0 for other files.

    libsndfile takes a truncated WAV file for a short one.
    """
    if head[:4] != b"RIFF" or head[8:12] != b"WAVE":
        return 0
    at = 12
    while at + 8 <= len(head):
        name, length = struct.unpack_from("<4sI", head, at)
        if name == b"data":
            return 0 if length == _STREAMED else max(0, at + 8 + length - size)
        at += 8 + length + length % 2
    return 0
