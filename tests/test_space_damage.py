"""Files that are cut short, damaged, forged or of the future: one clear line each, and nothing is unpacked."""

import hashlib
import io
import json
import pickle
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rt_timbre import archive
from rt_timbre.errors import SpaceError
from rt_timbre.space import Space, pack_space, parse_space, read_space
from tests.tiny_space import tiny_space

DATA = pack_space(tiny_space())
MEMBERS = ("decoder.onnx", "encoder.onnx", "points.npz", "space.json")


def unpack(data: bytes = DATA) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def pack(members: dict[str, bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", compression) as opened:
        for name, content in members.items():
            opened.writestr(name, content)
    return packed.getvalue()


def with_member(name: str, content: bytes) -> bytes:
    """Replace a member and make the checksums right."""
    members = unpack() | {name: content}
    described = json.loads(members["space.json"])
    described["sha256"][name] = hashlib.sha256(content).hexdigest()
    return pack(members | {"space.json": json.dumps(described).encode()})


def with_json(change: Callable[[dict[str, Any]], object]) -> bytes:
    members = unpack()
    described = json.loads(members["space.json"])
    change(described)
    return pack(members | {"space.json": json.dumps(described).encode()})


def with_json_text(old: str, new: str) -> bytes:
    members = unpack()
    text = members["space.json"].decode()
    assert old in text
    return pack(members | {"space.json": text.replace(old, new, 1).encode(errors="surrogatepass")})


def with_array(name: str, content: bytes | None) -> bytes:
    arrays = unpack(unpack()["points.npz"])
    if content is None:
        del arrays[name]
    else:
        arrays[name] = content
    return with_member("points.npz", pack(arrays))


def refusal(data: bytes) -> str:
    with pytest.raises(SpaceError) as caught:
        parse_space(data)
    message = str(caught.value)
    assert message
    assert all(character.isprintable() for character in message)
    assert len(message) < 400
    return message


def outcome(data: bytes) -> Space | str:
    """Read; give the space, or the message of the refusal."""
    try:
        return parse_space(data)
    except SpaceError as error:
        return str(error)


def refused_or_same(data: bytes) -> None:
    """Damage is refused, or hits a byte that means nothing."""
    found = outcome(data)
    assert "\n" not in found if isinstance(found, str) else pack_space(found) == DATA


# Whole files


def test_deflated_members_are_read() -> None:
    assert pack_space(parse_space(pack(unpack(), zipfile.ZIP_DEFLATED))) == DATA


@pytest.mark.parametrize("data", [b"", b"PK", b"\x80\x04N.", b"x" * 100, bytes(1000)])
def test_what_is_no_space_at_all(data: bytes) -> None:
    assert refusal(data) == "it is cut short, or no timbre space"


@given(st.integers(0, len(DATA) - 1))
def test_cut_short(length: int) -> None:
    assert refusal(DATA[:length]) == "it is cut short, or no timbre space"


@given(st.integers(0, len(DATA) - 1), st.integers(1, 255))
def test_one_changed_byte(place: int, change: int) -> None:
    damaged = bytearray(DATA)
    damaged[place] ^= change
    refused_or_same(bytes(damaged))


DIRECTORY = zipfile.ZipFile(io.BytesIO(DATA)).start_dir  # where a byte means most


@given(st.lists(st.tuples(st.integers(DIRECTORY, len(DATA) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_changed_directory(changes: list[tuple[int, int]]) -> None:
    damaged = bytearray(DATA)
    for place, value in changes:
        damaged[place] = value
    refused_or_same(bytes(damaged))


@given(st.integers(0, len(DATA)), st.integers(0, 200), st.binary(max_size=200))
def test_replaced_piece(start: int, length: int, piece: bytes) -> None:
    refused_or_same(DATA[:start] + piece + DATA[start + length :])


@given(st.binary(max_size=500))
def test_noise(data: bytes) -> None:
    refusal(data)


@given(st.binary(max_size=300))
def test_noise_as_members(content: bytes) -> None:
    for name in ("points.npz", "space.json"):
        refusal(with_member(name, content) if name != "space.json" else pack(unpack() | {name: content}))


@pytest.mark.parametrize("name", MEMBERS[:3])
def test_wrong_checksum(name: str) -> None:
    content = bytearray(unpack()[name])
    content[len(content) // 2] ^= 1
    message = refusal(pack(unpack() | {name: bytes(content)}))
    assert message == f"{name} has another checksum than space.json says; the file is damaged"


@pytest.mark.parametrize("name", MEMBERS)
def test_missing_member(name: str) -> None:
    members = unpack()
    del members[name]
    assert refusal(pack(members)) == f"{name} is missing"


@pytest.mark.parametrize("name", ["codebook.onnx", "../space.json", "/etc/passwd", "space.json/"])
def test_unknown_member(name: str) -> None:
    assert refusal(pack(unpack() | {name: b""})) == (
        f"it holds '{name}', which is no part of a timbre space of version 3"
    )


def test_member_twice() -> None:
    packed = io.BytesIO(DATA)
    with zipfile.ZipFile(packed, "a") as opened, pytest.warns(UserWarning, match="Duplicate"):
        opened.writestr("space.json", b"{}")
    assert refusal(packed.getvalue()) == "it holds 'space.json' twice"


def test_other_compression() -> None:
    assert refusal(pack(unpack(), zipfile.ZIP_LZMA)) == "'decoder.onnx' is neither stored nor deflated"


def test_archive_with_a_comment() -> None:
    packed = io.BytesIO(DATA)
    with zipfile.ZipFile(packed, "a") as opened:
        opened.comment = b"hello"
    assert refusal(packed.getvalue()) == "it is cut short, or no timbre space"


# Bombs: refused before anything of their size is allocated


def peak(data: bytes) -> tuple[str, int]:
    tracemalloc.start()
    try:
        return refusal(data), tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_bomb_that_says_its_size() -> None:
    bomb = pack(unpack() | {"decoder.onnx": bytes(65 << 20)}, zipfile.ZIP_DEFLATED)
    message, memory = peak(bomb)
    assert message == f"'decoder.onnx' unpacks to {65 << 20} bytes; at most {64 << 20} are allowed"
    assert memory < 1 << 20


def test_bomb_that_lies_about_its_size() -> None:
    """Headers say 1,000 bytes; the stream holds 40 MiB."""
    bomb = bytearray(pack({"decoder.onnx": bytes(40 << 20)}, zipfile.ZIP_DEFLATED))
    directory = bomb.rindex(b"PK\x01\x02")
    bomb[22:26] = bomb[directory + 24 : directory + 28] = struct.pack("<L", 1000)
    message, memory = peak(bytes(bomb))
    assert message.startswith("it is damaged") or message == "'decoder.onnx' is not as long as it says"
    assert memory < 1 << 20


def test_bomb_of_many_members() -> None:
    bomb = pack({f"{i}": b"" for i in range(3000)})
    message, memory = peak(bomb)
    assert message == "it holds too many members"
    assert memory < 1 << 20


def test_bomb_with_a_wide_directory() -> None:
    end = DATA.rindex(b"PK\x05\x06")
    assert refusal(DATA[:end] + b"PK\x06\x07" + bytes(16) + DATA[end:]) == "it holds too many members"


def test_bomb_within_the_points() -> None:
    zeros = archive.write_array(np.zeros((3 << 20, 4), np.float32))
    arrays = unpack(unpack()["points.npz"]) | {"path/a.npy": zeros}
    message, memory = peak(with_member("points.npz", pack(arrays, zipfile.ZIP_DEFLATED)))
    assert message.startswith("points.npz: 'path/a.npy' unpacks to 50331")
    assert memory < 2 << 20


def test_bomb_of_many_arrays() -> None:
    """Each is within the limit, all are not; only those that fit are unpacked."""
    zeros = archive.write_array(np.zeros((1 << 19, 4), np.float32))
    arrays = unpack(unpack()["points.npz"]) | {f"path/{i}.npy": zeros for i in range(10)}
    message = refusal(with_member("points.npz", pack(arrays, zipfile.ZIP_DEFLATED)))
    assert message.startswith("points.npz: 'path/3.npy' unpacks to 8388")


# Arrays


def header(text: str) -> bytes:
    encoded = text.encode()
    return b"\x93NUMPY\x01\x00" + struct.pack("<H", len(encoded)) + encoded


def test_pickled_array_is_refused_unread() -> None:
    packed = io.BytesIO()
    np.lib.format.write_array(packed, np.array([print, {}], object), version=(1, 0), allow_pickle=True)
    assert refusal(with_array("latent.npy", packed.getvalue())) == (
        "points.npz: 'latent' is no array in numpy's format 1.0"
    )
    assert "is no array" in refusal(with_array("latent.npy", pickle.dumps([1])))


BAD_ARRAYS = [
    (header("{'descr': '<f4', 'fortran_order': False, 'shape': (999999999, 9), }\n"), "needs 35999999964 bytes"),
    (header("{'descr': '<f4', 'fortran_order': False, 'shape': (-1, 3), }\n"), "is no array"),
    (header("{'descr': '<f4', 'fortran_order': True, 'shape': (0, 3), }\n"), "is no array"),
    (header("{'descr': '<f4', 'fortran_order': False, 'shape': (" + "0, " * 50 + "), }\n"), "has 50 axes"),
    (header("{'descr': '<f8', 'fortran_order': False, 'shape': (0, 3), }\n"), "is of type '<f8'; it must be '<f4'"),
    (header("__import__('os').system('true')\n"), "is no array"),
    (header("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }\n") + bytes(20), "needs 24 bytes and has 20"),
    (b"\x93NUMPY\x01\x00\xff\xff", "is no array"),
    (b"\x93NUMPY\x02\x00" + bytes(20), "is no array"),
    (b"", "is no array"),
    (
        archive.write_array(np.zeros((60, 2), np.float32)),
        "path 'Dark to Bright' has shape (50, 4); it must be (any, 3)",
    ),
    (archive.write_array(np.zeros(60, np.float32)), "points.latent has shape (60,); it must be (any, any)"),
    (archive.write_array(np.full((60, 3), np.inf, np.float32)), "points.latent holds a number that is not finite"),
]


@pytest.mark.parametrize(("content", "message"), BAD_ARRAYS)
def test_bad_array(content: bytes, message: str) -> None:
    assert message in refusal(with_array("latent.npy", content))


def test_missing_and_unknown_arrays() -> None:
    assert refusal(with_array("label.npy", None)) == "points.npz: label is missing"
    assert refusal(with_array("colour.npy", b"")) == "points.npz: 'colour' is no known array"


@given(st.binary(max_size=200))
def test_noise_as_array(content: bytes) -> None:
    with pytest.raises(SpaceError):
        archive.read_array(content, "<f4", "noise")


@given(st.integers(0, 127), st.integers(0, 255))
def test_changed_array_header(place: int, value: int) -> None:
    content = bytearray(archive.write_array(np.zeros((4, 3), np.float32)))
    content[place] = value
    try:
        array = archive.read_array(bytes(content), "<f4", "array")
    except SpaceError:
        return
    assert array.size == 12


# space.json


@pytest.mark.parametrize("version", [1, 2, 4, 0, "3", None, True, 3.0, [3]])
def test_unknown_version(version: object) -> None:
    message = refusal(with_json(lambda described: described.update(format=version)))
    assert message == f"its format is {version!r}; this version of rt-timbre reads 3"


BAD_JSON: list[tuple[Callable[[dict[str, Any]], object], str]] = [
    (lambda j: j.pop("format"), "its format is None; this version of rt-timbre reads 3"),
    (lambda j: j.pop("sha256"), "sha256 does not list the members"),
    (lambda j: j["sha256"].pop("points.npz"), "sha256 does not list the members"),
    (lambda j: j.update(sha256=[1]), "sha256 does not list the members"),
    (lambda j: j["sha256"].update({"points.npz": 5}), "points.npz has another checksum than space.json says"),
    (lambda j: j.pop("licence"), "licence is missing"),
    (lambda j: j.update(colour="red"), "'colour' is no known key"),
    (lambda j: j.update(decoder="x"), "'decoder' is no known key"),
    (lambda j: j["transform"].update(padding=1), "transform.'padding' is no known key"),
    (lambda j: j["transform"].pop("rate"), "transform.rate is missing"),
    (lambda j: j["transform"].update(rate="fast"), "transform.rate is 'fast'; it must be a whole number"),
    (lambda j: j["transform"].update(rate=True), "transform.rate is True; it must be a whole number"),
    (lambda j: j["transform"].update(rate=44100.0), "transform.rate is 44100.0; it must be a whole number"),
    (lambda j: j["transform"]["centres"].pop(), "transform.half_widths has shape (200,); it must be (199)"),
    (lambda j: j["transform"].update(centres=[["a"]]), "transform.centres is [['a']]; it must be a list of numbers"),
    (lambda j: j["transform"].update(centres=5), "transform.centres is 5; it must be a list of numbers"),
    (lambda j: j["transform"].update(centres=[True, 2.0]), "it must be a list of numbers"),
    (lambda j: j["transform"].update(centres=[1.0, 10**400]), "transform.centres holds a number that is too great"),
    (lambda j: j.update(transform=None), "transform is None; it must be an object"),
    (lambda j: j["principal"].update(axes=[[1.0, 0.0], [1.0]]), "principal.axes has rows of unequal length"),
    (lambda j: j["principal"].update(axes=[[[1.0]]]), "principal.axes is [[[1.0]]]; it must be a list of numbers"),
    (lambda j: j["principal"].update(axes=[]), "principal.axes has shape (0,); it must be (any, 3)"),
    (
        lambda j: j["principal"]["effects"]["flatness"].update(strength=["x"]),
        "principal.effects.'flatness'.strength is ['x']; it must be a list of numbers",
    ),
    (lambda j: j["principal"]["effects"]["flatness"].pop("linearity"), "effects.'flatness'.linearity is missing"),
    (lambda j: j["principal"]["effects"].pop("flatness"), "principal.effects.flatness is missing"),
    (lambda j: j["principal"]["effects"].update(flatness=None), "effects.'flatness' is None; it must be an object"),
    (lambda j: j["principal"].update(effects=[]), "principal.effects is []; it must be an object"),
    (lambda j: j["principal"].update(correlations={}), "principal.'correlations' is no known key"),
    (lambda j: j.update(latent_low=[1e39, 0, 0]), "latent_low holds a number that is not finite"),
    (lambda j: j.update(latent_low=[0.0]), "latent_low has shape (1,); it must be (3)"),
    (lambda j: j.update(pitch_low="low"), "pitch_low is 'low'; it must be a number"),
    (lambda j: j.update(pitch_low=10**400), "pitch_low is 1000"),
    (lambda j: j.update(conditioned=1), "conditioned is 1; it must be true or false"),
    (lambda j: j.update(authors="me"), "authors is 'me'; it must be a list"),
    (lambda j: j.update(authors=[5]), "authors[0] is 5; it must be a text"),
    (lambda j: j.update(title="\x1b]0;owned\x07"), "title is '\\x1b]0;owned\\x07'; it must hold printable characters"),
    (lambda j: j.update(descriptor_ranges={}), "'descriptor_ranges' is no known key"),
    (lambda j: j.update(calibration=5), "calibration is 5; it must be an object"),
    (lambda j: j["calibration"].update(pitches=[[1.0]]), "calibration.pitches has shape (1, 1); it must be (any)"),
    (lambda j: j["calibration"].update(pitches=[1.0, True]), "calibration.pitches is [1.0, True]; it must be a list"),
    (lambda j: j["calibration"].update(pitches=list(range(129))), "calibration.pitches has 129; it must have 1 to 128"),
    (lambda j: j["calibration"]["ranges"].update({"\a": 1}), "calibration.ranges is '\\x07'; it must hold printable"),
    (lambda j: j["calibration"]["ranges"].update(centroid=[1]), "calibration.ranges.'centroid' is [1]; it must be an"),
    (
        lambda j: j["calibration"]["ranges"]["centroid"].update(low=[1e5] * 6),
        "calibration.ranges.'centroid'.low must not exceed calibration.ranges.'centroid'.high",
    ),
    (lambda j: j.update(sources=[["a"]]), "sources[0] is ['a']; it must be an object"),
    (lambda j: j.update(sources=[{"name": 5}]), "sources[0].'name' is 5; it must be a text"),
    (lambda j: j.update(metrics=[]), "metrics is []; it must be an object"),
    (lambda j: j.update(versions={"a\n": 5}), "versions.'a\\n' is 5; it must be a text"),
    (lambda j: j["anchors"][0].update(latent=[0.0, 0.0]), "anchor 'Dark': spread has shape (3,); it must be (2)"),
    (lambda j: j["anchors"][0].update(latent=[0.0], spread=[0.0]), "anchor 'Dark' has 1 dimensions; it must have 3"),
    (lambda j: j.update(anchors=[]), "there are 0 anchors; there must be 1 to 1000"),
    (lambda j: j.update(anchors=j["anchors"][:1]), "points.label must be the index of one of the 1 anchors"),
    (lambda j: j.update(name="../../etc/passwd"), "name is '../../etc/passwd'; it must be 1 to 64 letters"),
]


@pytest.mark.parametrize(("change", "message"), BAD_JSON)
def test_bad_value(change: Callable[[dict[str, Any]], object], message: str) -> None:
    assert message in refusal(with_json(change))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"reference_pitch": 60.0', '"reference_pitch": NaN', "space.json holds NaN, which is not finite"),
        ('"reference_pitch": 60.0', '"reference_pitch": -Infinity', "space.json holds -Infinity, which is not finite"),
        ('"reference_pitch": 60.0', '"reference_pitch": 1e999', "reference_pitch is inf; it must be finite"),
        ('"reference_pitch": 60.0', '"reference_pitch": 60.0, "reference_pitch": 60.0', "space.json has a key twice"),
        ('"reference_pitch": 60.0', '"reference_pitch": ' + "9" * 5000, "space.json is no JSON: Exceeds the limit"),
        ('"reference_pitch": 60.0', '"reference_pitch": 60.0.0', "space.json is no JSON: Expecting"),
        ('"title": "Tiny"', '"title": "\\ud800"', "title is '\\ud800'; it must hold printable characters only"),
        ('"title": "Tiny"', '"title": "\ud800"', "space.json is no JSON: 'utf-8' codec can't decode"),
        ('"metrics": {}', '"metrics": {"a": 1e999}', "metrics.'a' is inf; it must be finite"),
        ('"metrics": {}', '"metrics": ' + '{"a":' * 100_000 + "1" + "}" * 100_000, "space.json is nested too deeply"),
        ('"metrics": {}', '"metrics": {"a": ' + "[" * 400 + "]" * 400 + "}", "metrics.'a'[0][0]"),
    ],
)
def test_bad_text(old: str, new: str, message: str) -> None:
    assert refusal(with_json_text(old, new)).startswith(message)


@given(st.data())
def test_changed_json(data: st.DataObject) -> None:
    members = unpack()
    text = bytearray(members["space.json"])
    place = data.draw(st.integers(0, len(text) - 1))
    text[place] = data.draw(st.integers(0, 255))
    found = outcome(pack(members | {"space.json": bytes(text)}))
    assert isinstance(found, Space) or "\n" not in found


def test_message_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "cut.timbre"
    path.write_bytes(DATA[:-1])
    with pytest.raises(SpaceError, match=r"cut\.timbre: it is cut short, or no timbre space$"):
        read_space(path)
