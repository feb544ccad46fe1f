"""rt-timbre.amxd: an instrument for Max for Live, whose sound comes from the server."""

from typing import Any

from patches.make_max.abstractions import LIVE_PORTS, named
from patches.make_max.going import filled
from patches.make_max.inside import AXES, spoken
from patches.make_max.layout import arranged
from patches.make_max.looks import ACCENT, ALARM, GOOD, QUIET, area, field, menu, words
from patches.make_max.patch import Node, Patch
from rt_timbre.addresses import ROWS

SIZE = 628, 168  # pixels: Live's devices are 169 high
VOICES = 16
_FLOAT, _DECIBELS, _CUSTOM = 1, 4, 9  # Max's styles of units
_BLOB = 3  # Max's kind of parameter for what is no number
_STORED_ONLY = 1  # a parameter that is kept with the set, and not automated
# Dials: the parameter's name, and its address below that of the voice.
DIALS: tuple[tuple[str, str], ...] = (
    *((f"Macro {axis}", f"macro/{axis}") for axis in range(1, AXES + 1)),
    ("Gain", "gain"),
    ("Attack", "attack"),
    ("Decay", "decay"),
    ("Sustain", "sustain"),
    ("Release", "release"),
    ("Glide", "glide"),
    ("Drift", "drift"),
    ("Morph", "scrub"),
)
_NAMES = tuple(dict.fromkeys(address.partition("/")[0] for _, address in DIALS))


def device() -> Patch:
    """Make the patch of the device."""
    patch = Patch(*SIZE, presented=True, description="Plays a voice of rt-timbre, whose server makes the sound")
    area(patch, (0, 0, *SIZE))
    words(patch, (8, 4, 92, 26), "rt-timbre", 18, ACCENT)
    light = patch.face("led", (102, 8, 18, 18), oncolor=GOOD, offcolor=ALARM, ignoreclick=1)
    state = words(patch, (122, 8, 110, 20), "no server", 10)
    text = "The sound comes from the server, not from this track. Start it: rt-timbre serve"
    words(patch, (8, 128, 224, 36), text, 10, QUIET)

    server = patch.object(f"timbre.osc {LIVE_PORTS} 1")
    words(patch, (92, 32, 42, 18), "server", 10)
    options = _parameter("Server", "Server", kind=_BLOB, visible=_STORED_ONLY)
    typed = field(patch, (136, 31, 96, 18), whole=False, **options)
    (typed[0] >> "route text" >> "route bang")[1] >> "prepend connect" >> server
    answer = patch.object("route voice fail ping anchor preset event")
    for outlet in named(server):
        outlet >> answer

    # Which voice: what it holds ends before another is played.
    words(patch, (8, 32, 38, 18), "voice", 10)
    number = patch.face("live.numbox", (48, 32, 40, 16), **_parameter("Voice", "Voice", 1, VOICES, kind=1))
    chosen = number[0] >> "t b i b"
    bus = patch.object("t l")
    for message in spoken(bus, chosen[1], 1):
        message >> server

    # Notes, as Live sends them.
    heard = patch.object("midiin") >> "midiparse"
    ends = heard[0] >> "unpack i i"
    held = patch.object("flush")
    ends[0] >> held
    ends[1] >> held[1]
    chosen[2] >> held
    pair = held[0] >> "pack 0. 0."
    held[1] >> "/ 127." >> pair[1]
    pair >> "prepend note" >> bus
    heard[5] >> "- 64" >> "/ 32." >> "prepend bend" >> bus
    ready = patch.object("live.thisdevice")
    ready[1] >> "sel 0" >> held

    # What the voice is set to comes back, from whoever has set it.
    parts = answer >> "zl.slice 1"
    same = parts >> "expr $i1 == $i2"
    patch.object("loadmess 1") >> same[1]
    chosen[1] >> same[1]
    told = same >> "sel 1" >> "zl.reg"
    parts[1] >> told[1]
    passed = patch.object("gate")
    passed >> bus
    dials = _dials(patch, told, passed)

    # What Live has stored is sent when the set is opened. A new device, which has not heard of the server yet, sends
    # nothing: its dials show how the voice is.
    known = patch.face("live.numbox", None, **_parameter("Known", "Known", kind=1, visible=_STORED_ONLY))
    opened = ready[0] >> "t b b b b b"
    opened[4] >> typed
    opened[3] >> number
    opened[2] >> "msg 1" >> passed
    opened[1] >> known
    stored = known >> "sel 1"
    for dial in dials[:-1]:  # the last is a place on a journey, which a set does not begin
        stored >> dial

    # It is there as long as it answers.
    ping = patch.object("loadmess 1") >> "metro 1000" >> "msg /ping"
    ping >> server
    alive = answer[2] >> "t b b"
    gone = alive[1] >> "delay 2500" >> "msg 0"
    there = gone >> "change"
    alive[0] >> "msg 1" >> there
    seen = there >> "t i i"
    seen[1] >> light
    up = seen[0] >> "sel 1 0"
    up[1] >> "msg set no server" >> state
    fresh = up[0] >> "t b b b"
    fresh[2] >> "msg set there" >> state
    fresh[1] >> "delay 1000" >> "msg set 1" >> known
    ask = fresh[0] >> "t b b b"
    opened[0] >> "delay 500" >> ask
    answer[5] >> "route space" >> "t b" >> ask
    chosen[0] >> ask
    ask[2] >> "msg /anchor/list" >> server
    ask[1] >> "msg /preset/list" >> server
    questions = ["macro/*" if name == "macro" else name for name in _NAMES]
    ask[0] >> f"msg {', '.join(questions)}" >> bus
    refused = answer[1] >> "zl.slice 1"
    refused[1] >> "prepend set" >> state
    _points(patch, answer, bus)
    return arranged(patch, "The parameters are Live's: it stores them with the set, and sends them when it is opened.")


