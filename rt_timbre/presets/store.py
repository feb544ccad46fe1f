"""The folder of presets: one file each, in a folder for each timbre space, never half written, never lost by a crash.

A preset's name is no path: its file is called after it with all but small letters, digits, hyphens and underscores
percent-encoded (capitals too, since there are file systems that do not tell them apart), and cut where it is long.
"""

import hashlib
import os
import re
import stat
from pathlib import Path

from rt_timbre.errors import PresetError
from rt_timbre.fields import one_line
from rt_timbre.presets.preset import MOST_BYTES, Preset, SpaceKey, check_name, format_preset, parse_preset
from rt_timbre.whole_file import sweep, sync_folder, write_whole

_SUFFIX = ".json"
_PLAIN = re.compile(rb"[a-z0-9_-]")
_LONGEST = 120  # characters of a file's name before its suffix: some file systems take no more than 143
_KEPT = 80  # characters of a longer one that are kept
_DIGITS = 32  # of the SHA-256 that follows them
_SPACE_DIGITS = 16  # of a space's SHA-256 in the name of its folder


class PresetStore:
    """Presets in a folder.

    Parameters
    ----------
    folder : Path
        The folder; it is made when the first preset is stored.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load_all(self) -> tuple[list[Preset], list[str]]:
        """Read all presets, those of other spaces too.

        Returns
        -------
        presets : list of Preset
            In the order of their names.
        complaints : list of str
            One line for each file that cannot be read: which, why, and what to do.
        """
        presets: list[Preset] = []
        complaints: list[str] = []
        for folder in _listed(self._folder, complaints):
            if not folder.is_dir():
                continue
            sweep(folder)
            for path in _listed(folder, complaints):
                if path.suffix == _SUFFIX and not path.name.startswith("."):  # one that is being written
                    try:
                        presets.append(self._load(path))
                    except PresetError as error:
                        complaints.append(one_line(f"the preset {path} is left out: {error}"))
        return sorted(presets, key=lambda preset: (preset.name, preset.space.sha256)), complaints

    def store(self, preset: Preset) -> Path:
        """Keep a preset; one of the same name and space is replaced.

        Parameters
        ----------
        preset : Preset
            The preset.

        Returns
        -------
        Path
            Its file.

        Raises
        ------
        PresetError
            It cannot be written; what was stored before is still there.
        """
        data = format_preset(preset).encode()
        parse_preset(data)  # what could not be read is not written
        path = self._path(preset.name, preset.space)
        try:
            if not path.parent.is_dir():
                path.parent.mkdir(parents=True, exist_ok=True)
                sync_folder(self._folder)
            write_whole(path, data)
        except OSError as error:
            raise PresetError(f"the preset {preset.name!r} cannot be stored as {path}: {_reason(error)}") from None
        return path

    def delete(self, name: str, space: SpaceKey) -> None:
        """Remove a preset.

        Parameters
        ----------
        name : str
            Its name.
        space : SpaceKey
            The space that it belongs to.

        Raises
        ------
        PresetError
            There is none, or it cannot be removed.
        """
        check_name(name)
        path = self._path(name, space)
        try:
            path.unlink()
            sync_folder(path.parent)
        except FileNotFoundError:
            raise PresetError(f"there is no preset {name!r} of the space {space.name}") from None
        except OSError as error:
            raise PresetError(f"the preset {name!r} cannot be deleted: {path}: {_reason(error)}") from None

    def _path(self, name: str, space: SpaceKey) -> Path:
        folder = f"{file_name(space.name)}-{space.sha256[:_SPACE_DIGITS]}"
        return self._folder / folder / f"{file_name(name)}{_SUFFIX}"

    def _load(self, path: Path) -> Preset:
        try:
            # A pipe of that name would be waited for.
            descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
            with os.fdopen(descriptor, "rb") as file:
                if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                    raise PresetError("it is no file")
                data = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise PresetError(_reason(error)) from None
        preset = parse_preset(data)
        wanted = self._path(preset.name, preset.space)
        if path != wanted:
            raise PresetError(f"the preset {preset.name!r} of the space {preset.space.name} belongs in {wanted}")
        return preset


def file_name(name: str) -> str:
    """Derive the name of a file, without suffix, from any text.

    Parameters
    ----------
    name : str
        The text, of Unicode without half surrogate pairs.

    Returns
    -------
    str
        1 to 120 of the characters a–z, 0–9, ``-``, ``_``, ``%``, ``~``; another for every other text.
    """
    encoded = "".join(chr(byte) if _PLAIN.match(bytes((byte,))) else f"%{byte:02x}" for byte in name.encode())
    if len(encoded) <= _LONGEST:
        return encoded
    return f"{encoded[:_KEPT]}~{hashlib.sha256(name.encode()).hexdigest()[:_DIGITS]}"


def _listed(folder: Path, complaints: list[str]) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except FileNotFoundError:
        return []  # nothing has been stored yet
    except OSError as error:
        complaints.append(one_line(f"the presets in {folder} cannot be read: {_reason(error)}"))
        return []


def _reason(error: OSError) -> str:
    return one_line(error.strerror or str(error))
