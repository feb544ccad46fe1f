"""The abstractions without a face: raw messages, a voice, a journey, descriptors."""

from collections.abc import Callable

from patches.make_max.layout import arranged
from patches.make_max.patch import Node, Patch, Port

PORTS, LIVE_PORTS = 41000, 45000  # where Max listens, and Live; the number of the patch is added
EACH = 4000
LONG = "@zlmaxsize 2048"  # of lists; 256 names are not enough
RENEWAL, LEASE = 5000, 15  # ms, s


def osc() -> Patch:
    """Make timbre.osc: messages with an address out, answers in."""
    patch = Patch(description="Any message of rt-timbre, the server that plays timbre spaces")
    route = patch.object("inlet messages of the server's table, connect HOST PORT") >> "route connect"

    # [udpsend] hears no answers: they are to come to a port that no other patch has, and changes with them, if wanted.
    start = patch.object("loadbang") >> "t b b b b"
    anew = patch.object("r timbre.connect") >> "t b l"
    route >> anew
    ends = anew[1] >> "unpack s i"
    wanted = start[3] >> "i #2" >> "> 0" >> "+ 1"
    port = start[2] >> "pack #0 #1" >> f"expr $i1 % {EACH} + $i2 + {PORTS} * ($i2 == 0)" >> "t i i"
    heard = port[1] >> "msg port $1" >> "udpreceive"
    start[1] >> "s timbre.who"
    subscribe = start[0] >> "msg 1" >> f"metro {RENEWAL}" >> "i"
    port[0] >> subscribe[1]
    anew[0] >> subscribe
    which = patch.object("gate 2 1")
    wanted >> which
    subscribe >> which[1]
    messages = [
        which[0] >> f"msg /answers $1 {LEASE}",
        which[1] >> f"msg /notify 1 $1 {LEASE}",
        ends[0] >> "msg host $1",
        ends[1] >> "msg port $1",
    ]
    server = patch.object("udpsend 127.0.0.1 57130")
    for message in messages:
        message >> server
    route[1] >> server

    # What comes back: the parts of its address, then its values.
    route = heard >> "route /done"
    done = route >> "route /notify /answers"
    bare, whole = renamed(route[1], lambda word: word >> "fromsymbol @separator /")
    out = bare >> "outlet the parts of the address, and the values"
    whole >> out
    done[2] >> "prepend done" >> out
    text = (
        "[udpsend] sends, the server answers to the port of [udpreceive], for as long as it is asked to. "
        "timbre.status may say where the server is."
    )
    return arranged(patch, text)


def renamed(source: Node | Port, make: Callable[[Node], Node]) -> tuple[Port, Node]:
    """Replace the first word of a message by what some boxes make of it, whether others follow or not.

    Parameters
    ----------
    source : Node or Port
        Where the message comes from.
    make : callable
        Gets the box from which the word comes; makes those boxes, and returns the one that gives what replaces it.

    Returns
    -------
    tuple of Port and Node
        The outlet of what had one word, the box that gives what had more.
    """
    both = source >> "t l l"
    patch = both.patch
    more = both[1] >> f"zl.len {LONG}" >> "> 1" >> "+ 1" >> "t i i"
    way = more[0] >> "gate 2"
    both[0] >> way[1]
    parts = way[1] >> f"zl.slice 1 {LONG}"
    word = way[0] >> "t l"
    parts[0] >> word
    last = make(word)
    back = patch.object("gate 2")
    more[1] >> back
    last >> back[1]
    whole = back[1] >> f"zl.join {LONG}"
    parts[1] >> whole[1]
    return back[0], whole


def named(answers: Node | Port) -> tuple[Port, Port]:
    """Call lists names: an answer with no name in it would else be a list of nothing, which Max does not have."""
    changed = answers >> "substitute list names 1"
    return changed[0], changed[1]


