"""The timbre space and its file, `NAME.timbre`: the one definition that writer and reader share.

The file is a zip of decoder.onnx, encoder.onnx, space.json and points.npz. space.json holds the other fields of
`Space` by their names (see `fields`), the version of the format and the SHA-256 of the other members.
"""

import dataclasses
import hashlib
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rt_timbre import archive, fields
from rt_timbre.descriptors.calibration import NAMES, Calibration, Range
from rt_timbre.errors import SpaceError
from rt_timbre.space_parts import (
    Anchor,
    Effect,
    Floats,
    Points,
    PrincipalAxes,
    Transform,
    check,
    check_label,
    check_pitch,
    freeze,
)
from rt_timbre.whole_file import write_whole

__all__ = [
    "FORMAT_VERSION",
    "SUFFIX",
    "Anchor",
    "Calibration",
    "Effect",
    "Points",
    "PrincipalAxes",
    "Range",
    "Space",
    "Transform",
    "pack_space",
    "parse_space",
    "read_bytes",
    "read_space",
    "write_space",
]

FORMAT_VERSION = 3
SUFFIX = ".timbre"
NAME_PATTERN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")

_LOUDNESS = ("a-weighted", "corpus")
_MEBIBYTE = 1 << 20
_LIMITS = {
    "decoder.onnx": 64 * _MEBIBYTE,
    "encoder.onnx": 64 * _MEBIBYTE,
    "points.npz": 32 * _MEBIBYTE,
    "space.json": 4 * _MEBIBYTE,
}
_FILE_LIMIT = sum(_LIMITS.values()) + _MEBIBYTE
_OWN_MEMBERS = ("decoder", "encoder", "points")  # fields of Space that are not in space.json
_PATH_PREFIX = "path/"
_MOST_DIMENSIONS = 512
_MOST_ANCHORS = 1000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Space:
    """A timbre space: a decoder, an encoder, and all that is needed to play and describe them.

    Attributes
    ----------
    name : str
        Short name, as in `NAME.timbre`.
    title, text : str
        One line, and a description.
    authors : tuple of str
        Who made it.
    licence : str
        Its licence.
    sources : tuple of dict of str to str
        What it was learned from: name, licence and so on of every source.
    transform : Transform
        What the bands are.
    dimension : int
        Size of the latent space, D.
    conditioned : bool
        Whether decoder and encoder take the pitch.
    latent_low, latent_high : ndarray of float32 [D]
        Range of the populated part.
    pitch_low, pitch_high, reference_pitch : float
        MIDI notes: range of the training notes, and the pitch that an unconditioned decoder makes.
    loudness : str
        "a-weighted": every decoded frame has the same A-weighted loudness; "corpus": levels are relative to the
        loudest of the corpus.
    principal : PrincipalAxes
        Principal components of the latents.
    anchors : tuple of Anchor
        Named points, at least one.
    calibration : Calibration
        Lowest and highest value of each descriptor in the populated part, by pitch.
    metrics, recipe, seeds : dict
        How good it is and how it was made: JSON, not interpreted.
    versions : dict of str to str
        Versions of the software that made it.
    decoder : bytes
        ONNX: `latent` float32 [batch, D], and `pitch` float32 [batch, 1] (MIDI) if conditioned, to `magnitude`
        float32 [batch, K], the linear amplitude (≥ 0) of a stationary sinusoid at each band's centre. It is only asked
        for whole semitones and the ends of the range: what lies between is made of the frames of both.
    encoder : bytes
        ONNX: `magnitude` float32 [batch, K], and, if conditioned, optionally `pitch` float32 [batch, 1], to `mean`
        and `log_variance` float32 [batch, D].
    points : Points
        The analysed notes.
    """

    name: str
    title: str
    text: str
    authors: tuple[str, ...]
    licence: str
    sources: tuple[dict[str, str], ...]
    transform: Transform
    dimension: int
    conditioned: bool
    latent_low: Floats
    latent_high: Floats
    pitch_low: float
    pitch_high: float
    reference_pitch: float
    loudness: str
    principal: PrincipalAxes
    anchors: tuple[Anchor, ...]
    calibration: Calibration
    metrics: dict[str, Any]
    recipe: dict[str, Any]
    seeds: dict[str, Any]
    versions: dict[str, str]
    decoder: bytes = dataclasses.field(repr=False)
    encoder: bytes = dataclasses.field(repr=False)
    points: Points = dataclasses.field(repr=False)

    def __post_init__(self) -> None:
        check(
            NAME_PATTERN.fullmatch(self.name),
            f"name is {fields.shown(self.name)}; it must be 1 to 64 letters, digits, hyphens or underscores",
        )
        check_label(self.title, "title")
        dimension = self.dimension
        check(1 <= dimension <= _MOST_DIMENSIONS, f"dimension is {dimension}; it must be 1 to {_MOST_DIMENSIONS}")
        freeze(self, "", np.float32, latent_low=[dimension], latent_high=[dimension])
        check((self.latent_low <= self.latent_high).all(), "latent_low must not exceed latent_high")
        for key in ("pitch_low", "pitch_high", "reference_pitch"):
            check_pitch(getattr(self, key), key)
        check(
            self.pitch_low <= self.pitch_high,
            f"pitch_low is {self.pitch_low!r}; it must not exceed pitch_high, {self.pitch_high!r}",
        )
        check(
            self.loudness in _LOUDNESS,
            f"loudness is {fields.shown(self.loudness)}; it must be one of {', '.join(_LOUDNESS)}",
        )
        found = self.principal.mean.shape[0]
        check(found == dimension, f"principal.mean has {found} dimensions; the space has {dimension}")
        self._check_anchors()
        self._check_descriptors()
        found = self.points.latent.shape[1]
        check(found == dimension, f"points.latent has {found} dimensions; the space has {dimension}")
        check(
            ((self.points.label >= 0) & (self.points.label < len(self.anchors))).all(),
            f"points.label must be the index of one of the {len(self.anchors)} anchors",
        )

    def _check_descriptors(self) -> None:
        parts = (("calibration.ranges", self.calibration.ranges), ("principal.effects", self.principal.effects))
        for where, found in parts:
            for name in found:
                check(name in NAMES, f"{where}.{fields.shown(name)} is no descriptor; they are {', '.join(NAMES)}")
            for name in NAMES:
                check(name in found, f"{where}.{name} is missing")

    def _check_anchors(self) -> None:
        count = len(self.anchors)
        check(1 <= count <= _MOST_ANCHORS, f"there are {count} anchors; there must be 1 to {_MOST_ANCHORS}")
        names: set[str] = set()
        for anchor in self.anchors:
            check(anchor.name not in names, f"anchor {anchor.name!r} exists twice")
            names.add(anchor.name)
            found = anchor.latent.shape[0]
            check(
                found == self.dimension, f"anchor {anchor.name!r} has {found} dimensions; it must have {self.dimension}"
            )

    @property
    def bands(self) -> int:
        """Number of bands K."""
        return self.transform.bands

    def anchor(self, name: str) -> Anchor:
        """Find an anchor.

        Parameters
        ----------
        name : str
            Its name.

        Returns
        -------
        Anchor
            The anchor of that name.

        Raises
        ------
        SpaceError
            There is none; the message names those that exist.
        """
        for anchor in self.anchors:
            if anchor.name == name:
                return anchor
        names = ", ".join(anchor.name for anchor in self.anchors)
        raise SpaceError(f"{fields.shown(name)} is no anchor of {self.name}; it has {names}")


