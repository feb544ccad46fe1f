"""Presets as text: what a performer has set, kept for one timbre space, in JSON that can be read and edited.

A file that was edited by hand is believed in nothing: every key and every value is checked, and named when refused.
All numbers are float32, written in the shortest form that reads back to the same bits.
"""

import json
import math
import re
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rt_timbre import fields
from rt_timbre.addresses import ROWS
from rt_timbre.errors import PresetError, SpaceError
from rt_timbre.space import NAME_PATTERN

FORMAT_VERSION = 2
UNKNOWN_SPACE = "0" * 64  # in place of the SHA-256 of a space that is of no file
MOST_BYTES = 4 << 20  # of a file: more than 64 voices in 512 dimensions need

_LONGEST_NAME = 64  # characters
_LONGEST_POINT = 100  # characters of a point's name: anchors have longer ones than presets
_MOST_VOICES = 64
_SHA256 = re.compile("[0-9a-f]{64}")
_SETTINGS = ("glide", "drift", "attack", "decay", "sustain", "release", "gain", "pan")
_RANGES = {
    name: row.parameters[0].range or (-math.inf, math.inf)
    for row in ROWS
    for name in _SETTINGS
    if row.name == f"voice/{name}"
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SpaceKey:
    """The timbre space that a preset belongs to.

    Attributes
    ----------
    name : str
        Its name, for people.
    sha256 : str
        Of its file, 64 hexadecimal digits: what tells it from all others.
    """

    name: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class VoicePreset:
    """What one voice is set to.

    Attributes
    ----------
    latent : ndarray of float32 [D]
        Where it is, or goes.
    glide, attack, decay, release : float
        Seconds, 0 to 60.
    drift : float
        How much it wanders, 0 to 1.
    sustain : float
        Level of a held note, 0 to 1.
    gain : float
        dB, −90 to 6.
    pan : float
        Place between left (−1) and right (1).
    legato : bool
        Whether a note that begins while another sounds has no attack.
    """

    latent: NDArray[np.float32]
    glide: float
    drift: float
    attack: float
    decay: float
    sustain: float
    release: float
    gain: float
    pan: float
    legato: bool

    def __post_init__(self) -> None:
        latent = np.array(self.latent, np.float32)
        latent.setflags(write=False)
        object.__setattr__(self, "latent", latent)
        for name in _SETTINGS:
            with np.errstate(over="ignore"):
                rounded = float(np.float32(getattr(self, name)))
            if math.isfinite(rounded):  # else it is refused as it is
                object.__setattr__(self, name, rounded)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Preset:
    """A snapshot of all that the performer has set.

    Attributes
    ----------
    name : str
        1 to 64 printable characters of any script, blanks among them.
    space : SpaceKey
        The space that its latents are points of.
    dimension : int
        Number of latent dimensions D.
    plane : tuple of str [4]
        Names of the points at the corners of the plane: (0, 0), (1, 0), (0, 1), (1, 1).
    voices : tuple of VoicePreset
        1 to 64 voices, the first first.

    Raises
    ------
    PresetError
        A value is not what it must be.
    """

    name: str
    space: SpaceKey
    dimension: int
    plane: tuple[str, str, str, str]
    voices: tuple[VoicePreset, ...]

    def __post_init__(self) -> None:
        check_name(self.name)
        check_space(self.space)
        for number, point in enumerate(self.plane):
            allowed = point.isprintable() and 1 <= len(point) <= _LONGEST_POINT
            _check(allowed, f"plane[{number}]", point, f"the name of a point, 1 to {_LONGEST_POINT} characters")
        count = len(self.voices)
        if not 1 <= count <= _MOST_VOICES:
            raise PresetError(f"voices has {count} elements; it must have 1 to {_MOST_VOICES}")
        for number, voice in enumerate(self.voices):
            _check_voice(voice, f"voices[{number}]", self.dimension)


def check_name(name: str) -> None:
    """Check the name of a preset.

    Raises
    ------
    PresetError
        It is not 1 to 64 printable characters.
    """
    allowed = name.isprintable() and 1 <= len(name) <= _LONGEST_NAME
    _check(allowed, "the name of a preset", name, f"1 to {_LONGEST_NAME} printable characters")


def check_space(space: SpaceKey) -> None:
    """Check what tells a space from others.

    Raises
    ------
    PresetError
        Its name cannot be one, or its SHA-256 is none.
    """
    _check(NAME_PATTERN.fullmatch(space.name), "space.name", space.name, "the name of a timbre space")
    _check(_SHA256.fullmatch(space.sha256), "space.sha256", space.sha256, "64 hexadecimal digits")


def parse_preset(data: bytes | str) -> Preset:
    """Read a preset from the content of its file.

    Parameters
    ----------
    data : bytes or str
        The content, JSON.

    Returns
    -------
    Preset
        Checked in every value; its latents may lie outside the range of the space.

    Raises
    ------
    PresetError
        It is damaged, of another version, or holds what may not be. No other exception.
    """
    try:
        content = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
        if len(content) > MOST_BYTES:
            raise PresetError(f"the preset has more than {MOST_BYTES} bytes")
        described = fields.read_object(content, "the preset")
        version = described.pop("format", None)
        if type(version) is not int or version != FORMAT_VERSION:
            raise PresetError(f"format is {fields.shown(version)}; this version of rt-timbre reads {FORMAT_VERSION}")
        return Preset(**fields.arguments(Preset, described, ""))
    except SpaceError as error:
        raise PresetError(str(error)) from None
    except RecursionError:
        raise PresetError("the preset is nested too deeply") from None


def format_preset(preset: Preset) -> str:
    """Write a preset as JSON, one voice's latent a line; `parse_preset` reads back the same bits.

    Parameters
    ----------
    preset : Preset
        The preset.

    Returns
    -------
    str
        Keys in a fixed order, with a line's end at the end.
    """
    space = {"name": preset.space.name, "sha256": preset.space.sha256}
    lines = [
        "{",
        f'  "format": {FORMAT_VERSION},',
        f'  "name": {_quoted(preset.name)},',
        f'  "space": {_quoted(space)},',
        f'  "dimension": {preset.dimension},',
        f'  "plane": {_quoted(preset.plane)},',
        '  "voices": [',
    ]
    lines += ",\n".join(_voice_text(voice) for voice in preset.voices).split("\n")
    return "\n".join([*lines, "  ]", "}", ""])


def _voice_text(voice: VoicePreset) -> str:
    latent = ", ".join(map(number_text, voice.latent))
    settings = [f'"{name}": {number_text(np.float32(getattr(voice, name)))}' for name in _SETTINGS]
    settings.append(f'"legato": {_quoted(voice.legato)}')
    return f'    {{\n      "latent": [{latent}],\n      {", ".join(settings)}\n    }}'


def number_text(value: np.float32) -> str:
    """Write a number in the shortest form that JSON reads back to the same bits."""
    text = str(value)
    # Whoever reads rounds twice, to float64 and then to float32: if that misses, all digits of the float64.
    return text if np.float32(float(text)) == value else repr(float(value))


def _quoted(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _check(allowed: object, where: str, value: object, wanted: str) -> None:
    if not allowed:
        raise PresetError(f"{where} is {fields.shown(value)}; it must be {wanted}")


def _check_voice(voice: VoicePreset, where: str, dimension: int) -> None:
    shape = voice.latent.shape
    if shape != (dimension,):
        found = " by ".join(map(str, shape))
        raise PresetError(f"{where}.latent has {found} numbers; dimension is {fields.shown(dimension)}")
    if not np.isfinite(voice.latent).all():
        raise PresetError(f"{where}.latent holds a number that is not finite")
    for name, (low, high) in _RANGES.items():
        value = getattr(voice, name)
        _check(low <= value <= high, f"{where}.{name}", value, f"{low:g} to {high:g}")
