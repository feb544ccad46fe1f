"""The abstractions: what a patch of one's own is made of."""

from patches.make_pd.patch import Node, Patch, Port, arranged
from patches.make_pd.widgets import ALARM, CHOSEN, GOOD, INK, PANEL, ROW, area, button, entry, slider

ROWS, ROW_HEIGHT, MENU_WIDTH = 12, 16, 140  # of a menu
MENU_SIZE = MENU_WIDTH, 18 + ROWS * ROW_HEIGHT + 20
PLANE = 200  # pixels: width and height of the field
PLANE_SIZE = PLANE + 40, PLANE + 76
STATUS_SIZE = 420, 46
_GRIP = 6  # pixels around a corner of the puck where Pd takes hold of it


def osc() -> Patch:
    """Make timbre.osc: messages with an address out, answers in."""
    patch = Patch()
    route = patch.object("inlet") >> "route connect"
    place = patch.object("r timbre.connect")
    both = route[1] >> "list" >> "t a a"
    form = both[0] >> "list split 1"
    address = both[1] >> "list split 1" >> "msg set $1"
    start = patch.object("loadbang") >> "t b b"
    default = start[1] >> "msg 127.0.0.1 57130"
    anew = place >> "t a b"
    route >> anew
    default >> anew
    oscformat = form[1] >> "oscformat"
    address >> oscformat
    connect = anew[0] >> "list prepend connect" >> "list trim"
    disconnect = anew[1] >> "msg disconnect"
    start[0] >> "s timbre.who"
    netsend = oscformat >> "netsend -u -b"
    connect >> netsend
    disconnect >> netsend
    # [oscparse] gives the numbers in an address as words: those of voices, dimensions, axes and corners become numbers.
    heard = netsend[1] >> "oscparse" >> "list trim" >> "route voice plane"
    voice = _numbered(heard[0])
    voice_of = voice[1] >> "list append"
    rest = voice[0] >> "list trim" >> "route macro z"
    whole = rest[2] >> "list prepend"
    for outlet, name in enumerate(("macro", "z")):
        part = _numbered(rest[outlet])
        joined = part[0] >> "list prepend"
        part[1] >> joined[1]
        joined >> f"list prepend {name}" >> whole
    voice_of >> whole[1]
    corner = _numbered(heard[1] >> "list trim" >> "route corner")
    placed = corner[0] >> "list prepend"
    corner[1] >> placed[1]
    out = whole >> "list prepend voice" >> "list trim" >> "outlet"
    placed >> "list prepend plane corner" >> "list trim" >> out
    heard[2] >> out
    return arranged(patch)


def _numbered(port: Port | Node) -> tuple[Port, Port]:
    """Divide a list into its first word, as a number, and the rest; return the outlets of the rest and the number."""
    both = port >> "t a a"
    number = both[1] >> "list split 1" >> "fudiformat" >> "fudiparse"
    rest = both[0] >> "list split 1"
    return rest[1], number[0]


def _answers(patch: Patch, voice: Node) -> Port:
    """Give what is refused or done to the last outlet; return the answers of the voice, without its number."""
    route = voice >> "route voice fail done"
    split = route >> "list split 1"
    failed = route[1] >> "list prepend fail" >> "list trim"
    done = route[2] >> "list prepend done" >> "list trim"
    trim = split[1] >> "list trim" >> "outlet"
    last = failed >> "outlet"
    done >> last
    return trim[0]


def voice() -> Patch:
    """Make timbre.voice: messages named as what follows /voice/{v}/ in the table."""
    patch = Patch()
    route = patch.object("inlet") >> "route voice midi list"
    number = patch.object("loadbang") >> "list append $1" >> "route 0"
    first = number >> "msg 1"
    pitch = route[1] >> "unpack f f"
    share = pitch[1] >> "/ 127"
    pair = pitch >> "pack f f"
    share >> pair[1]
    note = route[2] >> "list prepend note"
    pair >> note
    message = note >> "list trim" >> "list"
    route[3] >> message
    both = message >> "t a a"
    rest = both[0] >> "list split 1"
    name = both[1] >> "list split 1" >> "list append 1"
    for chosen in (route[0], first[0], number[1]):
        chosen >> name[1]
    address = name >> "msg symbol /voice/$2/$1"
    whole = rest[1] >> "list prepend"
    address >> whole[1]
    _answers(patch, whole >> "list trim" >> "timbre.osc")
    return arranged(patch)


