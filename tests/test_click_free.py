"""Every control, at its extremes, on a held chord: no step of the sound is larger than the steady sounds' own allow."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import pytest

from rt_timbre.addresses import ROWS
from rt_timbre.engine import Engine
from rt_timbre.osc import Message
from rt_timbre.paths.latent_path import LatentPath, StoredPath
from rt_timbre.phase import NAMES as METHODS
from rt_timbre.presets.preset import SpaceKey
from rt_timbre.space_store import open_space
from rt_timbre.table import Table
from rt_timbre.timbre import Timbre
from rt_timbre.transforms.stft import STFT
from tests.tiny_space import tiny_space

RATE, HOP, VOICES = 44100, 128, 4
VELOCITY = 0.25  # three of them stay below the ceiling
STEADY = 0.5  # seconds before and after a change
MOST = 1.5  # by which a step may be larger than the largest of the steady sound

# Dull points come first, and the chords lie where the sound is dull: the smaller the steps are that a steady sound has
# of itself, the less is forgiven.
POINTS = {"orchestra": ("Tuba", "French Horn", "Bassoon", "Trumpet"), "stft": ("Dark", "Hollow", "Bright")}
CHORDS = {"orchestra": (43.0, 50.0, 55.0), "stft": (67.0, 71.0, 76.0)}


@cache
def space(name):
    if name == "orchestra":
        return open_space("orchestra").space
    return tiny_space(STFT(22050, "hamming", 882, 220).declaration("stft"), name="stft")


@cache
def path(name, chord, kind):
    """A path between the dullest points of a space, with a jump; `pitched`: over an octave, from silence."""
    points = np.stack([space(name).anchor(point).latent for point in POINTS[name][:2]])
    times = np.array([0.0, 0.03, 0.0300001, 0.06])
    if kind == "plain":
        return LatentPath(times=times, latents=points[[0, 1, 0, 1]])
    pitches, gains = np.array([12.0, 0.0, 7.0, 12.0]) + chord[0], np.array([0.0, 0.6, 0.1, 1.0])
    return LatentPath(times=times, latents=points[[0, 1, 0, 1]], pitches=pitches, gains=gains)


class Player:
    """An engine that three of four voices play a chord on."""

    def __init__(self, name: str, before: "Sequence[Step]") -> None:
        self.engine = Engine(space(name), rate=RATE, voices=VOICES, hop=HOP, seed=1)
        self.table = Table(self.engine.limits)
        self.points = POINTS[name]
        for voice in range(VOICES):
            self.send(f"/voice/{voice + 1}/pan", 0.3 * (voice - 1))
        self.at(-1)
        self.send("/voice/*/gain", -6.0)
        self.send("/preset/store", "other")
        self.at(0)
        self.send("/voice/*/gain", 0.0)
        self.chord = CHORDS[name]
        for step in before:
            step(self)
        self.play(0.0, VELOCITY)
        self.record(0.4)

    def send(self, address: str, *arguments: Any) -> None:
        for command in self.table.commands(Message(address=address, arguments=arguments)):
            self.engine.apply(command)

    def play(self, interval: float, velocity: float) -> None:
        """Play all notes of the chord anew, so many semitones higher."""
        for voice, note in enumerate(self.chord):
            self.send(f"/voice/{voice + 1}/note", note + interval, velocity)

    def pitch(self, interval: float) -> None:
        for voice, note in enumerate(self.chord):
            self.send(f"/voice/{voice + 1}/pitch", note + interval)

    def at(self, point: int) -> None:
        self.send("/voice/*/at", self.points[point])

    def morph(self, start: int, end: int, *rest: Any) -> None:
        self.send("/voice/*/morph", self.points[start], self.points[end], *rest)

    def corner(self, number: int, point: int) -> None:
        self.send(f"/plane/corner/{number}", self.points[point])

    def extreme(self, side: str) -> None:
        """Set all dimensions to the end of their ranges."""
        self.send("/voice/*/latent", *getattr(self.engine.limits, side).tolist())

    def first_dimension(self, side: str) -> None:
        self.send("/voice/*/z/1", float(getattr(self.engine.limits, side)[0]))

    def wekinator(self, value: float) -> None:
        self.send("/wek/outputs", *[value] * self.engine.limits.dimension)

    def load(self, name: str, seconds: float) -> None:
        key = SpaceKey(name=name, sha256="1" * 64)
        timbre = Timbre(space(name), key, rate=RATE, voices=VOICES, hop=HOP, seed=2)
        timbre.phase.warm()
        self.engine.swap(timbre, seconds)

    def load_path(self, kind: str) -> None:
        stored = StoredPath(name=kind, path=path(self.engine.space.name, self.chord, kind), sha256="")
        for voice in range(VOICES):
            self.engine.load_path(voice, stored)

    def record(self, seconds: float) -> np.ndarray:
        out = np.zeros((round(seconds * RATE / HOP) * HOP, 2), np.float32)
        for start in range(0, len(out), HOP):
            self.engine.process(out[start : start + HOP])
        return out


Step = Callable[[Player], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What is done to a chord.

    Attributes
    ----------
    name : str
        What it is called.
    steps : sequence of Step
        What is done.
    before : sequence of Step
        What is done before the chord begins.
    apart : float
        Seconds from one step to the next.
    seconds : float
        Until the sound is steady after a step.
    """

    name: str
    steps: Sequence[Step]
    before: Sequence[Step] = ()
    apart: float = 0.02
    seconds: float = 0.25


