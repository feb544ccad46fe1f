"""The timbre space: what it accepts, and the file's round trip."""

import dataclasses
import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rt_timbre import fields
from rt_timbre.errors import SpaceError
from rt_timbre.space import Anchor, Points, Range, pack_space, parse_space, read_space, write_space
from rt_timbre.transforms.nsgt import NSGT
from rt_timbre.transforms.scales import erb_centres
from tests.tiny_space import DIMENSION, tiny_space, transform

TINY = tiny_space()


def same(first: Any, second: Any) -> bool:
    """Whether two values are equal to the last bit, arrays in type and shape too."""
    if dataclasses.is_dataclass(first):
        return type(first) is type(second) and all(
            same(getattr(first, field.name), getattr(second, field.name)) for field in dataclasses.fields(first)
        )
    if isinstance(first, np.ndarray):
        return bool(first.dtype == second.dtype and first.shape == second.shape and first.tobytes() == second.tobytes())
    if isinstance(first, dict):
        return first.keys() == second.keys() and all(same(first[key], second[key]) for key in first)
    if isinstance(first, tuple | list):
        return len(first) == len(second) and all(map(same, first, second))
    return bool(first == second)


def test_round_trip(tmp_path: Path) -> None:
    path = tmp_path / "tiny.timbre"
    digest = write_space(TINY, path)
    assert digest == hashlib.sha256(path.read_bytes()).hexdigest()
    assert same(read_space(path), TINY)
    assert [child.name for child in tmp_path.iterdir()] == ["tiny.timbre"]


def test_same_space_gives_same_bytes() -> None:
    assert pack_space(tiny_space()) == pack_space(TINY)
    shuffled = dataclasses.replace(TINY, metrics={"b": 1, "a": 2})
    assert pack_space(shuffled) == pack_space(dataclasses.replace(TINY, metrics={"a": 2, "b": 1}))


def test_file_is_a_plain_zip(tmp_path: Path) -> None:
    path = tmp_path / "tiny.timbre"
    write_space(TINY, path)
    with zipfile.ZipFile(path) as archive:
        assert set(archive.namelist()) == {"decoder.onnx", "encoder.onnx", "space.json", "points.npz"}
        assert archive.testzip() is None
        described = json.loads(archive.read("space.json"))
        archive.extract("points.npz", tmp_path)
    assert described["format"] == 3
    assert described["dimension"] == DIMENSION
    assert described["sha256"]["decoder.onnx"] == hashlib.sha256(TINY.decoder).hexdigest()
    with np.load(tmp_path / "points.npz", allow_pickle=False) as points:
        np.testing.assert_array_equal(points["latent"], TINY.points.latent)


def test_arrays_are_read_only() -> None:
    for array in (TINY.latent_low, TINY.transform.centres, TINY.anchors[0].latent, TINY.points.paths["Dark to Bright"]):
        with pytest.raises(ValueError, match="read-only"):
            array[...] = 0.0


def test_transform_properties() -> None:
    assert TINY.transform.hop == 32
    assert TINY.bands == TINY.transform.bands == 200


def test_anchor_by_name() -> None:
    assert TINY.anchor("Bright") is TINY.anchors[1]
    with pytest.raises(SpaceError, match=r"'Tuba' is no anchor of tiny; it has Dark, Bright, Hollow"):
        TINY.anchor("Tuba")


def test_no_two_axes_have_the_same_name() -> None:
    """Not even if two change the same descriptor most of all."""
    principal = dataclasses.replace(TINY.principal, labels=("flatness +", "flatness +", "axis 3"))
    assert principal.names == ("1 flatness +", "2 flatness +", "axis 3")


def test_no_notes_and_no_paths() -> None:
    none = Points(
        latent=np.zeros((0, DIMENSION), np.float32),
        pitch=np.zeros(0, np.float32),
        label=np.zeros(0, np.int16),
        paths={},
    )
    space = dataclasses.replace(TINY, points=none)
    assert same(parse_space(pack_space(space)), space)


@given(st.floats(width=32, allow_nan=False, allow_infinity=False), st.floats(0, 127))
def test_numbers_keep_every_bit(value: float, pitch: float) -> None:
    anchor = dataclasses.replace(TINY.anchors[0], latent=np.full(DIMENSION, value), pitch=pitch)
    tree = json.loads(json.dumps(fields.to_json(anchor)))
    assert same(Anchor(**fields.arguments(Anchor, tree, "anchor")), anchor)


@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers(-(2**63), 2**63)
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(st.characters(min_codepoint=32, max_codepoint=126)),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abcde. /", max_size=5), inner, max_size=3),
        max_leaves=10,
    )
)
def test_free_form_json_round_trips(tree: object) -> None:
    space = dataclasses.replace(TINY, metrics={"what": tree})
    assert parse_space(pack_space(space)).metrics == {"what": tree}


