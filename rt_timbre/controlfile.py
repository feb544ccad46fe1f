"""Control files: messages with their times, as text, one a line."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path

import numpy as np

from rt_timbre.errors import ControlFileError, PresetError
from rt_timbre.osc import Argument, Message
from rt_timbre.phase import NAMES
from rt_timbre.presets.preset import Preset, format_preset, parse_preset

LARGEST = 64 << 20  # bytes
_LONGEST_LINE = 65536  # characters
_LATEST = Decimal(10_000_000)  # seconds: four months
_PRECISION = Decimal("1e-9")  # seconds
_TIME = re.compile(r"\d{1,8}(\.\d{1,9})?")
_INTEGER = re.compile(r"[+-]?\d+")
_REAL = re.compile(r"[+-]?(\d+\.\d*|\.\d+|\d+(?=[eE]))([eE][+-]?\d{1,3})?")
_TOKEN = re.compile(r'\s*(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))')
_HEADER = "# rt-timbre control "
_VERSION = "1"
_PRESET = "# rt-timbre preset "
_LOADED = {kind: f"# rt-timbre {kind} " for kind in ("space", "path")}
_ESCAPES = {"n": "\n", "t": "\t", "\\": "\\", '"': '"'}


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What fixes the engine that a control file was made for.

    Attributes
    ----------
    rate : int
        Samples per second.
    hop : int
        Samples per hop.
    voices : int
        Number of voices.
    space : str, optional
        SHA-256 of the timbre space's file, hexadecimal.
    seed : int
        Seed of the random phases.
    phase : str, optional
        Phase method to begin with; by itself the space's own default.
    presets : tuple of Preset
        The presets at hand; each is a comment line of its own.
    """

    rate: int = 48000
    hop: int = 128
    voices: int = 16
    space: str | None = None
    seed: int = 0
    phase: str | None = None
    presets: tuple[Preset, ...] = ()