def do(what: str, *arguments: Any) -> Step:
    """Make a step: a message, or a method of the player."""

    def step(player: Player) -> None:
        if what.startswith("/"):
            player.send(what, *arguments)
        else:
            getattr(player, what)(*arguments)

    return step


def case(name: str, *steps: Step, **options: Any) -> Case:
    return Case(name=name, steps=steps, **options)


def sweep(name: str, address: str, *values: float, **options: Any) -> Case:
    return case(name, *(do(address, value) for value in values), **options)


AT_ONCE = do("/voice/*/glide", 0.0)
CORNERS = [do("corner", number, point) for number, point in ((1, 0), (2, 1), (3, 2), (4, 1))]
TRAVELLING = [AT_ONCE, do("morph", 0, 2, 3600.0)]
LOADED = [do("load_path", "plain")]
ON_PATH = [*LOADED, do("/voice/*/path/play", 1)]
PITCHED = [do("load_path", "pitched")]
LOUD = do("/master/gain", 6.0)

# By the names of the rows; the first of each row is tried on both spaces.
CASES: dict[str, list[Case]] = {
    "voice/latent": [case("ends", do("extreme", "low"), do("extreme", "high"), before=[AT_ONCE])],
    "voice/z": [
        case("ends", do("first_dimension", "low"), do("first_dimension", "high"), before=[AT_ONCE]),
        case("each hop", *[do("first_dimension", s) for s in ("low", "high")] * 6, before=[AT_ONCE], apart=0.003),
    ],
    "voice/macro": [sweep("ends", "/voice/*/macro/1", -1.0, 1.0, 0.0, before=[AT_ONCE])],
    "voice/xy": [
        case(
            "corners",
            *(do("/voice/*/xy", x, y) for x, y in ((0.0, 0.0), (1.0, 1.0), (0.0, 1.0))),
            before=[AT_ONCE, *CORNERS],
        )
    ],
    "voice/at": [
        case("at once", do("at", 1), before=[AT_ONCE]),
        case("turned on the way", do("at", 1), do("at", 2)),
        case("to the brightest", do("at", -1), before=[AT_ONCE]),
    ],
    "voice/morph": [
        case(
            "turned on the way", do("morph", 1, 2, 0.1, "spherical"), do("morph", 2, 0, 0.05, "expressive"), apart=0.05
        ),
        case("of 0 s", do("morph", 1, 2, 0.0), before=[AT_ONCE]),
        case("turned at once", do("morph", 1, 2, 0.1), do("morph", 2, 0, 0.05), before=[AT_ONCE], apart=0.05),
    ],
    "voice/scrub": [
        sweep("jumps", "/voice/*/scrub", 1.0, 0.3, 0.9, before=TRAVELLING),
        sweep("on a path", "/voice/*/scrub", 1.0, 0.3, 0.9, before=[AT_ONCE, *ON_PATH]),
        sweep("on a path with pitches", "/voice/*/scrub", 1.0, 0.3, 0.9, before=[AT_ONCE, *PITCHED]),
    ],
    "voice/path/load": [
        case("while it plays", do("load_path", "pitched"), do("load_path", "plain"), before=[*ON_PATH], apart=0.07),
        case("while it is stopped", do("load_path", "pitched"), do("/voice/*/path/play", 1), before=[AT_ONCE]),
    ],
    "voice/path/play": [
        case("in and out", *(do("/voice/*/path/play", on) for on in (1, 0, 1)), before=LOADED, apart=0.05),
        case("with pitches", *(do("/voice/*/path/play", on) for on in (1, 0, 1)), before=PITCHED, apart=0.05),
        case("and away", do("/voice/*/path/play", 1), do("at", 1), before=[*PITCHED, AT_ONCE], apart=0.05),
    ],
    "voice/path/rate": [
        sweep("ends", "/voice/*/path/rate", 8.0, -8.0, 0.0, before=[*ON_PATH, do("/voice/*/path/loop", 1)]),
        case(
            "with pitches",
            do("/voice/*/path/play", 1),
            *(do("/voice/*/path/rate", rate) for rate in (8.0, -8.0, 0.0)),
            before=[*PITCHED, do("/voice/*/path/loop", 1)],
        ),
    ],
    "voice/path/loop": [
        case(
            "round and round",
            *(do("/voice/*/path/loop", on) for on in (1, 0)),
            before=[*ON_PATH, AT_ONCE],
            apart=0.2,
        ),
    ],
    "voice/drift": [
        sweep("ends", "/voice/*/drift", 1.0, 0.0, before=[AT_ONCE]),
        sweep("on the way", "/voice/*/drift", 1.0, 0.0, 0.5, 0.0, before=[do("/voice/*/glide", 0.5)]),
    ],
    **{
        f"voice/descriptor/{name}": [
            sweep("ends", f"/voice/*/descriptor/{name}", *ends, before=[AT_ONCE], seconds=0.3),
        ]
        for name, ends in (
            ("centroid", (5000.0, 100.0)),
            ("bandwidth", (2000.0, 10.0)),
            ("flatness", (0.01, 0.0)),
            ("rolloff", (5000.0, 100.0)),
            ("loudness", (0.0, -60.0)),
        )
    },
    "voice/glide": [case("cut short", do("at", 1), AT_ONCE, do("at", 2), before=[do("/voice/*/glide", 1.0)])],
    "voice/note": [
        case("retrigger", do("play", 0.0, 0.4), do("play", 12.0, VELOCITY)),
        case("release", do("play", 0.0, 0.0), seconds=0.5),
        case("softer", do("play", 0.0, 0.05)),
        case("two octaves", do("play", 24.0, VELOCITY)),
        case("retrigger in the release", do("play", 0.0, 0.0), do("play", 7.0, VELOCITY), apart=0.1, seconds=0.5),
        case(
            "as short as can be",
            do("play", 0.0, 0.0),
            do("play", 5.0, VELOCITY),
            before=[do("/voice/*/release", 0.0), do("/voice/*/attack", 0.0)],
            apart=0.002,
        ),
    ],
    "voice/pitch": [
        case("two octaves", do("pitch", 24.0), do("pitch", -24.0)),
        case("a third of a semitone", do("pitch", 0.3)),
        case("ends", do("/voice/2/pitch", 0.0), do("/voice/2/pitch", 127.0)),
    ],
    "voice/bend": [sweep("ends", "/voice/*/bend", 48.0, -48.0, 0.0), sweep("a semitone", "/voice/*/bend", 1.0)],
    "voice/legato": [
        case("octaves", do("play", 12.0, VELOCITY), do("play", -12.0, VELOCITY), before=[do("/voice/*/legato", 1)]),
        sweep("switch", "/voice/*/legato", 1, 0),
    ],
    "voice/attack": [case("none", do("/voice/*/attack", 0.0), do("play", 0.0, 0.5))],
    "voice/decay": [
        case("none", do("/voice/*/decay", 0.0), do("/voice/*/sustain", 0.2), do("play", 0.0, 0.5)),
    ],
    "voice/sustain": [sweep("ends", "/voice/*/sustain", 0.0, 1.0), sweep("nothing", "/voice/*/sustain", 0.0)],
    "voice/release": [
        case("none", do("/voice/*/release", 0.0), do("play", 0.0, 0.0)),
        case("cut short", do("play", 0.0, 0.0), do("/voice/*/release", 0.0), before=[do("/voice/*/release", 0.2)]),
    ],
    "voice/gain": [sweep("up", "/voice/*/gain", -90.0, 6.0), sweep("down", "/voice/*/gain", 6.0, -90.0)],
    "voice/pan": [sweep("ends", "/voice/*/pan", -1.0, 1.0), sweep("right", "/voice/*/pan", 1.0)],
    "note": [
        # The first takes the free voice, the others those that have played longest.
        case("stealing", *(do("/note", note, 0.3) for note in (62.0, 79.0, 43.0))),
        case("from silence", do("/note", 62.0, 0.3), before=[do("/voice/*/attack", 0.0)]),
    ],
    "panic": [case("panic", do("/panic"))],  # in 5 ms, and yet
    "mute": [sweep("on", "/mute", 1), sweep("on and off", "/mute", 1, 0)],
    "freeze": [
        case("caught up", do("/freeze", 1), do("at", 2), do("/freeze", 0), before=[AT_ONCE]),
        sweep("on the way", "/freeze", 1, 0, before=[do("morph", 0, 1, 2.0)]),
    ],
    "plane/corner": [
        case("moved", do("corner", 1, 2), do("corner", 1, 1), before=[AT_ONCE, *CORNERS, do("/voice/*/xy", 0.0, 0.0)])
    ],
    "master/gain": [sweep("up", "/master/gain", -90.0, 6.0), sweep("down", "/master/gain", 6.0, -20.0)],
    "master/ceiling": [
        sweep("down", "/master/ceiling", -24.0, before=[LOUD]),
        sweep("up", "/master/ceiling", -0.1, before=[LOUD, do("/master/ceiling", -24.0)], seconds=1.0),
    ],
    "phase": [
        case("turned on the way", *(do("/phase", n) for n in ("spsi", "bank", "rtpghi-0")), apart=0.05, seconds=0.3),
        *(sweep(name, "/phase", name, seconds=0.4) for name in METHODS),
    ],
    "wek/outputs": [case("ends", do("wekinator", 0.0), do("wekinator", 1.0), before=[AT_ONCE])],
    "preset/recall": [
        case("at once", do("/preset/recall", "other"), before=[AT_ONCE]),
        case("in a while", do("/preset/recall", "other", 0.1)),
    ],
    "space/load": [case("cross-fade", do("load", "stft", 0.1)), case("at once", do("load", "orchestra", 0.0))],
}

