"""The interpreter of Max's patches does what the reference pages of Max say."""

import json
import socket

import pytest

from tests.max import Max
from tests.max.machine import deep_stack


@pytest.fixture(autouse=True, scope="module")
def deep():
    with deep_stack():
        yield


@pytest.fixture
def machine():
    """Max without a server; at the end it must not have complained."""
    machine = Max()
    yield machine
    machine.close()
    assert machine.console == []
    assert machine.doubts == []


# A text of an object, what is sent to it (to the left inlet, or to the one whose number comes before a colon), and what
# its outlets give in this order.
EXAMPLES = [
    ("t b i f l", "5.7", "3:5.7 2:5.7 1:5 0:bang"),
    ("t i f s", "word", "2:word 1:0. 0:0"),
    ("t l b", "a list 1", "1:bang 0:a list 1"),
    ("t 7 note", "bang", "1:note 0:7"),
    ("t", "3", "1:3 0:3"),
    ("route gain 4", "gain -6; gain; 4 5 6; 4; other 1; 9", "0:-6 0:bang 1:5 6 1:bang 2:other 1 2:9"),
    ("route at", "at Alto Sax", "0:Alto Sax"),
    ("route int float list bang", "3; 1.5; 1 2; bang; word", "0:3 1:1.5 2:1 2 3:bang 4:word"),
    ("route note", "note list a b", "0:a b"),
    ("sel 1 Oboe", "1; Oboe; symbol Oboe; 2", "0:bang 1:bang 1:bang 2:2"),
    ("prepend set", "4; a b; bang", "0:set 4 0:set a b 0:set bang"),
    ("append 1", "gain; 3", "0:gain 1 0:3 1"),
    ("pack 0 0. word", "1:2; 0:1.9", "0:1 2. word"),
    ("pack a b", "one; one two", "0:one b 0:one two"),
    ("pak 0 0", "1:2; 0:1", "0:0 2 0:1 2"),
    ("unpack 0 0. s", "1 2 three", "2:three 1:2. 0:1"),
    ("join 2 @triggers 0", "1:c d; a 1", "0:a 1 c d"),
    ("zl.slice 2", "1 2 3 4; 1", "1:3 4 0:1 2 0:1"),
    ("zl slice 1", "a b; 1:0; a b", "1:b 0:a 1:a b"),
    ("zl.ecils 1", "a b c", "1:c 0:a b"),
    ("zl.join", "1:b 2; a", "0:a b 2"),
    ("zl.join end", "1; bang", "0:1 end 0:1 end"),
    ("zl.len", "a b c; word; 1", "0:3 0:1 0:1"),
    ("zl.nth 2", "a b c", "1:a c 0:b"),
    ("zl.mth 0", "a b c", "1:b c 0:a"),
    ("zl.reg", "1:1 2; bang; x; bang", "0:1 2 0:x 0:x"),
    ("zl.iter 2", "1 2 3", "0:1 2 0:3"),
    ("zl.group 2", "1; 2; 3; bang", "0:1 2 0:3"),
    ("zl.lookup a b c", "1; 2 0", "0:b 0:c a"),
    ("zl.rev", "1 2 3", "0:3 2 1"),
    ("iter", "a 1 2.", "0:a 0:1 0:2."),
    ("int 4", "bang; 2.9; 1:7; bang", "0:4 0:2 0:7"),
    ("i", "set 3; bang", "0:3"),
    ("f 0.5", "bang; 1:2; bang; 3", "0:0.5 0:2. 0:3."),
    ("+ 1", "1.9; bang", "0:2 0:2"),
    ("+ 1.", "1", "0:2."),
    ("- 3", "1:5.5; 6", "0:1"),
    ("/ 4", "7; -7", "0:1 0:-1"),
    ("/ 4.", "7", "0:1.75"),
    ("% 5", "12", "0:2"),
    ("!- 1.", "0.25", "0:0.75"),
    ("== 3", "3; 3.9; 4", "0:1 0:1 0:0"),
    ("> 0.5", "0.75; 0", "0:1 0:0"),
    ("* 2.", "3 0.5", "0:1.5"),
    ("clip 0. 1.", "3; 0.5", "0:1 0:0.5"),
    ("scale 0 127 0. 1.", "127; 63.9", "0:1. 0:0.496063"),
    ("scale 0. 1. 0 10", "0.55", "0:5.5"),
    ("zmap 0. 1. -1. 1.", "2.", "0:1."),
    ("expr $i1 * 12 / 35", "7.9", "0:2"),
    ("expr $f1 / 4", "1", "0:0.25"),
    ("expr max($i1\\, $i2)", "1:5; 3", "0:5"),
    ("expr $i1 == 2 || $i2 == 0", "1:1; 2; 3", "0:1 0:0"),
    ("change", "0; 1; 1; 0", "1:1 0:1 2:1 0:0"),
    ("gate 2", "1:a; 2; 1:b; 1; 1:c d; 0; 1:e", "1:b 0:c d"),
    ("gate 1 1", "1:a", "0:a"),
    ("switch 2 1", "1:a; 2:b; 2; 2:c", "0:a 0:c"),
    ("sprintf symout /voice/%s/%s", "1:gain; 3", None),
    ("sprintf symout /plane/corner/%ld", "3", "0:/plane/corner/3"),
    ("sprintf note %ld %.2f", "1:0.5; 60", "0:note 60 0.5"),
    ("sprintf symout %s-%s", "a b", "0:a-b"),
    ("tosymbol", "Alto Sax; 3", "0:Alto Sax 0:3"),
    ("fromsymbol @separator /", "/voice/1/gain; /ping", "0:voice 1 gain 0:ping"),
    ("loadmess set 1 2", "bang", "0:set 1 2 0:set 1 2"),
    ("loadbang", "bang", "0:bang 0:bang"),
    ("value kept 3", "bang; 5; bang", "0:3 0:5"),
    ("append", "word", "0:word"),
    ("uzi 2", "bang", "2:1 0:bang 2:2 0:bang 1:bang"),
    ("counter 1 2", "bang; bang; bang", "0:1 2:1 0:2 0:1"),
    ("flush", "1:90; 0:60; 0:62; 1:0; 0:62; bang", "1:90 0:60 1:90 0:62 1:0 0:62 1:0 0:60"),
    ("substitute list names 1", "anchor list list; ping", "0:anchor names list 1:ping"),
]


