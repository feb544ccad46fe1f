"""Operations as text, ``NAME[=ARGUMENT,ARGUMENT…][@PARTS]``: ``scale=0.5@3``, ``bias=12@pitch``, ``reverse``.

Numbers in brackets are one argument: ``quantise=[0.1,0.2]+Violin``. PARTS are dimensions from 1, ``pitch`` or ``gain``,
joined by ``+``; ``1-4`` stands for four of them.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from numpy.typing import ArrayLike

from rt_timbre.errors import PathError
from rt_timbre.fields import one_line
from rt_timbre.paths.columns import GAIN, PITCH, Part
from rt_timbre.paths.latent_path import LatentPath
from rt_timbre.paths.operator_table import OPERATORS, Operator, Parameter
from rt_timbre.paths.path_parser import MOST_DIMENSIONS

_COMMA = re.compile(r",(?![^\[]*\])")  # not within brackets
_PART = re.compile(r"([0-9]{1,4})(?:-([0-9]{1,4}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """An operator with its arguments.

    Attributes
    ----------
    text : str
        As it was written.
    operator : Operator
        The operator.
    arguments : tuple
        Values of its parameters, as many as were given; texts where a path or points are asked for.
    parts : tuple of int or str, optional
        What it is confined to.
    """

    text: str
    operator: Operator
    arguments: tuple[Any, ...]
    parts: tuple[Part, ...] | None


def parse_operation(text: str) -> Operation:
    """Read an operation.

    Parameters
    ----------
    text : str
        The operation.

    Returns
    -------
    Operation
        Its numbers lie within their ranges.

    Raises
    ------
    PathError
        There is no such operator, or an argument or a part is not what it must be.
    """
    name = re.split("[=@]", text, maxsplit=1)[0]
    operator = OPERATORS.get(name)
    if operator is None:
        raise PathError(f"{name[:40]!r} is no operator; there are {', '.join(OPERATORS)}")
    rest = text[len(name) :]
    given, at, confined = rest.partition("@") if operator.in_parts else (rest, "", "")
    try:
        if given and given[0] != "=":
            raise PathError(f"{name} takes the whole path")
        return Operation(
            text=text,
            operator=operator,
            arguments=_arguments(operator, _COMMA.split(given[1:]) if given else []),
            parts=_parts(confined) if at else None,
        )
    except PathError as error:
        raise PathError(f"{one_line(text, 80)}: {error}; it is written as {operator.usage}") from None


def apply(
    path: LatentPath,
    operations: Iterable[Operation],
    *,
    find_path: Callable[[str], LatentPath],
    find_points: Callable[[str], ArrayLike],
) -> LatentPath:
    """Apply operations, one after another.

    Parameters
    ----------
    path : LatentPath
        The path.
    operations : iterable of Operation
        The operations.
    find_path, find_points : callable
        What make a path, and points [P, D], of the texts that stand for them.

    Returns
    -------
    LatentPath
        The new path.

    Raises
    ------
    PathError
        One of the operations cannot be done; the message begins with it.
    """
    finders = {"path": find_path, "points": find_points}
    for operation in operations:
        operator = operation.operator
        # Where points are asked for and not given there is a word that stands for some.
        words = [*operation.arguments]
        words += [p.default for p in operator.parameters[len(words) :] if p.kind == "points"]
        try:
            values = [
                finders[parameter.kind](word) if parameter.kind in finders else word
                for parameter, word in zip(operator.parameters, words, strict=False)
            ]
            if operator.in_parts:
                path = operator.function(path, *values, parts=operation.parts)
            else:
                path = operator.function(path, *values)
        except PathError as error:
            raise PathError(f"{one_line(operation.text, 80)}: {error}") from None
    return path


def _arguments(operator: Operator, texts: list[str]) -> tuple[Any, ...]:
    least = sum(parameter.required for parameter in operator.parameters)
    most = len(operator.parameters)
    if not least <= len(texts) <= most:
        wanted = str(least) if least == most else f"{least} to {most}"
        raise PathError(f"it has {len(texts)} arguments, and takes {wanted}")
    return tuple(_value(parameter, text) for parameter, text in zip(operator.parameters, texts, strict=False))


def _value(parameter: Parameter, text: str) -> Any:
    if parameter.kind in ("number", "whole"):
        value = _number(text, int if parameter.kind == "whole" else float)
        if value is None or not parameter.low <= value <= parameter.high:
            noun = "a whole number" if parameter.kind == "whole" else "a number"
            raise PathError(
                f"{parameter.name} is {text[:40]!r}, not {noun} from {parameter.low:g} to {parameter.high:g}"
            )
        return value
    if parameter.kind == "choice" and text not in parameter.choices:
        raise PathError(f"{parameter.name} is {text[:40]!r}, none of {', '.join(parameter.choices)}")
    if parameter.kind == "breaks":
        pairs = [tuple(_number(word, float) for word in pair.split(":")) for pair in text.split("+")]
        if not all(len(pair) == 2 and None not in pair for pair in pairs):
            raise PathError(f"the break-points are {text[:40]!r}, not TIME:VALUE joined by +")
        return pairs
    return text


def _number(text: str, kind: type[int] | type[float]) -> float | None:
    try:
        return kind(text)
    except ValueError:
        return None


def _parts(text: str) -> tuple[Part, ...]:
    parts: list[Part] = []
    for word in text.split("+"):
        found = _PART.fullmatch(word)
        if word in (PITCH, GAIN):
            parts.append(word)
        elif found and 1 <= int(found[1]) <= int(found[2] or found[1]) <= MOST_DIMENSIONS:
            parts.extend(range(int(found[1]) - 1, int(found[2] or found[1])))
        else:
            raise PathError(f"{word[:40]!r} is no part: dimensions from 1, as 3 or 1-4, pitch or gain, joined by +")
    return tuple(parts)
