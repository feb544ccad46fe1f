"""A sensible recipe for a folder of sounds, as a text that its user can edit."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import dedent

import numpy as np

from rt_timbre.transforms.scales import hz_to_erb

FEWEST_PITCHES = 3
"""Different pitches that an instrument needs: one each to learn from, to validate and to test."""

_TRANSPOSED = (-2, -1, 1, 2)
_PER_NOTE = 8
_FASTEST = 44100
_REFERENCE_LENGTH, _COLUMNS = 131072, 2048  # of the transform at 44.1 kHz; others last as long
_BANDS_PER_ERB = 11.4  # as the bundled space: two bands tell a partial's frequency
_LOWEST, _HIGHEST = 30.0, 0.4988  # Hz; of the rate
_BELOW = 0.9  # of the lowest fundamental
_STEPS = 3000  # of the training, at least: minutes on a few cores
_FEWEST_EPOCHS = 20
_BATCH = 128
_MANY = 100  # notes from which on the model has the bundled space's size
_LARGE, _SMALL = (16, 512), (8, 256)  # dimension and width
_LONGEST_EDGE = 0.15  # seconds of attack and release that are not learned
_EDGE_SHARE = 0.2  # of a short sound


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """What a recipe depends on.

    Attributes
    ----------
    name : str
        Of the space.
    folder, table : str
        Folder of the sounds and the table that lists them, relative to the recipe.
    licences : tuple of str
        Those of the sounds, each once.
    pitches : dict of str to tuple of int
        MIDI notes of each instrument's notes, one for each note.
    rate : int
        Lowest rate of all sounds, Hz.
    seconds : sequence of float
        How long each sounds.
    """

    name: str
    folder: str
    table: str
    licences: tuple[str, ...]
    pitches: dict[str, tuple[int, ...]]
    rate: int
    seconds: Sequence[float]


def recipe_text(collection: Collection) -> str:
    """Write a recipe.

    The transform is the bundled space's as far as the rate of the sounds goes. The model's size follows from the number
    of notes, the epochs from the number of frames, so that training takes minutes on a CPU. The shares of the split are
    such that every instrument has notes to learn from, to validate and to test.

    Parameters
    ----------
    collection : Collection
        The sounds; each instrument has at least `FEWEST_PITCHES` pitches.

    Returns
    -------
    str
        TOML, as `rt_timbre_export.recipe.read_recipe` takes it.
    """
    rate = min(collection.rate, _FASTEST)
    every = [midi for own in collection.pitches.values() for midi in own]
    low = min(_LOWEST, _BELOW * 440.0 * math.exp2((min(every) - 69) / 12.0))
    high = math.floor(_HIGHEST * rate)
    bands = round(_BANDS_PER_ERB * float(hz_to_erb(high) - hz_to_erb(low)))
    length = _COLUMNS * round(_REFERENCE_LENGTH / _COLUMNS * rate / _FASTEST)
    edge = round(min(_LONGEST_EDGE, _EDGE_SHARE * float(np.percentile(collection.seconds, 10.0))), 3)
    fewest = min(len(set(own)) for own in collection.pitches.values())
    share = 0.1 if fewest >= 10 else 0.2  # of 3 pitches, 0.2 is one
    dimension, width = _LARGE if len(every) >= _MANY else _SMALL
    frames = len(every) * (1.0 - 2.0 * share) * _PER_NOTE * (1 + len(_TRANSPOSED))
    epochs = max(_FEWEST_EPOCHS, round(_STEPS * _BATCH / frames))
    names = list(collection.pitches)
    licence = f"that of the sounds: {'; '.join(collection.licences)}"
    text = f"{len(every)} notes of {', '.join(names)}, learned from a folder of sounds."
    return dedent(
        f"""\
        # Made by rt-timbre-export learn. Edit it, and run learn again or build: as long as it is here, it is used.

        [space]
        name = {json.dumps(collection.name)}
        title = {json.dumps(collection.name)}
        text = {_quoted(text)}
        authors = ["unknown"]
        licence = {_quoted(licence)}

        [transform]
        kind = "nsgt-erb"
        rate = {rate}
        low = {low:.1f}
        high = {high:.1f}
        bands = {bands}
        length = {length}
        columns = {_COLUMNS}

        [frames]
        loudness = "a-weighted"
        start = {edge}
        stop = 1.9
        release = {edge}
        threshold_db = -30.0
        per_note = {_PER_NOTE}
        transpose = {list(_TRANSPOSED)}
        seed = 1

        [[corpus]]
        kind = "folder"
        path = {_quoted(collection.folder)}
        table = {_quoted(collection.table)}

        [split]
        validation = {share}
        test = {share}
        seed = 1

        [model]
        dimension = {dimension}
        hidden = [{width}, {width}, {width}]
        conditioned = true

        [train]
        epochs = {epochs}
        batch = {_BATCH}
        learning_rate = 1e-3
        beta = 0.3
        warm_up = {epochs // 4}
        seed = 1
        """
    )


def _quoted(text: str) -> str:
    """Return a text as a TOML string: JSON's escapes are among TOML's."""
    return json.dumps(text, ensure_ascii=False)