@pytest.mark.parametrize(("text", "sent", "heard"), EXAMPLES, ids=[f"{n}-{row[0]}" for n, row in enumerate(EXAMPLES)])
def test_an_object_does_what_its_page_says(text, sent, heard):
    machine = Max()
    tried = machine.make(text)
    for message in sent.split("; "):
        inlet, colon, rest = message.partition(":")
        tried.send(rest if colon else message, int(inlet) if colon else 0)
    found = " ".join(f"{outlet}:{said}" for outlet, said in tried.said())
    machine.close()
    assert machine.console == []
    if heard is None:  # what Max leaves open is noted
        assert machine.doubts
    else:
        assert found == heard
        assert machine.doubts == []


COMPLAINTS = [
    ("nothing.of.this.name", "bang", "No such object"),
    ("i @colour 1", "1", "colour is not a valid attribute"),
    ("+ 1", "word", "doesn't understand 'word'"),
    ("metro 100", "begin", "doesn't understand 'begin'"),
    ("expr max($i1, 2)", "1", "must be escaped"),
    ("t #1", "1", "in no abstraction"),
    ("r name#0", "", "stands inside of the word"),
    ("slider", "1", "is a box of its own"),
    ("udpsend 127.0.0.1 9", "1 2", "which is no address"),
    ("udpreceive 99999", "", "cannot hear at port 99999"),
    ("i", "2:1", "no inlet 2"),
    ("zl.nonsense", "1", "No such object"),
]


@pytest.mark.parametrize(("text", "sent", "complaint"), COMPLAINTS)
def test_what_max_would_refuse_is_in_the_console(text, sent, complaint):
    machine = Max()
    tried = machine.make(text)
    if sent:
        inlet, colon, rest = sent.partition(":")
        tried.send(rest if colon else sent, int(inlet) if colon else 0)
    assert any(complaint in line for line in machine.console), machine.console
    machine.close()


def small(boxes, lines):
    """Return a patch: boxes are a class, a text, x and y, and more; lines are from box, outlet, to box, inlet."""
    entries = []
    for number, (kind, text, x, y, more) in enumerate(boxes):
        place = {"id": f"obj-{number}", "patching_rect": [x, y, 60, 22]}
        entries.append({"box": {"maxclass": kind, "text": text, **place, **more}})
    wires = [{"patchline": {"source": [f"obj-{a}", b], "destination": [f"obj-{c}", d]}} for a, b, c, d in lines]
    return {"boxes": entries, "lines": wires}


