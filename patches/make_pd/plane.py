"""timbre.plane: a puck between four corners, on a field that can be pressed anywhere."""

from patches.make_pd.patch import Patch, arranged
from patches.make_pd.widgets import ROW, area, button, cut

PLANE = 200  # pixels: width and height of the field
PLANE_SIZE = PLANE + 40, PLANE + 76
_NAME_WIDTH = 90  # of the names of the corners
_GRIP = 6  # pixels around a corner of the puck where Pd takes hold of it
_MARGIN = 8  # pixels of the field around the places that the puck can have
_FIRST, _STRIPES = 1 - _MARGIN, PLANE // 2 + _MARGIN - 1  # stripes of two pixels, within the field's frame


def plane() -> Patch:
    """Make timbre.plane: a puck between four corners."""
    patch = Patch()
    left, top = 20, 20
    area(patch, left, top, *PLANE_SIZE)
    side, far = PLANE + 2 * _MARGIN, PLANE + _MARGIN
    units = (-_MARGIN, -_MARGIN, far, far)
    field = Patch(name="$0-field", width=side, height=side, face=(0, 0, side, side), units=units)
    x, y = left + 20 - _MARGIN, top + 38 - _MARGIN
    area(patch, x, y, side, side, colour=ROW)
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
            room=_NAME_WIDTH,
            size=10,
        )
    patch.face = left, top, *PLANE_SIZE

    route = patch.object("inlet") >> "route list voice corner show ask"
    patch.object("r $2-in") >> route
    route[3] >> "list" >> "s $0-show"
    route[4] >> "s $0-ask"
    moved = route >> "list" >> patch.subpatch(_puck())
    both = moved >> "t a a a"
    sender = both[2] >> "list prepend xy" >> "list trim" >> "timbre.voice $1"
    route[1] >> "list prepend voice" >> "list trim" >> sender
    both[1] >> "s $2-out"
    both[0] >> "outlet"
    corners = route[2] >> patch.subpatch(_corners())
    refused = corners >> "outlet"
    sender[1] >> refused
    return arranged(patch, left=PLANE + 100)


def _puck() -> Patch:
    """Make the puck: it jumps to where the field is pressed, and follows the mouse; its place is kept in pixels."""
    patch = Patch(name="puck")
    low, high = f"(0:{PLANE})(-{_GRIP}:{PLANE - _GRIP})", f"(0:{PLANE})({_GRIP}:{PLANE + _GRIP})"
    corners = " ".join(f"across{h} down{v}" for h, v in ((low, low), (high, low), (high, high), (low, high)))
    dragged = patch.object("struct $0-puck float across float down") >> "route change" >> "get $0-puck across down"
    patch.object(f"filledpolygon 369 136 2 {corners}")
    # Where the window is zoomed, the corners are too far from the mouse: it takes hold of the middle.
    dots = f"(0:{PLANE})(0:{PLANE})", f"(0:{PLANE})(1:{PLANE + 1})"
    patch.object(f"drawpolygon 136 1 {' '.join(f'across{end} down{end}' for end in dots)}")
    left = dragged >> f"/ {PLANE}"
    above = dragged[1] >> f"/ {PLANE}" >> "* -1" >> "+ 1"
    place = left >> "pack f f"
    above >> place[1]

    # A place that comes in moves the puck, within the field; so does a press.
    pressed = patch.object("r $0-pressed")
    coming = patch.object("inlet") >> "t a a"
    pressed >> coming
    ends = coming[1] >> "unpack f f"
    patch.object("r $0-show") >> ends
    across = ends >> "clip 0 1" >> f"* {PLANE}"
    down = ends[1] >> "clip 0 1" >> "* -1" >> "+ 1" >> f"* {PLANE}"
    setter = across >> "set $0-puck across down"
    down >> setter[1]
    out = coming >> "outlet"
    place >> out

    # All that the field has in it is made when the patch is opened, from below to above.
    start = patch.object("loadbang") >> "t b b b b b"
    columns = start[3] >> f"msg {_STRIPES}" >> "until" >> f"f {_FIRST}"
    lines = start[2] >> f"msg {_STRIPES}" >> "until" >> f"f {_FIRST}"
    find = start[4] >> "list append $0" >> "msg traverse pd-$1-field, bang" >> "pointer"
    last = find
    for count, kind in ((columns, "column"), (lines, "line")):
        both = count >> "t f f"
        both[1] >> "+ 2" >> count[1]
        made = both >> f"append $0-{kind} at"
        last >> made[1]
        last = made
    grid = start[1] >> "msg 1" >> "append $0-grid size"
    last >> grid[1]
    middle = start[0] >> f"msg {PLANE // 2}" >> "t f f"
    puck = middle >> "append $0-puck across down"
    middle[1] >> puck[1]
    grid >> puck[2]
    puck >> "pointer" >> setter[2]
    for inner in (_stripes("column"), _stripes("line"), _grid()):
        patch.subpatch(inner)
    text = "The puck is data that is drawn. Below it lie stripes: each tells when it is pressed, and so where."
    return arranged(patch, text)