# Rows that set or do something, and yet change no sound.
SILENT = {
    "preset/store": "keeps what is set, and sets nothing",
    "preset/delete": "where a voice has gone it stays",
    "notify": "says where changes are sent to",
    "answers": "says where answers are sent to",
    "sync": "answers when all before it is done",
    "dump": "prints what comes in",
    "record": "writes what is heard",
    "audio/device": "fades out and in, in the audio process (test_output)",
    "midi/learn": "binds a controller",
}


def test_every_row_has_a_case_or_a_reason():
    names = {row.name for row in ROWS if row.kind in ("control", "action")}
    assert set(CASES) | set(SILENT) == names
    assert not set(CASES) & set(SILENT)


def largest_step(sound):
    return float(np.abs(np.diff(sound, axis=0)).max())


TRIALS = [
    pytest.param(name, case, id=f"{name}-{row}-{case.name}".replace(" ", "_"))
    for row, cases in CASES.items()
    for number, case in enumerate(cases)
    for name in ("orchestra", "stft")
    if name == "orchestra" or number == 0
]


@pytest.mark.parametrize(("name", "case"), TRIALS)
def test_no_control_clicks(name, case):
    player = Player(name, case.before)
    before = player.record(STEADY)
    parts = [before[-1:]]
    for step in case.steps:
        step(player)
        parts.append(player.record(case.apart))
    parts.append(player.record(case.seconds))
    after = player.record(STEADY)
    during = np.concatenate([*parts, after[:1]])
    steady = [before, after]
    for step in dict.fromkeys(case.steps[:-1]):  # where it leads is steady sound, too, if one waits for it
        step(player)
        player.record(case.seconds)
        steady.append(player.record(STEADY / 2))
    assert largest_step(during) <= MOST * max(largest_step(sound) for sound in steady)
