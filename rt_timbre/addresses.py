"""The one table of addresses: from it come the checks of every message, the README's reference, and the tests."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rt_timbre.errors import ControlError
from rt_timbre.motion import CURVES
from rt_timbre.osc import Argument, Message, is_pattern, match
from rt_timbre.phase import NAMES as METHODS

CONTRACT_VERSION = 1
LONGEST_LEASE = 3600  # seconds
_MOST_MATCHES = 4096  # commands that one message can expand to

Range = tuple[float, float]
Tree = dict[str, Any]  # by name: a tree of the same kind, or a whole address


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One argument of an address.

    Attributes
    ----------
    type : str
        ``f``, ``i`` or ``s``.
    name : str
        What it is.
    range : tuple of float, optional
        Least and greatest value; what lies outside is clipped.
    unit : str
        Unit, for people.
    choices : tuple of str
        The words allowed, if they are few.
    default : float or str, optional
        Value when it is left out; without one it cannot be left out.
    """

    type: str
    name: str
    range: Range | None = None
    unit: str = ""
    choices: tuple[str, ...] = ()
    default: float | int | str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """One row of the table.

    Attributes
    ----------
    template : str
        Address, with ``{v}`` for a voice, ``{d}`` for a dimension, ``{k}`` for a macro axis.
    parameters : tuple of Parameter
        Its arguments; those of `latent` depend on the space.
    meaning : str
        One line for people.
    kind : str
        ``control``: sets a value, and answers with it when sent without arguments. ``action``: does something.
        ``question``: only answers.
    """

    template: str
    meaning: str
    parameters: tuple[Parameter, ...] = ()
    kind: str = "control"

    @property
    def name(self) -> str:
        """What the row is called in commands: the template without the parts that vary."""
        return re.sub(r"^voice/\{v\}/|/\{[dk]\}$", "", self.template[1:])


def _one(type_: str, name: str, low: float, high: float, unit: str = "") -> tuple[Parameter, ...]:
    return (Parameter(type=type_, name=name, range=(low, high), unit=unit),)


_POINT = Parameter(type="s", name="point")
_NOTE = (
    Parameter(type="f", name="note", range=(0.0, 127.0), unit="MIDI"),
    Parameter(type="f", name="velocity", range=(0.0, 1.0)),
)

