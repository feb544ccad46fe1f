"""The text of a path's file, read piece by piece; see `path_file` for the format.

A file from outside is believed in nothing: every key and every value is checked, and no more is read or kept of it
than a path may have.
"""

import codecs
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from rt_timbre import fields
from rt_timbre.errors import PathError
from rt_timbre.paths.latent_path import MOST_POINTS, LatentPath
from rt_timbre.presets.preset import SpaceKey, check_space

FORMAT_VERSION = 1
COLUMNS = ("time", "pitch", "gain", "latent")
MOST_BYTES = 256 << 20
MOST_DIMENSIONS = 512

_CHUNK = 1 << 18  # bytes that are read at once
_LONGEST = 1 << 16  # characters before the points, and of one point
_BLANKS = re.compile(r"[ \t\n\r]*")
_END_OF_POINTS = re.compile(r"\]\s*\]")
_FOREIGN = re.compile(r"[^-+0-9.eE,\[\]\s][^,\]\s]*")  # what no list of numbers holds


def parse_path(file: BinaryIO, dimension: int | None = None) -> LatentPath:
    """Read a path from the content of its file.

    Parameters
    ----------
    file : BinaryIO
        The file, open at its beginning.
    dimension : int, optional
        Size of the latent space that the path must be of.

    Returns
    -------
    LatentPath
        Checked in every value.

    Raises
    ------
    PathError, PresetError, SpaceError
        What it holds is no path, or more than a path may hold.
    OSError
        The file cannot be read.
    """
    text = _Text(file)
    head = _head(text)
    version = head.pop("format", None)
    if type(version) is not int or version != FORMAT_VERSION:
        raise PathError(f"format is {fields.shown(version)}; this version of rt-timbre reads {FORMAT_VERSION}")
    space = None
    if "space" in head:
        space = SpaceKey(**fields.arguments(SpaceKey, head.pop("space"), "space"))
        check_space(space)
    found = head.pop("dimension", None)
    check_dimension(found)
    if dimension not in (None, found):
        raise PathError(f"the path has {found} dimensions; the space has {dimension}: make it in this space")
    columns = head.pop("columns", None)
    allowed = [["time", *pitch, *gain, "latent"] for pitch in ([], ["pitch"]) for gain in ([], ["gain"])]
    if columns not in allowed:
        raise PathError(
            f'columns is {fields.shown(columns)}; it must be ["time", "pitch", "gain", "latent"], '
            "without pitch or gain where there is none"
        )
    for key in head:
        raise PathError(f"{fields.shown(key)} is no known key")
    before = len(columns) - 1  # columns before the latent
    narrow, latents = [], []
    for rows in _points(text, before + found):
        narrow.append(rows[:, :before])
        with np.errstate(over="ignore"):
            latents.append(rows[:, before:].astype(np.float32))
    _end(text)
    named = dict(zip(columns, np.concatenate(narrow).T, strict=False))
    with np.errstate(over="ignore"):
        return LatentPath(
            times=named["time"],
            latents=np.concatenate(latents),
            pitches=named.get("pitch"),
            gains=named.get("gain"),
            space=space,
        )


def check_dimension(dimension: Any) -> None:
    """Check the size of a latent space.

    Raises
    ------
    PathError
        It is no whole number from 1 to 512.
    """
    if type(dimension) is not int or not 1 <= dimension <= MOST_DIMENSIONS:
        raise PathError(f"dimension is {fields.shown(dimension)}; it must be a whole number, 1 to {MOST_DIMENSIONS}")