def voice() -> Patch:
    """Make timbre.voice: messages named as what follows /voice/{v}/ in the table."""
    patch = Patch(description="A voice of rt-timbre: notes, timbre, envelope, level")
    route = patch.object("inlet notes, and messages such as at Oboe, gain -6, voice 2") >> "route voice midi list"
    # Voice 0 stands for all.
    chosen = patch.object("loadmess #1") >> "sel * 0"
    route >> chosen
    own = patch.object("t i i")
    chosen >> "msg 0" >> own
    chosen[1] >> "msg 1" >> own
    chosen[2] >> own

    pitch = route[1] >> "unpack i i"
    pair = pitch >> "pack 0. 0."
    pitch[1] >> "/ 127." >> pair[1]
    note = route[2] >> "prepend note"
    pair >> note

    # The address is made of the voice and of the first word.
    message = route[3] >> "t l"
    note >> message
    bare, whole = renamed(message, lambda word: addressed(word, own[1], 0))
    server = bare >> "timbre.osc"
    whole >> server

    # Answers of other voices are dropped.
    answer = server >> "route voice fail done"
    parts = answer >> "zl.slice 1"
    same = parts >> "expr $i1 == $i2 || $i2 == 0"
    own[0] >> same[1]
    rest = same >> "sel 1" >> "zl.reg"
    parts[1] >> rest[1]
    rest >> "outlet answers"
    last = answer[1] >> "prepend fail" >> "outlet what is refused, what is finished"
    answer[2] >> "prepend done" >> last
    return arranged(patch, "The address is made of the voice and of the first word; what follows are its values.")


def addressed(word: Node, voice: Port, first: int) -> Node:
    """Put /voice/ and the voice, 0 for all, in front of a word; `first` is the voice until one comes."""
    both = word >> "t b l"
    number = both[0] >> f"i {first}"
    voice >> number[1]
    one = number >> "sel 0"
    name = one >> "msg *"
    address = name >> "sprintf symout /voice/%s/%s"
    one[1] >> "tosymbol" >> address
    both[1] >> address[1]
    return address


def morph() -> Patch:
    """Make timbre.morph: there and back between two points."""
    patch = Patch(description="Travel from one point of the space to another")
    route = patch.object("inlet bang, back, 0.25, from NAME, to NAME, time SECONDS, curve NAME, voice NUMBER")
    route = route >> "route bang back from to time curve int float"
    # Names come as messages or as arguments, which are 0 where there is none.
    stores = []
    for number, name in ((2, "from"), (3, "to")):
        given = patch.object(f"loadmess #{number}") >> "route int float"
        store = given[2] >> "t l l"
        route[number] >> store
        reg = patch.object(f"zl.reg {name}")
        store[0] >> reg[1]
        stores.append((store, reg))
    there, home = patch.object("pack from to 0. linear"), patch.object("pack to from 0. linear")
    for begin, end, journey in ((0, 1, there), (1, 0, home)):
        stores[begin][1] >> journey
        stores[end][0][1] >> journey[1]
    time = patch.object("loadmess #4") >> "t f f"
    route[4] >> time
    curve = patch.object("loadmess #5") >> "route int float"
    curve = curve[2] >> "t l"
    route[5] >> curve
    for journey in (there, home):
        time[1] >> journey[2]
        curve >> journey[3]

    # While it travels, the position is asked for.
    go, back = route >> "t b b", route[1] >> "t b b"
    go[1] >> stores[0][1]
    back[1] >> stores[1][1]
    watch = go[0] >> "t b b b"
    back[0] >> watch
    length = watch[2] >> "f"
    time[0] >> length[1]
    wait = patch.object("delay 1000")
    length >> "* 1000." >> "+ 200." >> wait[1]
    watch[1] >> wait
    asking = watch[0] >> "msg 1" >> "metro 50"
    wait >> "msg 0" >> asking
    position = route[6] >> "prepend scrub"
    route[7] >> position

    travel = there >> "prepend morph"
    home >> travel
    sender = travel >> "timbre.voice #1"
    asking >> "msg scrub" >> sender
    position >> sender
    route[8] >> "route voice" >> "prepend voice" >> sender
    sender >> "route scrub" >> "outlet the position, 0 to 1"
    sender[1] >> "outlet what is refused, what is finished"
    return arranged(patch, "The names are kept on both sides, so that there and back are one message each.")


def descriptor() -> Patch:
    """Make timbre.descriptor: targets of a sound's descriptors."""
    patch = Patch(description="Move to where the sound measures what you ask for")
    route = patch.object("inlet centroid 1200, bandwidth 900, flatness 0.02, rolloff 3000, loudness -20, or a number")
    route = route >> "route voice int float"
    own = route[1] >> "prepend #2"
    route[2] >> own
    message = route[3] >> "t l"
    own >> message
    bare, whole = renamed(message, lambda word: word >> "sprintf symout descriptor/%s")
    sender = bare >> "timbre.voice #1"
    whole >> sender
    route >> "prepend voice" >> sender
    sender >> "route descriptor" >> "outlet what is reached, and how much that is above the target"
    sender[1] >> "outlet what is refused, what is finished"
    return arranged(patch, "The first word names the descriptor. A bare number is for the one in the second argument.")
