"""Sound files: WAV and FLAC in and out, whole or while the sound is made."""

import contextlib
import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import numpy as np
import soundfile
from numpy.typing import NDArray

from rt_timbre.errors import AudioFileError

_SUBTYPES = {
    (".wav", "float32"): ("WAV", "FLOAT"),
    (".wav", "pcm24"): ("WAV", "PCM_24"),
    (".flac", "pcm24"): ("FLAC", "PCM_24"),
}
_STREAMED = 0xFFFFFFFF  # size of a chunk whose writer did not know it, or that does not fit 32 bits
_WAV_HEADER = 94  # bytes before the samples of a streamed WAV file
_FLAC_BLOCK_AT = 8  # where a FLAC file says how many samples a block holds
_FLAC_TOTAL_AT = 21  # where it says how many samples it holds: 36 bits, after 4 that belong to the field before
_REMOVED = "it was removed"
_FLAC_SYNC = b"\xff\xf8"  # how a block begins


class SoundReader:
    """A sound file that is read block by block; a context manager.

    Attributes
    ----------
    rate, channels : int
        Samples per second, and of a frame.
    frames : int
        Frames that the file says it holds.

    Parameters
    ----------
    path : Path
        A WAV or FLAC file, or another kind that libsndfile reads.

    Raises
    ------
    AudioFileError
        The file is missing, empty, truncated or of no known kind.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            with path.open("rb") as file:
                missing = _missing_bytes(file.read(1 << 16), path.stat().st_size)
        except (OSError, ValueError) as error:
            raise AudioFileError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}") from None
        if path.stat().st_size == 0:
            raise AudioFileError(f"{path} is empty")
        if missing:
            raise AudioFileError(f"{path} is truncated: {missing} bytes of sound are missing")
        with self._named():
            self._file = soundfile.SoundFile(path)
        self.rate: int = self._file.samplerate
        self.channels: int = self._file.channels
        self.frames: int = self._file.frames
        self._taken = 0

    def __enter__(self) -> "SoundReader":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def read(self, frames: int = -1) -> NDArray[np.float32]:
        """Read on.

        Parameters
        ----------
        frames : int
            How many, at most; by itself all that is left.

        Returns
        -------
        ndarray of float32 [n, channels]
            The samples, full scale = 1; none after the last.

        Raises
        ------
        AudioFileError
            The file ends too early or is damaged, holds a sample that is not finite, or none at all.
        """
        with self._named():
            samples: NDArray[np.float32] = self._file.read(frames, dtype="float32", always_2d=True)
        self._taken += samples.shape[0]
        if self._taken < self.frames and (frames < 0 or samples.shape[0] < frames):
            raise AudioFileError(f"{self._path} is truncated: {self._taken} of {self.frames} samples are there")
        if self._taken == 0 and frames != 0:
            raise AudioFileError(f"{self._path} holds no samples")
        if not np.isfinite(samples).all():
            count = np.sum(~np.isfinite(samples))
            raise AudioFileError(f"{self._path} holds samples that are not finite: {count} of them")
        return samples

    def blocks(self, frames: int) -> Iterator[NDArray[np.float32]]:
        """Read on to the end, in blocks of so many frames; the last may be shorter.

        Yields
        ------
        ndarray of float32 [n, channels]
            As of `read`, which also says what is raised.
        """
        while (block := self.read(frames)).shape[0]:
            yield block

    @contextlib.contextmanager
    def _named(self) -> Iterator[None]:
        try:
            yield
        except soundfile.LibsndfileError as error:
            reason = error.error_string or "it is damaged or cut short"
            raise AudioFileError(f"{self._path} cannot be read as sound: {reason.rstrip('.')}") from None


def read_audio(path: Path) -> tuple[NDArray[np.float32], int]:
    """Read a sound file as a whole.

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
    with SoundReader(path) as reader:
        return reader.read(), reader.rate


