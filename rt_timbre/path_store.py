"""The folder of paths: NAME.path.json among the user's data, found by name."""

import os
from pathlib import Path

from rt_timbre.errors import PathError
from rt_timbre.folders import data_folder
from rt_timbre.paths.latent_path import StoredPath
from rt_timbre.paths.path_file import SUFFIX, read_path
from rt_timbre.space import NAME_PATTERN


def folder() -> Path:
    """Return the folder of paths. It may not exist."""
    return data_folder() / "paths"


def list_paths() -> list[str]:
    """List the names of the paths that are kept, in their order."""
    names = (file.name.removesuffix(SUFFIX) for file in folder().glob(f"*{SUFFIX}") if file.is_file())
    return sorted(name for name in names if NAME_PATTERN.fullmatch(name))


def find(name: str) -> Path:
    """Find the file of a path that is kept.

    Parameters
    ----------
    name : str
        The path's name, which may come from anywhere: it is never taken as a path of the file system.

    Returns
    -------
    Path
        Its file, unread.

    Raises
    ------
    PathError
        It is no name, or there is no path of that name.
    """
    check_name(name)
    file = folder() / f"{name}{SUFFIX}"
    if not file.is_file():
        names = ", ".join(list_paths())[:1000] or "none"
        raise PathError(f"there is no path named {name!r} in {file.parent} (at hand: {names})")
    return file


def check_name(name: str) -> None:
    """Check a name that came from outside.

    Raises
    ------
    PathError
        It is no name of a path; it may be a path of the file system.
    """
    if not NAME_PATTERN.fullmatch(name):
        raise PathError(f"{name[:80]!r} is not the name of a path: letters, digits, hyphens and underscores")


def open_stored(name: str, dimension: int) -> StoredPath:
    """Read a path that is kept.

    Parameters
    ----------
    name : str
        The path's name, which may come from anywhere.
    dimension : int
        Size of the latent space that it must be of.

    Returns
    -------
    StoredPath
        The path, checked in every value.

    Raises
    ------
    PathError
        There is none, or it is damaged, or of a space of another size.
    """
    path = read_path(find(name), dimension)
    return StoredPath(name=name, path=path, sha256=path.sha256())


def file_of(name_or_file: str | os.PathLike[str]) -> Path:
    """Return the file that a user means, as he says it on the command line; it need not exist.

    Parameters
    ----------
    name_or_file : str or path-like
        A name is a path of the folder of paths; all else is a file.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    PathError
        The file is not called NAME.path.json.
    """
    if isinstance(name_or_file, str) and NAME_PATTERN.fullmatch(name_or_file):
        return folder() / f"{name_or_file}{SUFFIX}"
    file = Path(name_or_file)
    if not file.name.endswith(SUFFIX) or file.name == SUFFIX:
        raise PathError(f"{file}: a path's file is called NAME{SUFFIX}")
    return file


def file_to_write(name_or_file: str | os.PathLike[str]) -> Path:
    """Return the file that a user means to write, with the folder of paths made if it is in there.

    Parameters
    ----------
    name_or_file : str or path-like
        As of `file_of`.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    PathError
        The file is not called NAME.path.json, or the folder cannot be made.
    """
    file = file_of(name_or_file)
    if file.parent == folder():
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise PathError(f"{file.parent} cannot be made: {error.strerror or error}") from None
    return file
