"""Where timbre spaces are kept, and the memory of those that have passed their trial."""

import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from rt_timbre import __version__
from rt_timbre.errors import SpaceError
from rt_timbre.folders import cache_folder, data_folder
from rt_timbre.space import NAME_PATTERN, SUFFIX, Space, parse_space, read_bytes
from rt_timbre.trial import trial_run
from rt_timbre.whole_file import write_whole


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedSpace:
    """A space that passed its trial.

    Attributes
    ----------
    space : Space
        The space.
    sha256 : str
        Of its file.
    path : Path
        Its file.
    """

    space: Space
    sha256: str
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class SpaceEntry:
    """A file in one of the folders where spaces are kept.

    Attributes
    ----------
    name : str
        What `open_space` takes: the file's name without its suffix.
    path : Path
        The file.
    origin : str
        "bundled" or "user".
    title : str
        The space's title; "" if it cannot be read.
    error : str
        Why it cannot be opened by its name; "" if it can.
    """

    name: str
    path: Path
    origin: str
    title: str
    error: str


def open_space(name_or_path: str | os.PathLike[str]) -> LoadedSpace:
    """Open a space: bundled, of the user's folder, or any file; try its graphs unless this file is known to be good.

    Parameters
    ----------
    name_or_path : str or path-like
        A name of letters, digits, hyphens and underscores is looked up, never taken as a path; all else is a path.

    Returns
    -------
    LoadedSpace
        The space, tried.

    Raises
    ------
    SpaceError
        There is none, or it is refused.
    """
    path = _find(name_or_path)
    data = read_bytes(path)
    digest = hashlib.sha256(data).hexdigest()
    try:
        space = parse_space(data)
        if not _is_remembered(digest):
            trial_run(space)
            _remember(digest)
    except SpaceError as error:
        raise SpaceError(f"{path}: {error}") from None
    return LoadedSpace(space=space, sha256=digest, path=path)


def open_named(name: str) -> LoadedSpace:
    """Open a space by a name that came from outside: as `open_space`, but never a path."""
    check_name(name)
    return open_space(name)


def check_name(name: str) -> None:
    """Check a name that came from outside.

    Raises
    ------
    SpaceError
        It is no name of a space; it may be a path.
    """
    if not NAME_PATTERN.fullmatch(name):
        raise SpaceError(f"{name[:80]!r} is not the name of a space: letters, digits, hyphens and underscores")


def list_spaces() -> list[SpaceEntry]:
    """List the spaces that can be opened by name, and the files beside them that cannot.

    Returns
    -------
    list of SpaceEntry
        Bundled ones first, each sort in order of names. Graphs are not tried.
    """
    entries: list[SpaceEntry] = []
    for origin, folder in _folders().items():
        for path in sorted(folder.glob(f"*{SUFFIX}")):
            title, error = "", ""
            try:
                title = parse_space(read_bytes(path)).title
                if not NAME_PATTERN.fullmatch(path.stem):
                    error = "its name can only be opened as a path"
                elif any(entry.name == path.stem for entry in entries):
                    error = "hidden by the bundled space of that name; open it by its path"
            except SpaceError as refusal:
                error = str(refusal)
            entries.append(SpaceEntry(name=path.stem, path=path, origin=origin, title=title, error=error))
    return entries


def _folders() -> dict[str, Path]:
    return {
        "bundled": Path(__file__).with_name("spaces"),
        "user": data_folder() / "spaces",
    }


def _find(name_or_path: str | os.PathLike[str]) -> Path:
    if not (isinstance(name_or_path, str) and NAME_PATTERN.fullmatch(name_or_path)):
        return Path(name_or_path)
    for folder in _folders().values():
        path = folder / f"{name_or_path}{SUFFIX}"
        if path.is_file():
            return path
    names = ", ".join(entry.name for entry in list_spaces() if not entry.error) or "none"
    raise SpaceError(
        f"there is no space named {name_or_path!r} (at hand: {names}); a file is opened by its path, as ./NAME{SUFFIX}"
    )


def _record(digest: str) -> tuple[Path, str]:
    """Return where a good space is remembered, and what must be written there for the versions at work."""
    folder = cache_folder() / "tried"
    return folder / digest, f"rt-timbre {__version__}, onnxruntime {version('onnxruntime')}\n"


def _is_remembered(digest: str) -> bool:
    path, text = _record(digest)
    try:
        return path.read_bytes() == text.encode()
    except OSError:
        return False


def _remember(digest: str) -> None:
    path, text = _record(digest)
    with suppress(OSError):  # without the record the next start tries again, no worse
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.encode())