def changed(part: Any, **changes: Any) -> Any:
    return dataclasses.replace(part, **changes)


def ranges(**changes: Any) -> object:
    """Make a calibration with another range of the centroid."""
    found = TINY.calibration.ranges
    return changed(TINY.calibration, ranges=found | {"centroid": changed(found["centroid"], **changes)})


def effect(**changes: Any) -> object:
    """Make axes with another effect on the centroid."""
    found = TINY.principal.effects
    return changed(TINY.principal, effects=found | {"centroid": changed(found["centroid"], **changes)})


NONE = np.zeros(6)
NARROW = np.ones((1, DIMENSION + 1), np.float32)
BAD_VALUES: list[tuple[str, Callable[[], object], str]] = [
    ("name", lambda: tiny_space(name="../evil"), r"name is '\.\./evil'; it must be 1 to 64 letters"),
    ("title", lambda: tiny_space(title="a\x1b[2Jb"), r"title is 'a\\x1b\[2Jb'; it must hold printable"),
    ("title", lambda: tiny_space(title="two\nlines"), r"title is 'two\\nlines'; it must be one line"),
    ("dimension", lambda: tiny_space(dimension=4), r"latent_low has shape \(3,\); it must be \(4\)"),
    ("dimension", lambda: tiny_space(dimension=0), r"dimension is 0; it must be 1 to 512"),
    ("latent_low", lambda: tiny_space(latent_low=[0.0, np.nan, 0.0]), "latent_low holds a number that is not finite"),
    ("latent_high", lambda: tiny_space(latent_high=[-1.0, 1.0, 1.0]), "latent_low must not exceed latent_high"),
    ("pitch_low", lambda: tiny_space(pitch_low=128.0), r"pitch_low is 128\.0; it must be a MIDI note, 0 to 127"),
    ("pitch_high", lambda: tiny_space(pitch_high=30.0), r"pitch_low is 36\.0; it must not exceed pitch_high, 30\.0"),
    ("reference_pitch", lambda: tiny_space(reference_pitch=float("nan")), "reference_pitch is nan"),
    ("loudness", lambda: tiny_space(loudness="loud"), "loudness is 'loud'; it must be one of a-weighted, corpus"),
    ("anchors", lambda: tiny_space(anchors=()), "there are 0 anchors"),
    ("anchors", lambda: tiny_space(anchors=TINY.anchors[:1] * 2), "anchor 'Dark' exists twice"),
    (
        "points",
        lambda: tiny_space(anchors=TINY.anchors[:2]),
        r"points\.label must be the index of one of the 2 anchors",
    ),
    ("ranges", lambda: ranges(low=np.full(6, 1e4)), r"ranges\.'centroid'\.low must not exceed .*'centroid'\.high"),
    (
        "ranges",
        lambda: ranges(low=np.zeros(5)),
        r"'centroid'\.low has shape \(5,\); it must be \(6\)",
    ),
    ("ranges", lambda: ranges(high=np.full(6, np.inf)), "'centroid'.high holds a number that is not finite"),
    ("pitches", lambda: changed(TINY.calibration, pitches=TINY.calibration.pitches[::-1]), "must ascend strictly"),
    (
        "pitches",
        lambda: changed(TINY.calibration, pitches=[*range(5), 128]),
        r"pitches is 128\.0; it must be",
    ),
    ("pitches", lambda: changed(TINY.calibration, pitches=[]), r"calibration\.pitches has 0; it must have 1 to 128"),
    ("range", lambda: tiny_space(calibration=changed(TINY.calibration, ranges={})), "ranges.centroid is missing"),
    (
        "range",
        lambda: tiny_space(
            calibration=changed(TINY.calibration, ranges=TINY.calibration.ranges | {"x": Range(low=NONE, high=NONE)})
        ),
        r"calibration\.ranges\.'x' is no descriptor; they are centroid, bandwidth",
    ),
    ("anchor", lambda: changed(TINY.anchors[0], spread=[1.0]), r"anchor 'Dark': spread has shape \(1,\)"),
    ("anchor", lambda: changed(TINY.anchors[0], pitch=-1.0), r"anchor 'Dark': pitch is -1\.0"),
    ("anchor", lambda: changed(TINY.anchors[0], name=""), "an anchor's name is ''; it must be one line"),
    ("anchor", lambda: changed(TINY.anchors[0], count=-1), "anchor 'Dark': count is -1"),
    ("anchor", lambda: changed(TINY.anchors[0], spread=[-1, 0, 0]), "spread must not be negative"),
    ("kind", lambda: changed(TINY.transform, kind="cqt"), "transform.kind is 'cqt'; it must be one of"),
    ("rate", lambda: changed(TINY.transform, rate=7999), "transform.rate is 7999"),
    ("hop", lambda: changed(TINY.transform, hop=3000), "transform.hop is 3000; it must divide"),
    ("window", lambda: changed(TINY.transform, window="hann"), "transform.window is 'hann'; an NSGT has none"),
    (
        "scale",
        lambda: changed(TINY.transform, amplitude_scale=0.1),
        "amplitude_scale is 0.1; it must be 0.0625",
    ),
    ("centres", lambda: changed(TINY.transform, centres=TINY.transform.centres[::-1]), "ascend strictly"),
    ("widths", lambda: changed(TINY.transform, half_widths=np.zeros(200)), "half_widths must lie above 0"),
    ("nyquist", lambda: changed(TINY.transform, rate=22050), "centres reach from .* half the rate 22050"),
    ("bands", lambda: changed(TINY.transform, centres=[100.0], half_widths=[10.0]), "has 1 bands"),
    ("axes", lambda: changed(TINY.principal, axes=2 * TINY.principal.axes), "must be unit vectors"),
    ("labels", lambda: changed(TINY.principal, labels=("one",)), "principal.labels has 1 texts"),
    ("low", lambda: changed(TINY.principal, low=TINY.principal.high + 1), "low must not exceed"),
    ("effects", lambda: effect(linearity=[0.0, 2.0, 0.0]), "effects.'centroid'.linearity must lie in 0 to 1"),
    ("effects", lambda: effect(linearity=[0.0, -0.1, 0.0]), "effects.'centroid'.linearity must lie in 0 to 1"),
    ("effects", lambda: effect(strength=[0.0]), r"effects\.'centroid'\.strength has shape \(1,\); it must be \(3\)"),
    ("effects", lambda: effect(strength=[0.0, np.nan, 1.0]), "'centroid'.strength holds a number that is not finite"),
    (
        "effects",
        lambda: tiny_space(principal=changed(TINY.principal, effects={"centroid": TINY.principal.effects["centroid"]})),
        r"principal\.effects\.bandwidth is missing",
    ),
    ("points", lambda: changed(TINY.points, pitch=np.full(60, 200.0)), "points.pitch must lie in 0 to 127"),
    (
        "points",
        lambda: changed(TINY.points, label=np.zeros(3, np.int16)),
        r"points\.label has shape \(3,\)",
    ),
    ("paths", lambda: changed(TINY.points, paths={"a": NARROW[:, 1:]}), r"path 'a' has shape \(1, 3\)"),
    (
        "paths",
        lambda: changed(TINY.points, paths={"a": -NARROW}),
        "path 'a' is empty or has a negative gain",
    ),
    ("paths", lambda: changed(TINY.points, paths={"a": NARROW[:0]}), "path 'a' is empty"),
    ("paths", lambda: changed(TINY.points, paths={"a/b": NARROW}), "'a/b'; it must not hold a slash"),
]