def _dials(patch: Patch, told: Node, passed: Node) -> list[Node]:
    state = told >> f"route {' '.join(_NAMES)}"
    macros = state[_NAMES.index("macro")] >> f"route {' '.join(str(axis + 1) for axis in range(AXES))}"
    dials = []
    for place, (name, address) in enumerate(DIALS):
        x, y = 240 + place % AXES * 48, 16 + place // AXES * 76
        parameter = next(row for row in ROWS if row.name == f"voice/{address.partition('/')[0]}").parameters[0]
        low, high = parameter.range or (0.0, 1.0)
        options = _parameter(name, name.replace("Macro ", "M"), low, high, unit=parameter.unit)
        dial = patch.face("live.dial", (x, y, 44, 48), **options)
        dial >> f"prepend {address}" >> passed[1]
        source = macros[place] if address.startswith("macro/") else state[_NAMES.index(address)]
        source >> "prepend set" >> dial
        dials.append(dial)
    return dials


def _points(patch: Patch, answer: Node, bus: Node) -> None:
    """Add the menus of points: where the voice is, and the ends of its journey."""
    menus = []
    for row, name in enumerate(("point", "from", "to")):
        words(patch, (8, 54 + row * 24, 46, 18), name, 10)
        menus.append(menu(patch, (54, 53 + row * 24, 178, 20)))
    clear, each = filled(answer[3] >> "route names")
    more = (answer[4] >> "route names" >> "route bang")[1] >> "zl.iter 1" >> "prepend append"
    for made in menus:
        for message in (clear, each, more):
            message >> made
    menus[0][1] >> "tosymbol" >> "prepend at" >> bus
    # The journey takes no time: its dial is the place on it.
    begin, end = (made[1] >> "tosymbol" >> "t b l" for made in menus[1:])
    journey = patch.object("pack none none 0.")
    kept = patch.object("zl.reg none")
    begin[1] >> kept[1]
    end[1] >> journey[1]
    for half in (begin, end):
        half[0] >> kept
    kept >> journey >> "prepend morph" >> bus


def _parameter(
    name: str, short: str, low: float = 0, high: float = 1, kind: int = 0, unit: str = "", visible: int = 0
) -> dict[str, Any]:
    """Describe a parameter as Live knows it."""
    value: dict[str, Any] = {
        "parameter_longname": name,
        "parameter_shortname": short,
        "parameter_type": kind,
        "parameter_linknames": 1,
        "parameter_invisible": visible,
    }
    if kind != _BLOB:
        value |= {"parameter_mmin": low, "parameter_mmax": high}
        value["parameter_unitstyle"] = {"dB": _DECIBELS, "s": _CUSTOM}.get(unit, 0 if kind else _FLOAT)
    if unit == "s":  # most of the way is for short times
        value |= {"parameter_units": "%.3f s", "parameter_exponent": 4.0}
    return {"parameter_enable": 1, "varname": name, "saved_attribute_attributes": {"valueof": value}}


def banks() -> dict[str, Any]:
    """Return the pages of parameters for controllers such as Push."""
    pages = [[name for name, _ in DIALS[start : start + 8]] for start in (0, 8)]
    titles = ("Macros", "Voice")
    return {
        str(index): {"index": index, "name": title, "parameters": page}
        for index, (title, page) in enumerate(zip(titles, pages, strict=True))
    }