class _Text:
    """The text of a file, chunk by chunk.

    Attributes
    ----------
    rest : str
        What has been read and is not yet used.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._left = MOST_BYTES
        self.rest = ""

    def more(self) -> bool:
        """Add the next chunk to `rest`; False at the end of the file."""
        data = self._file.read(min(_CHUNK, self._left + 1))
        self._left -= len(data)
        if self._left < 0:
            raise PathError(f"it has more than {MOST_BYTES} bytes")
        try:
            self.rest += self._decoder.decode(data, final=not data)
        except UnicodeDecodeError:
            raise PathError("it is no UTF-8 text") from None
        return bool(data)

    def skip_blanks(self) -> None:
        """Make `rest` begin with what is no blank, or be empty at the end of the file."""
        while True:
            self.rest = self.rest.lstrip(" \t\n\r")
            if self.rest or not self.more():
                return


def _refuse(text: str) -> float:
    raise PathError(f"it holds {text}, which is not finite")


def _head(text: _Text) -> dict[str, Any]:
    """Read the keys before the points; `text` is left where these begin."""
    while len(text.rest) < _LONGEST and text.more():
        pass
    head = text.rest[:_LONGEST]
    decoder = json.JSONDecoder(parse_constant=_refuse)
    found: dict[str, Any] = {}

    def after(place: int, wanted: str) -> int:
        """Return the place after one wanted character and the blanks around it."""
        place = _blanks_end(head, place)
        if head[place : place + 1] != wanted:
            raise PathError(f"it is no path: character {place + 1} is {fields.shown(head[place:][:1])}, not {wanted}")
        return _blanks_end(head, place + 1)

    try:
        place = after(0, "{")
        while True:
            key, place = decoder.raw_decode(head, place)
            if not isinstance(key, str) or key in found:
                raise PathError(f"it is no path: {fields.shown(key)} is no key, or is there twice")
            place = after(place, ":")
            if key == "points":
                text.rest = text.rest[after(place, "[") :]
                return found
            found[key], place = decoder.raw_decode(head, place)
            place = after(place, ",")
    except RecursionError:
        raise PathError("it is nested too deeply") from None
    except ValueError as error:
        raise PathError(f"it is no JSON: {fields.one_line(error)}") from None


def _blanks_end(text: str, place: int) -> int:
    return _BLANKS.match(text, place).end()  # type: ignore[union-attr]  # it matches everywhere


def _points(text: _Text, width: int) -> Iterator[NDArray[np.float64]]:
    """Read the points, as many at a time as a chunk has; `text` is left after the end of their list."""
    count = 0
    while True:
        text.skip_blanks()
        if text.rest.startswith("]"):
            text.rest = text.rest[1:]
            if not count:
                raise PathError("it has no points; a path has at least one")
            return
        if count and text.rest:
            if text.rest[0] != ",":
                raise PathError(f"after point {count} there is {fields.shown(text.rest[:20])}; there must be a comma")
            text.rest = text.rest[1:]
            text.skip_blanks()
        piece = _whole_points(text, count)
        if count + piece.count("[") > MOST_POINTS:
            raise PathError(f"it has more than {MOST_POINTS} points; leave some out, or cut it in parts")
        rows = _rows(piece, width, count)
        count += len(rows)
        yield rows


def _whole_points(text: _Text, count: int) -> str:
    """Take from the text what it has of whole points, at least one."""
    while True:
        end = _END_OF_POINTS.search(text.rest)
        place = end.start() + 1 if end else text.rest.rfind("]") + 1
        if place:
            piece, text.rest = text.rest[:place], text.rest[place:]
            return piece
        if len(text.rest) > _LONGEST:
            raise PathError(f"point {count + 1} is too long, or no list of numbers: {fields.shown(text.rest[:40])}")
        if not text.more():
            raise PathError(f"the file ends in the midst of its points, after {count}: it is not whole, copy it anew")


def _rows(piece: str, width: int, count: int) -> NDArray[np.float64]:
    foreign = _FOREIGN.search(piece)
    if foreign:
        place = count + piece.count("[", 0, foreign.start())
        raise PathError(f"at point {place}: {fields.shown(foreign[0])} is no number")
    try:
        rows = json.loads(f"[{piece}]")
    except RecursionError:
        raise PathError(f"what comes after point {count} is nested too deeply") from None
    except ValueError as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else fields.one_line(error)
        raise PathError(f"what comes after point {count} is no list of points: {reason}") from None
    for place, row in enumerate(rows, start=count + 1):
        if not isinstance(row, list):
            raise PathError(f"point {place} is {fields.shown(row)}; it must be a list of {width} numbers")
        if len(row) != width:
            raise PathError(f"point {place} has {len(row)} numbers; by columns and dimension it must have {width}")
    with suppress(OverflowError, ValueError):  # a whole number beyond float64; lists of several lengths for numbers
        table = np.array(rows, np.float64)
        if table.ndim == 2:
            return table
    raise PathError(f"one of the points {count + 1} to {place} holds a list, or a number that is too great")


def _end(text: _Text) -> None:
    """Check that nothing comes after the points but the end of the object."""
    text.skip_blanks()
    if text.rest.startswith(","):
        raise PathError("a key comes after the points; these must be the last")
    if not text.rest.startswith("}"):
        raise PathError("the file ends after its points, without a closing brace: it is not whole, copy it anew")
    text.rest = text.rest[1:]
    text.skip_blanks()
    if text.rest:
        raise PathError(f"after its end there is {fields.shown(text.rest[:20])}; a file holds one path")
