"""Records what is heard: the loop copies each hop into memory, and a thread of its own writes it to disk."""

import contextlib
import os
import queue
import re
import threading
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rt_timbre.audiofile import SoundStream, create_audio
from rt_timbre.errors import AudioFileError, ControlError
from rt_timbre.realtime import request_realtime_thread
from rt_timbre.sockets import Sender

_MEMORY = 8  # seconds that the disk may stand still
_TAKES = 2  # a new recording may begin while the last one is being finished
_PART = 4096  # frames that are written at once
_INTERVAL = 0.1  # seconds between two looks at what was heard
_LONGEST_NAME = 200  # bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What has become of a recording.

    Attributes
    ----------
    kind : str
        ``started``; ``stopped``; ``failed``: ended by itself, or never begun; ``losing``: goes on, but the disk is too
        slow.
    name : str
        The file's name.
    client : Sender or None
        Who began the recording, or ended it.
    sample : int
        Where the recording begins, counted from the server's start.
    frames, lost : int
        Frames in the file, and how many of them are silence in the place of what was lost.
    reason : str
        Why it failed.
    """

    kind: str
    name: str
    client: Sender | None
    sample: int
    frames: int = 0
    lost: int = 0
    reason: str = ""


def file_name(name: str) -> str:
    """Return the name of the file to record into: `name`, as .wav unless it says otherwise.

    Raises
    ------
    ControlError
        If it is not the plain name of a WAV or FLAC file.
    """
    if not re.fullmatch(r"\w([\w .-]*\w)?", name) or len(name.encode(errors="replace")) > _LONGEST_NAME:
        raise ControlError(
            f"a recording cannot be called {name[:40]!r}: a name has up to {_LONGEST_NAME} letters, digits, spaces, "
            "hyphens, underscores and dots, begins and ends with a letter or digit, and never is a path"
        )
    if "." not in name:
        return f"{name}.wav"
    if not name.lower().endswith((".wav", ".flac")):
        raise ControlError(f"{name!r} must end in .wav or .flac")
    return name


class Recorder:
    """Makes one recording at a time.

    Parameters
    ----------
    folder : Path
        Where the files go; it is made when it is needed.
    rate : int
        Frames per second.

    Attributes
    ----------
    descriptor : int
        Becomes readable when there are reports.
    """

    def __init__(self, folder: Path, rate: int) -> None:
        self._folder = folder
        self._rate = rate
        # Filled, so that its pages are there before the loop writes to them.
        self._memories = [np.full((_MEMORY * rate, 2), 0.0, np.float32) for _ in range(_TAKES)]
        self._take: _Take | None = None
        self._reports: deque[Report] = deque()
        self.descriptor, self._bell = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        # Started now: to start a thread is to wait until it runs, and the loop must not.
        self._takes: queue.SimpleQueue[_Take | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name="recorder", daemon=True)
        self._thread.start()

    @property
    def recording(self) -> str:
        """Name of the file that is recorded into, or ""."""
        return self._take.name if self._take is not None and not self._take.failed else ""

    @property
    def finishing(self) -> bool:
        """Whether a recording that has been ended is still being written."""
        return len(self._memories) + (self._take is not None) < _TAKES

    def start(self, name: str, client: Sender | None) -> None:
        """Record from the next hop on; a report tells whether the file could be made.

        Parameters
        ----------
        name : str
            Name of the file; "" for one made of the time.
        client : Sender or None
            For the report.

        Raises
        ------
        ControlError
            If it cannot be: the name is refused, something is recorded already.
        """
        if self.recording:
            raise ControlError(f"{self.recording} is being recorded; end it first by /record 0")
        wanted = file_name(name) if name else ""
        try:
            memory = self._memories.pop()
        except IndexError:
            raise ControlError("the last recordings are still being written") from None
        self._take = _Take(wanted or time.strftime("%Y-%m-%d %H-%M-%S.wav"), bool(wanted), client, memory)
        self._takes.put(self._take)

    def stop(self, client: Sender | None) -> None:
        """End the recording after the last hop; a report tells when the file is whole.

        Raises
        ------
        ControlError
            If nothing is recorded.
        """
        take = self._take
        if take is None or take.failed:
            raise ControlError("nothing is being recorded")
        take.client = client
        take.end()
        self._take = None

    def hear(self, block: NDArray[np.float32], sample: int) -> None:
        """Take a hop (loop).

        Parameters
        ----------
        block : ndarray of float32 [n, 2]
            The sound; copied.
        sample : int
            The number of its first frame, from the server's start.
        """
        take = self._take
        if take is not None and not take.failed and take.hear(block, sample):
            self._tell(take, "losing")

    def reports(self) -> list[Report]:
        """Return what has happened since the last call."""
        with contextlib.suppress(BlockingIOError):
            os.read(self.descriptor, 4096)
        return [self._reports.popleft() for _ in range(len(self._reports))]

    def close(self, patience: float) -> None:
        """End the recording, if there is one, and wait up to `patience` seconds for its file."""
        if self.recording:
            self.stop(None)
        self._takes.put(None)
        self._thread.join(patience)

    def _tell(self, take: "_Take", kind: str, frames: int = 0, reason: str = "") -> None:
        self._reports.append(
            Report(
                kind=kind,
                name=take.name,
                client=take.client,
                sample=take.sample,
                frames=frames,
                lost=take.lost,
                reason=reason,
            )
        )
        with contextlib.suppress(BlockingIOError):
            os.write(self._bell, b"!")

    # The writer's thread

    def _work(self) -> None:
        request_realtime_thread()
        while (take := self._takes.get()) is not None:
            self._write(take)

    def _write(self, take: "_Take") -> None:
        try:
            stream = self._create(take)
        except AudioFileError as error:
            self._fail(take, 0, str(error))
            return
        reason = ""
        try:
            started = ended = False
            while not ended:
                ended = take.ended.wait(_INTERVAL)  # nothing is heard after it is set
                if take.heard and not started:
                    started = True
                    self._tell(take, "started")
                for part in take.parts():
                    stream.write(part)
        except AudioFileError as error:
            reason = str(error)
        try:
            stream.close()
        except AudioFileError as error:
            reason = reason or str(error)
        if not take.heard and not reason:
            with contextlib.suppress(OSError):
                (self._folder / take.name).unlink()
            reason = f"{take.name} was ended before anything was heard; there is no file"
        if reason:
            self._fail(take, stream.frames, reason)
            return
        self._memories.append(take.memory)
        self._tell(take, "stopped", stream.frames)

    def _create(self, take: "_Take") -> SoundStream:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise AudioFileError(f"{self._folder} cannot be made: {error.strerror or error}") from None
        first = Path(take.name)
        number = 1
        while True:
            try:
                return create_audio(self._folder / take.name, self._rate, 2)
            except AudioFileError:
                if take.chosen or not (self._folder / take.name).exists():
                    raise
            number += 1
            take.name = f"{first.stem} {number}{first.suffix}"

    def _fail(self, take: "_Take", frames: int, reason: str) -> None:
        take.failed = True
        self._memories.append(take.memory)
        self._tell(take, "failed", frames, reason)


class _Take:
    """One recording: memory between the loop, which hears, and the writer's thread, without locks.

    The loop alone changes `written`, the writer alone `read`. While the memory is full, what is heard is lost; it goes
    on when half of it is free, and the writer puts as much silence in the place of what was lost.
    """

    def __init__(self, name: str, chosen: bool, client: Sender | None, memory: NDArray[np.float32]) -> None:
        self.name = name
        self.chosen = chosen
        self.client = client
        self.memory = memory
        self.sample = 0
        self.heard = False
        self.failed = False
        self.ended = threading.Event()
        self.lost = 0  # frames
        self._written = self._read = 0  # frames
        self._gap = 0  # frames lost since the memory was full
        self._gaps: deque[tuple[int, int]] = deque()  # frames written before it, frames lost

    def hear(self, block: NDArray[np.float32], sample: int) -> bool:
        """Copy a block; return whether the memory has just become full."""
        if not self.heard:
            self.sample = sample
            self.heard = True
        capacity, count = len(self.memory), len(block)
        room = capacity - (self._written - self._read)
        if room < (capacity // 2 if self._gap else count):
            self._gap += count
            self.lost += count
            return self._gap == count
        self._close_gap()
        at = self._written % capacity
        first = min(count, capacity - at)
        self.memory[at : at + first] = block[:first]
        self.memory[: count - first] = block[first:]
        self._written += count
        return False

    def end(self) -> None:
        """Say that nothing more will be heard."""
        self._close_gap()
        self.ended.set()

    def parts(self) -> Iterator[NDArray[np.float32]]:
        """Give what was heard and not given yet; each part is free for the loop when the next one is asked for."""
        silence = np.zeros((_PART, 2), np.float32)
        capacity = self.memory.shape[0]
        while True:
            stop = self._written
            if self._gaps:
                at, lost = self._gaps[0]
                if at == self._read:
                    for start in range(0, lost, _PART):
                        yield silence[: lost - start]
                    self._gaps.popleft()
                    continue
                stop = at
            if stop == self._read:
                return
            at = self._read % capacity
            part = self.memory[at : min(at + min(stop - self._read, _PART), capacity)]
            yield part
            self._read += part.shape[0]

    def _close_gap(self) -> None:
        if self._gap:
            self._gaps.append((self._written, self._gap))
            self._gap = 0
