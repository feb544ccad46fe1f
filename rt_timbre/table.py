"""Messages checked against the table of addresses: which row, which voice, which values."""

import math
import re
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rt_timbre.addresses import ROWS, Address, Parameter, Range
from rt_timbre.errors import ControlError
from rt_timbre.osc import Argument, Message
from rt_timbre.patterns import Names, is_pattern
from rt_timbre.space import Space

_ALL = (-float(np.finfo(np.float32).max), float(np.finfo(np.float32).max))
_FLOAT = struct.Struct("f")
_MOST_AXES = 8
_MOST_MATCHES = 4096  # commands that one message can expand to


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
        Dimension, axis or corner from 0; −1 where there is none.
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
    descriptors : mapping of str to tuple of float
        Usual range of each descriptor.
    """

    voices: int
    dimension: int
    axes: int
    low: NDArray[np.float32]
    high: NDArray[np.float32]
    descriptors: Mapping[str, Range] = field(default_factory=dict)

    @classmethod
    def of(cls, space: Space, voices: int) -> "Limits":
        """Return the limits of a server with so many voices that plays a space."""
        axes = min(_MOST_AXES, space.principal.axes.shape[0])
        low, high = space.latent_low, space.latent_high
        return cls(
            voices=voices,
            dimension=space.dimension,
            axes=axes,
            low=low,
            high=high,
            descriptors={name: space.calibration.range_of(name) for name in space.calibration.ranges},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A row at one of its places.

    Attributes
    ----------
    row : Address
        The row.
    index : int
        Dimension, axis or corner from 0; −1 where there is none.
    parameters : tuple of Parameter
        The row's arguments, with the ranges that they have in this space.
    """

    row: Address
    index: int
    parameters: tuple[Parameter, ...]

    @property
    def fewest(self) -> int:
        """Number of arguments that cannot be left out."""
        return sum(parameter.default is None for parameter in self.parameters)


Tree = dict[str, Any]  # by name: a tree of the same kind, or a Target


