"""TinySOL, read by mirdata: the only module that imports it.

Cella et al., "OrchideaSOL: a dataset of extended instrumental techniques for computer-aided orchestration", 2020.
Nothing is downloaded here: mirdata does that when it is asked to.
"""

import os
from pathlib import Path
from typing import Any

from rt_timbre_export.errors import CorpusError

NAMES = {"Bass Tuba": "Tuba", "Clarinet in Bb": "Clarinet", "Trumpet in C": "Trumpet"}
"""What this project calls the instruments, where TinySOL calls them otherwise."""


def read_tracks(folder: Path) -> tuple[dict[str, dict[str, str]], list[str]]:
    """Read what is known of the notes.

    Parameters
    ----------
    folder : Path
        The folder of the data set: mirdata's `data_home`.

    Returns
    -------
    tracks : dict of str to dict of str to str
        By mirdata's track: "instrument", called as this project calls it; "midi", as text; "dynamic"; "file", relative
        to the folder.
    problems : list of str
        One line for each track of mirdata's index that is not among the annotations.

    Raises
    ------
    CorpusError
        mirdata, its index of TinySOL or the annotations are missing, or the latter two are damaged.
    """
    dataset = _dataset(folder)
    if not os.path.isfile(dataset.index_path):
        raise CorpusError(f"mirdata has no index of TinySOL yet; get it by {_download(folder, 'index')}")
    annotations = folder / "annotation" / "TinySOL_metadata.csv"
    if not annotations.is_file():
        raise CorpusError(f"{annotations} is missing; get TinySOL by {_download(folder)}")
    tracks, problems = {}, []
    try:
        for name, track in dataset.load_tracks().items():
            if track.instrument_full is None:
                problems.append(f"{annotations}: it lacks {name}")
                continue
            tracks[name] = {
                "instrument": NAMES.get(track.instrument_full, track.instrument_full),
                "midi": str(track.pitch_id),
                "dynamic": track.dynamics,
                "file": os.path.relpath(track.audio_path, folder),
            }
    except (OSError, ValueError, TypeError, LookupError, AttributeError, StopIteration) as error:
        reason = str(error) or type(error).__name__
        raise CorpusError(f"mirdata cannot read TinySOL in {folder}: {reason.splitlines()[0]}") from None
    return tracks, problems


def _dataset(folder: Path) -> Any:
    try:
        import mirdata
    except ImportError:
        raise CorpusError("mirdata is not installed: pip install 'rt-timbre[tinysol]'") from None
    return mirdata.initialize("tinysol", data_home=str(folder))


def _download(folder: Path, *parts: str) -> str:
    """Return the command by which mirdata downloads the data set, or parts of it."""
    asked = ", ".join(f"'{part}'" for part in parts)
    call = f"mirdata.initialize('tinysol', '{folder}').download({f'[{asked}]' if parts else ''})"
    return f'python -c "import mirdata; {call}"'