def morph() -> Patch:
    """Make timbre.morph: there and back between two points."""
    patch = Patch()
    route = patch.object("inlet") >> "route bang float back from to time curve"
    start = patch.object("loadbang") >> "t b b b b"
    argument = [start[i] >> f"list append ${i + 2}" for i in range(4)]
    go = route[0] >> "t b b"
    back = route[2] >> "t b b"
    # A journey is gathered from the right: curve, time, where to, where from.
    there = go[1] >> "t b b b b"
    home = back[1] >> "t b b b b"
    # A single word comes as a message of that name; as a list of one it is a symbol.
    points = [argument[number] >> "route symbol" for number in range(2)]
    for number in range(2):
        route[3 + number] >> "list" >> points[number]
    curve = argument[3] >> "route symbol"
    route[6] >> "list" >> curve
    origin = there[0] >> "symbol"
    goal = there[1] >> "symbol"
    points[0] >> origin[1]
    points[1] >> goal[1]
    origin_back = home[1] >> "symbol"
    goal_back = home[0] >> "symbol"
    points[0] >> origin_back[1]
    points[1] >> goal_back[1]
    time = there[2] >> "f"
    home[2] >> time
    argument[2] >> time[1]
    route[5] >> time[1]
    named = there[3] >> "symbol linear"
    home[3] >> named
    curve >> named[1]
    journey = origin >> "pack s s f s"
    goal_back >> journey
    goal >> journey[1]
    origin_back >> journey[1]
    time >> journey[2]
    named >> journey[3]
    whole = journey >> "list prepend morph" >> "list trim"
    # While it travels, the position is asked for.
    gate = go[0] >> "t b b"
    back[0] >> gate
    on = gate[0] >> "msg 1"
    length = gate[1] >> "f"
    argument[2] >> length[1]
    route[5] >> length[1]
    wait = length >> "* 1000" >> "+ 200" >> "delay"
    metro = on >> "metro 50"
    wait >> "msg 0" >> metro
    question = metro >> "msg scrub"
    position = route[1] >> "msg scrub $1"
    sender = whole >> "timbre.voice $1"
    question >> sender
    position >> sender
    route[7] >> sender
    sender >> "route scrub" >> "outlet"
    sender[1] >> "outlet"
    return arranged(patch)