def test_one_outlet_sends_to_the_right_first_and_to_the_bottom_first(machine):
    boxes = [("button", "", 0, 0, {"varname": "start"})]
    for name, x, y in (("left", 10, 90), ("right", 200, 90), ("above", 100, 90), ("below", 100, 200)):
        boxes.append(("newobj", f"print {name}", x, y, {}))
    patch = machine.patch(small(boxes, [(0, 0, number, 0) for number in (1, 2, 3, 4)]))
    patch.find("start").click()
    assert [line.partition(":")[0] for line in machine.printed] == ["right", "below", "above", "left"]


def test_the_right_inlet_of_one_box_is_served_first(machine):
    boxes = [("newobj", "i 4", 0, 0, {"varname": "start"}), ("newobj", "+", 0, 50, {}), ("newobj", "print", 0, 90, {})]
    patch = machine.patch(small(boxes, [(0, 0, 1, 0), (0, 0, 1, 1), (1, 0, 2, 0)]))
    patch.find("start").receive(0, "bang", [])
    assert machine.printed == ["print: 8"]


def test_a_message_box_fills_divides_and_sends_to_names(machine):
    boxes = [
        ("message", 'gain $1, at $2 $1-more; heard $1 \\$1 "a b"', 0, 0, {"varname": "box"}),
        ("newobj", "print out", 0, 50, {}),
        ("newobj", "r heard", 100, 0, {}),
        ("newobj", "print name", 100, 50, {}),
    ]
    patch = machine.patch(small(boxes, [(0, 0, 1, 0), (2, 0, 3, 0)]))
    box = patch.find("box")
    box.click()
    box.receive(0, "list", [1.5, "Oboe"])
    box.receive(0, "set", ["new", 1])
    box.receive(0, "bang", [])
    assert machine.printed == [
        "out: gain 0",
        "out: at 0 0-more",
        "name: 0 $1 a b",
        "out: gain 1.5",
        "out: at Oboe 1.5-more",
        "name: 1.5 $1 a b",
        "out: new 1",
    ]


@pytest.fixture
def folder(tmp_path):
    """A folder with an abstraction that says its arguments."""
    content = small(
        [
            ("inlet", "", 200, 0, {}),
            ("inlet", "", 20, 0, {}),
            ("newobj", "prepend #2-right", 200, 50, {}),
            ("newobj", "prepend #1", 20, 50, {}),
            ("outlet", "", 100, 200, {}),
            ("newobj", "loadmess #0 #1 #3", 300, 50, {}),
            ("message", "text #1", 400, 50, {}),
            ("newobj", "patcherargs x y z", 400, 0, {}),
            ("outlet", "", 400, 200, {}),
        ],
        [
            (0, 0, 2, 0),
            (1, 0, 3, 0),
            (2, 0, 4, 0),
            (3, 0, 4, 0),
            (5, 0, 4, 0),
            (7, 0, 8, 0),
            (5, 0, 6, 0),
            (6, 0, 4, 0),
        ],
    )
    (tmp_path / "tried.maxpat").write_text(json.dumps({"patcher": content}))
    return tmp_path


def test_an_abstraction_has_arguments_and_ends_ordered_from_the_left(folder):
    machine = Max(folders=[folder])
    first, second = machine.make("tried Oboe 7"), machine.make("tried")
    loaded, args = first.said(), [("x y z", "0")]
    numbers = [int(text.split()[0]) for outlet, text in loaded if outlet == 0 and text[0].isdigit()]
    assert (1, "Oboe 7 z") in loaded
    assert (0, "text Oboe") in loaded
    assert (0, f"{numbers[0]} Oboe 0") in loaded
    heard = second.said()
    assert (1, args[0][0]) in heard
    assert int(next(text for outlet, text in heard if outlet == 0 and text[0].isdigit()).split()[0]) != numbers[0]
    first.send("1", 0)
    first.send("1", 1)
    assert first.said() == [(0, "Oboe 1"), (0, "7-right 1")]
    assert machine.console == []


