"""What is inside the controller: the logic behind its widgets, which are reached by name."""

from patches.make_max.abstractions import addressed, named, renamed
from patches.make_max.layout import arranged
from patches.make_max.patch import Node, Patch, Port
from rt_timbre.descriptors.calibration import NAMES as DESCRIPTORS

HINT = "No light? Start the server: rt-timbre serve"
QUIET = "nothing was refused"
AXES = 8
# Sliders of a voice: name, least and greatest value, how many digits, whether its scale is logarithmic.
Slider = tuple[str, float, float, int, bool]
SLIDERS: tuple[Slider, ...] = (
    ("attack", 0.001, 10.0, 3, True),
    ("decay", 0.001, 10.0, 3, True),
    ("sustain", 0.0, 1.0, 2, False),
    ("release", 0.001, 10.0, 3, True),
    ("gain", -60.0, 6.0, 1, False),
    ("pan", -1.0, 1.0, 2, False),
    ("bend", -2.0, 2.0, 2, False),
)
OTHERS = (
    "glide",
    "drift",
    "legato",
    "pitch",
    "path/play",
    "path/rate",
    "path/loop",
)  # settings of a voice without a slider


def receiver(name: str) -> str:
    """Return the name of an address as it can be part of a name in Max."""
    return name.replace("/", "-")


def connection() -> Patch:
    """Make what sends and hears, by one socket, so that the server never tells this patch what it did itself."""
    patch = Patch()
    server = patch.object("r #0-osc") >> "timbre.osc 0 1"
    patch.object("loadbang") >> "delay 300" >> "s #0-ask"
    up = patch.object("r timbre.up") >> "sel 1 0"
    there = up >> "t b b"
    quiet = there[1] >> f"msg set {QUIET}"
    quiet >> "s #0-refusal"
    there[0] >> "delay 50" >> "s #0-ask"
    up[1] >> f"msg set {HINT}" >> "s #0-refusal"
    answer = server >> "route voice fail"
    for outlet in named(answer[2]):
        outlet >> "s #0-answer"
    refused = answer[1] >> "t l b"
    refused[1] >> "delay 8000" >> quiet
    refused[0] >> "s #0-refused"
    reason = patch.object("r #0-refused") >> "zl.slice 1"
    reason[1] >> "prepend set" >> "s #0-refusal"
    parts = answer >> "zl.slice 1"
    same = parts >> "expr $i1 == $i2"
    rest = same >> "sel 1" >> "zl.reg"
    parts[1] >> rest[1]
    rest >> "s #0-state"

    # What concerns the voice that is chosen, or all (0); a question goes to one.
    chosen = patch.object("r #0-voice-chosen") >> "t b i i"
    shown = chosen[2] >> "clip 1 64" >> "t i i"
    shown[1] >> same[1]
    chosen[0] >> "delay 20" >> "s #0-ask-voice"
    number = chosen[1] >> "t i i"
    target = number[1] >> "sel 0"
    target >> "msg voice *" >> "s #0-target"
    target[1] >> "prepend voice" >> "s #0-target"
    patch.object("loadmess 1") >> same[1]
    for source, voice, first in (("r #0-to-voice", number[0], 0), ("r #0-question", shown[0], 1)):
        for message in spoken(patch.object(source), voice, first):
            message >> "s #0-osc"
    return arranged(patch, "One socket for all, so that the server never tells this patch what it did itself.")


def axes() -> Patch:
    """Make the sliders of the principal axes, with what they change as their labels."""
    patch = Patch()
    for axis in range(1, AXES + 1):
        patch.object(f"r #0-set-macro-{axis}") >> f"prepend macro/{axis}" >> "s #0-to-voice"
    patch.object("r #0-ask") >> "msg /macro/list" >> "s #0-osc"
    # What moves along is asked for ten times a second, and once more in the end.
    moved = patch.object("r #0-moved") >> "t b b"
    last = moved[1] >> "delay 200"
    patch.object("r #0-ask-voice") >> last
    patch.object("r #0-ask") >> last
    asked = moved[0] >> "speedlim 100" >> f"msg macro/*, {', '.join(f'descriptor/{name}' for name in DESCRIPTORS)}"
    last >> asked
    asked >> "s #0-question"
    state = patch.object("r #0-state") >> "route macro" >> f"route {' '.join(str(axis + 1) for axis in range(AXES))}"
    labels = (patch.object("r #0-answer") >> "route macro" >> "route names" >> "route bang")[1] >> "t l b"
    names = labels[0] >> f"unpack {' '.join('s' * AXES)}"
    clear = labels[1] >> "msg set -"
    for axis in range(1, AXES + 1):
        state[axis - 1] >> f"s #0-show-macro-{axis}"
        label = names[axis - 1] >> "prepend set" >> f"s #0-label-macro-{axis}"
        clear >> label
    return arranged(patch, "The principal axes, with what they change as their names.")


