"""Dataclasses to JSON and back: types are taken from the annotations, every key is checked.

The annotations are the format: a key that the dataclass lacks is refused, a key that is absent is named.
"""

import dataclasses
import json
import math
import typing
from typing import Any

import numpy as np

from rt_timbre.errors import SpaceError

_SHOWN = 60  # characters of a refused value that a message quotes
_DEPTH = 20  # levels of free-form JSON


def to_json(value: Any) -> Any:
    """Turn a dataclass, or what it holds, into what `json` can write.

    Parameters
    ----------
    value : Any
        Dataclass, array, tuple, dict, str, number or bool.

    Returns
    -------
    Any
        dict, list, str, number or bool. Floats keep every bit.
    """
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_json(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, np.ndarray | np.generic):
        return value.tolist()
    if isinstance(value, dict):
        return {key: to_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [to_json(item) for item in value]
    return value


def read_object(data: bytes, what: str) -> dict[str, Any]:
    """Read a JSON object from a file that may be anything.

    Parameters
    ----------
    data : bytes
        Content of the file, UTF-8.
    what : str
        What it is, for messages.

    Returns
    -------
    dict of str to Any
        The object; no number in it is NaN or an infinity by name.

    Raises
    ------
    SpaceError
        It is no JSON, no object, nested too deeply, or has a key twice.
    """

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            raise SpaceError(f"{what} has a key twice")
        return found

    def refuse_constant(text: str) -> float:
        raise SpaceError(f"{what} holds {text}, which is not finite")

    try:
        found = json.loads(data.decode("utf-8-sig"), object_pairs_hook=unique, parse_constant=refuse_constant)
    except RecursionError:
        raise SpaceError(f"{what} is nested too deeply") from None
    except ValueError as error:
        raise SpaceError(f"{what} is no JSON: {one_line(error)}") from None
    if not isinstance(found, dict):
        raise SpaceError(f"{what} is no object")
    return found


def arguments(kind: type, tree: Any, where: str, *, without: tuple[str, ...] = ()) -> dict[str, Any]:
    """Read the constructor's arguments of a dataclass from a JSON object.

    Parameters
    ----------
    kind : type
        The dataclass.
    tree : Any
        What `json` read.
    where : str
        Key path of the object, for messages; "" at the top.
    without : tuple of str
        Fields that come from elsewhere.

    Returns
    -------
    dict of str to Any
        Value by field, of the annotated types.

    Raises
    ------
    SpaceError
        A key is unknown or absent, or a value of the wrong type or not finite.
    """
    if not isinstance(tree, dict):
        raise SpaceError(f"{where or 'the whole'} is {shown(tree)}; it must be an object")
    hints = {name: hint for name, hint in typing.get_type_hints(kind).items() if name not in without}
    prefix = f"{where}." if where else ""
    for key in tree:
        if key not in hints:
            raise SpaceError(f"{prefix}{shown(key)} is no known key")
    for key in hints:
        if key not in tree:
            raise SpaceError(f"{prefix}{key} is missing")
    return {key: _value(hint, tree[key], prefix + key) for key, hint in hints.items()}


def shown(value: Any) -> str:
    """Quote a value from outside in a message, short and in ASCII, whatever it is.

    Parameters
    ----------
    value : Any
        The value.

    Returns
    -------
    str
        At most 61 characters.
    """
    text = ascii(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def one_line(error: Exception | str, limit: int = 400) -> str:
    """Bring a foreign message, which may quote pieces of a file, to one line that any terminal can show.

    Parameters
    ----------
    error : Exception or str
        The error, or its message.
    limit : int
        Greatest number of characters.

    Returns
    -------
    str
        The line; the error's type where it has no message.
    """
    text = " ".join(str(error).split()) or type(error).__name__
    return "".join(character if character.isprintable() else "?" for character in text[:limit])


def clean_text(text: str, where: str) -> str:
    """Check that a text can be shown on any terminal.

    Parameters
    ----------
    text : str
        The text.
    where : str
        Its key path, for the message.

    Returns
    -------
    str
        The same text.

    Raises
    ------
    SpaceError
        It holds control characters other than a line's end or a tab, or half a surrogate pair.
    """
    if any(not (character.isprintable() or character in "\n\t") for character in text):
        raise SpaceError(f"{where} is {shown(text)}; it must hold printable characters only")
    return text


def _value(hint: Any, value: Any, where: str) -> Any:
    if dataclasses.is_dataclass(hint):
        return typing.cast(type, hint)(**arguments(typing.cast(type, hint), value, where))
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        return _sequence(inner, value, where)
    if origin is dict:
        return _mapping(inner[1], value, where)
    if origin is np.ndarray:
        return _array(typing.get_args(inner[1])[0], value, where)
    if hint is Any:
        return _tree(value, where)
    return _scalar(hint, value, where)


def _sequence(inner: tuple[Any, ...], value: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise SpaceError(f"{where} is {shown(value)}; it must be a list")
    hints = [inner[0]] * len(value) if inner[-1] is Ellipsis else list(inner)
    if len(hints) != len(value):
        raise SpaceError(f"{where} has {len(value)} elements; it must have {len(hints)}")
    return tuple(_value(hint, item, f"{where}[{i}]") for i, (hint, item) in enumerate(zip(hints, value, strict=True)))


def _mapping(hint: Any, value: Any, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise SpaceError(f"{where} is {shown(value)}; it must be an object")
    return {clean_text(key, where): _value(hint, item, f"{where}.{shown(key)}") for key, item in value.items()}


def _array(kind: type, value: Any, where: str) -> np.ndarray[Any, Any]:
    rows = value if isinstance(value, list) else None
    flat = [item for row in rows or [] for item in (row if isinstance(row, list) else [row])]
    if rows is None or not all(isinstance(item, int | float) and not isinstance(item, bool) for item in flat):
        raise SpaceError(f"{where} is {shown(value)}; it must be a list of numbers")
    if len({len(row) if isinstance(row, list) else -1 for row in rows}) > 1:
        raise SpaceError(f"{where} has rows of unequal length")
    try:
        with np.errstate(over="ignore"):
            array: np.ndarray[Any, Any] = np.asarray(rows, np.float64).astype(kind)
    except OverflowError:
        raise SpaceError(f"{where} holds a number that is too great") from None
    if not np.isfinite(array).all():
        raise SpaceError(f"{where} holds a number that is not finite")
    return array


def _scalar(hint: Any, value: Any, where: str) -> Any:
    if hint is float and isinstance(value, int | float) and not isinstance(value, bool):
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if not math.isfinite(number):
            raise SpaceError(f"{where} is {shown(value)}; it must be finite")
        return number
    if type(value) is not hint:
        word = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}[hint]
        raise SpaceError(f"{where} is {shown(value)}; it must be {word}")
    return clean_text(value, where) if isinstance(value, str) else value


def _tree(value: Any, where: str, depth: int = 0) -> Any:
    """Check free-form JSON: texts clean, numbers finite, not deep enough to exhaust whoever walks it."""
    if depth > _DEPTH:
        raise SpaceError(f"{where[:_SHOWN]}… is nested too deeply; at most {_DEPTH} levels are allowed")
    if isinstance(value, dict):
        return {clean_text(key, where): _tree(item, f"{where}.{shown(key)}", depth + 1) for key, item in value.items()}
    if isinstance(value, list):
        return [_tree(item, f"{where}[{i}]", depth + 1) for i, item in enumerate(value)]
    if value is None or isinstance(value, bool):
        return value
    return _scalar(type(value), value, where)