def test_opening_goes_through_its_phases_and_subpatches_come_first():
    inner = small([("newobj", "loadmess inner", 0, 0, {}), ("newobj", "s said", 0, 50, {})], [(0, 0, 1, 0)])
    valueof = {"parameter_longname": "dial", "parameter_initial_enable": 1, "parameter_initial": [5]}
    boxes = [
        ("newobj", "p inside", 0, 0, {"patcher": inner}),
        ("newobj", "loadmess outer", 100, 0, {}),
        ("newobj", "s said", 100, 50, {}),
        ("newobj", "r said", 200, 0, {}),
        ("newobj", "print", 200, 50, {}),
        ("live.dial", "", 300, 0, {"saved_attribute_attributes": {"valueof": valueof}}),
        ("newobj", "live.thisdevice", 400, 0, {}),
        ("newobj", "patcherargs last", 400, 50, {}),
    ]
    lines = [(1, 0, 2, 0), (3, 0, 4, 0), (5, 0, 2, 0), (6, 0, 2, 0), (7, 0, 2, 0)]
    for seed in range(4):
        machine = Max(seed=seed)
        machine.patch(small(boxes, lines))
        assert machine.printed == [f"print: {said}" for said in ("5.", "inner", "outer", "bang", "last")]
        assert machine.console == []


def test_a_line_that_leads_nowhere_and_a_loop_are_complained_of():
    machine = Max()
    boxes = [("newobj", "t l", 0, 0, {"varname": "loop"}), ("newobj", "t l", 0, 50, {})]
    patch = machine.patch(small(boxes, [(0, 0, 1, 0), (1, 0, 0, 0), (0, 3, 1, 0), (0, 0, 9, 0)]))
    assert any("hangs in the air" in line for line in machine.console)
    assert any("has no outlet 3" in line for line in machine.console)
    patch.find("loop").receive(0, "bang", [])
    assert any("stack overflow" in line for line in machine.console)


def test_time_is_real(machine):
    delay, metro, pipe, limit = (machine.make(text) for text in ("delay 30", "metro 20", "pipe 0 40", "speedlim 60"))
    delay.send("bang")
    delay.send("bang")  # only one at a time
    pipe.send("1, 2")
    limit.send("1, 2, 3")
    metro.send("1")
    assert [metro.said(), limit.said(), pipe.said(), delay.said()] == [[(0, "bang")], [(0, "1")], [], []]
    machine.run_until(lambda: len(limit.heard) == 1 and len(pipe.heard) == 2 and len(metro.heard) > 3)
    assert (delay.said(), pipe.said(), limit.said()) == ([(0, "bang")], [(0, "1"), (0, "2")], [(0, "3")])
    metro.send("0")
    metro.said()
    machine.run(0.05)
    assert metro.said() == []


def test_a_ramp_arrives(machine):
    line = machine.make("line 0. 10")
    line.send("1 50")
    machine.run_until(lambda: (1, "bang") in line.heard)
    values = [float(text) for outlet, text in line.heard if outlet == 0]
    assert values == sorted(values)
    assert values[-1] == 1.0
    assert len(values) == 5


def test_a_note_is_made_and_ended(machine):
    notes = machine.make("makenote 100 20")
    notes.send("60")
    assert notes.said() == [(1, "100"), (0, "60")]
    machine.run_until(lambda: notes.heard)
    assert notes.said() == [(1, "0"), (0, "60")]


def test_what_is_deferred_comes_after_what_happens_now(machine):
    boxes = [("newobj", "t b b", 0, 0, {"varname": "start"}), ("newobj", "deferlow", 90, 50, {})]
    boxes += [("newobj", "print later", 90, 90, {}), ("newobj", "print now", 0, 90, {})]
    patch = machine.patch(small(boxes, [(0, 1, 1, 0), (1, 0, 2, 0), (0, 0, 3, 0)]))
    patch.find("start").receive(0, "bang", [])
    machine.settle()
    assert machine.printed == ["now: bang", "later: bang"]


def free_udp_port():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_udp_carries_types_and_the_address_is_the_selector(machine):
    port = free_udp_port()
    heard = machine.make(f"udpreceive {port}")
    sender = machine.make("udpsend 127.0.0.1 9")
    sender.send(f"port {port}, /voice/1/note 60 0.5 soft, /ping")
    machine.run_until(lambda: len(heard.heard) == 2)
    assert heard.said() == [(0, "/voice/1/note 60 0.5 soft"), (0, "/ping")]
    assert [sent[1:] for sent in machine.datagrams] == [("/voice/1/note", [60, 0.5, "soft"]), ("/ping", [])]


def test_a_port_that_is_taken_is_complained_of():
    machine = Max()
    port = free_udp_port()
    machine.make(f"udpreceive {port}")
    machine.make(f"udpreceive {port}")
    assert len(machine.console) == 1
    machine.close()


