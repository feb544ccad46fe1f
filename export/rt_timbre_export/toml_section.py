"""Tables of a TOML file to frozen dataclasses: every key checked, every error named in full.

A dataclass is a section: its fields are the keys, its annotations the types, and `key` and its relatives say what is
allowed. A key that the dataclass lacks is refused; a key without a default is required.
"""

import dataclasses
import difflib
import math
import typing
from collections.abc import Callable
from dataclasses import field
from typing import Any

from rt_timbre_export.errors import RecipeError

_TYPE_WORDS = {str: "a text", int: "a whole number", float: "a number", bool: "true or false"}


def key(words: str, allowed: Callable[[Any], bool], default: Any = dataclasses.MISSING) -> Any:
    """Declare a key: what is allowed, in words and as a check, and its default."""
    return field(default=default, metadata={"words": words, "allowed": allowed})


def between(low: float, high: float, unit: str = "", default: Any = dataclasses.MISSING) -> Any:
    """Declare a number from `low` to `high`, both included."""
    return key(f"from {low:g} to {high:g}{unit}", lambda value: low <= value <= high, default)


def one_of(*choices: str, default: Any = dataclasses.MISSING) -> Any:
    """Declare a text that is one of `choices`."""
    return key("one of " + ", ".join(f'"{choice}"' for choice in choices), lambda value: value in choices, default)


def filled_text(default: Any = dataclasses.MISSING) -> Any:
    """Declare a text that is not empty, unless it is the default."""
    return key("a text that is not empty", lambda value: value == default or bool(value.strip()), default)


def distinct_texts(default: Any = dataclasses.MISSING) -> Any:
    """Declare a list of texts that are not empty and differ."""
    return key(
        "a list of texts, none empty or twice",
        lambda value: all(text.strip() for text in value) and len(set(value)) == len(value),
        default,
    )


def section(kind: Any, table: Any, where: str) -> Any:
    """Make a dataclass of a table.

    Parameters
    ----------
    kind : type
        The dataclass.
    table : Any
        What `tomllib` read.
    where : str
        Full key of the table, for messages.

    Returns
    -------
    Any
        An instance of `kind`.

    Raises
    ------
    RecipeError
        A key is unknown or absent, or its value is of the wrong type or not allowed.
    """
    if not isinstance(table, dict):
        raise RecipeError(f"{where} is {table!r}; it must be a section [{where}]")
    fields = {item.name: item for item in dataclasses.fields(kind)}
    required = {
        name
        for name, item in fields.items()
        if item.default is dataclasses.MISSING and item.default_factory is dataclasses.MISSING
    }
    check_keys(table, set(fields), required, where + ".")
    hints = typing.get_type_hints(kind)
    values = {}
    for name, value in table.items():
        full = f"{where}.{name}"
        values[name] = _value(hints[name], value, full)
        metadata = fields[name].metadata
        if metadata and not metadata["allowed"](values[name]):
            raise RecipeError(f"{full} is {value!r}; it must be {metadata['words']}")
    return kind(**values)


def check_keys(table: dict[str, Any], known: set[str], required: set[str], prefix: str) -> None:
    """Refuse a table that has an unknown key, suggesting the nearest known one, or lacks a required one."""
    for name in table:
        if name not in known:
            nearest = difflib.get_close_matches(name, sorted(known), 1, 0.0)[0]
            raise RecipeError(f"{prefix}{name} is no known key; did you mean {prefix}{nearest}?")
    for name in sorted(required):
        if name not in table:
            raise RecipeError(f"{prefix}{name} is missing")


def _value(hint: Any, value: Any, where: str) -> Any:
    """Return a value as its annotation has it."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if dataclasses.is_dataclass(hint):
        return section(hint, value, where)
    if origin is tuple:
        if not isinstance(value, list):
            raise RecipeError(f"{where} is {value!r}; it must be a list")
        return tuple(_value(inner[0], item, f"{where}[{i}]") for i, item in enumerate(value))
    if origin is dict:
        if not isinstance(value, dict):
            raise RecipeError(f"{where} is {value!r}; it must be a table")
        return {name: _value(inner[1], item, f"{where}.{name}") for name, item in value.items()}
    if hint is float and type(value) is int:
        value = float(value)
    if type(value) is not hint or (hint is float and not math.isfinite(value)):
        raise RecipeError(f"{where} is {value!r}; it must be {_TYPE_WORDS[hint]}")
    return value


def plain(value: Any) -> Any:
    """Turn a dataclass and all that it holds into dicts, lists, texts and numbers, as TOML has them."""
    if dataclasses.is_dataclass(value):
        return {item.name: plain(getattr(value, item.name)) for item in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {name: plain(item) for name, item in value.items()}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value
