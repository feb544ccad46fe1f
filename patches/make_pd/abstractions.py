"""The abstractions without a face: raw messages, a voice, a journey, descriptors."""

from patches.make_pd.patch import Node, Patch, Port, arranged


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
    text = "A message is written as OSC and sent, what comes back is read. timbre.status may say where to."
    return arranged(patch, text)


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
    return arranged(patch, "The address is made of the voice and of the first word, the rest are its values.")


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
    wait = length >> "* 1000" >> "+ 1000" >> "delay"
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
    text = "A journey is gathered from right to left: curve, time, to, from. While it lasts, its place is asked for."
    return arranged(patch, text)


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
    return arranged(patch, "The first word names the descriptor. A bare number is for the one in the second argument.")
