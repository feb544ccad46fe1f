"""The abstractions that have a face: menu and status."""

from patches.make_pd.patch import Patch, arranged
from patches.make_pd.widgets import ALARM, CHOSEN, GOOD, INK, PANEL, ROW, area, button, cut, entry, slider

ROWS, ROW_HEIGHT, MENU_WIDTH = 12, 16, 140  # of a menu
MENU_SIZE = MENU_WIDTH, 18 + ROWS * ROW_HEIGHT + 20
STATUS_SIZE = 420, 46
_REST = 200  # ms without a movement of the mouse, after which another row can be chosen


def menu() -> Patch:
    """Make timbre.menu: a list of names, of which one is clicked."""
    patch = Patch()
    left, top = 20, 20
    # What is clicked is a slider that lies below the rows.
    high = ROWS * ROW_HEIGHT
    area(patch, left, top, *MENU_SIZE, colour=PANEL)
    slider(
        patch,
        left,
        top + 18,
        MENU_WIDTH,
        high,
        0,
        high - 1,
        "$0-clicked",
        "$0-never",
        colour=PANEL,
        ink=PANEL,
        decor=True,
    )
    area(patch, left, top, MENU_WIDTH, 18, receive="$0-title", ink=INK)
    for line in range(ROWS):
        y = top + 18 + line * ROW_HEIGHT
        area(patch, left + 1, y, MENU_WIDTH - 2, ROW_HEIGHT - 1, colour=ROW, receive=f"$0-row-{line}", decor=False)
    foot = top + 18 + high + 2
    button(patch, left + 2, foot, "up", "$0-up", side=15)
    button(patch, left + 56, foot, "down", "$0-down", side=15)
    patch.face = left, top, *MENU_SIZE

    for inner in (_names(), _rows(), _click(high)):
        patch.subpatch(inner)
    ends = {node.text: node for node in patch.nodes}
    route = patch.object("inlet") >> "route names choose title"
    patch.object("r $2-in") >> route
    route >> ends["pd names"]
    chosen = route[1] >> "list" >> "route symbol" >> "t b s"
    chosen[1] >> "s $0-chosen"
    chosen >> "s $0-draw"
    title = patch.object("loadbang") >> "list append $1" >> "route symbol" >> "msg label $1"
    route[2] >> "list" >> title
    title >> "s $0-title"
    told = ends["pd click"] >> "t s s"
    told >> "outlet"
    told[1] >> "s $2-out"
    return arranged(patch, left=MENU_WIDTH + 60)


def _names() -> Patch:
    """Make what keeps the names, and which of them stands in the first row."""
    patch = Patch(name="names")
    names = patch.object("inlet") >> "t b a a a"
    names[3] >> "list length" >> f"- {ROWS}" >> "max 0" >> "s $0-last"
    names[2] >> "s $0-shown"
    names[1] >> "s $0-known"
    first = names[0] >> "msg 0"
    step = patch.object("r $0-up") >> f"msg -{ROWS - 2}" >> "+ 0"
    patch.object("r $0-down") >> f"msg {ROWS - 2}" >> step
    limit = step >> "max 0" >> "min 0"
    patch.object("r $0-last") >> limit[1]
    place = limit >> "t b f f"
    first >> place
    place[2] >> step[1]
    place[1] >> "s $0-first"
    place[0] >> "s $0-draw"
    return arranged(patch, "The names, and which of them stands in the first row: up and down, never beyond the ends.")


def _rows() -> Patch:
    """Make what draws the rows."""
    patch = Patch(name="rows")
    count = patch.object("r $0-draw") >> "t b b"
    counter = count[0] >> f"msg {ROWS}" >> "until" >> "f 0"
    count[1] >> "msg 0" >> counter[1]
    row = counter >> "t f f f"
    row[2] >> "+ 1" >> counter[1]
    where = row[1] >> "list prepend $0"
    index = row[0] >> "+ 0"
    patch.object("r $0-first") >> index[1]
    store = index >> "msg get $1 1" >> "list store"
    patch.object("r $0-shown") >> store[1]
    name = store >> "t a a"
    same = name[1] >> "route symbol" >> "select -"
    patch.object("r $0-chosen") >> same[1]
    light = same[0] >> "list append"
    plain = same[1] >> "t b" >> "list append"
    text = cut(name[0], MENU_WIDTH - 8) >> "list prepend"
    blank = store[1] >> "t b b"
    empty = blank[0] >> "list append"
    blank[1] >> plain
    for target in (light, plain, text, empty):
        where >> target[1]
    light >> f"msg ; $1-row-$2 color {CHOSEN} {INK} {INK}"
    plain >> f"msg ; $1-row-$2 color {ROW} {INK} {INK}"
    text >> "msg ; $1-row-$2 label $3"
    empty >> "msg ; $1-row-$2 label empty"
    return arranged(patch, "Draws the rows, one after the other: the name, and whether it is the one chosen.")


