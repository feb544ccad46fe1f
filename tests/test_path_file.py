"""Files of paths: what is written is read back to the bit, and what is no path is refused in one clear line."""

import itertools
import json
import os
import tracemalloc

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from rt_timbre.errors import PathError
from rt_timbre.paths import path_file, path_parser
from rt_timbre.paths.latent_path import LatentPath
from rt_timbre.paths.path_file import PathWriter, name_of, read_path, write_path
from rt_timbre.presets.preset import SpaceKey

SPACE = SpaceKey(name="tiny", sha256="0f" * 32)
FLOATS = st.floats(width=32, allow_nan=False, allow_infinity=False)


def small():
    return LatentPath(
        times=[0.0, 0.5, 2.0],
        latents=[[0.1, 1.0], [-2.5e-7, 3e30], [-0.0, 1 / 3]],
        pitches=[60.0, 60.1, 127.0],
        gains=[0.0, 0.3, 1.0],
        space=SPACE,
    )


def same(first, second):
    assert first.space == second.space
    for name in ("times", "latents", "pitches", "gains"):
        one, two = getattr(first, name), getattr(second, name)
        assert (one is None) == (two is None)
        if one is not None:
            assert one.dtype == two.dtype
            assert one.tobytes() == two.tobytes()


def content(**changes):
    values = {"format": 1, "dimension": 2, "columns": ["time", "latent"], "points": [[0, 1, 2], [1.5, 3, 4]]}
    points = values.pop("points")
    values |= {"points": points, **changes}
    values["points"] = values.pop("points")  # the last
    return json.dumps({key: value for key, value in values.items() if value is not None})


def refused(file, data, *parts):
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    with pytest.raises(PathError) as refusal:
        read_path(file)
    message = str(refusal.value)
    assert len(message) < 600
    assert message.isprintable()
    assert message.startswith(str(file))
    for part in parts:
        assert part in message


def read_or_refused(file):
    """Read a path, or return None where it is refused in one line; any other exception is a failure."""
    refusal = ""
    try:
        return read_path(file)
    except PathError as error:
        refusal = str(error)
    assert refusal.startswith(f"{file}: ")
    assert refusal.isprintable()
    return None


@st.composite
def paths(draw):
    count, dimension = draw(st.integers(1, 30)), draw(st.integers(1, 5))
    steps = draw(arrays(np.float64, count, elements=st.floats(1e-3, 1e3)))
    steps[0] = 0.0
    optional = {
        "pitches": st.none() | arrays(np.float64, count, elements=st.floats(0.0, 127.0)),
        "gains": st.none() | arrays(np.float32, count, elements=st.floats(0.0, 1e6, width=32)),
        "space": st.none() | st.just(SPACE),
    }
    latents = draw(arrays(np.float32, (count, dimension), elements=FLOATS))
    return LatentPath(
        times=np.cumsum(steps), latents=latents, **{name: draw(values) for name, values in optional.items()}
    )


@settings(deadline=None)
@given(paths(), st.lists(st.integers(0, 30), max_size=5))
def test_what_is_written_is_read_back_to_the_bit(tmp_path_factory, path, cuts):
    file = tmp_path_factory.mktemp("paths") / "a.path.json"
    write_path(file, path)
    same(read_path(file, path.dimension), path)
    json.loads(file.read_text())
    whole = file.read_bytes()
    pitched, with_gains = path.pitches is not None, path.gains is not None
    with PathWriter(file, path.dimension, pitched=pitched, with_gains=with_gains, space=path.space) as writer:
        edges = [0, *sorted(min(cut, len(path)) for cut in cuts), len(path)]
        for start, stop in itertools.pairwise(edges):
            columns = (path.times, path.latents, path.pitches, path.gains)
            writer.append(*(None if column is None else column[start:stop] for column in columns))
    assert file.read_bytes() == whole