def _stripes(kind: str) -> Patch:
    """Make the columns or the lines that cover the field. A press tells all of those below the mouse, then the puck.

    Pd asks what is drawn in a field one after the other whether it was hit, in the order in which it was made: when the
    puck is asked, it has jumped there already, and is taken hold of.
    """
    patch = Patch(name=f"{kind}s")
    last = _FIRST + 2 * (_STRIPES - 1)
    ends = f"at({_FIRST}:{last})({_FIRST}:{last})", f"at({_FIRST}:{last})({_FIRST + 2}:{last + 2})"
    side = str(_FIRST), str(last + 2)
    corners = zip(ends, side, strict=True) if kind == "column" else zip(side, ends, strict=True)
    press = patch.object(f"struct $0-{kind} float at") >> "route click" >> f"get $0-{kind} at"
    # They are to be felt, not seen.
    patch.object(f"drawpolygon -xv 999 1 {' '.join(end for corner in corners for end in corner)}")
    share = press >> f"/ {PLANE}" >> "clip 0 1"
    if kind == "column":
        share >> "s $0-across"
    else:
        both = share >> "* -1" >> "+ 1" >> "t b f"
        across = both[0] >> "f"
        patch.object("r $0-across") >> across[1]
        place = across >> "pack f f"
        both[1] >> place[1]
        place >> "s $0-pressed"
    return arranged(patch)


def _grid() -> Patch:
    """Make the lines of quarters."""
    patch = Patch(name="grid")
    patch.object("struct $0-grid float size")
    for place in (PLANE // 4, PLANE // 2, 3 * PLANE // 4):
        patch.object(f"drawpolygon 777 1 {place} {_FIRST} {place} {PLANE - _FIRST}")
        patch.object(f"drawpolygon 777 1 {_FIRST} {place} {PLANE - _FIRST} {place}")
    return arranged(patch)


def _corners() -> Patch:
    """Make the corners: one that is clicked is set to the next of the points, and then the server is asked."""
    patch = Patch(name="corners")
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
    chosen = texts[0] >> "t a"
    for text in texts[1:]:
        text >> chosen
    chosen >> "s $0-corner"
    patch.object("inlet") >> "list" >> "s $0-corner"

    corner = patch.object("r $0-corner") >> "t a a"
    server = corner[1] >> "msg /plane/corner/$1 $2" >> "timbre.osc"
    corner >> "msg /plane/corner/$1" >> server
    up = patch.object("r timbre.up") >> "sel 1" >> "t b b"
    anew = patch.object("r $0-ask") >> "t b"
    patch.object("r timbre.space") >> anew
    anew >> up
    up[1] >> "msg /anchor/list" >> server
    up >> "msg /plane/corner/1, /plane/corner/2, /plane/corner/3, /plane/corner/4" >> server
    patch.object("loadbang") >> "delay 100" >> up
    answers = server >> "route anchor plane fail"
    answers >> "s $0-points"
    named = answers[1] >> "route corner" >> "unpack f s"
    label = named >> "pack f s"
    cut(named[1], _NAME_WIDTH, 10) >> label[1]
    label >> "list prepend $0" >> "msg ; $1-name-$2 label $3"
    answers[2] >> "list prepend fail" >> "list trim" >> "outlet"
    return arranged(patch, "A corner that is clicked is set to the next point. Its name is what the server answers.")
