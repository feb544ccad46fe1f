"""Folders as NSynth's: an examples.json that describes the notes, and their sounds in audio/.

Engel et al., "Neural Audio Synthesis of Musical Notes with WaveNet Autoencoders", 2017.
"""

import json
from pathlib import Path
from typing import Any

from rt_timbre_export.errors import CorpusError

_TEXTS = ("instrument_str", "instrument_family_str", "instrument_source_str")
_NUMBERS = ("pitch", "velocity")


def read_examples(folder: Path) -> tuple[dict[str, dict[str, str]], list[str]]:
    """Read what is known of the notes.

    Parameters
    ----------
    folder : Path
        The folder.

    Returns
    -------
    examples : dict of str to dict of str to str
        By name: "instrument_str", "instrument_family_str", "instrument_source_str", "pitch" (a MIDI note), "velocity",
        as texts; and "file", relative to the folder.
    problems : list of str
        One line for each note that lacks one of them.

    Raises
    ------
    CorpusError
        examples.json cannot be read, or is something else.
    """
    table = folder / "examples.json"
    try:
        tree = json.loads(table.read_text("utf-8"))
    except OSError as error:
        raise CorpusError(f"{table} cannot be read: {error.strerror}") from None
    except (ValueError, RecursionError) as error:
        raise CorpusError(f"{table} is not a JSON file: {error}") from None
    if not isinstance(tree, dict) or not tree:
        raise CorpusError(f"{table} does not describe notes by their names, as NSynth's does")
    examples, problems = {}, []
    for name, example in tree.items():
        reason = _fault(example)
        if reason:
            problems.append(f"{table}: {name}: {reason}")
        else:
            examples[name] = {key: str(example[key]) for key in (*_TEXTS, *_NUMBERS)} | {"file": f"audio/{name}.wav"}
    return examples, problems


def _fault(example: Any) -> str:
    """Return what is wrong with a note; empty if nothing is."""
    if not isinstance(example, dict):
        return "it is no object"
    for key in _TEXTS:
        if not isinstance(example.get(key), str):
            return f"{key} is {example.get(key)!r}; it must be a text"
    for key in _NUMBERS:
        if type(example.get(key)) is not int:
            return f"{key} is {example.get(key)!r}; it must be a whole number"
    return ""