def _click(high: int) -> Patch:
    """Make what finds the name of a click, at its height from the bottom, once for each press."""
    patch = Patch(name="click")
    click = patch.object("r $0-clicked") >> f"- {high - 1}" >> "* -1" >> f"div {ROW_HEIGHT}" >> "t b f b"
    # A hand that slips to the next row has not chosen that, too.
    once = click[1] >> "spigot 1"
    click[2] >> f"delay {_REST}" >> "msg 1" >> once[1]
    click[0] >> "msg 0" >> once[1]
    found = once >> "+ 0"
    patch.object("r $0-first") >> found[1]
    known = found >> "msg get $1 1" >> "list store"
    patch.object("r $0-known") >> known[1]
    told = known >> "route symbol" >> "t s b s"
    told[2] >> "s $0-chosen"
    told[1] >> "s $0-draw"
    told[0] >> "outlet"
    return arranged(patch, "A click falls on the slider below the rows: its height tells the row, once for each press.")


def status() -> Patch:
    """Make timbre.status: the light, the figures, and everything that the server tells its subscribers."""
    patch = Patch()
    left, top = 20, 20
    area(patch, left, top, *STATUS_SIZE)
    area(patch, left + 8, top + 8, 30, 30, colour=ALARM, receive="$0-light")
    area(patch, left + 44, top + 2, 150, 20, "no server", receive="$0-state", decor=False)
    area(patch, left + 44, top + 23, 150, 20, receive="$0-space", decor=False)
    for column, (name, digits) in enumerate((("load %", 3), ("latency", 4), ("missed", 4))):
        entry(patch, left + 200 + column * 72, top + 22, digits, 0, 0, "empty", f"$0-figure-{column}", above=name)
    patch.face = left, top, *STATUS_SIZE

    # Who it talks to: the arguments, or what it is told; all others follow.
    route = patch.object("inlet") >> "route connect"
    given = patch.object("loadbang") >> "list append $1 $2" >> "route 0"
    told = route >> "list" >> "t a a b"
    given[1] >> told
    gate = patch.object("r timbre.who") >> "spigot"
    told[2] >> "msg 1" >> gate[1]
    kept = gate >> "list append"
    told[1] >> kept[1]
    connect = told[0] >> "s timbre.connect"
    kept >> connect

    # It is there as long as it answers.
    start = patch.object("loadbang") >> "t b b"
    server = start[1] >> "metro 500" >> "msg /ping" >> "timbre.osc"
    route_in = server >> "route ping"
    alive = route_in >> "t b b"
    state = alive[1] >> "delay 1700" >> "msg 0" >> "change"
    alive >> "msg 1" >> state
    both = state >> "t f f f"
    both[0] >> "outlet"
    both[1] >> "s timbre.up"
    light = both[2] >> "sel 1 0"
    on = light >> "t b b"
    on[1] >> f"msg color {GOOD} {INK} {INK}" >> "s $0-light"
    off = light[1] >> "t b b"
    off[1] >> f"msg color {ALARM} {INK} {INK}" >> "s $0-light"
    off >> "msg label no\\ server" >> "s $0-state"
    renew = on >> "t b b"
    renew[1] >> "metro 5000" >> "msg /notify 1 0 15" >> server
    asking = renew >> "metro 1000"
    asking >> "msg /status" >> server
    never = off >> "msg 0"
    never >> asking

    # The figures, and all that the server tells.
    told = route_in[1] >> "t a a a"
    told >> "outlet"
    told[2] >> "route event" >> "route space" >> "t b" >> "s timbre.space"
    figures = told[1] >> "route status.reply" >> "list" >> "unpack s f f f f f f f f f f f s"
    cut(figures, 144) >> "msg label $1" >> "s $0-state"
    figures[2] >> "* 100" >> "s $0-figure-0"
    figures[10] >> "s $0-figure-1"
    figures[6] >> "s $0-figure-2"
    cut(figures[12], 144) >> "msg label $1" >> "s $0-space"
    return arranged(patch, left=STATUS_SIZE[0] + 60)