def test_every_float32_comes_back(tmp_path):
    bits = np.random.default_rng(5).integers(0, 2**32, 60_000, np.uint32).view(np.float32)
    # This one misses, in its shortest form, when it is read as float64 first.
    values = np.append(bits[np.isfinite(bits)], np.float32(7.038531e-26))
    latents = values[: len(values) // 4 * 4].reshape(-1, 4)
    path = LatentPath(times=np.arange(len(latents)) / 44100.0, latents=latents)
    write_path(tmp_path / "a.path.json", path)
    same(read_path(tmp_path / "a.path.json"), path)
    text = (tmp_path / "a.path.json").read_text()
    assert max(len(number) for row in text.split("\n")[4:-3] for number in row.split(",")[1:5]) <= 24


def test_points_that_come_in_many_chunks_are_read(tmp_path, monkeypatch):
    path = LatentPath(times=np.arange(500.0), latents=np.random.default_rng(1).standard_normal((500, 3)))
    file = tmp_path / "a.path.json"
    write_path(file, path)
    for chunk in (1, 7, 64, 1000):
        monkeypatch.setattr(path_parser, "_CHUNK", chunk)
        same(read_path(file), path)


def test_a_file_of_other_hands_is_read(tmp_path):
    file = tmp_path / "my-path.path.json"
    file.write_bytes(b"\xef\xbb\xbf" + json.dumps(json.loads(content(space=None)), indent=4).encode() + b"\n\n")
    path = read_path(file, 2)
    assert path.times.tolist() == [0.0, 1.5]
    assert path.latents.tolist() == [[1.0, 2.0], [3.0, 4.0]]
    assert path.pitches is path.gains is path.space is None
    assert name_of(file) == "my-path"


@pytest.mark.parametrize(
    ("data", "parts"),
    [
        (b"", ("character 1",)),
        (b"\xff\xfe\x00", ("UTF-8",)),
        (content().encode("utf-16"), ("UTF-8",)),
        ("[]", ("it is no path", "not {")),
        ("{}", ("no JSON",)),
        (content(format=2), ("format is 2", "reads 1")),
        (content(format=True), ("format is True",)),
        (content(format=None), ("format is None",)),
        (content(points=None), ("not ,",)),
        (content(points=[]), ("no points",)),
        (content(dimension=3), ("point 1 has 3 numbers", "must have 4")),
        (content(dimension=0), ("dimension is 0", "1 to 512")),
        (content(dimension=513), ("dimension is 513",)),
        (content(dimension=2.0), ("dimension is 2.0",)),
        (content(columns=["latent", "time"]), ("columns is ['latent', 'time']",)),
        (content(columns=5), ("columns is 5",)),
        (content(space={"name": "../x", "sha256": "0" * 64}), ("space.name is '../x'",)),
        (content(space={"name": "x", "sha256": "0"}), ("space.sha256",)),
        (content(space={"name": "x"}), ("space.sha256 is missing",)),
        (content(space="tiny"), ("space is 'tiny'",)),
        ('{"comment": 1, ' + content()[1:], ("'comment' is no known key",)),
        ('{"format": 1, ' + content()[1:], ("'format' is no key, or is there twice",)),
        (content()[:-1] + ', "space": 1}', ("a key comes after the points",)),
        (content() + content(), ("after its end", "one path")),
        (content(points=[[0, 1, 2], [1, 2]]), ("point 2 has 2 numbers", "must have 3")),
        (content(points=[[0, 1, [2]]]), ("no list of points",)),
        (content(points=[[0, 1, 2], {"a": 1}]), ("at point 1", "is no number")),
        (content(points=[[0, 1, "2"]]), ("at point 1: '\"2\"'", "is no number")),
        (content(points=[[0, 1, 2], [1, True, 2]]), ("at point 2: 'true'",)),
        (content(points=[[0, 1, 2], [1, None, 2]]), ("at point 2: 'null'",)),
        (content(points=[[0, 1, 2], [1, float("nan"), 2]]), ("at point 2: 'NaN'",)),
        (content(points=[[0, 1, 2], [1, float("-inf"), 2]]), ("at point 2: 'Infinity'",)),
        (content().replace("3", "1e999"), ("latents of point 2", "not finite")),
        (content().replace("3", "1e39"), ("latents of point 2", "not finite")),
        (content().replace("3", "1" * 400), ("points 1 to 2", "too great")),
        (content().replace("3", "1" * 5000), ("after point 0",)),
        (content(points=[[0, 1, 2], [0, 1, 2]]), ("point 2 is 0.0 s, not after 0.0 s",)),
        (content(points=[[0, 1, 2], [2, 1, 2], [1, 1, 2]]), ("point 3 is 1.0 s, not after 2.0 s",)),
        (content(points=[[-1, 1, 2]]), ("begin at -1.0 s",)),
        (
            content(columns=["time", "pitch", "latent"], dimension=1, points=[[0, 128, 2]]),
            ("pitches of point 1", "128"),
        ),
        (content(columns=["time", "gain", "latent"], dimension=1, points=[[0, -1, 2]]), ("gains of point 1", "-1")),
        (content(points=[]).replace("[]", "[" * 300_000), ("point 1 is too long",)),
        (content(points=[]).replace("[]", "[" * 10_000 + "1" + "],[1" * 10_000), ("nested too deeply",)),
        ('{"space": ' + "[" * 60_000, ("nested too deeply",)),
        ('{"a": "' + "x" * 200_000 + '"}', ("no JSON",)),
        (content().replace("3", "3" + " " * 600_000), ("point 2 is too long",)),
        (content()[:-3], ("in the midst of its points, after 1",)),
        (content()[:-2], ("in the midst of its points, after 2",)),
        (content()[:-1], ("without a closing brace",)),
        (content().replace("], [", "] ["), ("point 0 is no list of points: Expecting ','",)),
    ],
)
def test_what_is_no_path_is_refused(tmp_path, data, parts):
    refused(tmp_path / "a.path.json", data, *parts)


def test_a_file_of_ten_million_points_is_refused(tmp_path):
    text = content(points=[]).replace("[]}", "[[0,1,2]" + ",[0,1,2]" * (10**7 - 1) + "]}")
    refused(tmp_path / "a.path.json", text, "more than 1000000 points", "leave some out")


def test_a_file_that_is_too_large_is_not_read(tmp_path):
    file = tmp_path / "a.path.json"
    with file.open("wb") as opened:
        opened.truncate(1 << 40)
    with pytest.raises(PathError, match=f"it has {1 << 40} bytes; a path has at most {256 << 20}"):
        read_path(file)


@pytest.mark.parametrize("start", ['{"a": "', content()[:-2], content(points=[])[:-2]])
def test_no_more_is_kept_of_a_bad_file_than_must_be(tmp_path, start):
    file = tmp_path / "a.path.json"
    file.write_bytes(start.encode() + b" " * (100 << 20))
    tracemalloc.start()
    try:
        with pytest.raises(PathError):
            read_path(file)
        assert tracemalloc.get_traced_memory()[1] < 8 << 20
    finally:
        tracemalloc.stop()


def test_what_is_no_file_is_refused_at_once(tmp_path):
    pipe = tmp_path / "pipe.path.json"
    os.mkfifo(pipe)
    for file, reason in [
        (pipe, "it is no file"),
        (tmp_path, "Is a directory"),
        (tmp_path / "none", "No such file"),
        (tmp_path / ("x" * 300), "name too long"),
    ]:
        with pytest.raises(PathError, match=reason):
            read_path(file)


def test_a_path_of_another_dimension_is_refused(tmp_path):
    write_path(tmp_path / "a.path.json", small())
    with pytest.raises(PathError, match="the path has 2 dimensions; the space has 16"):
        read_path(tmp_path / "a.path.json", 16)


@settings(deadline=None, max_examples=400)
@given(
    st.integers(0, 5000),
    st.integers(0, 3),
    st.binary(max_size=3) | st.sampled_from([b"[", b"]", b"{", b"}", b",", b'"', b"-", b"e9", b"1e400", b"NaN", b" "]),
)
def test_a_mutated_file_is_read_or_refused_in_one_line(tmp_path_factory, place, removed, inserted):
    file = tmp_path_factory.mktemp("paths") / "a.path.json"
    write_path(file, small())
    data = file.read_bytes()
    place %= len(data)
    mutant = data[:place] + inserted + data[place + removed :]
    file.write_bytes(mutant)
    path = read_or_refused(file)
    if path is not None:
        # What is read is what any reader of JSON finds.
        rows = json.loads(mutant)["points"]
        np.testing.assert_array_equal(np.array([row[-2:] for row in rows]).astype(np.float32), path.latents)


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


@settings(deadline=None)
@given(st.sampled_from(["format", "dimension", "columns", "space", "points", "more"]), JSON)
def test_any_value_of_a_key_is_read_or_refused_in_one_line(tmp_path_factory, key, value):
    file = tmp_path_factory.mktemp("paths") / "a.path.json"
    file.write_text(content(**{key: value}))
    read_or_refused(file)


def test_a_path_that_fails_half_way_leaves_nothing_and_spoils_nothing(tmp_path):
    file = tmp_path / "a.path.json"
    write_path(file, small())
    before = file.read_bytes()

    def interrupted():
        with PathWriter(file, 2) as writer:
            writer.append(np.arange(3.0), np.zeros((3, 2), np.float32))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    with pytest.raises(PathError, match="no points"), PathWriter(file, 2):
        pass
    assert file.read_bytes() == before
    assert os.listdir(tmp_path) == ["a.path.json"]


@pytest.mark.parametrize(
    ("times", "more", "reason"),
    [
        ([3.0, 4.0], {}, "point 3 is 3.0 s, not after 3.0 s"),
        ([4.0, np.nan], {}, "not finite"),
        ([4.0, 3.5], {}, "not after"),
        ([4.0, 5.0], {"latents": np.zeros((2, 3))}, "the points have 3 dimensions; the path has 2"),
        ([4.0, 5.0], {"latents": np.full((2, 2), np.inf)}, "latents of point 1 hold a number that is not finite"),
        ([4.0, 5.0], {"pitches": np.zeros(2)}, "either all points have pitches or gains, or none"),
        (np.arange(4.0, 1_000_003.0), {"latents": np.zeros((999_999, 2))}, "at most 1000000 points"),
    ],
)
def test_points_that_do_not_fit_are_refused_by_the_writer(tmp_path, times, more, reason):
    file = tmp_path / "a.path.json"
    columns = {"latents": np.zeros((len(times), 2), np.float32)} | more

    def write():
        with PathWriter(file, 2) as writer:
            writer.append(np.array([0.0, 3.0]), np.zeros((2, 2), np.float32))
            writer.append(np.array(times), **columns)

    with pytest.raises(PathError, match=reason) as refusal:
        write()
    assert str(refusal.value).count(str(file)) == 1
    assert os.listdir(tmp_path) == []


def test_where_nothing_can_be_written_it_is_said(tmp_path):
    with pytest.raises(PathError, match=r"none/a\.path\.json cannot be written: No such file"):
        write_path(tmp_path / "none" / "a.path.json", small())
    (tmp_path / "a.path.json").mkdir()
    with pytest.raises(PathError, match="cannot be written"):
        write_path(tmp_path / "a.path.json", small())
    assert os.listdir(tmp_path) == ["a.path.json"]


def test_a_file_may_not_grow_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(path_file, "MOST_BYTES", 300)
    with pytest.raises(PathError, match="at most 300 bytes"):
        write_path(tmp_path / "a.path.json", LatentPath(times=np.arange(200.0), latents=np.zeros((200, 1))))
    assert os.listdir(tmp_path) == []
