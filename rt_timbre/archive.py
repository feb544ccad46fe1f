"""Zip archives of a fixed layout: written the same to the last bit, read within bounds.

Nothing that an archive says of itself is believed: the directory is bounded before it is parsed, a member's declared
size before it is unpacked, and the unpacking stops at that size.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from rt_timbre.errors import SpaceError
from rt_timbre.fields import one_line, shown

_END = struct.Struct("<4s4H2LH")  # end of central directory
_END_SIGNATURE = b"PK\x05\x06"
_WIDE_SIGNATURE = b"PK\x06\x07"  # locator of a 64-bit directory, just before the end record
_WIDE_SIZE = 20
_DIRECTORY_LIMIT = 1 << 17
_EPOCH = (1980, 1, 1, 0, 0, 0)

_NPY_MAGIC = b"\x93NUMPY\x01\x00"
_NPY_HEADER = re.compile(
    rb"\{'descr': '([<|][a-z][0-9]{1,2})', 'fortran_order': False, 'shape': \(((?:[0-9]{1,9}, ?)*[0-9]{0,9})\), \} *\n"
)


def write_members(members: Mapping[str, bytes]) -> bytes:
    """Pack members into a zip: stored, in the order given, without times.

    Stored, because deflate's output differs between zlib versions and network weights hardly compress.

    Parameters
    ----------
    members : mapping of str to bytes
        Content by name.

    Returns
    -------
    bytes
        The archive; the same members give the same bytes.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), content)
    return packed.getvalue()


def read_members(data: bytes, limit: Callable[[str], int], total: int) -> dict[str, bytes]:
    """Unpack all members of a zip.

    Parameters
    ----------
    data : bytes
        The archive.
    limit : callable
        Gives the greatest size in bytes of the member of a name; raises SpaceError for a name that may not be there.
    total : int
        Greatest size in bytes of all members together.

    Returns
    -------
    dict of str to bytes
        Content by name.

    Raises
    ------
    SpaceError
        The archive is cut short, damaged, or holds more than it may.
    """
    _check_directory(data)
    # zipfile meets damage with many kinds of exception; none of them may reach a user.
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members: dict[str, bytes] = {}
            for info in archive.infolist():
                if info.filename in members:
                    raise SpaceError(f"it holds {shown(info.filename)} twice")
                members[info.filename] = _read_member(archive, info, min(limit(info.filename), total))
                total -= info.file_size
            return members
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        EOFError,
        LookupError,
        NotImplementedError,
        OSError,
        OverflowError,
        RuntimeError,
        ValueError,
    ) as error:
        raise SpaceError(f"it is damaged: {one_line(error, 100)}") from None


def _check_directory(data: bytes) -> None:
    if len(data) < _END.size:
        raise SpaceError("it is cut short, or no timbre space")
    signature, *_, size, _, comment = _END.unpack_from(data, len(data) - _END.size)
    if signature != _END_SIGNATURE or comment:
        raise SpaceError("it is cut short, or no timbre space")
    if data[-_END.size - _WIDE_SIZE :].startswith(_WIDE_SIGNATURE) or size > _DIRECTORY_LIMIT:
        raise SpaceError("it holds too many members")


def _read_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, limit: int) -> bytes:
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or info.flag_bits & 1:
        raise SpaceError(f"{shown(info.filename)} is neither stored nor deflated")
    if info.file_size > limit:
        raise SpaceError(f"{shown(info.filename)} unpacks to {info.file_size} bytes; at most {limit} are allowed")
    with archive.open(info) as member:
        content = member.read(info.file_size)
        # The checksum is compared when the end is reached, which takes one more read.
        if len(content) != info.file_size or member.read(1):
            raise SpaceError(f"{shown(info.filename)} is not as long as it says")
    return content


def write_array(array: NDArray[np.generic]) -> bytes:
    """Write an array as npy, version 1.0.

    Parameters
    ----------
    array : ndarray
        Numbers.

    Returns
    -------
    bytes
        Header and content.
    """
    packed = io.BytesIO()
    np.lib.format.write_array(packed, np.ascontiguousarray(array), version=(1, 0), allow_pickle=False)
    return packed.getvalue()


def read_array(data: bytes, kind: str, where: str) -> NDArray[np.generic]:
    """Read an array of a known type written by `write_array`.

    Only the header that numpy itself writes is understood, by a pattern: nothing is evaluated, nothing unpickled, and
    the array is a view of the bytes given.

    Parameters
    ----------
    data : bytes
        npy, version 1.0, C order.
    kind : str
        The type it must have, as "<f4".
    where : str
        What it is, for messages.

    Returns
    -------
    ndarray
        Read-only.

    Raises
    ------
    SpaceError
        It is of another type, or damaged.
    """
    start = len(_NPY_MAGIC) + 2
    end = start + int.from_bytes(data[start - 2 : start], "little")
    header = _NPY_HEADER.fullmatch(data, start, end) if data.startswith(_NPY_MAGIC) and end <= len(data) else None
    if header is None:
        raise SpaceError(f"{where} is no array in numpy's format 1.0")
    found, sizes = header[1].decode(), header[2].decode()
    if found != kind:
        raise SpaceError(f"{where} is of type {found!r}; it must be {kind!r}")
    shape = tuple(int(size) for size in sizes.replace(" ", "").split(",") if size)
    expected = np.dtype(kind).itemsize
    for size in shape:
        expected *= size
    if expected != len(data) - end:
        raise SpaceError(f"{where} of shape {shape} needs {expected} bytes and has {len(data) - end}")
    if len(shape) > 2:
        raise SpaceError(f"{where} has {len(shape)} axes; at most 2 are used")
    return np.frombuffer(data, kind, offset=end).reshape(shape)