@pytest.mark.parametrize(("make", "message"), [pytest.param(make, text, id=name) for name, make, text in BAD_VALUES])
def test_impossible_values_are_refused(make: Callable[[], object], message: str) -> None:
    with pytest.raises(SpaceError, match=message) as caught:
        make()
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("value", [float("nan"), {1, 2}, "half \ud800"])
def test_what_json_cannot_hold_is_not_written(value: object) -> None:
    with pytest.raises(SpaceError, match="metrics, recipe, seeds and texts"):
        pack_space(dataclasses.replace(TINY, metrics={"value": value}))


def test_what_could_not_be_read_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(SpaceError, match=r"authors\[0\] is 'A\\x07'; it must hold printable characters only"):
        write_space(dataclasses.replace(TINY, authors=("A\a",)), tmp_path / "tiny.timbre")
    assert not list(tmp_path.iterdir())


def test_failed_write_keeps_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "tiny.timbre"
    path.write_bytes(b"old")

    def fail(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(SpaceError, match=r"cannot write .*tiny\.timbre: No space left on device"):
        write_space(TINY, path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_write_into_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SpaceError, match=r"cannot write .*: No such file or directory"):
        write_space(TINY, tmp_path / "nowhere" / "tiny.timbre")


def test_read_what_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SpaceError, match="there is no such file"):
        read_space(tmp_path / "tiny.timbre")
    with pytest.raises(SpaceError, match="there is no such file"):
        read_space(tmp_path)
    with pytest.raises(SpaceError):
        read_space("with\0null")


def test_tiny_space_has_the_centres_of_the_transform() -> None:

    bands = transform()
    analysis = NSGT(erb_centres(30.0, 21600.0, 200), bands.rate, bands.length, bands.columns)
    np.testing.assert_allclose(analysis.centres[:-1], bands.centres[:-1])
    np.testing.assert_allclose(analysis.half_widths[:-1], bands.half_widths[:-1])