def descriptor() -> Patch:
    """Make timbre.descriptor: targets of a sound's descriptors."""
    patch = Patch()
    route = patch.object("inlet") >> "route float voice"
    message = route[2] >> "list" >> "t a a"
    own = route[0] >> "list prepend $2" >> "list trim" >> "list"
    own >> message
    named = route[1] >> "list prepend voice" >> "list trim"
    rest = message[0] >> "list split 1"
    address = message[1] >> "list split 1" >> "msg symbol descriptor/$1"
    whole = rest[1] >> "list prepend"
    address >> whole[1]
    sender = whole >> "list trim" >> "timbre.voice $1"
    named >> sender
    sender >> "route descriptor" >> "list trim" >> "outlet"
    sender[1] >> "outlet"
    return arranged(patch)


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

    # The logic: names come in, the first row shown goes up and down, a click finds its name.
    route = patch.object("inlet") >> "route names choose title"
    patch.object("r $2-in") >> route
    names = route >> "t b a a a"
    chosen = route[1] >> "list" >> "route symbol" >> "t b s"
    title = patch.object("loadbang") >> "list append $1" >> "route symbol" >> "msg label $1"
    route[2] >> "list" >> title
    title >> "s $0-title"
    up = patch.object("r $0-up") >> f"msg -{ROWS - 2}"
    down = patch.object("r $0-down") >> f"msg {ROWS - 2}"
    step = up >> "+ 0"
    down >> step
    names[3] >> "list length" >> f"- {ROWS}" >> "max 0" >> "s $0-last"
    first = names[0] >> "msg 0"
    limit = step >> "max 0" >> "min 0"
    patch.object("r $0-last") >> limit[1]
    place = limit >> "t b f f"
    first >> place
    place[2] >> step[1]
    place[1] >> "s $0-first"
    draw = place[0] >> "s $0-draw"
    chosen[0] >> draw
    names[2] >> "s $0-shown"
    names[1] >> "s $0-known"
    chosen[1] >> "s $0-chosen"

    # Draw the rows, one after the other.
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
    text = name[0] >> "list prepend"
    blank = store[1] >> "t b b"
    empty = blank[0] >> "list append"
    blank[1] >> plain
    for target in (light, plain, text, empty):
        where >> target[1]
    light >> f"msg ; $1-row-$2 color {CHOSEN} {INK} {INK}"
    plain >> f"msg ; $1-row-$2 color {ROW} {INK} {INK}"
    text >> "msg ; $1-row-$2 label $3"
    empty >> "msg ; $1-row-$2 label empty"

    # A click, at its height from the bottom, once for each press.
    click = patch.object("r $0-clicked") >> f"- {high - 1}" >> "* -1" >> f"div {ROW_HEIGHT}" >> "t f b"
    again = click >> "change -1"
    click[1] >> "delay 300" >> "msg set -1" >> again
    found = again >> "+ 0"
    patch.object("r $0-first") >> found[1]
    known = found >> "msg get $1 1" >> "list store"
    patch.object("r $0-known") >> known[1]
    told = known >> "route symbol" >> "t s s b"
    told[1] >> "s $0-chosen"
    drawn = told[0] >> "t s b"
    drawn[1] >> "s $0-draw"
    told_on = drawn[0] >> "t s s"
    told_on >> "outlet"
    told_on[1] >> "s $2-out"
    return arranged(patch, left=MENU_WIDTH + 60)


