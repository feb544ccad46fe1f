"""A session for Open Stage Control, made from the table of addresses for one space."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rt_timbre.addresses import Parameter
from rt_timbre.descriptors.calibration import NAMES as DESCRIPTORS
from rt_timbre.descriptors.targets import ROW
from rt_timbre.phase.methods import names_for
from rt_timbre.space import Space
from rt_timbre.table import Limits, Table, Target

Widget = dict[str, Any]

_VERSION = "1.29.2"  # of Open Stage Control, whose format of sessions this is
_RENEW = 30  # seconds between two subscriptions
_LEASE = 90.0  # seconds that each of them holds
_DECIMALS = 5
_SILENCE = -90.0  # dB
_NOT_SHOWN = frozenset(
    {"voice/latent", "voice/morph", "space/load", "notify", "answers", "sync", "dump", "wek/outputs"}
)
# What stands together; a row that has no place here stands under `_OTHERS`.
_PLACES = {
    "voice/z": "latent",
    "voice/macro": "macro axes",
    "voice/xy": "plane",
    "voice/at": "point",
    "voice/scrub": "point",
    "voice/glide": "point",
    "voice/drift": "point",
    "voice/path/load": "path",
    "voice/path/play": "path",
    "voice/path/rate": "path",
    "voice/path/loop": "path",
    **{f"{ROW}{name}": "descriptor" for name in DESCRIPTORS},
    "voice/attack": "envelope",
    "voice/decay": "envelope",
    "voice/sustain": "envelope",
    "voice/release": "envelope",
    "voice/gain": "level",
    "voice/pan": "level",
    "voice/pitch": "pitch",
    "voice/bend": "pitch",
    "voice/legato": "pitch",
    "master/gain": "master",
    "master/ceiling": "master",
    "mute": "master",
    "freeze": "master",
    "panic": "master",
    "phase": "master",
    "plane/corner": "corners of the plane",
    "preset/store": "presets",
    "preset/recall": "presets",
    "preset/delete": "presets",
}
_OTHERS = "more"
_ROWS_OF_GROUPS = (
    ("point", "morph", "path", "latent", "macro axes", "master", "level of all", "corners of the plane"),
    ("plane", "latent pads", "descriptor", "pitch", "envelope", "level", "presets", "more"),
)
_LINE = 40  # pixels: height of a button
_VELOCITY = 0.8
_KEYS = 61  # of the keyboard, if the space has as many


def open_stage_control(space: Space, voices: int) -> dict[str, Any]:
    """Make a session that plays a space: a tab for each voice, and one for what they share.

    Parameters
    ----------
    space : Space
        The timbre space, for names of points and axes.
    voices : int
        Number of tabs for voices.

    Returns
    -------
    dict
        To be written as JSON. Its widgets send to the targets that Open Stage Control is started with.
    """
    table = Table(Limits.of(space, voices))
    choices = {
        # Open Stage Control would take words in braces for code of its own.
        "point": tuple(anchor.name for anchor in space.anchors if "{" not in anchor.name),
        "method": names_for(space.transform),
    }
    places: dict[str, list[tuple[str, Target]]] = {"": []}
    for address, target in table.addresses():
        if target.row.kind in ("control", "action") and target.row.name not in _NOT_SHOWN:
            tab = address.split("/")[2] if address.startswith("/voice/") else ""
            places.setdefault(tab, []).append((address, target))
    tabs = []
    for number in range(1, voices + 1):
        prefix = f"/voice/{number}"
        morph = {"morph": _morph(prefix, choices["point"])}
        tabs.append(_tab(f"voice {number}", prefix, places[str(number)], space, choices, morph))
    tabs.append(_tab("all voices", "", places[""], space, choices, {"level of all": _meters()}))
    shown = [target.row for place in places.values() for _, target in place]
    templates = {row.template for row in shown if row.kind == "control"}
    questions = {_pattern(template, voice) for template in templates for voice in range(1, voices + 1)}
    root = {
        "type": "root",
        "id": "root",
        "bypass": True,  # of the number of the tab that is open
        "onCreate": _subscribe(sorted(questions)),
        "tabs": tabs,
    }
    return {"createdWith": "Open Stage Control", "version": _VERSION, "type": "session", "content": root}


def _subscribe(questions: Iterable[str]) -> str:
    """Write the script that has the server tell what is and what changes."""
    lines = [f"send('/notify', {{type: 'i', value: 1}}, {{type: 'i', value: 0}}, {{type: 'f', value: {_LEASE:g}}})"]
    renewal = f"setInterval('subscribe', () => {{ {lines[0]} }}, {_RENEW * 1000})"
    return "\n".join([*lines, renewal, *(f"send('{question}')" for question in questions)])


def _pattern(template: str, voice: int) -> str:
    """Return what asks for all of a row of one voice: more at once would keep the server from its sound."""
    for part in ("{d}", "{k}", "{c}"):
        template = template.replace(part, "*")
    return template.replace("{v}", str(voice))


def _tab(
    label: str,
    prefix: str,
    found: Sequence[tuple[str, Target]],
    space: Space,
    choices: Mapping[str, tuple[str, ...]],
    more: Mapping[str, Sequence[Widget]],
) -> Widget:
    """Make a tab of rows of groups, and a keyboard below them; `more` are widgets for some of the groups."""
    keyboard = [_keyboard(address, space) for address, target in found if target.row.name in ("note", "voice/note")]
    senders = [(target.row.name, widget) for address, target in found if (widget := _widget(address, target, choices))]
    groups: dict[str, list[Widget]] = {place: [] for row in _ROWS_OF_GROUPS for place in row}
    for place, widgets in more.items():
        groups[place] += widgets
    groups["latent pads"] += _pads(prefix, [widget for name, widget in senders if name == "voice/z"])
    for name, widget in senders:
        address = widget["address"]
        short = address.removeprefix(prefix)[1:]
        place = _PLACES.get(name, _OTHERS)
        if name == "voice/macro":
            short = space.principal.names[int(address.rpartition("/")[2]) - 1].replace("{", "(")
        groups[place].append(_captioned(short.removeprefix(f"{place}/").replace("/", " "), widget))
    rows = []
    for row, places in enumerate(_ROWS_OF_GROUPS, 1):
        full = [place for place in places if groups[place]]
        if full:
            weights = [_weight(groups[place]) for place in full]
            panels = [
                _group(f"{label} {place}", place, groups[place]) | {"width": f"{100.0 * weight / sum(weights):.2f}%"}
                for place, weight in zip(full, weights, strict=True)
            ]
            rows.append(_panel(f"{label} row {row}", "horizontal", panels, expand=True))
    return {"type": "tab", "id": label, "label": label, "layout": "vertical", "widgets": [*rows, *keyboard]}


def _weight(widgets: Sequence[Widget]) -> float:
    """Return how much of the width a group should have."""
    faders, pads = (sum(_holds(widget, kind) for widget in widgets) for kind in ("fader", "xy"))
    return max(3.0, faders, 1.5 * pads)


def _group(identity: str, heading: str, widgets: Sequence[Widget]) -> Widget:
    """Stack a heading, faders side by side, pads in rows, and others one below the other."""
    faders = [widget for widget in widgets if _holds(widget, "fader")]
    pads = [widget for widget in widgets if _holds(widget, "xy")]
    stacked = [_text(f"{identity} heading", heading)]
    stacked += [widget for widget in widgets if widget not in faders and widget not in pads]
    for row in (faders, pads[: (len(pads) + 1) // 2], pads[(len(pads) + 1) // 2 :]):
        if row:
            stacked.append(_panel(f"{row[0]['id']} row", "horizontal", row, expand=True))
    return _panel(identity, "vertical", stacked)


def _holds(cell: Widget, kind: str) -> bool:
    return any(widget["type"] == kind for widget in cell.get("widgets", ()))


def _panel(identity: str, layout: str, widgets: Sequence[Widget], **options: Any) -> Widget:
    return {
        "type": "panel",
        "id": identity,
        "layout": layout,
        "scroll": False,
        "innerPadding": False,
        "alphaStroke": 0,
        "padding": 2,
        "widgets": list(widgets),
    } | options


def _text(identity: str, words: str) -> Widget:
    return {
        "type": "text",
        "id": identity,
        "default": words,
        "height": 20,
        "padding": 0,
        "wrap": "soft",
        "css": "font-size: 80%",
        "bypass": True,
    }


def _captioned(caption: str, widget: Widget) -> Widget:
    """Give a widget a caption: in it where it has one of its own, else below it."""
    match widget["type"]:
        case "button":
            return widget | {"label": caption, "height": _LINE}
        case "dropdown":
            return widget | {"label": f"{caption}: %value", "height": _LINE}
    identity = widget["id"]
    below = _text(f"{identity} caption", caption)
    if widget["type"] == "input":
        return _panel(f"{identity} cell", "vertical", [widget | {"height": _LINE}, below], height=_LINE + 26)
    if widget["type"] == "fader":
        below |= {"height": 30}  # two lines
    return _panel(f"{identity} cell", "vertical", [widget | {"expand": True}, below], expand=True)


def _widget(address: str, target: Target, choices: Mapping[str, tuple[str, ...]]) -> Widget | None:
    """Make the widget that sends what an address takes, if there is one; arguments that can be left out are."""
    wanted = [parameter for parameter in target.parameters if parameter.default is None]
    common: Widget = {
        "id": address[1:],
        "address": address,
        "typeTags": "".join(parameter.type for parameter in wanted),
        "decimals": _DECIMALS,
    }
    match wanted:
        case []:
            return common | {"type": "button", "mode": "momentary"}
        case [Parameter(type="i", range=(0, 1))]:
            return common | {"type": "button", "mode": "toggle", "on": 1, "off": 0}
        case [Parameter(type="s") as word]:
            words = choices.get(word.name, word.choices)
            if words:
                return common | {"type": "dropdown", "values": list(words), "onValue": _asking(target, address)}
            return common | {"type": "input"}
        case [Parameter(type="f", range=(_, _)) as number]:
            return common | {"type": "fader", "range": _scale(number)}
        case [Parameter(type="f", name="x") as x, Parameter(type="f", name="y") as y]:
            return common | {"type": "xy", "rangeX": _scale(x), "rangeY": _scale(y), "snap": True, "pips": False}
    return None


def _asking(target: Target, address: str) -> str:
    """Write the script that asks where the voice is in the space, when it has gone to a point."""
    if target.row.name != "voice/at":
        return ""
    voice = address.rpartition("/")[0]
    return f"setTimeout(() => {{ send('{voice}/z/*'); send('{voice}/macro/*') }}, 100)"


def _scale(parameter: Parameter) -> dict[str, float]:
    """Return breakpoints of a range: fine where small differences are heard."""
    assert parameter.range is not None
    low, high = parameter.range
    if parameter.unit == "s":
        return {"min": low, "33%": 0.1, "66%": 1.0, "max": high}
    if parameter.unit == "dB" and low <= _SILENCE:
        return {"min": low, "25%": -40.0, "60%": -12.0, "85%": 0.0, "max": high}
    return {"min": low, "max": high}


def _keyboard(address: str, space: Space) -> Widget:
    low, high = round(space.pitch_low), round(space.pitch_high)
    start = max(low, min(36, high - _KEYS + 1))
    return {
        "type": "keyboard",
        "id": address[1:],
        "address": address,
        "typeTags": "ff",
        "height": 110,
        "start": start,
        "keys": min(_KEYS, high - start + 1),
        "on": _VELOCITY,
        "off": 0,
        "decimals": _DECIMALS,
    }


def _pads(prefix: str, faders: Sequence[Widget]) -> list[Widget]:
    """Make a pad for each pair of dimensions; it moves their faders, which send, and follows them."""
    pads = []
    for first in range(0, len(faders) - 1, 2):
        pair = faders[first : first + 2]
        names = [fader["id"] for fader in pair]
        identity = f"{prefix[1:]}/pad/{first + 1}"
        pad = {
            "type": "xy",
            "id": identity,
            "bypass": True,
            "rangeX": pair[0]["range"],
            "rangeY": pair[1]["range"],
            "pips": False,
            "snap": True,
            "decimals": _DECIMALS,
            "onValue": "; ".join(f"set('{name}', value[{axis}])" for axis, name in enumerate(names)),
        }
        both = ", ".join(f"get('{name}')" for name in names)
        for fader in pair:
            fader["onValue"] = f"set('{identity}', [{both}], {{send: false, script: false}})"
        pads.append(_captioned(f"{first + 1}, {first + 2}", pad))
    return pads


def _morph(prefix: str, points: Sequence[str]) -> list[Widget]:
    """Make the widgets of a journey between two points: from where, to where, how long, and the button to start it."""
    if not points:
        return []
    name = f"{prefix[1:]}/morph"
    start, end, seconds = f"{name} from", f"{name} to", f"{name} time"
    send = f"send('{prefix}/morph', get('{start}'), get('{end}'), {{type: 'f', value: get('{seconds}')}}, 'spherical')"
    return [
        _captioned("from", _silent("dropdown", start) | {"values": list(points), "default": points[0]}),
        _captioned("to", _silent("dropdown", end) | {"values": list(points), "default": points[-1]}),
        _captioned("go", _silent("button", f"{name} go") | {"mode": "tap", "onValue": send}),
        _captioned("seconds", _silent("fader", seconds) | {"range": {"min": 0.0, "max": 20.0}, "default": 4.0}),
    ]


def _silent(kind: str, identity: str) -> Widget:
    return {"type": kind, "id": identity, "bypass": True}


def _meters() -> list[Widget]:
    """Make the widgets that show the level, as the server tells it."""
    faders = [
        _captioned(
            side,
            _silent("fader", f"meter {side}")
            | {"design": "compact", "interaction": False, "range": {"min": -60.0, "max": 0.0}},
        )
        for side in ("left", "right")
    ]
    shown = "set('meter left', value[0]); set('meter right', value[1])"
    return [*faders, _silent("variable", "meter") | {"address": "/meter", "onValue": shown}]
