"""Checkpoints of trainings: tensors, texts and numbers in one file, and the log beside it."""

import pickle
from pathlib import Path
from typing import Any

import torch

from rt_timbre.whole_file import replacing
from rt_timbre_export.errors import StaleCheckpointError, TrainingError

FORMAT = 2
"""Of checkpoints; others are not read."""


def save(state: dict[str, Any], path: Path) -> None:
    """Write a state; a reader never sees half of it."""
    with replacing(path) as temporary:
        torch.save(state, temporary)


def load(path: Path, key: str) -> dict[str, Any]:
    """Read a state.

    Parameters
    ----------
    path : Path
        The checkpoint; nothing in it is executed.
    key : str
        Name of all that the run depends on.

    Returns
    -------
    dict of str to Any
        The state.

    Raises
    ------
    TrainingError
        It is no checkpoint, or of another run.
    """
    try:
        state = torch.load(path, map_location="cpu", weights_only=True)
    except (OSError, RuntimeError, EOFError, pickle.UnpicklingError) as error:
        raise TrainingError(f"{path} is no checkpoint: {str(error).splitlines()[0]}; remove it to begin anew") from None
    if not isinstance(state, dict) or state.get("format") != FORMAT:
        raise TrainingError(f"{path} is no checkpoint of this version; remove it to begin anew")
    if state["key"] != key:
        raise StaleCheckpointError(
            f"{path} belongs to another recipe or other frames; remove it or choose another folder"
        )
    return state


def cut(log: Path, epochs: int) -> None:
    """Keep only the lines of the first epochs, which the checkpoint has."""
    if log.exists():
        lines = log.read_text("utf-8").splitlines(keepends=True)
        log.write_text("".join(lines[:epochs]), "utf-8")