def plane() -> Patch:
    """Make timbre.plane: a puck between four corners."""
    patch = Patch()
    left, top = 20, 20
    area(patch, left, top, *PLANE_SIZE)
    field = Patch(name="$0-field", width=PLANE, height=PLANE, face=(0, 0, PLANE, PLANE), units=(0, 0, PLANE, PLANE))
    x, y = left + 20, top + 38
    area(patch, x - 8, y - 8, PLANE + 16, PLANE + 16, colour=ROW)
    for fraction in (0.25, 0.5, 0.75):
        area(patch, x + int(PLANE * fraction), y - 8, 1, PLANE + 16, colour=PANEL)
        area(patch, x - 8, y + int(PLANE * fraction), PLANE + 16, 1, colour=PANEL)
    patch.subpatch(field, x, y)
    # Corner 1 is at (0, 0), below on the left; 3 above it.
    for corner in range(4):
        column, line = corner % 2, 1 - corner // 2
        button(
            patch,
            left + 6 + column * 118,
            top + 6 + line * (PLANE + 48),
            "",
            f"$0-corner-{corner + 1}",
            receive=f"$0-name-{corner + 1}",
            room=90,
            size=10,
        )
    patch.face = left, top, *PLANE_SIZE

    route = patch.object("inlet") >> "route list voice corner"
    patch.object("r $2-in") >> route
    # The puck: its place in pixels from above on the left.
    puck = Patch(name="puck")
    puck.object("struct $0-puck float across float down") >> "outlet"
    low, high = f"(0:{PLANE})(-{_GRIP}:{PLANE - _GRIP})", f"(0:{PLANE})({_GRIP}:{PLANE + _GRIP})"
    corners = " ".join(f"across{h} down{v}" for h, v in ((low, low), (high, low), (high, high), (low, high)))
    puck.object(f"filledpolygon 369 136 2 {corners}")
    changed = patch.subpatch(arranged(puck))
    changed.width = 70
    dragged = changed >> "route change" >> "get $0-puck across down"
    pair = dragged >> "pack f f"
    dragged[1] >> pair[1]
    shares = pair >> f"expr $f1 / {PLANE}; 1 - $f2 / {PLANE}"
    place = shares >> "pack f f"
    shares[1] >> place[1]
    place >> "s $0-moved"

    # A place that comes in moves the puck, within the field.
    coming = route >> "list" >> "t a a"
    ends = coming[1] >> "unpack f f"
    across = ends >> "clip 0 1" >> f"* {PLANE}"
    down = ends[1] >> "clip 0 1" >> "* -1" >> "+ 1" >> f"* {PLANE}"
    setter = across >> "set $0-puck across down"
    down >> setter[1]
    coming[0] >> "s $0-moved"

    # The puck is made when the patch is opened.
    start = patch.object("loadbang") >> "t b b"
    find = start[1] >> "f $0" >> "msg traverse pd-$1-field, bang" >> "pointer"
    middle = start[0] >> f"msg {PLANE // 2}" >> "t f f"
    made = middle >> "append $0-puck across down"
    middle[1] >> made[1]
    find >> made[2]
    made >> "pointer" >> setter[2]

    # Moves go to the voice.
    moved = patch.object("r $0-moved") >> "t a a"
    sender = moved[1] >> "list prepend xy" >> "list trim" >> "timbre.voice $1"
    route[1] >> "list prepend voice" >> "list trim" >> sender
    out = moved[0] >> "t a a"
    out >> "outlet"
    out[1] >> "s $2-out"

    # A corner that is clicked is set to the next of the points that the server names; then the server is asked.
    points = patch.object("r $0-points") >> "t a a"
    length = points[1] >> "list length" >> "t f f f f"
    texts = []
    for number in range(1, 5):
        count = patch.object(f"r $0-corner-{number}") >> f"f {3 * number}"
        index = count >> "+ 1" >> "mod 1"
        length[number - 1] >> index[1]
        both = index >> "t f f"
        both[1] >> count[1]
        store = both >> "msg get $1 1" >> "list store"
        points >> store[1]
        texts.append(store >> f"list prepend {number}")
    chosen = texts[0] >> "list" >> "t a a"
    for text in texts[1:]:
        text >> chosen
    route[2] >> chosen
    server = chosen[1] >> "msg /plane/corner/$1 $2" >> "timbre.osc"
    chosen >> "msg /plane/corner/$1" >> server
    up = patch.object("r timbre.up") >> "sel 1" >> "t b b"
    up[1] >> "msg /anchor/list" >> server
    up >> "msg /plane/corner/1, /plane/corner/2, /plane/corner/3, /plane/corner/4" >> server
    asked = patch.object("loadbang") >> "delay 100"
    asked >> up
    answers = server >> "route anchor plane fail"
    answers >> "s $0-points"
    answers[1] >> "route corner" >> "list prepend $0" >> "msg ; $1-name-$2 label $3"
    refused = answers[2] >> "list prepend fail" >> "list trim" >> "outlet"
    sender[1] >> refused
    return arranged(patch, left=PLANE + 100)


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
    told = route_in[1] >> "t a a"
    told >> "outlet"
    figures = told[1] >> "route status.reply" >> "list" >> "unpack s f f f f f f f f f f f s"
    figures >> "msg label $1" >> "s $0-state"
    figures[2] >> "* 100" >> "s $0-figure-0"
    figures[10] >> "s $0-figure-1"
    figures[6] >> "s $0-figure-2"
    figures[12] >> "msg label $1" >> "s $0-space"
    return arranged(patch, left=STATUS_SIZE[0] + 60)


def everything() -> dict[str, Patch]:
    """Make all abstractions, by their names."""
    makers = {"osc": osc, "voice": voice, "morph": morph, "descriptor": descriptor, "menu": menu, "plane": plane}
    return {f"timbre.{name}": make() for name, make in (makers | {"status": status}).items()}