def voice() -> Patch:
    """Make the sliders of a voice, which show what it is set to."""
    patch = Patch()
    names = [row[0] for row in SLIDERS] + list(OTHERS)
    for name in names:
        patch.object(f"r #0-set-{receiver(name)}") >> f"prepend {name}" >> "s #0-to-voice"
    ask = patch.object("r #0-ask") >> "t b"
    patch.object("r #0-ask-voice") >> ask
    ask >> f"msg {', '.join(names)}, xy" >> "s #0-question"
    simple = [name for name in names if "/" not in name]
    parts = [name.partition("/")[2] for name in names if "/" in name]
    state = patch.object("r #0-state") >> f"route {' '.join(simple)} path xy"
    for place, name in enumerate(simple):
        state[place] >> f"s #0-show-{name}"
    path = state[len(simple)] >> f"route {' '.join(parts)}"
    for place, part in enumerate(parts):
        path[place] >> f"s #0-show-path-{part}"
    state[len(simple) + 1] >> "prepend show" >> "s #0-plane"
    patch.object("r #0-target") >> "s #0-plane"
    return arranged(patch, "The sliders of a voice show what it is set to, whoever has set it.")


def descriptors() -> Patch:
    """Make the targets of descriptors, and what was reached."""
    patch = Patch()
    for name in DESCRIPTORS:
        set_ = patch.object(f"r #0-set-{name}") >> f"prepend descriptor/{name}" >> "t b l"
        set_[1] >> "s #0-to-voice"
        set_[0] >> "s #0-moved"
    told = patch.object("r #0-state") >> "route descriptor" >> f"route {' '.join(DESCRIPTORS)}"
    for place, name in enumerate(DESCRIPTORS):
        told[place] >> "zl.slice 1" >> f"s #0-reached-{name}"
    return arranged(patch, "What a descriptor is to be, and what was reached.")


def spoken(source: Node | Port, voice: Port, first: int) -> tuple[Port, Node]:
    """Put /voice/ and the voice in front of messages; return the outlet of bare ones, the box of the others."""
    return renamed(source, lambda word: addressed(word, voice, first))


def voices() -> Patch:
    """Make the menu of the voices that the server has."""
    patch = Patch()
    many = patch.object("r #0-voices") >> "change" >> "t b i b b"
    many[3] >> "msg clear" >> "s #0-voice-menu"
    many[2] >> "msg append all" >> "s #0-voice-menu"
    count = many[1] >> "uzi"
    count[2] >> "prepend append" >> "s #0-voice-menu"
    kept = many[0] >> "i 0"
    patch.object("r #0-voice-chosen") >> kept[1]
    kept >> "prepend set" >> "s #0-voice-menu"
    return arranged(patch, "As many voices as the server has, and all of them.")


def phase() -> Patch:
    """Make the choice of how frames become sound."""
    patch = Patch()
    chosen = patch.object("r #0-set-phase") >> "t b l"
    chosen[1] >> "prepend /phase" >> "s #0-osc"
    # Soon it is asked, as it may have been refused.
    ask = chosen[0] >> "delay 200" >> "msg /phase"
    patch.object("r #0-ask") >> ask
    ask >> "s #0-osc"
    patch.object("r #0-answer") >> "route phase" >> "prepend setsymbol" >> "s #0-phase-menu"
    return arranged(patch, "How frames become sound.")


def master() -> Patch:
    """Make level, limiter, meters, mute, freeze, record and panic."""
    patch = Patch()
    names = ("master/gain", "master/ceiling", "mute", "freeze", "record")
    patch.object("r #0-ask") >> f"msg {', '.join(f'/{name}' for name in names)}" >> "s #0-osc"
    for name in names:
        patch.object(f"r #0-set-{receiver(name)}") >> f"prepend /{name}" >> "s #0-osc"
    answer = patch.object("r #0-answer") >> "route master mute freeze record meter"
    parts = answer >> "route gain ceiling"
    parts[0] >> "s #0-show-master-gain"
    parts[1] >> "s #0-show-master-ceiling"
    for place, name in ((1, "mute"), (2, "freeze"), (3, "record")):
        answer[place] >> "zl.slice 1" >> f"s #0-show-{name}"
    levels = answer[4] >> "unpack f f"
    for side in range(2):
        levels[side] >> f"s #0-meter-{side}"
    panic = patch.object("r #0-panic") >> "t b b"
    panic[1] >> "msg stop" >> "s #0-notes"
    panic[0] >> "msg /panic" >> "s #0-osc"
    return arranged(patch, "Level, limiter, meters, mute, freeze, record and panic.")


PARTS = (connection, voices, axes, voice, descriptors, master, phase)