ROWS: tuple[Address, ...] = (
    Address(template="/voice/{v}/latent", meaning="the whole latent vector, D values within the space's range"),
    Address(
        template="/voice/{v}/z/{d}",
        parameters=(Parameter(type="f", name="value"),),
        meaning="one dimension of the latent vector, d = 1…D, within the space's range",
    ),
    Address(
        template="/voice/{v}/macro/{k}",
        parameters=_one("f", "value", -1.0, 1.0),
        meaning="principal axis k of the space, the other axes kept; ±1 are the 2nd and 98th percentiles of its notes",
    ),
    Address(template="/voice/{v}/at", parameters=(_POINT,), meaning="go to a named point: an instrument's anchor"),
    Address(
        template="/voice/{v}/morph",
        parameters=(
            Parameter(type="s", name="from"),
            Parameter(type="s", name="to"),
            Parameter(type="f", name="time", range=(0.0, 3600.0), unit="s"),
            Parameter(type="s", name="curve", choices=tuple(CURVES), default="linear"),
        ),
        meaning="travel from one named point to another",
    ),
    Address(
        template="/voice/{v}/scrub",
        parameters=_one("f", "position", 0.0, 1.0),
        meaning="position on the current morph, by hand",
    ),
    Address(
        template="/voice/{v}/glide",
        parameters=_one("f", "time", 0.0, 60.0, "s"),
        meaning="time to arrive at a new point, in a straight line from where the voice is",
    ),
    Address(template="/voice/{v}/note", parameters=_NOTE, meaning="play a note; velocity 0 releases it"),
    Address(
        template="/voice/{v}/pitch",
        parameters=_one("f", "note", 0.0, 127.0, "MIDI"),
        meaning="change the pitch without a new attack; fractions of a note are cents",
    ),
    Address(
        template="/voice/{v}/attack",
        parameters=_one("f", "time", 0.0, 60.0, "s"),
        meaning="time from silence to the velocity",
    ),
    Address(
        template="/voice/{v}/decay",
        parameters=_one("f", "time", 0.0, 60.0, "s"),
        meaning="time from the velocity to the sustain level",
    ),
    Address(
        template="/voice/{v}/sustain",
        parameters=_one("f", "level", 0.0, 1.0),
        meaning="level of a held note, of its velocity",
    ),
    Address(
        template="/voice/{v}/release",
        parameters=_one("f", "time", 0.0, 60.0, "s"),
        meaning="time from the end of a note to silence",
    ),
    Address(
        template="/voice/{v}/gain",
        parameters=_one("f", "level", -90.0, 6.0, "dB"),
        meaning="level of the voice; −90 is silence",
    ),
    Address(
        template="/voice/{v}/pan",
        parameters=_one("f", "position", -1.0, 1.0),
        meaning="place between left (−1) and right (1)",
    ),
    Address(
        template="/note",
        parameters=_NOTE,
        kind="action",
        meaning="play a note on a free voice, or the oldest; velocity 0 releases the oldest that plays it",
    ),
    Address(template="/panic", kind="action", meaning="silence everything in 5 ms"),
    Address(
        template="/mute", parameters=_one("i", "on", 0, 1), meaning="silence the output, ramped, while all plays on"
    ),
    Address(
        template="/master/gain",
        parameters=_one("f", "level", -90.0, 6.0, "dB"),
        meaning="level of the output; −90 is silence",
    ),
    Address(
        template="/master/ceiling",
        parameters=_one("f", "level", -24.0, -0.1, "dBFS"),
        meaning="greatest level that the limiter lets out",
    ),
    Address(
        template="/phase",
        parameters=(Parameter(type="s", name="method", choices=METHODS),),
        meaning="how frames become sound, cross-faded; a method that cannot play the space's frames is refused",
    ),
    Address(
        template="/space/info",
        kind="question",
        meaning="answers name, D, voices, lowest and highest pitch (MIDI), sample rate",
    ),
    Address(template="/anchor/list", kind="question", meaning="answers the names of the anchors"),
    Address(template="/macro/list", kind="question", meaning="answers the labels of the macro axes"),
    Address(
        template="/status",
        kind="question",
        meaning="answers on /status.reply: state, voices sounding, load mean and peak, frame time median and 99th "
        "percentile (ms), underruns, late bundles, refused messages, buffer fill (ms), control-to-sound latency (ms), "
        "sample rate, space, late hops, phase method, its delay (ms)",
    ),
    Address(template="/version", kind="question", meaning="answers the version of rt-timbre and of this contract"),
    Address(template="/ping", kind="question", meaning="answers at once"),
    Address(
        template="/notify",
        parameters=(
            Parameter(type="i", name="on", range=(0, 1)),
            Parameter(type="i", name="port", range=(0, 65535), default=0),
            Parameter(type="f", name="lease", range=(1, LONGEST_LEASE), unit="s", default=60.0),
        ),
        kind="action",
        meaning="send every change to this client's port (or the one given) for the time of the lease",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A message that has been checked.

    Attributes
    ----------
    name : str
        Name of its row.
    address : str
        The concrete address that was meant.
    voice : int
        Voice from 0; −1 where there is none.
    index : int
        Dimension or axis from 0; −1 where there is none.
    arguments : tuple
        Values of the types of the row, within their ranges.
    question : bool
        Whether it asks for an answer.
    """

    name: str
    address: str
    voice: int = -1
    index: int = -1
    arguments: tuple[Any, ...] = ()  # float, int or str, as the row says
    question: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Limits:
    """What the table needs to know of the server and its space.

    Attributes
    ----------
    voices, dimension, axes : int
        Numbers of voices, latent dimensions and macro axes.
    low, high : ndarray of float32 [D]
        Range of the latent.
    """

    voices: int
    dimension: int
    axes: int
    low: NDArray[np.float32]
    high: NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Target:
    row: Address
    voice: int
    index: int
    parameters: tuple[Parameter, ...]
    fewest: int  # arguments


class Table:
    """All concrete addresses of one server.

    Parameters
    ----------
    limits : Limits
        Numbers of voices, dimensions and axes, and the range of the latent.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._targets: dict[str, _Target] = {}
        self._tree: Tree = {}  # the addresses by their parts, so that a pattern is matched part by part
        ranges = list(zip(limits.low.tolist(), limits.high.tolist(), strict=True))
        latent = tuple(Parameter(type="f", name=f"z{d + 1}", range=ranges[d]) for d in range(limits.dimension))
        for row in ROWS:
            for voice in range(limits.voices) if "{v}" in row.template else (-1,):
                count = limits.dimension if "{d}" in row.template else limits.axes if "{k}" in row.template else 0
                for index in range(count) if count else (-1,):
                    parameters = row.parameters
                    if row.name == "latent":
                        parameters = latent
                    elif row.name == "z":
                        parameters = (Parameter(type="f", name="value", range=ranges[index]),)
                    address = row.template.format(v=voice + 1, d=index + 1, k=index + 1)
                    *parents, last = address[1:].split("/")
                    level = self._tree
                    for part in parents:
                        level = level.setdefault(part, {})
                    level[last] = address
                    self._targets[address] = _Target(
                        row=row,
                        voice=voice,
                        index=index,
                        parameters=parameters,
                        fewest=sum(parameter.default is None for parameter in parameters),
                    )

    def commands(self, message: Message) -> list[Command]:
        """Check a message and say what it commands.

        Parameters
        ----------
        message : Message
            As it came in; its address may be a pattern.

        Returns
        -------
        list of Command
            One for each concrete address, at least one.

        Raises
        ------
        ControlError
            If the message is refused; the reason is one line.
        """
        address = message.address
        target = self._targets.get(address)
        if target is not None:
            return [_command(target, address, message.arguments)]
        if not is_pattern(address):
            raise ControlError(self._unknown(address))
        found = _select(address, self._tree)
        if not found:
            raise ControlError(f"no address matches {address[:80]}")
        if len(found) > _MOST_MATCHES:
            raise ControlError(f"{address[:80]} matches {len(found)} addresses, more than {_MOST_MATCHES}")
        return [_command(self._targets[name], name, message.arguments) for name in found]

    def _unknown(self, address: str) -> str:
        limits = self._limits
        for pattern, count, noun in (
            (r"/voice/([^/]*)(/.*)?", limits.voices, "voices"),
            (r"/voice/\d+/z/([^/]*)", limits.dimension, "dimensions"),
            (r"/voice/\d+/macro/([^/]*)", limits.axes, "macro axes"),
        ):
            found = re.fullmatch(pattern, address)
            if found and found[1] not in {str(number) for number in range(1, count + 1)}:
                return f"there is no {found[1][:20]!r} among the {noun} 1 to {count}: {address[:80]}"
        return f"unknown address {address[:80]}"


def _select(pattern: str, tree: Tree) -> list[str]:
    """Return the addresses that a pattern matches, in the order of the tree.

    Each part of the pattern is matched once with each name, however many voices have it.
    """
    nodes: list[Any] = [tree]
    for part in pattern[1:].split("/"):
        verdicts: dict[str, bool] = {}
        below: list[Any] = []
        for node in nodes:
            for name, child in node.items() if isinstance(node, dict) else ():
                if name not in verdicts:
                    verdicts[name] = match(part, name)
                if verdicts[name]:
                    below.append(child)
        nodes = below
    return [node for node in nodes if isinstance(node, str)]


def _command(target: _Target, address: str, arguments: tuple[Argument, ...]) -> Command:
    row = target.row
    question = row.kind == "question" or (row.kind == "control" and not arguments)
    if row.kind == "question" and arguments:
        raise ControlError(f"{address} takes no arguments, got {len(arguments)}")
    if question:
        values: Sequence[float | int | str] = ()
    else:
        parameters = target.parameters
        if not target.fewest <= len(arguments) <= len(parameters):
            most = f" to {len(parameters)}" if target.fewest < len(parameters) else ""
            raise ControlError(f"{address} takes {target.fewest}{most} arguments, got {len(arguments)}")
        values = [
            _READERS[parameter.type](address, parameter, argument)
            for parameter, argument in zip(parameters, arguments, strict=False)
        ]
        values += [parameter.default for parameter in parameters[len(arguments) :] if parameter.default is not None]
    return Command(
        name=row.name,
        address=address,
        voice=target.voice,
        index=target.index,
        arguments=tuple(values),
        question=question,
    )


def _number(address: str, parameter: Parameter, argument: Argument) -> float:
    if isinstance(argument, int | float):
        value = float(argument)
        if math.isfinite(value):
            if parameter.range is None:
                return value
            low, high = parameter.range
            return low if value < low else high if value > high else value
        raise ControlError(f"{address}: {parameter.name} is {value}, it must be finite")
    raise ControlError(f"{address}: {parameter.name} must be a number, got {_shown(argument)}")


def _whole(address: str, parameter: Parameter, argument: Argument) -> int:
    return round(_number(address, parameter, argument))


def _word(address: str, parameter: Parameter, argument: Argument) -> str:
    if not isinstance(argument, str):
        raise ControlError(f"{address}: {parameter.name} must be a name, got {_shown(argument)}")
    if parameter.choices and argument not in parameter.choices:
        raise ControlError(
            f"{address}: {parameter.name} must be {' or '.join(parameter.choices)}, got {argument[:40]!r}"
        )
    return argument


_READERS: dict[str, Callable[[str, Parameter, Argument], float | int | str]] = {"f": _number, "i": _whole, "s": _word}


def _shown(argument: Argument) -> str:
    return f"{type(argument).__name__} {str(argument)[:40]!r}"


def table_markdown() -> str:
    """Return the reference of all addresses as a Markdown table."""
    lines = ["| Address | Arguments | Meaning |", "|---|---|---|"]
    for row in ROWS:
        arguments = "f×D" if row.name == "latent" else ", ".join(_described(p) for p in row.parameters) or "–"
        lines.append(f"| `{row.template}` | {arguments} | {row.meaning} |")
    return "\n".join(lines)


def _described(parameter: Parameter) -> str:
    text = f"{parameter.type} {parameter.name}"
    if parameter.range is not None:
        low, high = (f"{bound:g}".replace("-", "−") for bound in parameter.range)
        text += f" {low}…{high}"
    if parameter.unit:
        text += f" {parameter.unit}"
    if parameter.choices:
        text += " " + "·".join(parameter.choices)
    return f"[{text}]" if parameter.default is not None else text
