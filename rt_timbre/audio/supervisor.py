"""Starts the audio process, watches it, and starts it again when it ends."""

import os
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from rt_timbre.audio.ring import Ring
from rt_timbre.child import Child, said
from rt_timbre.errors import OutputError

_PATIENCE = 10.0  # seconds for the first start
_LEAST_INTERVAL = 0.25  # seconds between starts


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """The output as it was opened.

    Attributes
    ----------
    name : str
        ``jack``, or the name of a portaudio output.
    rate : int
        Samples per second.
    block : int
        Frames per block.
    taken : int
        Greatest number of frames that it takes from the ring for a block: more or less if it has another rate than
        the sound.
    refused : tuple of str
        What the system refused to the audio process: realtime scheduling, locked memory.
    """

    name: str
    rate: int
    block: int
    taken: int
    refused: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Switch:
    before: list[str]  # options of the output that is left
    told: Callable[[str], None]
    until: float


class AudioProcess:
    """The audio process and its ring.

    Parameters
    ----------
    audio : str
        ``auto``, ``jack`` or ``portaudio``.
    device : str, optional
        Portaudio output, by name or number.
    rate, block : int
        What to ask of an output that does not fix them.

    Attributes
    ----------
    ring : Ring
        Where to write the sound.
    wake : int
        Descriptor that becomes readable when a block was taken; −1 where the system has none.
    restarts : int
        How often it was started again.
    """

    def __init__(self, audio: str, device: str | None, rate: int, block: int) -> None:
        self._common = [f"--rate={rate}", f"--block={block}"]
        self._options = _options(audio, device)
        self.ring = Ring()
        self.wake = os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC) if hasattr(os, "eventfd") else -1
        self.restarts = 0
        self._device: Device | None = None
        self._started = 0.0
        self._child: Child | None = None
        try:
            self._child = self._spawn()
            self._device = self._first_answer()
        except BaseException:
            self.stop()
            raise
        # From now on an output that is gone is waited for, and it is the same kind as the first; if it comes back at
        # another rate, the sound is converted.
        made_at = self._device.rate
        self._common = [f"--rate={made_at}", f"--block={block}", f"--made-at={made_at}", "--wait"]
        self._options = _options("jack" if self._device.name == "jack" else "portaudio", device)
        self._switch: _Switch | None = None

    @property
    def device(self) -> Device | None:
        """The open output, or None while there is none."""
        return self._device

    @property
    def messages(self) -> int:
        """Descriptor that becomes readable when the audio process says something."""
        assert self._child is not None
        return self._child.descriptor

    def check(self) -> bool:
        """Take what the audio process said; start it again if it has ended.

        Returns
        -------
        bool
            Whether an output has been opened since the last call: the ring is empty then, and not flowing.
        """
        child, opened = self._child, False
        assert child is not None
        for message in child.read():
            if "ready" in message:
                self._device, opened = _device(message["ready"]), True
                self._tell_switch("")
            elif self._switch is not None:
                self._give_up(message["failed"])
        if child.status is None:
            if self._switch is not None and time.monotonic() > self._switch.until:
                self._give_up(f"the sound output did not open within {_PATIENCE:g} s")
            return opened
        if self._device is not None:
            self._device = None
            self.ring.reset()
        if time.monotonic() - self._started >= _LEAST_INTERVAL:
            child.end()
            self._child = self._spawn()
            self.restarts += 1
        return False

    def switch(self, device: str, told: Callable[[str], None]) -> None:
        """Begin to open another output in place of this one; it fades out first.

        Parameters
        ----------
        device : str
            ``jack``, or a portaudio output by name or number.
        told : callable
            Called with "" once it is open, or with the reason why it does not open; then the former one is opened
            again.

        Raises
        ------
        OutputError
            If an output is being opened already.
        """
        if self._switch is not None or self._device is None or self._child is None:
            raise OutputError("an output is being opened; try again when it is open")
        self._switch = _Switch(before=self._options, told=told, until=time.monotonic() + _PATIENCE)
        self._options = _options("jack", None) if device == "jack" else _options("portaudio", device)
        self.ring.flowing = False  # the audio process fades out within a block
        self._child.hush()  # and ends when it looks at this the next time

    def _give_up(self, reason: str) -> None:
        """Go back to the output before the switch."""
        assert self._switch is not None
        assert self._child is not None
        self._child.kill()
        self._options = self._switch.before
        self._tell_switch(reason)

    def _tell_switch(self, reason: str) -> None:
        switch, self._switch = self._switch, None
        if switch is not None:
            switch.told(reason)

    def stop(self) -> None:
        """End the audio process and remove the ring."""
        if self._child is not None:
            self._child.end()
        self.ring.close()

    def _spawn(self) -> Child:
        self._started = time.monotonic()
        options = ["--ring", str(self.ring.descriptor), "--wake", str(self.wake), *self._common, *self._options]
        inherited = (self.ring.descriptor, *((self.wake,) if self.wake >= 0 else ()))
        return Child("rt_timbre.audio.output", options, descriptors=inherited)

    def _first_answer(self) -> Device:
        child = self._child
        assert child is not None
        while time.monotonic() < self._started + _PATIENCE:
            status = child.status
            for message in child.read():
                if "ready" in message:
                    return _device(message["ready"])
                raise OutputError(message["failed"])
            if status is not None:
                raise OutputError(f"the audio process ended with status {status}")
            time.sleep(0.005)
        raise OutputError(f"the sound output did not open within {_PATIENCE:g} s")


def _options(audio: str, device: str | None) -> list[str]:
    return [f"--audio={audio}", *([f"--device={device}"] if device is not None else [])]


def outputs() -> list[str]:
    """Return one line for each sound output there is.

    Raises
    ------
    OutputError
        If the audio system does not answer.
    """
    try:
        lines: list[str] = said("rt_timbre.audio.output", ["--list"], _PATIENCE)["outputs"]
    except subprocess.SubprocessError as error:
        raise OutputError(f"the audio system does not answer: {error}") from None
    return lines


def _device(message: dict[str, Any]) -> Device:
    return Device(
        name=message["device"],
        rate=message["rate"],
        block=message["block"],
        taken=message["taken"],
        refused=tuple(message["refused"]),
    )