class Table:
    """All concrete addresses of one server.

    Parameters
    ----------
    limits : Limits
        Numbers of voices, dimensions and axes, and the range of the latent.

    Attributes
    ----------
    tree : dict
        The addresses by their parts: a name leads to another dict or to a `Target`. All voices share one dict.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._found: dict[str, tuple[Target, int]] = {}  # addresses that were used, with their voices
        ranges = list(zip(limits.low.tolist(), limits.high.tolist(), strict=True))
        latent = tuple(Parameter(type="f", name=f"z{d + 1}", range=ranges[d]) for d in range(limits.dimension))
        counts = {"{d}": limits.dimension, "{k}": limits.axes, "{c}": 4}
        voice: Tree = {}
        self.tree: Tree = {"voice": {str(number): voice for number in range(1, limits.voices + 1)}}
        outputs = tuple(Parameter(type="f", name=f"z{d + 1}", range=(0.0, 1.0)) for d in range(limits.dimension))
        whole = {"voice/latent": latent, "wek/outputs": outputs}
        for row in ROWS:
            if row.kind == "notification":
                continue
            level, parts = self.tree, row.template[1:].split("/")
            if parts[:2] == ["voice", "{v}"]:
                level, parts = voice, parts[2:]
            numbered = parts[-1] in counts
            *parents, last = parts[:-1] if numbered else parts
            for part in parents:
                level = level.setdefault(part, {})
            parameters = whole.get(row.name, row.parameters)
            if last in limits.descriptors and "descriptor" in parents:
                parameters = (replace(row.parameters[0], range=limits.descriptors[last]),)
            if not numbered:
                level[last] = Target(row=row, index=-1, parameters=parameters)
                continue
            level[last] = {
                str(index + 1): Target(
                    row=row,
                    index=index,
                    parameters=(Parameter(type="f", name="value", range=ranges[index]),)
                    if row.name == "voice/z"
                    else parameters,
                )
                for index in range(counts[parts[-1]])
            }

    def addresses(self) -> Iterator[tuple[str, Target]]:
        """Give every concrete address, with what it stands for."""
        return ((address, node) for address, node in _walk("", self.tree))

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
        found = self._found.get(address)
        if found is not None:
            return [_command(*found, address, message.arguments)]
        if not is_pattern(address):
            return [_command(*self._find(address), address, message.arguments)]
        return [_command(*self._find(name), name, message.arguments) for name in self._matches(address)]

    def controls(self, address: str) -> list[tuple[str, Parameter]]:
        """Say which single numbers an address sets, for knobs and sliders.

        Parameters
        ----------
        address : str
            Address or pattern.

        Returns
        -------
        list of (str, Parameter)
            Concrete addresses, each with its one argument, which has a range.

        Raises
        ------
        ControlError
            If there is no such address, or it takes anything else.
        """
        found = []
        for name in self._matches(address) if is_pattern(address) else [address]:
            target, _ = self._find(name)
            if target.row.kind != "control" or [p.range is None for p in target.parameters] != [False]:
                raise ControlError(f"{name} is not set by one number within a range")
            found.append((name, target.parameters[0]))
        return found

    def _matches(self, pattern: str) -> list[str]:
        addresses = [name for name, _ in _select(pattern, self.tree)]
        if not addresses:
            raise ControlError(f"no address matches {pattern[:80]}")
        if len(addresses) > _MOST_MATCHES:
            raise ControlError(f"{pattern[:80]} matches {len(addresses)} addresses, more than {_MOST_MATCHES}")
        return addresses

    def _find(self, address: str) -> tuple[Target, int]:
        found = self._found.get(address)
        if found is None:
            parts = address[1:].split("/")
            node: Any = self.tree
            for part in parts:
                node = node.get(part) if isinstance(node, dict) else None
            if not isinstance(node, Target):
                raise ControlError(self._unknown(address))
            found = self._found[address] = node, int(parts[1]) - 1 if parts[0] == "voice" else -1
        return found

    def _unknown(self, address: str) -> str:
        limits = self._limits
        for pattern, count, noun in (
            (r"/voice/([^/]*)(/.*)?", limits.voices, "voices"),
            (r"/voice/\d+/z/([^/]*)", limits.dimension, "dimensions"),
            (r"/voice/\d+/macro/([^/]*)", limits.axes, "macro axes"),
            (r"/plane/corner/([^/]*)", 4, "corners"),
        ):
            found = re.fullmatch(pattern, address)
            if found and found[1] not in {str(number) for number in range(1, count + 1)}:
                return f"there is no {found[1][:20]!r} among the {noun} 1 to {count}: {address[:80]}"
        return f"unknown address {address[:80]}"


def _walk(prefix: str, tree: Tree) -> Iterator[tuple[str, Target]]:
    for name, node in tree.items():
        address = f"{prefix}/{name}"
        if isinstance(node, dict):
            yield from _walk(address, node)
        else:
            yield address, node


@lru_cache(maxsize=256)
def _names(names: tuple[str, ...]) -> Names:
    return Names(names)


def _select(pattern: str, tree: Tree) -> list[tuple[str, Target]]:
    """Return the addresses that a pattern matches, in the order of the tree.

    Each part of the pattern is matched once with the names of a level, which all voices share.
    """
    nodes: list[tuple[str, Any]] = [("", tree)]
    for part in pattern[1:].split("/"):
        selected: dict[int, list[str]] = {}
        below: list[tuple[str, Any]] = []
        for prefix, node in nodes:
            if isinstance(node, dict):
                if id(node) not in selected:
                    selected[id(node)] = _names(tuple(node)).select(part)
                below += [(f"{prefix}/{name}", node[name]) for name in selected[id(node)]]
        nodes = below
    return [(address, node) for address, node in nodes if isinstance(node, Target)]


def _command(target: Target, voice: int, address: str, arguments: tuple[Argument, ...]) -> Command:
    row = target.row
    question = row.kind == "question" or (row.kind == "control" and not arguments)
    if row.kind == "question" and arguments:
        raise ControlError(f"{address} takes no arguments, got {len(arguments)}")
    if question:
        values: Sequence[float | int | str] = ()
    else:
        parameters = target.parameters
        if not parameters and len(arguments) == 1 and (arguments[0] is None or arguments[0] is True):
            arguments = ()  # the types N and I say that there is nothing to say
        if len(arguments) > len(parameters) or (len(arguments) < len(parameters) and len(arguments) < target.fewest):
            most = f" to {len(parameters)}" if target.fewest < len(parameters) else ""
            raise ControlError(f"{address} takes {target.fewest}{most} arguments, got {len(arguments)}")
        left_out = [parameter.default for parameter in parameters[len(arguments) :] if parameter.default is not None]
        values = [
            _READERS[parameter.type](address, parameter, argument)
            for parameter, argument in zip(parameters, (*arguments, *left_out), strict=False)
        ]
    return Command(
        name=row.name, address=address, voice=voice, index=target.index, arguments=tuple(values), question=question
    )


def _number(address: str, parameter: Parameter, argument: Argument) -> float:
    if isinstance(argument, int | float):
        value = float(argument)
        if math.isfinite(value):
            low, high = parameter.range if parameter.range and parameter.clipped else _ALL
            value = low if value < low else high if value > high else value
            # As an OSC float, whatever it came as: what is echoed, logged and answered is what was obeyed.
            return float(_FLOAT.unpack(_FLOAT.pack(value))[0])
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