def check_suffix(path: Path) -> str:
    """Return the suffix of a sound file to be written, in small letters; raise AudioFileError unless it is known."""
    suffix = path.suffix.lower()
    if suffix not in (".wav", ".flac"):
        raise AudioFileError(f"{path} must end in .wav or .flac")
    return suffix


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
    suffix = check_suffix(path)
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


class SoundStream(Protocol):
    """A sound file in the making: readable after every `write`, however the process ends."""

    @property
    def frames(self) -> int:
        """Frames that whoever reads the file now would find."""

    def write(self, samples: NDArray[np.float32]) -> None:
        """Append frames.

        Parameters
        ----------
        samples : ndarray of float32 [n, channels]
            The frames, full scale = 1; what goes beyond is clipped in 24 bits.

        Raises
        ------
        AudioFileError
            The disk is full, say; the file holds the `frames` that could be written. Only `close` may follow.
        """

    def close(self) -> None:
        """Finish the file; raises AudioFileError as `write` does."""


def create_audio(path: Path, rate: int, channels: int) -> SoundStream:
    """Begin a sound file that does not exist yet, to be written while its sound is made.

    Parameters
    ----------
    path : Path
        Ends in .wav (float32) or .flac (24 bits).
    rate, channels : int
        Frames per second, samples per frame.

    Raises
    ------
    AudioFileError
        The name ends otherwise, there is such a file already, or it cannot be written.
    """
    suffix = check_suffix(path)
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    except FileExistsError:
        raise AudioFileError(f"{path} exists already") from None
    except (OSError, ValueError) as error:
        raise AudioFileError(f"{path} cannot be written: {getattr(error, 'strerror', None) or error}") from None
    try:
        return (_WavStream if suffix == ".wav" else _FlacStream)(path, descriptor, rate, channels)
    except AudioFileError:
        with contextlib.suppress(OSError):
            path.unlink()  # it holds nothing
        raise


class _WavStream:
    """Float32 WAV. Beyond 4 GiB the space kept by the JUNK chunk makes it an RF64 file (EBU Tech 3306)."""

    def __init__(self, path: Path, descriptor: int, rate: int, channels: int) -> None:
        self.frames = 0
        self._path = path
        self._descriptor = descriptor
        self._rate, self._channels = rate, channels
        try:
            _write_all(descriptor, _wav_header(rate, channels, 0))
        except OSError as error:
            os.close(descriptor)
            raise self._failed(error) from None

    def write(self, samples: NDArray[np.float32]) -> None:
        frame = 4 * self._channels
        try:
            _write_all(self._descriptor, samples.astype("<f4", copy=False).tobytes())
            self.frames += samples.shape[0]
            os.pwrite(self._descriptor, _wav_header(self._rate, self._channels, self.frames), 0)
            if not os.fstat(self._descriptor).st_nlink:
                raise AudioFileError(f"{self._path} cannot be written: {_REMOVED}")
        except OSError as error:
            with contextlib.suppress(OSError):
                self.frames = (os.fstat(self._descriptor).st_size - _WAV_HEADER) // frame
                os.ftruncate(self._descriptor, _WAV_HEADER + self.frames * frame)
                os.pwrite(self._descriptor, _wav_header(self._rate, self._channels, self.frames), 0)
            raise self._failed(error) from None

    def close(self) -> None:
        try:
            os.close(self._descriptor)
        except OSError as error:  # a network's disk may say only now that it is full
            raise self._failed(error) from None

    def _failed(self, error: OSError) -> AudioFileError:
        return AudioFileError(f"{self._path} cannot be written: {error.strerror or error}")