def pack_space(space: Space) -> bytes:
    """Turn a space into the content of its file.

    Parameters
    ----------
    space : Space
        The space.

    Returns
    -------
    bytes
        The same space gives the same bytes.
    """
    points = space.points
    arrays: dict[str, NDArray[Any]] = {"latent": points.latent, "pitch": points.pitch, "label": points.label}
    arrays |= {_PATH_PREFIX + name: path for name, path in points.paths.items()}
    members = {
        "decoder.onnx": space.decoder,
        "encoder.onnx": space.encoder,
        "points.npz": archive.write_members({f"{key}.npy": archive.write_array(arrays[key]) for key in sorted(arrays)}),
    }
    described = {
        field.name: fields.to_json(getattr(space, field.name))
        for field in dataclasses.fields(space)
        if field.name not in _OWN_MEMBERS
    }
    described["format"] = FORMAT_VERSION
    described["sha256"] = {name: hashlib.sha256(content).hexdigest() for name, content in members.items()}
    try:
        text = json.dumps(described, ensure_ascii=False, allow_nan=False, indent=1, sort_keys=True)
        members["space.json"] = text.encode()
    except (TypeError, ValueError) as error:
        raise SpaceError(f"metrics, recipe, seeds and texts must be finite numbers and clean texts: {error}") from None
    for name, content in members.items():
        check(len(content) <= _LIMITS[name], f"{name} has {len(content)} bytes; at most {_LIMITS[name]} are allowed")
    return archive.write_members(members)


