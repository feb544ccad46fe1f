"""The abstractions that have a face, which a [bpatcher] shows: plane and status."""

from patches.make_max.abstractions import named
from patches.make_max.layout import arranged
from patches.make_max.looks import ACCENT, ALARM, GOOD, PANEL, QUIET, ROW, area, menu, number, words
from patches.make_max.patch import INK, Patch

PLANE_SIZE = 240, 268
STATUS_SIZE = 420, 46
NODE = 0.2  # radius of the circles that show the corners, and how far inside of the field they stand
_FIGURES = (("load %", 2, 1), ("latency ms", 10, 1), ("missed", 6, 0))  # of /status.reply: where, how many digits


def plane() -> Patch:
    """Make timbre.plane: a knob between four corners, and a menu of points for each."""
    patch = Patch(*PLANE_SIZE, presented=True, description="A plane between four points: drag the knob")
    area(patch, (0, 0, *PLANE_SIZE))
    field = patch.face(
        "nodes",
        (8, 8, 224, 196),
        nodenumber=4,
        nodesnames=["1", "2", "3", "4"],
        xplace=[NODE, 1 - NODE, NODE, 1 - NODE],
        yplace=[NODE / 2, NODE / 2, 1 - NODE / 2, 1 - NODE / 2],
        nsize=[NODE] * 4,
        displayknob=1,  # a circle
        mousemode=2,  # the mouse moves the knob alone
        knobsize=16.0,
        bgcolor=ROW,
        bordercolor=PANEL,
        knobcolor=ACCENT,
        knobbordercolor=INK,
        nodecolor=[*ACCENT[:3], 0.3],
        pointcolor=QUIET,
        textcolor=INK,
        fontsize=11.0,
    )
    route = (
        patch.object("inlet 0.9 0.1, show 0.5 0.5, corner 1 Tuba, ask, voice 1") >> "route list voice corner show ask"
    )
    route >> field

    # When the knob has moved, it is asked where it is; when it is only to be shown, it is not.
    passed = patch.object("gate 1 1")
    field >> passed[1]
    passed >> "t b" >> "msg getxy" >> field
    # Two numbers answer, with a word before them or without: Max's reference does not say.
    answer = field[1] >> "route xy list"
    pair = answer[0] >> "t l l"
    answer[1] >> pair
    two = patch.object("gate")
    pair[1] >> "zl.len" >> "== 2" >> two
    pair[0] >> two[1]
    place = two >> "t l l"
    show = route[3] >> "t b l b"
    show[2] >> "msg 0" >> passed
    show[1] >> field
    show[0] >> "msg 1" >> passed
    sender = place[1] >> "prepend xy" >> "timbre.voice"
    spoken = patch.object("patcherargs 1") >> "prepend voice"
    route[1] >> spoken
    spoken >> sender
    place[0] >> "outlet across and up, 0 to 1"

    # A corner is set, and asked for: its name is what the server answers.
    corner = route[2] >> "t l"
    parts = corner >> "zl.slice 1"
    address = parts >> "sprintf symout /plane/corner/%ld" >> "t l l"
    setting = address[1] >> "zl.join"
    parts[1] >> setting[1]
    server = setting >> "timbre.osc 0 1"
    address[0] >> server
    ask = patch.object("r timbre.up") >> "sel 1" >> "t b b b"
    patch.object("loadbang") >> "delay 200" >> ask
    route[4] >> "t b" >> ask
    ask[2] >> "msg /anchor/list" >> server
    ask[1] >> "msg /preset/list" >> server
    ask[0] >> "msg /plane/corner/1, /plane/corner/2, /plane/corner/3, /plane/corner/4" >> server
    answers = patch.object("route anchor preset plane fail")
    for outlet in named(server):
        outlet >> answers
    anchors = (answers >> "route names" >> "route bang")[1] >> "t l b"
    stored = answers[1] >> "route names store delete"
    again = stored[1] >> "t b"
    stored[2] >> again
    again >> "delay 300" >> ask
    each = (stored >> "route bang")[1] >> "zl.iter 1 @zlmaxsize 2048"  # a bang, where there are none
    anchors[0] >> each
    items = each >> "prepend append"
    clear = anchors[1] >> "msg clear"
    names = answers[2] >> "route corner" >> "route 1 2 3 4"
    for number_ in range(4):
        column, line = number_ % 2, number_ // 2
        left, top = 8 + 114 * column, 212 + 26 * line
        words(patch, (left, top, 18, 20), str(number_ + 1))
        choice = menu(patch, (left + 18, top, 92, 22))
        clear >> choice
        items >> choice
        choice[1] >> "tosymbol" >> f"msg {number_ + 1} $1" >> corner
        told = names[number_] >> "t l l"
        told[1] >> "prepend setsymbol" >> choice
        told[0] >> f"prepend setnodename {number_ + 1}" >> field
    last = answers[3] >> "prepend fail" >> "outlet what is refused"
    sender[1] >> last
    return arranged(patch, "The menus name the corners; where each of them is, the names in the field show.")


