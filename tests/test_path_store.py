"""The folder of paths: what is found by a name, and what is never taken for one."""

import numpy as np
import pytest

from rt_timbre import path_store
from rt_timbre.errors import PathError
from rt_timbre.paths.latent_path import LatentPath
from rt_timbre.paths.path_file import read_path, write_path


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    return tmp_path / "rt-timbre" / "paths"


def test_paths_are_listed_and_found_by_name(folder):
    assert path_store.list_paths() == []
    for name in ("two", "one"):
        write_path(path_store.file_to_write(name), LatentPath(times=[0.0], latents=[[1.0, 2.0]]))
    (folder / "a b.path.json").touch()
    (folder / "other.json").touch()
    (folder / "folder.path.json").mkdir()
    assert path_store.list_paths() == ["one", "two"]
    assert path_store.find("one") == folder / "one.path.json"
    np.testing.assert_array_equal(read_path(path_store.find("two")).latents, [[1.0, 2.0]])
    with pytest.raises(PathError, match=r"no path named 'three' in .*paths \(at hand: one, two\)"):
        path_store.find("three")


@pytest.mark.parametrize("name", ["", "../one", "/etc/passwd", "one.path.json", "a b", ".", "x" * 65, "one\n", "é"])
def test_a_name_is_never_a_path_of_the_file_system(folder, name):
    folder.mkdir(parents=True)
    (folder / "one.path.json").touch()
    with pytest.raises(PathError, match="is not the name of a path"):
        path_store.find(name)


def test_what_a_user_means_is_a_name_or_a_file(folder, tmp_path):
    assert path_store.file_of("one") == folder / "one.path.json"
    assert path_store.file_of(tmp_path / "x.path.json") == tmp_path / "x.path.json"
    assert str(path_store.file_of("./one.path.json")) == "one.path.json"
    for wrong in ("one.json", "./one", ".path.json", "a/.path.json"):
        with pytest.raises(PathError, match=r"called NAME\.path\.json"):
            path_store.file_of(wrong)


def test_a_folder_that_cannot_be_made_is_said(folder):
    folder.parent.touch()
    with pytest.raises(PathError, match="paths cannot be made: Not a directory"):
        path_store.file_to_write("one")
