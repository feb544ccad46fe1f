"""Names, folders, and the memory of spaces that have passed their trial."""

import dataclasses
from pathlib import Path

import platformdirs
import pytest

from rt_timbre import space_store
from rt_timbre.errors import SpaceError
from rt_timbre.space import Space, write_space
from rt_timbre.space_store import list_spaces, open_space
from tests.tiny_space import tiny_space

TINY = tiny_space()


class Store:
    """Folders of a test, and the names of the spaces that were tried."""

    def __init__(self, root: Path) -> None:
        self.bundled, self.user, self.cache = root / "bundled", root / "data" / "spaces", root / "cache"
        self.elsewhere = root
        self.tried: list[str] = []
        for folder in (self.bundled, self.user):
            folder.mkdir(parents=True)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    store = Store(tmp_path)
    monkeypatch.setattr(space_store, "__file__", str(tmp_path / "space_store.py"))
    (tmp_path / "spaces").symlink_to(store.bundled)
    monkeypatch.setattr(platformdirs, "user_data_path", lambda *_, **__: tmp_path / "data")
    monkeypatch.setattr(platformdirs, "user_cache_path", lambda *_, **__: store.cache)

    def trial_run(space: Space) -> None:
        store.tried.append(space.name)
        if space.title == "bad":
            raise SpaceError("its graphs are bad")

    monkeypatch.setattr(space_store, "trial_run", trial_run)
    monkeypatch.chdir(tmp_path)
    return store


def named(name: str, title: str = "Tiny") -> Space:
    return dataclasses.replace(TINY, name=name, title=title)


def test_opens_by_name_and_by_path(store: Store) -> None:
    write_space(named("one"), store.bundled / "one.timbre")
    digest = write_space(named("two"), store.user / "two.timbre")
    write_space(named("three"), store.elsewhere / "three.timbre")
    assert open_space("one").space.name == "one"
    loaded = open_space("two")
    assert (loaded.space.name, loaded.sha256, loaded.path) == ("two", digest, store.user / "two.timbre")
    assert open_space("three.timbre").space.name == "three"
    assert open_space(str(store.elsewhere / "three.timbre")).space.name == "three"
    assert open_space(Path("three.timbre")).space.name == "three"


def test_bundled_goes_before_user(store: Store) -> None:
    write_space(named("one", "bundled"), store.bundled / "one.timbre")
    write_space(named("one", "user"), store.user / "one.timbre")
    assert open_space("one").space.title == "bundled"


def test_name_is_never_a_path(store: Store) -> None:
    write_space(named("here"), store.elsewhere / "here")
    with pytest.raises(SpaceError, match=r"no space named 'here' \(at hand: none\); a file is opened by its path"):
        open_space("here")
    assert open_space("./here").space.name == "here"
    with pytest.raises(SpaceError, match=r"\.\./spaces/one: there is no such file"):
        open_space("../spaces/one")


def test_unknown_name_says_what_there_is(store: Store) -> None:
    write_space(named("one"), store.bundled / "one.timbre")
    (store.user / "two.timbre").write_bytes(b"broken")
    with pytest.raises(SpaceError, match=r"no space named 'three' \(at hand: one\)"):
        open_space("three")


def test_remembers_what_passed(store: Store) -> None:
    path = store.user / "one.timbre"
    write_space(named("one"), path)
    open_space("one")
    open_space("one")
    assert store.tried == ["one"]
    copy = store.elsewhere / "copy.timbre"
    copy.write_bytes(path.read_bytes())
    open_space(copy)
    assert store.tried == ["one"]
    write_space(named("one", "Other"), path)
    open_space("one")
    assert store.tried == ["one", "one"]


def test_remembers_nothing_that_failed(store: Store) -> None:
    write_space(named("one", "bad"), store.user / "one.timbre")
    for _ in range(2):
        with pytest.raises(SpaceError, match=r"one\.timbre: its graphs are bad"):
            open_space("one")
    assert store.tried == ["one", "one"]


def test_other_runtime_tries_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    write_space(named("one"), store.user / "one.timbre")
    open_space("one")
    monkeypatch.setattr(space_store, "version", lambda _: "99.0")
    open_space("one")
    open_space("one")
    assert store.tried == ["one", "one"]


@pytest.mark.parametrize("content", [b"", b"\xff\x00", b"yes"])
def test_damaged_memory_costs_a_trial(store: Store, content: bytes) -> None:
    digest = write_space(named("one"), store.user / "one.timbre")
    open_space("one")
    (store.cache / "tried" / digest).write_bytes(content)
    open_space("one")
    open_space("one")
    assert store.tried == ["one", "one"]


def test_memory_that_cannot_be_written_costs_a_trial(store: Store) -> None:
    store.cache.write_text("a file where the folder should be")
    write_space(named("one"), store.user / "one.timbre")
    open_space("one")
    open_space("one")
    assert store.tried == ["one", "one"]


def test_memory_leaves_no_litter(store: Store) -> None:
    digest = write_space(named("one"), store.user / "one.timbre")
    open_space("one")
    assert [path.name for path in (store.cache / "tried").iterdir()] == [digest]


def test_damaged_file_is_named(store: Store) -> None:
    (store.user / "one.timbre").write_bytes(b"broken")
    with pytest.raises(SpaceError, match=r"one\.timbre: it is cut short, or no timbre space$"):
        open_space("one")
    assert store.tried == []


def test_list(store: Store) -> None:
    write_space(named("two", "Two"), store.bundled / "two.timbre")
    write_space(named("one", "One"), store.user / "one.timbre")
    write_space(named("two", "Another"), store.user / "two.timbre")
    write_space(named("x", "Spaced"), store.user / "with space.timbre")
    (store.user / "broken.timbre").write_bytes(b"broken")
    (store.user / "notes.txt").write_text("no space")
    listed = {(entry.origin, entry.name): entry for entry in list_spaces()}
    assert list(listed) == [
        ("bundled", "two"), ("user", "broken"), ("user", "one"), ("user", "two"), ("user", "with space"),
    ]  # fmt: skip
    assert (listed["bundled", "two"].title, listed["bundled", "two"].error) == ("Two", "")
    assert listed["user", "one"].path == store.user / "one.timbre"
    assert listed["user", "one"].error == ""
    assert listed["user", "broken"].error == "it is cut short, or no timbre space"
    assert listed["user", "two"].error == "hidden by the bundled space of that name; open it by its path"
    assert listed["user", "with space"].error == "its name can only be opened as a path"
    assert store.tried == []


def test_list_without_folders(store: Store) -> None:
    store.user.rmdir()
    assert list_spaces() == []


def test_a_real_trial(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from rt_timbre.trial import trial_run

    monkeypatch.setattr(space_store, "trial_run", trial_run)
    write_space(named("good"), store.user / "good.timbre")
    assert open_space("good").space.name == "good"
    write_space(dataclasses.replace(TINY, name="bad", decoder=b"no model"), store.user / "bad.timbre")
    with pytest.raises(SpaceError, match=r"bad\.timbre: the decoder is no ONNX model"):
        open_space("bad")