def _wav_header(rate: int, channels: int, frames: int) -> bytes:
    """Return the `_WAV_HEADER` bytes before `frames` of float32."""
    frame = 4 * channels
    size = frames * frame
    riff = _WAV_HEADER - 8 + size
    wide = riff >= _STREAMED
    kind, spare = (b"RF64", b"ds64") if wide else (b"RIFF", b"JUNK")
    return b"".join(
        [
            struct.pack("<4sI4s", kind, _STREAMED if wide else riff, b"WAVE"),
            struct.pack("<4sIQQQI", spare, 28, *((riff, size, frames) if wide else (0, 0, 0)), 0),
            struct.pack("<4sIHHIIHHH", b"fmt ", 18, 3, channels, rate, rate * frame, frame, 32, 0),
            struct.pack("<4sII", b"fact", 4, _STREAMED if wide else frames),
            struct.pack("<4sI", b"data", _STREAMED if wide else size),
        ]
    )


class _FlacStream:
    """FLAC of 24 bits, encoded by libsndfile."""

    def __init__(self, path: Path, descriptor: int, rate: int, channels: int) -> None:
        self._path = path
        self._sink = _FlacSink(descriptor)
        try:
            self._encoder = soundfile.SoundFile(self._sink, "w", rate, channels, "PCM_24", format="FLAC")
            self._raise_failure()
        except (soundfile.LibsndfileError, AudioFileError) as error:
            os.close(descriptor)
            raise AudioFileError(f"{path} cannot be written: {self._sink.failure or error}") from None

    @property
    def frames(self) -> int:
        return self._sink.frames

    def write(self, samples: NDArray[np.float32]) -> None:
        self._sink.given += samples.shape[0]
        # soundfile asserts that all was written, and libsndfile knows no reasons: the sink has the reason.
        with contextlib.suppress(soundfile.LibsndfileError, AssertionError):
            self._encoder.write(samples)
        self._raise_failure()

    def close(self) -> None:
        with contextlib.suppress(soundfile.LibsndfileError):
            self._encoder.close()
        try:
            os.close(self._sink.descriptor)
        except OSError as error:
            self._sink.failure = self._sink.failure or error.strerror or str(error)
        self._raise_failure()

    def _raise_failure(self) -> None:
        if self._sink.failure:
            raise AudioFileError(f"{self._path} cannot be written: {self._sink.failure}")


class _FlacSink:
    """The file that libFLAC writes to, through soundfile's callbacks: nothing is raised there.

    libFLAC says how many samples there are only at the end, and its readers trust that: here the file says it after
    every block, so that a crash leaves a file that can be read.

    Attributes
    ----------
    given, frames : int
        Frames given to the encoder, and those in whole blocks of the file.
    failure : str
        Why nothing is written any more; "" while all is well.
    """

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor
        self.given = self.frames = 0
        self.failure = ""
        self._whole = 0  # bytes up to the end of the last whole block

    def write(self, data: bytes) -> int:
        if self.failure:
            return 0
        try:
            _write_all(self.descriptor, data)
            if data.startswith(_FLAC_SYNC):
                self._count_block()
        except OSError as error:
            self.failure = error.strerror or str(error)
            with contextlib.suppress(OSError):
                os.ftruncate(self.descriptor, self._whole)
            return 0
        return len(data)

    def _count_block(self) -> None:
        head = os.pread(self.descriptor, _FLAC_TOTAL_AT + 1, 0)
        (block,) = struct.unpack_from(">H", head, _FLAC_BLOCK_AT)
        self.frames = min(self.frames + block, self.given)
        total = (head[-1] & 0xF0) << 32 | self.frames
        os.pwrite(self.descriptor, total.to_bytes(5, "big"), _FLAC_TOTAL_AT)
        self._whole = self.tell()
        if not os.fstat(self.descriptor).st_nlink:
            self.failure = _REMOVED

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        return os.lseek(self.descriptor, offset, whence)

    def tell(self) -> int:
        return os.lseek(self.descriptor, 0, os.SEEK_CUR)

    def read(self, _: int) -> bytes:
        """Nothing: libsndfile only writes here, but soundfile asks whether it could read."""
        return b""


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
