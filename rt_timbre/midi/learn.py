"""Controllers that have been learned: which one sets which address, and the file that keeps them."""

import json
import os
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from rt_timbre import fields
from rt_timbre.errors import MidiError, SpaceError
from rt_timbre.whole_file import write_whole

FORMAT_VERSION = 1
_MOST_BYTES = 1 << 20
_ALSA_NUMBERS = re.compile(r" \d+:\d+$")  # at the end of a port's name: they change from day to day


@dataclass(frozen=True, slots=True, kw_only=True)
class Binding:
    """A controller and what it sets.

    Attributes
    ----------
    port : str
        Name of the port that it belongs to, as `port_name` gives it.
    channel : int
        MIDI channel, 1 to 16.
    controller : int
        0 to 127.
    address : str
        OSC address, or a pattern, of what it sets.
    """

    port: str
    channel: int
    controller: int
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    controllers: tuple[Binding, ...]


def port_name(name: str) -> str:
    """Return the part of a port's name that stays when it is plugged in again."""
    return _ALSA_NUMBERS.sub("", name)


def bind(bindings: Sequence[Binding], new: Binding) -> tuple[Binding, ...]:
    """Add a binding; others of the same controller or the same address end.

    Returns
    -------
    tuple of Binding
        In the order in which they were made.
    """
    where = new.port, new.channel, new.controller
    kept = [
        binding
        for binding in bindings
        if (binding.port, binding.channel, binding.controller) != where and binding.address != new.address
    ]
    return (*kept, new)


def parse_bindings(data: bytes) -> tuple[Binding, ...]:
    """Read bindings from the content of their file.

    Raises
    ------
    MidiError
        It is damaged or of another version; one line.
    """
    what = "the file of learned controllers"
    try:
        if len(data) > _MOST_BYTES:
            raise MidiError(f"{what} has more than {_MOST_BYTES} bytes")
        described = fields.read_object(data, what)
        version = described.pop("format", None)
        if type(version) is not int or version != FORMAT_VERSION:
            raise MidiError(f"format is {fields.shown(version)}; this version of rt-timbre reads {FORMAT_VERSION}")
        bindings: tuple[Binding, ...] = fields.arguments(_File, described, "")["controllers"]
    except SpaceError as error:
        raise MidiError(str(error)) from None
    except RecursionError:
        raise MidiError(f"{what} is nested too deeply") from None
    for number, binding in enumerate(bindings):
        for key, low, high in (("channel", 1, 16), ("controller", 0, 127)):
            value = getattr(binding, key)
            if not low <= value <= high:
                raise MidiError(f"controllers[{number}].{key} is {fields.shown(value)}; it must be {low} to {high}")
        if not (binding.address.startswith("/") and binding.address.isascii()):
            shown = fields.shown(binding.address)
            raise MidiError(f"controllers[{number}].address is {shown}; it must be an OSC address")
    return bindings


def format_bindings(bindings: Sequence[Binding]) -> str:
    """Write bindings as JSON, one a line; `parse_bindings` reads back the same."""
    lines = [f"    {json.dumps(fields.to_json(binding), ensure_ascii=False)}" for binding in bindings]
    return f'{{\n  "format": {FORMAT_VERSION},\n  "controllers": [\n' + ",\n".join(lines) + "\n  ]\n}\n"


def load_bindings(path: Path) -> tuple[tuple[Binding, ...], str]:
    """Read the file of bindings; a damaged one is put aside, so that what is learned next does not destroy it.

    Returns
    -------
    bindings : tuple of Binding
        None where there is no file, or a damaged one.
    complaint : str
        One line, "" if all is well.
    """
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
        return parse_bindings(data), ""
    except FileNotFoundError:
        return (), ""
    except OSError as error:
        return (), fields.one_line(f"{path} cannot be read, no controller is known: {error.strerror}")
    except MidiError as error:
        aside = path.with_name(f"{path.name}.damaged")
        with suppress(OSError):
            os.replace(path, aside)
        return (), fields.one_line(f"{path} is put aside as {aside.name}, no controller is known: {error}")


def save_bindings(path: Path, bindings: Sequence[Binding]) -> None:
    """Write the file of bindings, whole or not at all.

    Raises
    ------
    MidiError
        It cannot be written; one line.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, format_bindings(bindings).encode())
    except OSError as error:
        raise MidiError(fields.one_line(f"{path} cannot be written: {error.strerror}")) from None
