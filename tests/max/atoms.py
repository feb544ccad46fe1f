"""What messages are made of: ints, floats and symbols, and the text of boxes as Max reads it."""

import re
from dataclasses import dataclass

_INT = re.compile(r"[-+]?\d+")
_FLOAT = re.compile(r"[-+]?(\d+\.\d*|\.\d+)([eE][-+]?\d+)?|[-+]?\d+[eE][-+]?\d+")
SYMBOL, INT, FLOAT, LIST, BANG = "symbol", "int", "float", "list", "bang"


class Mark(str):
    """A comma or a semicolon that divides."""


COMMA, SEMICOLON = Mark(","), Mark(";")


@dataclass(frozen=True)
class Changeable:
    """`$1` to `$9` of a message box, and what is written after it without a space."""

    number: int
    rest: str = ""


def read(text):
    """Give the words of a box: atoms, marks, and changeable arguments.

    A backslash or quotation marks take the meaning from special characters; what is quoted is one symbol.
    """
    found, place = [], 0
    while place < len(text):
        if text[place].isspace():
            place += 1
        elif text[place] in ",;":
            found.append(COMMA if text[place] == "," else SEMICOLON)
            place += 1
        else:
            word, plain, place = _word(text, place)
            found.append(_atom(word) if plain else word)
    return found


def _word(text, place):
    """Return a word, whether nothing in it was quoted or escaped, and where it ends."""
    word, plain, quoted = "", True, False
    while place < len(text):
        letter = text[place]
        if letter == "\\" and place + 1 < len(text):
            word, plain = word + text[place + 1], False
            place += 1
        elif letter == '"':
            quoted, plain = not quoted, False
        elif not quoted and (letter.isspace() or letter in ",;"):
            break
        else:
            word += letter
        place += 1
    return word, plain, place


def _atom(word):
    if _INT.fullmatch(word):
        return int(word)
    if _FLOAT.fullmatch(word):
        return float(word)
    changeable = re.fullmatch(r"\$([1-9])(.*)", word, re.DOTALL)
    return Changeable(int(changeable[1]), changeable[2]) if changeable else word


def is_number(atom):
    return isinstance(atom, (int, float))


def number(atom, default=0):
    """Return an atom as a number; a symbol counts as 0."""
    return atom if is_number(atom) else default


def said(atom):
    """Return an atom as Max writes it in a symbol: six places, none of them a final zero, and always the point."""
    if isinstance(atom, float):
        return f"{atom:.6f}".rstrip("0")
    return str(atom)


def shown(selector, atoms):
    """Return a message as [print] shows it."""
    words = atoms if selector in (INT, FLOAT, LIST) else [selector, *atoms]
    return " ".join(said(word) for word in words)


def message(atoms):
    """Return the selector and the arguments of a message that is made of these atoms."""
    if not atoms:
        return BANG, []
    first, *rest = atoms
    if isinstance(first, str):
        if first in (INT, FLOAT):
            return (first, [int(number(rest[0])) if first == INT else float(number(rest[0]))]) if rest else (first, [])
        return first, rest
    if rest:
        return LIST, list(atoms)
    return (FLOAT if isinstance(first, float) else INT), [first]


def items(selector, atoms):
    """Return all that a message consists of, its selector too if that is a word of its own."""
    return list(atoms) if selector in (INT, FLOAT, LIST) else [selector, *atoms]


def as_type(atom, kind):
    """Convert an atom to `int`, `float` or `str`: a symbol to 0, a number to a blank symbol."""
    if kind is str:
        return atom if isinstance(atom, str) else ""
    return kind(number(atom))