def test_a_menu_gives_its_text_and_then_its_number(machine):
    menu = machine.face("umenu")
    menu.send("append Oboe, append Alto Sax, append 7")
    menu.box.choose("Alto Sax")
    menu.send("setsymbol 7")
    assert menu.box.shown == "7"
    menu.send("set 0")
    assert menu.box.shown == "Oboe"
    menu.send("2, bang, symbol Oboe")
    assert menu.said() == [
        (1, "Alto Sax"), (0, "1"), (1, "7"), (0, "2"), (1, "7"), (0, "2"), (1, "Oboe"), (0, "0"),
    ]  # fmt: skip
    menu.send("clear, bang, 0")
    assert menu.said() == []


def test_set_shows_and_does_not_send(machine):
    for kind, more, sent in (
        ("slider", {"floatoutput": 1, "size": 2.0, "min": 0.0}, "0.5"),
        ("flonum", {}, "0.5"),
        ("number", {}, "3"),
        ("toggle", {}, "1"),
        ("led", {}, "1"),
    ):
        tried = machine.face(kind, **more)
        tried.send(f"set {sent}")
        assert tried.said() == []
        assert tried.box.current == float(sent)
        tried.send(sent)
        assert tried.said() == [(0, sent)]


def test_a_slider_keeps_to_its_range_and_adds_its_least_value(machine):
    tried = machine.face("slider", floatoutput=1, size=10.0, min=-5.0)
    tried.send("20, 0, 5")
    assert tried.said() == [(0, "5."), (0, "-5."), (0, "0.")]


def test_buttons_and_tabs_say_what_they_are(machine):
    button = machine.face("textbutton", text="go on", mode=0)
    button.box.click()
    assert button.said() == [(1, "go on"), (0, "bang")]
    switch = machine.face("textbutton", text="off", texton="on", mode=1)
    switch.box.click()
    switch.send("set 0")
    assert switch.said() == [(1, "on"), (0, "1")]
    assert switch.box.shown == "off"
    tabs = machine.face("tab", tabs=["linear", "spherical"])
    tabs.box.choose("spherical")
    assert tabs.said() == [(1, "spherical"), (0, "1")]


def test_a_typed_text_comes_after_the_word_text(machine):
    tried = machine.face("textedit", keymode=1, outputmode=1)
    tried.box.type("evening mist")
    assert tried.said() == [(0, "text evening mist")]


def test_the_knob_of_nodes_is_moved_and_asked_for(machine):
    field = machine.face("nodes", nodenumber=2, xplace=[0.0, 1.0], yplace=[0.0, 0.0], nsize=[1.0, 1.0])
    field.send("0.25 0., getxy")
    assert field.said() == [(0, "0.75 0.25"), (1, "xy 0.25 0.")]
    field.box.drag((1.0, 0.0))
    assert field.said() == [(0, "0. 1."), (2, "1. 0. 1")]


def test_presets_keep_what_has_a_name(machine):
    boxes = [
        ("newobj", "autopattr", 0, 0, {}),
        ("newobj", "pattrstorage presets", 100, 0, {"varname": "presets"}),
        ("flonum", "", 200, 0, {"varname": "gain"}),
        ("newobj", "print", 200, 50, {}),
    ]
    patch = machine.patch(small(boxes, [(2, 0, 3, 0)]))
    patch.find("gain").drag(-6.0)
    patch.find("presets").receive(0, "store", [1])
    patch.find("gain").drag(0.0)
    patch.find("presets").receive(0, "int", [1])
    assert machine.printed == ["print: -6.", "print: 0.", "print: -6."]


def test_midi_and_keys_are_heard(machine):
    notes, bend, wide, key = (machine.make(text) for text in ("notein", "bendin", "xbendin", "key"))
    machine.play(0x91, 60, 100)
    machine.play(0x81, 60, 64)
    machine.play(0xE0, 0, 96)
    machine.key(97)
    assert notes.said() == [(2, "2"), (1, "100"), (0, "60"), (2, "2"), (1, "0"), (0, "60")]
    assert (bend.said(0), wide.said(0), key.said(0)) == (["96"], ["12288"], ["97"])
    parsed = machine.make("midiparse")
    parsed.send("144, 60, 100, 224, 0, 96")
    assert parsed.said() == [(6, "1"), (0, "60 100"), (6, "1"), (5, "96")]
