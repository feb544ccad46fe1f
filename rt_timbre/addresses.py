"""The one table of addresses: from it come the checks of every message, the README's reference, and the tests."""

import re
from dataclasses import dataclass
from functools import cached_property

from rt_timbre.descriptors.calibration import NAMES as DESCRIPTORS
from rt_timbre.descriptors.calibration import UNITS
from rt_timbre.meters import SILENCE
from rt_timbre.motion import CURVES
from rt_timbre.phase import NAMES as METHODS
from rt_timbre.status import FIGURES

CONTRACT_VERSION = 1
LONGEST_LEASE = 3600  # seconds

Range = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One argument of an address.

    Attributes
    ----------
    type : str
        ``f``, ``i`` or ``s``.
    name : str
        What it is.
    range : tuple of float, optional
        Least and greatest value; what lies outside is clipped.
    clipped : bool
        False if the range is only where most of what can be reached lies.
    unit : str
        Unit, for people.
    choices : tuple of str
        The words allowed, if they are few.
    names : str
        Which of the names that the server keeps it may be, and which change: ``point`` or ``preset``.
    default : float or str, optional
        Value when it is left out; without one it cannot be left out.
    """

    type: str
    name: str
    range: Range | None = None
    unit: str = ""
    choices: tuple[str, ...] = ()
    names: str = ""
    default: float | int | str | None = None
    clipped: bool = True


@dataclass(frozen=True, kw_only=True)
class Address:
    """One row of the table.

    Attributes
    ----------
    template : str
        Address, with ``{v}`` for a voice, ``{d}`` for a dimension, ``{k}`` for a macro axis, ``{c}`` for a corner.
    parameters : tuple of Parameter
        Its arguments; those of ``voice/latent`` and ``wek/outputs`` and the ranges of ``voice/z`` and the descriptors
        depend on the space.
    meaning : str
        One line for people.
    kind : str
        ``control``: sets a value, and answers with it when sent without arguments. ``action``: does something.
        ``question``: only answers. ``notification``: what the server sends to its subscribers by itself.
    """

    template: str
    meaning: str
    parameters: tuple[Parameter, ...] = ()
    kind: str = "control"

    @cached_property
    def name(self) -> str:
        """What the row is called in commands: the template without the parts that vary, as ``voice/z``."""
        return re.sub(r"/\{\w+\}", "", self.template[1:])


def _one(type_: str, name: str, low: float, high: float, unit: str = "") -> tuple[Parameter, ...]:
    return (Parameter(type=type_, name=name, range=(low, high), unit=unit),)


_POINT = Parameter(type="s", name="point", names="point")
_NAME = Parameter(type="s", name="name")
_PRESET = Parameter(type="s", name="name", names="preset")
_NOTE = (
    Parameter(type="f", name="note", range=(0.0, 127.0), unit="MIDI"),
    Parameter(type="f", name="velocity", range=(0.0, 1.0)),
)

_LEASE = Parameter(type="f", name="lease", range=(1, LONGEST_LEASE), unit="s", default=60.0)

_DESCRIBED = {
    "centroid": "mean frequency of the spectrum",
    "bandwidth": "its width, a standard deviation",
    "flatness": "how like noise it is, 0 to 1",
    "rolloff": "frequency below which 85 % of the power lie",
    "loudness": "A-weighted level at velocity 1",
}

ROWS: tuple[Address, ...] = (
    Address(template="/voice/{v}/latent", meaning="the whole latent vector, D values within the space's range"),
    Address(
        template="/voice/{v}/z/{d}",
        parameters=(Parameter(type="f", name="value"),),
        meaning="one dimension of the latent vector, d = 1…D, within the space's range",
    ),
    Address(
        template="/voice/{v}/macro/{k}",
        parameters=_one("f", "value", -1.0, 1.0),
        meaning="principal axis k of the space, the other axes kept; ±1 are the 2nd and 98th percentiles of its notes",
    ),
    Address(
        template="/voice/{v}/xy",
        parameters=(
            Parameter(type="f", name="x", range=(0.0, 1.0)),
            Parameter(type="f", name="y", range=(0.0, 1.0)),
        ),
        meaning="place on the plane between four corners: 1 to 4 at (0, 0), (1, 0), (0, 1), (1, 1), bilinear",
    ),
    Address(
        template="/voice/{v}/at",
        parameters=(_POINT,),
        meaning="go to a named point: an instrument's anchor or a preset",
    ),
    Address(
        template="/voice/{v}/morph",
        parameters=(
            Parameter(type="s", name="from", names="point"),
            Parameter(type="s", name="to", names="point"),
            Parameter(type="f", name="time", range=(0.0, 3600.0), unit="s"),
            Parameter(type="s", name="curve", choices=tuple(CURVES), default="linear"),
        ),
        meaning="travel from one named point to another",
    ),
    Address(
        template="/voice/{v}/scrub",
        parameters=_one("f", "position", 0.0, 1.0),
        meaning="position on the morph or path that was begun or loaded last, by hand; it stops there",
    ),
    Address(
        template="/voice/{v}/path/load",
        parameters=(_NAME,),
        meaning="give the voice a stored path; answers /done when it is there, else /fail",
    ),
    Address(
        template="/voice/{v}/path/play",
        parameters=_one("i", "on", 0, 1),
        meaning="travel on the loaded path, with its pitches and levels if it has any; 0 stops where the voice is",
    ),
    Address(
        template="/voice/{v}/path/rate",
        parameters=_one("f", "speed", -8.0, 8.0),
        meaning="speed on the path, of the path's own; negative is backwards",
    ),
    Address(
        template="/voice/{v}/path/loop",
        parameters=_one("i", "on", 0, 1),
        meaning="begin the path anew at its end, rather than stay there",
    ),
    Address(
        template="/voice/{v}/drift",
        parameters=_one("f", "amount", 0.0, 1.0),
        meaning="wander among the points of the space: the part that a walk there has in where the voice is",
    ),
    Address(
        template="/voice/{v}/glide",
        parameters=_one("f", "time", 0.0, 60.0, "s"),
        meaning="time to arrive at a new point, in a straight line from where the voice is",
    ),
    *(
        Address(
            template=f"/voice/{{v}}/descriptor/{name}",
            parameters=(Parameter(type="f", name="target", unit=unit, clipped=False),),
            meaning=f"{_DESCRIBED[name]}: go to the nearest point that has it, and all that is held; answers what "
            "is reached and how much that is above the target",
        )
        for name, unit in zip(DESCRIPTORS, UNITS, strict=True)
    ),
    Address(template="/voice/{v}/note", parameters=_NOTE, meaning="play a note; velocity 0 releases it"),
    Address(
        template="/voice/{v}/pitch",
        parameters=_one("f", "note", 0.0, 127.0, "MIDI"),
        meaning="change the pitch without a new attack; fractions of a note are cents",
    ),
    Address(
        template="/voice/{v}/bend",
        parameters=_one("f", "interval", -48.0, 48.0, "semitones"),
        meaning="what is added to the pitch",
    ),
    Address(
        template="/voice/{v}/legato",
        parameters=_one("i", "on", 0, 1),
        meaning="a note on a held one changes its pitch, without a new attack",
    ),
    Address(
        template="/voice/{v}/attack",
        parameters=_one("f", "time", 0.0, 60.0, "s"),
        meaning="time from silence to the velocity",
    ),
    Address(
        template="/voice/{v}/decay",
        parameters=_one("f", "time", 0.0, 60.0, "s"),
        meaning="time from the velocity to the sustain level",
    ),
    Address(
        template="/voice/{v}/sustain",
        parameters=_one("f", "level", 0.0, 1.0),
        meaning="level of a held note, of its velocity",
    ),
    Address(
        template="/voice/{v}/release",
        parameters=_one("f", "time", 0.0, 60.0, "s"),
        meaning="time from the end of a note to silence",
    ),
    Address(
        template="/voice/{v}/gain",
        parameters=_one("f", "level", -90.0, 6.0, "dB"),
        meaning="level of the voice; −90 is silence",
    ),
    Address(
        template="/voice/{v}/pan",
        parameters=_one("f", "position", -1.0, 1.0),
        meaning="place between left (−1) and right (1)",
    ),
    Address(
        template="/note",
        parameters=_NOTE,
        kind="action",
        meaning="play a note on a free voice, or the oldest; velocity 0 releases the oldest that plays it",
    ),
    Address(template="/panic", kind="action", meaning="silence everything in 5 ms"),
    Address(
        template="/mute", parameters=_one("i", "on", 0, 1), meaning="silence the output, ramped, while all plays on"
    ),
    Address(
        template="/freeze",
        parameters=_one("i", "on", 0, 1),
        meaning="hold every voice where it is in the space; what is set meanwhile happens afterwards",
    ),
    Address(
        template="/plane/corner/{c}",
        parameters=(_POINT,),
        meaning="the anchor or preset at corner c = 1…4 of the plane",
    ),
    Address(
        template="/master/gain",
        parameters=_one("f", "level", -90.0, 6.0, "dB"),
        meaning="level of the output; −90 is silence",
    ),
    Address(
        template="/master/ceiling",
        parameters=_one("f", "level", -24.0, -0.1, "dBFS"),
        meaning="greatest true peak that the limiter lets out",
    ),
    Address(
        template="/phase",
        parameters=(Parameter(type="s", name="method", choices=METHODS),),
        meaning="how frames become sound, cross-faded; a method that cannot play the space's frames is refused",
    ),
    Address(
        template="/record",
        parameters=(Parameter(type="i", name="on", range=(0, 1)), Parameter(type="s", name="name", default="")),
        meaning="record what is heard into a file of that name, .wav or .flac, or named by the time; answers /done "
        "with the name and the sample where it begins, at the end also with the frames in the file and those lost",
    ),
    Address(
        template="/preset/store",
        parameters=(_NAME,),
        kind="action",
        meaning="keep what all voices and the plane are set to; answers /done when it is written",
    ),
    Address(
        template="/preset/recall",
        parameters=(_PRESET, Parameter(type="f", name="time", range=(0.0, 600.0), unit="s", default=0.0)),
        kind="action",
        meaning="set all voices and the plane as they were stored, travelling for the time",
    ),
    Address(
        template="/preset/delete",
        parameters=(_PRESET,),
        kind="action",
        meaning="remove a preset; answers /done when it is gone",
    ),
    Address(template="/preset/list", kind="question", meaning="answers the names of the presets of this space"),
    Address(template="/path/list", kind="question", meaning="answers the names of the paths at hand"),
    Address(template="/space/list", kind="question", meaning="answers the names of the spaces at hand"),
    Address(
        template="/space/load",
        parameters=(_NAME, Parameter(type="f", name="time", range=(0.0, 60.0), unit="s", default=0.1)),
        kind="action",
        meaning="play another space: cross-faded in the time once it is ready, and answers /done then; else /fail",
    ),
    Address(
        template="/space/info",
        kind="question",
        meaning="answers name, D, voices, lowest and highest pitch (MIDI), sample rate",
    ),
    Address(template="/anchor/list", kind="question", meaning="answers the names of the anchors"),
    Address(template="/macro/list", kind="question", meaning="answers number and label of each macro axis"),
    Address(
        template="/descriptor/list",
        kind="question",
        meaning="answers name, lowest and highest usual value of each descriptor in this space",
    ),
    Address(
        template="/status",
        kind="question",
        meaning=f"answers on /status.reply: {FIGURES}",
    ),
    Address(
        template="/audio/device",
        parameters=(Parameter(type="s", name="output"),),
        meaning="play through another output: jack, or one of rt-timbre devices by name or number; answers /done when "
        "it is open, or /fail, and then the former one plays on",
    ),
    Address(template="/version", kind="question", meaning="answers the version of rt-timbre and of this contract"),
    Address(template="/ping", kind="question", meaning="answers at once"),
    Address(
        template="/midi/learn",
        parameters=(Parameter(type="s", name="address"),),
        kind="action",
        meaning="bind the next MIDI controller that moves to an address, or a pattern, that takes one number; an empty "
        "text ends the waiting; /done names channel and controller",
    ),
    Address(
        template="/notify",
        parameters=(
            Parameter(type="i", name="on", range=(0, 1)),
            Parameter(type="i", name="port", default=0),
            _LEASE,
        ),
        kind="action",
        meaning="send every change to this client's port for the time of the lease, or to the one given, and then its "
        "answers, too; over TCP to the connection, for as long as it lasts; /done answers with port and lease",
    ),
    Address(
        template="/answers",
        parameters=(Parameter(type="i", name="port"), _LEASE),
        kind="action",
        meaning="send this client's answers to a port for the time of the lease: it cannot hear where it sends from; 0 "
        "lets them go there again; /done answers with port and lease",
    ),
    Address(
        template="/sync",
        parameters=(Parameter(type="i", name="id", default=0),),
        kind="action",
        meaning="/done answers with the id when all that takes time and was sent before is finished",
    ),
    Address(
        template="/dump",
        parameters=_one("i", "on", 0, 1),
        meaning="show all messages that come in on the server's standard error, at most a hundred a second",
    ),
    Address(
        template="/wek/outputs",
        kind="action",
        meaning="Wekinator's output: D values, 0…1 over each dimension's range, become voice 1's latent vector",
    ),
    Address(
        template="/meter",
        parameters=(
            Parameter(type="f", name="left", range=(SILENCE, 0.0), unit="dBFS"),
            Parameter(type="f", name="right", range=(SILENCE, 0.0), unit="dBFS"),
            Parameter(type="i", name="sounding"),
            Parameter(type="f", name="load"),
        ),
        kind="notification",
        meaning="peaks, voices sounding and mean load since the last, at most 20 times a second",
    ),
    Address(
        template="/event/space",
        parameters=(_NAME,),
        kind="notification",
        meaning="another space plays: the addresses of dimensions and axes are others",
    ),
    Address(
        template="/event/underrun",
        parameters=(Parameter(type="i", name="count"),),
        kind="notification",
        meaning="blocks that were due and not there, since this was last told",
    ),
    Address(
        template="/event/device",
        parameters=(Parameter(type="s", name="state", choices=("lost", "back")), Parameter(type="s", name="name")),
        kind="notification",
        meaning="the output went away, or is there again",
    ),
    Address(
        template="/event/fault",
        parameters=(Parameter(type="s", name="line"),),
        kind="notification",
        meaning="something went wrong that did not stop the sound",
    ),
)


def table_markdown() -> str:
    """Return the reference of all addresses as a Markdown table."""
    lines = ["| Address | Arguments | Meaning |", "|---|---|---|"]
    for row in sorted(ROWS, key=lambda row: row.kind == "notification"):
        whole = row.name in ("voice/latent", "wek/outputs")
        arguments = "f×D" if whole else ", ".join(_described(p) for p in row.parameters) or "–"
        meaning = f"sent to subscribers: {row.meaning}" if row.kind == "notification" else row.meaning
        lines.append(f"| `{row.template}` | {arguments} | {meaning} |")
    return "\n".join(lines)


def _described(parameter: Parameter) -> str:
    text = f"{parameter.type} {parameter.name}"
    if parameter.range is not None:
        low, high = (f"{bound:g}".replace("-", "−") for bound in parameter.range)
        text += f" {low}…{high}"
    if parameter.unit:
        text += f" {parameter.unit}"
    if parameter.choices:
        text += " " + "·".join(parameter.choices)
    return f"[{text}]" if parameter.default is not None else text