def parse_space(data: bytes) -> Space:
    """Read a space from the content of its file.

    Parameters
    ----------
    data : bytes
        The content.

    Returns
    -------
    Space
        Checked in structure, checksums and values. Its two graphs are still opaque: `trial.trial_run` checks them.

    Raises
    ------
    SpaceError
        It is damaged, of another version, or holds what may not be.
    """
    members = archive.read_members(data, _member_limit, _FILE_LIMIT)
    for name in _LIMITS:
        check(name in members, f"{name} is missing")
    try:
        described = fields.read_object(members["space.json"], "space.json")
        version = described.pop("format", None)
        check(
            type(version) is int and version == FORMAT_VERSION,
            f"its format is {fields.shown(version)}; this version of rt-timbre reads {FORMAT_VERSION}",
        )
        _check_sums(members, described.pop("sha256", None))
        values = fields.arguments(Space, described, "", without=_OWN_MEMBERS)
    except RecursionError:
        raise SpaceError("space.json is nested too deeply") from None
    points = _parse_points(members["points.npz"])
    return Space(**values, decoder=members["decoder.onnx"], encoder=members["encoder.onnx"], points=points)


def write_space(space: Space, path: str | os.PathLike[str]) -> str:
    """Write a space's file, at once and whole: a reader sees the old file or the new one.

    Parameters
    ----------
    space : Space
        The space.
    path : path-like
        Where to; a file there is replaced.

    Returns
    -------
    str
        SHA-256 of the file.

    Raises
    ------
    SpaceError
        It cannot be written, or is too large.
    """
    data = pack_space(space)
    parse_space(data)  # what could not be read is not written
    target = Path(path)
    try:
        write_whole(target, data)
    except OSError as error:
        raise SpaceError(f"cannot write {target}: {error.strerror}") from None
    return hashlib.sha256(data).hexdigest()


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """Read a file that should hold a space, within the format's greatest size.

    Parameters
    ----------
    path : path-like
        The file.

    Returns
    -------
    bytes
        Its content, not checked.

    Raises
    ------
    SpaceError
        It does not exist, is no regular file, or is too large.
    """
    source = Path(path)
    try:
        check(source.is_file(), f"{source}: there is no such file")
        with source.open("rb") as file:
            data = file.read(_FILE_LIMIT + 1)
    except (OSError, ValueError) as error:
        raise SpaceError(
            f"cannot read {fields.shown(str(source))}: {getattr(error, 'strerror', None) or error}"
        ) from None
    check(len(data) <= _FILE_LIMIT, f"{source}: it has more than {_FILE_LIMIT} bytes")
    return data


def read_space(path: str | os.PathLike[str]) -> Space:
    """Read a space's file.

    Parameters
    ----------
    path : path-like
        The file.

    Returns
    -------
    Space
        As `parse_space` gives it; `space_store.open_space` also tries its graphs, as an unknown file needs.

    Raises
    ------
    SpaceError
        The file cannot be read or is refused; the message begins with the path.
    """
    data = read_bytes(path)
    try:
        return parse_space(data)
    except SpaceError as error:
        raise SpaceError(f"{path}: {error}") from None


def _member_limit(name: str) -> int:
    check(
        name in _LIMITS,
        f"it holds {fields.shown(name)}, which is no part of a timbre space of version {FORMAT_VERSION}",
    )
    return _LIMITS[name]


def _check_sums(members: dict[str, bytes], sums: object) -> None:
    expected = {name: hashlib.sha256(content).hexdigest() for name, content in members.items() if name != "space.json"}
    check(isinstance(sums, dict) and sums.keys() == expected.keys(), "sha256 does not list the members")
    assert isinstance(sums, dict)
    for name, content_sum in expected.items():
        check(sums[name] == content_sum, f"{name} has another checksum than space.json says; the file is damaged")


def _parse_points(data: bytes) -> Points:
    limit = _LIMITS["points.npz"]
    try:
        members = archive.read_members(data, lambda name: limit, limit)
        arrays = {name.removesuffix(".npy"): content for name, content in members.items()}
        kinds = {"latent": "<f4", "pitch": "<f4", "label": "<i2"}
        for name in kinds:
            check(name in arrays, f"{name} is missing")
        found: dict[str, NDArray[Any]] = {}
        for name, content in arrays.items():
            check(name in kinds or name.startswith(_PATH_PREFIX), f"{fields.shown(name)} is no known array")
            found[name] = archive.read_array(content, kinds.get(name, "<f4"), fields.shown(name))
    except SpaceError as error:
        raise SpaceError(f"points.npz: {error}") from None
    paths = {name.removeprefix(_PATH_PREFIX): found.pop(name) for name in list(found) if name not in kinds}
    return Points(**found, paths=paths)