_KEYS = [field.name for field in fields(Header) if field.name != "presets"]
_RANGES = {"rate": (8000, 192000), "hop": (16, 1024), "voices": (1, 64), "seed": (0, 2**32 - 1)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One line of a control file.

    Attributes
    ----------
    seconds : Decimal
        Time, exact.
    message : Message
        What is sent then.
    line : int
        Number of the line, from 1.
    sha256 : str, optional
        Of the file of the space, or of the path, that the message loads, if the comment line before it says so.
    """

    seconds: Decimal
    message: Message
    line: int
    sha256: str | None = None

    def sample(self, rate: int) -> int:
        """Return the sample at which the message applies: round(t · rate), exact."""
        return int((self.seconds * rate).to_integral_value(ROUND_HALF_EVEN))


def read_control_file(path: Path) -> tuple[Header, list[Event]]:
    """Read a control file.

    Returns
    -------
    header : Header
        Of the file's first line, or the defaults.
    events : list of Event
        In order of time; lines of one time stay in their order.

    Raises
    ------
    ControlFileError
        If the file cannot be read, naming the line and what is wrong with it.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise ControlFileError(f"{path} is larger than {LARGEST >> 20} MiB")
        text = data.decode("utf-8")
    except OSError as error:
        raise ControlFileError(f"{path} cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError as error:
        raise ControlFileError(
            f"{path} is not UTF-8 text: byte {error.start} is {error.object[error.start]:#x}"
        ) from None
    # Not str.splitlines: a string or a comment may hold what only Python takes for the end of a line.
    lines = [line.removesuffix("\r") for line in text.split("\n")]
    try:
        number = 1
        header = _header(lines[0]) if lines[0].startswith(_HEADER) else Header()
        events, presets, sha256 = [], [], None
        for number, line in enumerate(lines, start=1):
            if line.startswith(_PRESET):
                presets.append(_preset(line[len(_PRESET) :]))
            elif line.startswith(tuple(_LOADED.values())):
                kind, text = line.split(" ", 3)[2:]
                sha256 = _sha256(text.strip(), kind)
            elif (event := _event(line, number)) is not None:
                events.append(replace(event, sha256=sha256) if sha256 else event)
                sha256 = None
    except _LineError as error:
        cut = "; the file ends in the midst of this line: delete it" if number == len(lines) else ""
        raise ControlFileError(f"{path}:{number}: {error}{cut}") from None
    return replace(header, presets=tuple(presets)), sorted(events, key=lambda event: event.seconds)


class _LineError(Exception):
    """What is wrong with a line."""


def _header(line: str) -> Header:
    version, *words = line[len(_HEADER) :].split() or [""]
    if version != _VERSION:
        raise _LineError(f"version {version[:40]!r} of the format is not known, only {_VERSION}")
    known = _KEYS
    values: dict[str, int | str] = {}
    for word in words:
        key, _, value = word.partition("=")
        if key not in known or key in values:
            raise _LineError(f"{word[:40]!r} in the header is not one of {', '.join(known)}, once each, as key=value")
        if key == "space":
            values[key] = _sha256(value, key)
        elif key == "phase":
            if value not in NAMES:
                raise _LineError(f"phase is {value[:40]!r}, it must be one of {', '.join(NAMES)}")
            values[key] = value
        else:
            low, high = _RANGES[key]
            if not re.fullmatch("[0-9]{1,10}", value) or not low <= int(value) <= high:
                raise _LineError(f"{key} is {value[:40]!r}, it must be a whole number from {low} to {high}")
            values[key] = int(value)
    return Header(**values)  # type: ignore[arg-type]


def _event(line: str, number: int) -> Event | None:
    if len(line) > _LONGEST_LINE:
        raise _LineError(f"the line has {len(line)} characters, more than {_LONGEST_LINE}")
    if not line.strip() or line.lstrip().startswith("#"):
        return None
    time, *words = _tokens(line)
    if not isinstance(time, str) or not _TIME.fullmatch(time):
        raise _LineError(f"{time!s:.40} is not a time in seconds with at most 9 decimals")
    seconds = Decimal(time)
    if seconds > _LATEST:
        raise _LineError(f"{time} s is later than {_LATEST} s")
    if not words or not isinstance(words[0], str) or not words[0].startswith("/"):
        raise _LineError("after the time there must be an address, which begins with '/'")
    message = Message(address=words[0], arguments=tuple(_argument(word) for word in words[1:]))
    return Event(seconds=seconds, message=message, line=number)


def _sha256(text: str, kind: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{64}", text):
        raise _LineError(f"{kind} is {text[:80]!r}, it must be a SHA-256 in hexadecimal")
    return text


def _preset(text: str) -> Preset:
    try:
        return parse_preset(text)
    except PresetError as error:
        raise _LineError(str(error)) from None


class _Quoted(str):
    __slots__ = ()


def _tokens(line: str) -> list[str]:
    """Split a line into words and quoted strings; a word that begins with ``#`` ends it."""
    tokens: list[str] = []
    at, end = 0, len(line.rstrip())
    while at < end:
        found = _TOKEN.match(line, at)
        if found is None:
            raise _LineError(f"a quote is not closed: {line[at:].strip()[:40]}")
        quoted, word = found.groups()
        if word is not None and word.startswith("#"):
            break
        tokens.append(word if quoted is None else _Quoted(_unescape(quoted)))
        at = found.end()
        if at < end and not line[at].isspace():
            raise _LineError(f"words must be separated by spaces: {line[found.start() : at + 1].strip()[:40]}")
    return tokens or [""]


def _unescape(text: str) -> str:
    def replace(found: re.Match[str]) -> str:
        if found[1] not in _ESCAPES:
            raise _LineError(f'\\{found[1]} is not an escape; there are \\n \\t \\\\ \\"')
        return _ESCAPES[found[1]]

    return re.sub(r"\\(.)", replace, text)


def _argument(word: str) -> Argument:
    if isinstance(word, _Quoted):
        return str(word)
    if _INTEGER.fullmatch(word):
        value = int(word) if len(word) < 20 else 2**63
        if not -(2**31) <= value < 2**31:
            raise _LineError(f"{word[:40]} does not fit an OSC integer of 32 bits")
        return value
    if _REAL.fullmatch(word):
        with np.errstate(over="ignore"):
            real = float(np.float32(word))
        if not np.isfinite(real):
            raise _LineError(f"{word} does not fit an OSC float of 32 bits")
        return real
    return word


def time_of(sample: int, rate: int) -> Decimal:
    """Return the time in seconds, with 9 decimals, at which `Event.sample` finds that sample again."""
    return (Decimal(sample) / rate).quantize(_PRECISION)


def format_header(header: Header) -> str:
    """Write the first line of a control file, and a line for each preset; `read_control_file` reads back the same."""
    values = {key: getattr(header, key) for key in _KEYS}
    first = f"{_HEADER}{_VERSION} " + " ".join(f"{key}={value}" for key, value in values.items() if value is not None)
    return "\n".join([first, *map(preset_line, header.presets)])


def preset_line(preset: Preset) -> str:
    """Write a preset as a comment line."""
    return _PRESET + " ".join(format_preset(preset).split("\n")).rstrip()


def loaded_line(kind: str, sha256: str) -> str:
    """Write the comment line before a message that loads a ``space`` or a ``path``: it says which."""
    return _LOADED[kind] + sha256


def format_event(seconds: Decimal, message: Message) -> str:
    """Write one line of a control file; `read_control_file` reads back the same message.

    Raises
    ------
    ControlFileError
        If the message has an argument that a control file cannot hold: a blob, a NaN, a number too large for 32 bits.
    """
    words = [f"{seconds:.9f}".rstrip("0").rstrip("."), message.address]
    words += [_written(argument) for argument in message.arguments]
    return " ".join(words)


def _written(argument: Argument) -> str:
    match argument:
        case int() if -(2**31) <= argument < 2**31:
            return str(int(argument))
        case float() if abs(argument) <= float(np.finfo(np.float32).max):
            return np.format_float_positional(np.float32(argument), unique=True, trim="0")
        case str():
            escaped: Iterable[str] = ({v: "\\" + k for k, v in _ESCAPES.items()}.get(c, c) for c in argument)
            return '"' + "".join(escaped) + '"'
    raise ControlFileError(f"a control file cannot hold {argument!r:.60}")