def status() -> Patch:
    """Make timbre.status: the light, the figures, and everything that the server tells its subscribers."""
    patch = Patch(*STATUS_SIZE, presented=True, description="The light: is rt-timbre there, and how does it do")
    area(patch, (0, 0, *STATUS_SIZE))
    light = patch.face("led", (8, 8, 30, 30), oncolor=GOOD, offcolor=ALARM, ignoreclick=1)
    state = words(patch, (44, 3, 150, 20), "no server")
    space = words(patch, (44, 23, 150, 20), " ")

    # Who it talks to: the arguments, or what it is told; all others follow.
    route = patch.object("inlet connect HOST PORT") >> "route connect"
    given = (
        patch.object("patcherargs 0 0") >> "route 0"
    )  # what #1 is in a [bpatcher] without arguments, Max leaves open
    ends = given[1] >> "unpack s i"
    route >> ends
    pair = patch.object("pack 127.0.0.1 57130")
    port = ends[1] >> "sel 0"
    port >> "msg 57130" >> pair[1]
    port[1] >> pair[1]
    ends >> pair
    told = pair >> "t l l b"
    asked = patch.object("gate")
    patch.object("r timbre.who") >> asked[1]
    told[2] >> "msg 1" >> asked
    kept = asked >> "zl.reg"
    told[1] >> kept[1]
    connect = told[0] >> "s timbre.connect"
    kept >> connect

    # It is there as long as it answers.
    server = patch.object("loadmess 1") >> "metro 500" >> "msg /ping" >> "timbre.osc 0 1"
    heard = server >> "route ping"
    alive = heard >> "t b b"
    wait = alive[1] >> "delay 1700"
    there = wait >> "msg 0" >> "change"
    alive[0] >> "msg 1" >> there
    both = there >> "t i i i"
    both[2] >> light
    both[1] >> "s timbre.up"
    both[0] >> "outlet 1 when the server answers, 0 when it stops"
    ends = both[2] >> "sel 0"
    ends >> "msg set no server" >> state
    asking = both[2] >> "metro 1000"
    asking >> "msg /status" >> server

    # The figures, and all that the server tells.
    told = heard[1] >> "t l l"
    told[0] >> "outlet what the server tells"
    figures = told[1] >> "route status.reply" >> "unpack s 0 0. 0. 0. 0. 0 0 0 0. 0. 0. s"
    figures >> "prepend set" >> state
    figures[12] >> "prepend set" >> space
    for column, (name, place, digits) in enumerate(_FIGURES):
        left = 200 + column * 72
        words(patch, (left, 3, 70, 18), name, 11)
        shown = number(patch, (left + 2, 22, 62, 20), None, None, digits)
        (figures[place] >> "* 100." if place == 2 else figures[place]) >> shown
    return arranged(patch, "All timbre objects follow where this one connects.")
