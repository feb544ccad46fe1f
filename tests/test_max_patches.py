"""The patches of Max, run by an interpreter of Max's reference pages, play a running server. Max itself was not run."""

import contextlib
import os
import random
import socket
from collections import Counter

import pytest

from patches.reference import REFERENCE
from tests.live import Client, Ear, JackServer, TimbreServer, wait_for
from tests.max import FOLDER, Max
from tests.max.machine import deep_stack
from tests.max.patcher import read_file
from tests.test_engine import centroid
from tests.test_live import in_tune, sounds

CONTROLLER = FOLDER / "extras" / "rt-timbre.maxpat"
HELP = sorted(FOLDER.rglob("*.maxhelp"))
DEVICE = next(FOLDER.rglob("*.amxd"))
# Max leaves open in which order some things happen: what is heard must not depend on it.
ORDERS = ({"seed": 0}, {"seed": 1, "right_edges": True})


@pytest.fixture(autouse=True, scope="module")
def deep():
    with deep_stack():
        yield


@pytest.fixture(scope="module")
def jackd():
    server = JackServer(f"rt-timbre-max-{os.getpid()}")
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def server(jackd, tiny_file):
    server = TimbreServer(jackd.environment, "--space", tiny_file, "--audio", "jack", "--voices", "4")
    yield server
    server.stop()


@pytest.fixture(scope="module")
def ear(server, jackd):
    ear = Ear(jackd)
    ear.connect()
    yield ear
    ear.close()


def free(first):
    """Whether patches find their ports free from a number on: on Linux any socket may get one of these."""
    with contextlib.ExitStack() as stack:
        for port in (base + first + place for base in (41000, 45000) for place in range(100)):
            probe = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                return False
    return True


def numbers():
    """Return a number from which on ports are free, and a socket that keeps other tests from them while it is open."""
    for first in random.sample(range(1000, 3900, 100), 29):
        lock = socket.socket()
        try:
            lock.bind(("127.0.0.1", 41000 + first))
        except OSError:
            lock.close()
            continue
        if free(first):
            return first, lock
        lock.close()
    raise AssertionError("no free ports")


def begin(server, order, **options):
    """Return a Max that has found the server."""
    first, lock = numbers()
    machine = Max(server.client.address[1], first=first, **order, **options)
    machine.lock = lock
    try:
        machine.run_until(lambda: "1" in machine.status.said(0), what="the light")
    except AssertionError:
        close(machine)
        raise
    return machine


def close(machine):
    """Close a Max; the server would keep a place for each of its senders for 15 seconds."""
    for sender in machine.senders:
        for port in {arguments[1] for address, arguments in sender.sent if address == "/notify"}:
            sender.receive(0, "/notify", [0, port])
    machine.close()
    machine.lock.close()


def end(machine):
    """Close a Max, which must have been content."""
    close(machine)
    content(machine)


def content(machine):
    """Assert that Max has nothing to complain of, and that nothing was used which its pages do not tell."""
    assert machine.console == []
    assert machine.doubts == []


@pytest.fixture
def start(server):
    """Start Max beside the server; at the end it must not have complained."""
    started = []

    def make(order=ORDERS[0], **options):
        started.append(begin(server, order, **options))
        return started[-1]

    yield make
    for machine in started:
        end(machine)
    server.client.send("/panic")
    for address, values in (("at", ["Dark"]), ("gain", [0.0]), ("pan", [0.0]), ("sustain", [1.0]), ("bend", [0.0])):
        server.client.send(f"/voice/*/{address}", *values)
    server.client.ask("/ping")
    server.client.drop_answers()


@pytest.fixture
def max_(start):
    return start()


def obeyed(machine, client, address, values):
    """Run until the server says so."""
    close = [pytest.approx(value, abs=1e-4) if isinstance(value, float) else value for value in values]
    machine.run_until(lambda: client.ask(address) == close, what=f"{address} {values}")


def brightness(ear):
    """Centroid of what is heard, in Hz; 0 of silence, as of blocks that a busy machine has lost."""
    sound = ear.record(0.3)
    return centroid(sound, ear.rate) if sound.any() else 0.0


def dark_note(client, ear, voice):
    """Play a dark note; return how bright it is."""
    client.send(f"/voice/{voice}/at", "Dark")
    client.send(f"/voice/{voice}/note", 57.0, 0.7)
    wait_for(sounds(ear), "the note")
    ear.record(0.2)
    return wait_for(lambda: brightness(ear), "the dark sound")


def hears(machine, trial, outlet, beginning):
    """Run until an outlet says something that begins so; return it."""
    found = []

    def condition():
        found.extend(text for text in trial.said(outlet) if text.startswith(beginning))
        return found

    return machine.run_until(condition, what=f"{trial.box.text} to say {beginning}")[0]


def told(other):
    """Return how often a subscriber has heard each address until it is answered."""
    other.send("/ping")
    heard = []
    while "/ping" not in heard:
        heard.append(other.receive()[0])
    return Counter(heard[:-1])


def test_a_note_sounds_at_its_pitch(max_, server, ear):
    voice = max_.make("timbre.voice 1")
    voice.send("note 60.5 0.7")
    max_.run_until(sounds(ear), what="the note")
    in_tune(ear, 60.5)
    voice.send("midi 64 127")
    obeyed(max_, server.client, "/voice/1/note", [64.0, 1.0])
    voice.send("67 0.5")
    obeyed(max_, server.client, "/voice/1/note", [67.0, 0.5])
    voice.send("67 0")
    max_.run_until(lambda: server.client.ask("/status")[1] == 0, what="its end")
    wait_for(lambda: not ear.record(0.1).any(), "silence")


def test_a_voice_obeys_asks_and_tells_what_is_refused(max_, server):
    voice = max_.make("timbre.voice 2")
    voice.send("gain -7.5, gain")
    assert hears(max_, voice, 0, "gain") == "gain -7.5"
    voice.send("macro/2 0.5, macro/2")
    assert hears(max_, voice, 0, "macro") == "macro 2 0.5"
    voice.send("attack loud")
    hears(max_, voice, 1, "fail /voice/2/attack")
    voice.send("voice *, pan 0.25")
    obeyed(max_, server.client, "/voice/4/pan", [0.25])
    assert server.client.ask("/voice/1/gain") == [0.0]


def test_a_morph_is_heard(max_, server, ear):
    dark = dark_note(server.client, ear, 1)
    morph = max_.make("timbre.morph 1 Dark Bright 0.5 spherical")
    max_.run(0.2)
    morph.send("bang")
    positions = []
    max_.run_until(lambda: positions.extend(map(float, morph.said(0))) or len(set(positions)) > 3, what="the journey")
    obeyed(max_, server.client, "/voice/1/scrub", [1.0])
    assert server.client.ask("/voice/1/morph") == ["Dark", "Bright", 0.5, "spherical"]
    assert positions == sorted(positions)
    wait_for(lambda: brightness(ear) > 1.5 * dark, "the bright sound")
    morph.send("0.25")
    obeyed(max_, server.client, "/voice/1/scrub", [0.25])
    morph.send("from Hollow, to Dark, time 0.1, curve expressive, back")
    obeyed(max_, server.client, "/voice/1/morph", ["Dark", "Hollow", 0.1, "expressive"])
    morph.send("to Nowhere, bang")
    hears(max_, morph, 1, "fail /voice/1/morph")
    sent = len(max_.datagrams)
    max_.run(1.0)
    assert not [datagram for datagram in max_.datagrams[sent:] if "scrub" in datagram[1]][15:]


def test_the_plane_moves_the_voice_and_sets_its_corners(max_, server, ear):
    plane = max_.make("timbre.plane 3")
    max_.run(0.3)
    plane.send("corner 1 Dark, corner 4 Bright")
    obeyed(max_, server.client, "/plane/corner/4", ["Bright"])
    plane.send("0 0")
    obeyed(max_, server.client, "/voice/3/xy", [0.0, 0.0])
    server.client.send("/voice/3/note", 57.0, 0.7)
    wait_for(sounds(ear), "the note")
    ear.record(0.2)
    dark = wait_for(lambda: brightness(ear), "the dark sound")
    (field,) = (box for box in plane.box.inner.everything() if box.name == "nodes")
    field.drag((1.0, 1.0))
    obeyed(max_, server.client, "/voice/3/xy", [1.0, 1.0])
    wait_for(lambda: brightness(ear) > 1.5 * dark, "the bright corner")
    plane.said()
    plane.send("0.25 0.75, show 0.5 0.5")
    assert hears(max_, plane, 0, "0.") == "0.25 0.75"
    assert field.current == [0.5, 0.5]
    obeyed(max_, server.client, "/voice/3/xy", [0.25, 0.75])
    menus = [box for box in plane.box.inner.everything() if box.name == "umenu"]
    assert {tuple(menu.items) for menu in menus} == {("Dark", "Bright", "Hollow")}
    *_, last = sorted(menus, key=lambda menu: menu.attributes["presentation_rect"][1::-1])
    last.choose("Hollow")
    obeyed(max_, server.client, "/plane/corner/4", ["Hollow"])
    max_.run_until(lambda: "Hollow" in field.attributes["nodesnames"], what="its name in the field")
    plane.send("corner 2 Nothing")
    hears(max_, plane, 1, "fail /plane/corner/2")
    assert server.client.ask("/voice/3/xy") == [0.25, 0.75]


def test_the_light_goes_out_and_the_changes_of_others_are_told(max_, server, tiny_file):
    status = max_.make("timbre.status")
    hears(max_, status, 0, "1")
    server.client.send("/voice/2/gain", -3.0)
    hears(max_, status, 1, "voice 2 gain -3")
    hears(max_, status, 1, "status.reply playing")
    hears(max_, status, 1, "meter")
    (light,) = (box for box in status.box.inner.everything() if box.name == "led")
    assert light.current == 1
    other = TimbreServer(os.environ, "--space", tiny_file, "--audio", "none", "--voices", "1")
    osc = max_.make("timbre.osc")
    max_.run(0.1)
    osc.send("/voice/2/gain")
    hears(max_, osc, 0, "voice 2 gain")
    osc.send(f"connect 127.0.0.1 {other.client.address[1]}, /voice/2/gain")  # that one has one voice
    hears(max_, osc, 0, "fail /voice/2/gain")
    status.said()
    status.send(f"connect 127.0.0.1 {other.client.address[1]}")
    hears(max_, status, 1, "status.reply")
    other.stop()
    hears(max_, status, 0, "0")
    hears(max_, max_.status, 0, "0")
    assert light.current == 0


def test_a_descriptor_is_met_and_heard(max_, server, ear):
    dark = dark_note(server.client, ear, 1)
    descriptor = max_.make("timbre.descriptor 1 centroid")
    max_.run(0.2)
    descriptor.send("1500")
    reached = float(hears(max_, descriptor, 0, "centroid").split()[1])
    assert reached == pytest.approx(1500.0, rel=0.1)
    wait_for(lambda: brightness(ear) > 1.3 * dark, "the brighter sound")
    descriptor.send("flatness 0.01")
    hears(max_, descriptor, 0, "flatness")
    descriptor.send("centroid bright")
    hears(max_, descriptor, 1, "fail /voice/1/descriptor/centroid")


def test_any_message_of_the_table_can_be_sent(max_, server):
    osc = max_.make("timbre.osc")
    max_.run(0.2)
    osc.send("/voice/*/glide 0.2")
    obeyed(max_, server.client, "/voice/4/glide", [0.2])
    osc.send("/voice/*/glide 0.05, /anchor/list")
    assert hears(max_, osc, 0, "anchor") == "anchor list Dark Bright Hollow"
    osc.send("/plane/corner/1 Hollow, /plane/corner/1")
    assert hears(max_, osc, 0, "plane") == "plane corner 1 Hollow"


def test_every_message_of_the_reference_is_taken(max_, server):
    tried = []
    for name, it in REFERENCE.items():
        if "Max" in it.programs:
            max_.make(name)  # without arguments, too
            tried.append(max_.make(f"{name} {it.example}".replace("Violin", "Dark").replace("Flute", "Bright")))
            assert tried[-1].box.outlets == len(it.gives)
            for message, _ in it.takes:
                for stranger in ("Oboe", "Trumpet", "Clarinet", "Tuba"):
                    message = message.replace(stranger, "Hollow")
                if not message.startswith("connect"):
                    tried[-1].send(message)
    max_.run(0.5)
    server.client.ask("/ping")
    max_.run(0.1)  # for a refusal to arrive
    refused = [text for trial in tried for _, text in trial.said() if text.startswith("fail")]
    # Descriptors are sought while other objects go on moving the voice.
    assert [text for text in refused if "the voice was moved elsewhere before a point was found" not in text] == []


@pytest.mark.parametrize("seed", [2, 3])
def test_no_order_that_max_leaves_open_matters(start, server, seed):
    machine = start({"seed": seed, "right_edges": bool(seed % 2)})
    plane, voice, window = machine.make("timbre.plane 1"), machine.make("timbre.voice 2"), machine.open(CONTROLLER)
    machine.run_until(lambda: menu(window, "points").items == ["Dark", "Bright", "Hollow"], what="the points")
    voice.send("gain -2.5, gain")
    assert hears(machine, voice, 0, "gain") == "gain -2.5"
    voice.send("gain 0.")
    plane.send("0.25 0.5")
    obeyed(machine, server.client, "/voice/1/xy", [0.25, 0.5])
    machine.run_until(lambda: menu(window, "space-menu").items, what="the spaces")


# The controller.


@pytest.fixture(scope="module")
def opened(server):
    """Open the controller once, in the other order."""
    machine = begin(server, ORDERS[1])
    patcher = machine.open(CONTROLLER)
    machine.run_until(lambda: menu(patcher, "points").items, what="the points")
    machine.run(1.0)  # it asks for all that it shows
    yield machine, patcher
    end(machine)


@pytest.fixture
def window(opened, server):
    """Give the window of the controller, for voice 1."""
    machine, patcher = opened
    only(patcher.sources("voice-chosen")).choose("1")
    machine.run(0.2)
    yield patcher
    content(machine)
    server.client.send("/panic")
    server.client.drop_answers()


def menu(window, name):
    """Return the first menu that a name leads to."""
    return next(box for box in window.targets(name) if box.name == "umenu")


def only(boxes):
    (box,) = boxes
    return box


def test_opening_the_controller_changes_nothing(max_, server):
    other = Client(server.client.address[1])
    other.send("/notify", 1)
    max_.open(CONTROLLER)
    max_.run(1.2)
    heard = told(other)
    other.send("/notify", 0)
    other.close()
    assert set(heard) == {"/done", "/meter"}


def test_the_controller_fills_its_menus(window, server):
    for box in window.targets("points"):
        assert box.items == ["Dark", "Bright", "Hollow"]
    assert menu(window, "space-menu").shown in server.client.ask("/space/list")
    assert only(window.sources("from")).shown == "Dark"
    assert only(window.sources("to")).shown == "Bright"


def test_everything_that_is_clicked_is_obeyed(window, server, ear):
    max_ = window.machine
    client = server.client
    only(window.sources("voice-chosen")).choose("2")
    max_.run(0.1)
    for name, value in (("gain", -6.5), ("pan", 0.5), ("attack", 0.5), ("release", 2.0), ("bend", 1.5), ("drift", 0.0)):
        only(window.sources(f"set-{name}")).drag(value)
        obeyed(max_, client, f"/voice/2/{name}", [value])
        stands = [box for box in window.everything() if box.name == "slider" and leads(box, f"set-{name}")]
        only(stands).drag(only(stands).stands)  # where it stands now is what was set
        obeyed(max_, client, f"/voice/2/{name}", [value])
    only(window.sources("set-legato")).click()
    obeyed(max_, client, "/voice/2/legato", [1])
    only(window.sources("set-legato")).click()
    only(window.sources("set-macro-1")).drag(0.25)
    obeyed(max_, client, "/voice/2/macro/1", [0.25])
    only(window.sources("set-master-gain")).drag(-3.0)
    obeyed(max_, client, "/master/gain", [-3.0])
    only(window.sources("set-master-gain")).drag(0.0)
    for name in ("mute", "freeze"):
        for state in (1, 0):
            only(window.sources(f"set-{name}")).click()
            obeyed(max_, client, f"/{name}", [state])
    only(window.sources("point")).choose("Bright")
    obeyed(max_, client, "/voice/2/at", ["Bright"])
    only(window.sources("to")).choose("Hollow")
    only(window.sources("curve")).choose("expressive")
    only(window.sources("time")).drag(0.25)
    only(window.sources("go")).click()
    obeyed(max_, client, "/voice/2/morph", ["Dark", "Hollow", 0.25, "expressive"])
    only(window.sources("back")).click()
    obeyed(max_, client, "/voice/2/morph", ["Hollow", "Dark", 0.25, "expressive"])
    max_.run(1.0)
    only(window.sources("scrub")).drag(0.5)
    obeyed(max_, client, "/voice/2/scrub", [0.5])
    field = only(box for box in window.everything() if box.name == "nodes")
    field.drag((0.25, 0.5))
    obeyed(max_, client, "/voice/2/xy", [0.25, 0.5])
    only(window.sources("set-centroid")).drag(1200.0)
    max_.run_until(lambda: only(window.targets("reached-centroid")).current > 0, what="what was reached")
    only(window.sources("hold")).click()
    keys = only(box for box in window.everything() if box.name == "kslider")
    keys.play(69, 100)
    max_.run_until(lambda: client.ask("/voice/2/note")[0] == 69.0, what="the key")
    max_.run_until(sounds(ear), what="the note")
    only(window.sources("set-bend")).drag(0.0)
    obeyed(max_, client, "/voice/2/bend", [0.0])
    in_tune(ear, 69.0)
    only(window.sources("panic")).click()
    max_.run_until(lambda: client.ask("/status")[1] == 0, what="silence")
    only(window.sources("voice-chosen")).choose("all")
    keys.play(60, 100)
    max_.run_until(lambda: client.ask("/status")[1] == 1, what="a note on a free voice")
    only(window.sources("hold")).click()
    max_.run_until(lambda: client.ask("/status")[1] == 0, what="its end")


NUMBERS = (
    ("glide", "/voice/2/glide", 0.5, 0.05),
    ("sustain", "/voice/2/sustain", 0.25, 1.0),
    ("decay", "/voice/2/decay", 0.5, 0.1),
    ("path-rate", "/voice/2/path/rate", -2.0, 1.0),
    ("macro-2", "/voice/2/macro/2", 0.5, 0.25),
    ("master-ceiling", "/master/ceiling", -3.0, -1.0),
)


def test_every_number_and_switch_is_obeyed(window, server):
    max_, client = window.machine, server.client
    only(window.sources("voice-chosen")).choose("2")
    client.send("/voice/2/at", "Dark")  # not every value of an axis can be reached from everywhere
    for name, address, value, usual in NUMBERS:
        number = only(window.sources(f"set-{name}"))
        for each in (value, usual):
            number.drag(each)
            obeyed(max_, client, address, [each])
    before = client.ask("/voice/2/path/loop")[0]
    for state in (1 - before, before):
        only(window.sources("set-path-loop")).click()
        obeyed(max_, client, "/voice/2/path/loop", [state])
    phase = only(window.sources("set-phase"))
    before = phase.shown
    for method in ("spsi", before):
        phase.choose(method)
        obeyed(max_, client, "/phase", [method])


def leads(box, name):
    """Whether a box leads to [s …-NAME], through others that can be seen too."""
    level, seen = [box], set()
    while level:
        level = [target for one in level for wires in one.wires.values() for target, _ in wires if target not in seen]
        seen.update(level)
        if any(one.name == "send" and str(one.target).endswith(f"-{name}") for one in level):
            return True
    return False


def test_midi_plays_the_voice_that_is_chosen(window, server):
    max_ = window.machine
    client = server.client
    only(window.sources("voice-chosen")).choose("2")
    max_.play(0x90, 65, 127)
    obeyed(max_, client, "/voice/2/note", [65.0, 1.0])
    max_.play(0xE0, 0, 96)
    obeyed(max_, client, "/voice/2/bend", [1.0])
    max_.play(0xE0, 0, 64)
    max_.play(0x80, 65, 0)
    max_.run_until(lambda: client.ask("/status")[1] == 0, what="its end")
    only(window.sources("midi")).click()
    max_.play(0x90, 70, 127)
    max_.run(0.3)
    assert client.ask("/status")[1] == 0
    only(window.sources("midi")).click()


FOLLOWED = (
    ("attack", "/voice/1/attack", 0.5, 0.01),
    ("decay", "/voice/1/decay", 0.5, 0.1),
    ("sustain", "/voice/1/sustain", 0.5, 1.0),
    ("release", "/voice/1/release", 0.5, 0.2),
    ("gain", "/voice/1/gain", -11.0, 0.0),
    ("pan", "/voice/1/pan", 0.5, 0.0),
    ("bend", "/voice/1/bend", 0.5, 0.0),
    ("drift", "/voice/1/drift", 0.25, 0.0),
    ("glide", "/voice/1/glide", 0.5, 0.05),
    ("path-rate", "/voice/1/path/rate", 2.0, 1.0),
    ("legato", "/voice/1/legato", 1, 0),
    ("path-loop", "/voice/1/path/loop", 1, 0),
    *((f"macro-{axis}", f"/voice/1/macro/{axis}", 0.5, 0.25) for axis in (1, 2, 3)),
    ("master-gain", "/master/gain", -3.0, 0.0),
    ("master-ceiling", "/master/ceiling", -3.0, -1.0),
    ("mute", "/mute", 1, 0),
    ("freeze", "/freeze", 1, 0),
)


def test_the_controller_follows_what_others_change(window, server):
    max_, client = window.machine, server.client
    for name, address, value, usual in FOLLOWED:
        shown = [box for box in window.targets(f"show-{name}") if box.name != "slider"]
        sliders = [box for box in window.everything() if box.name == "slider" and leads(box, f"set-{name}")]
        assert shown
        places = []
        for each in (value, usual):
            client.send(address, each)
            what = f"{name} to be shown"
            max_.run_until(lambda each=each, shown=shown: all(abs(b.current - each) < 1e-3 for b in shown), what=what)
            places.append([slider.current for slider in sliders])
        assert all(0.0 <= first <= 1.0 and first != second for first, second in zip(*places, strict=True))
    client.send("/voice/1/gain", -11.0)
    gain = only(box for box in window.everything() if box.name == "slider" and leads(box, "set-gain"))
    max_.run_until(lambda: abs(gain.current - (60.0 - 11.0) / 66.0) < 1e-3, what="the slider to stand where it should")
    client.send("/voice/1/gain", 0.0)
    for point in ("Hollow", "Bright"):
        client.send("/voice/1/at", point)
        max_.run_until(lambda point=point: menu(window, "point-menu").shown == point, what="the point")
    client.send("/voice/1/xy", 0.25, 0.125)
    field = only(box for box in window.everything() if box.name == "nodes")
    max_.run_until(lambda: field.current == [0.25, 0.125], what="the place")
    client.send("/plane/corner/1", "Hollow")
    max_.run_until(lambda: field.attributes["nodesnames"][0] == "Hollow", what="the corner")
    client.send("/plane/corner/1", "Dark")


def test_nothing_echoes_for_ever(window, server):
    max_ = window.machine
    for value in (-1.0, -2.0, -3.0):
        only(window.sources("set-gain")).drag(value)
        server.client.send("/voice/1/gain", value - 10.0)
    server.client.send("/voice/1/xy", 0.75, 0.75)
    only(box for box in window.everything() if box.name == "nodes").drag((0.5, 0.5))
    server.client.send("/voice/1/at", "Hollow")
    max_.run(1.0)
    sent = len(max_.datagrams)
    max_.run(1.0)
    assert {address for _, address, _ in max_.datagrams[sent:]} <= {"/ping", "/status", "/notify", "/answers"}


def test_the_controller_shows_what_is_refused(window):
    max_ = window.machine
    typed = only(window.sources("name-told"))
    typed.type("nothing of this name")
    max_.run(0.1)
    only(window.sources("delete")).click()
    line = only(window.targets("refusal"))
    max_.run_until(lambda: "nothing of this name" in line.shown, what="the reason")


def test_the_controller_stores_recalls_and_deletes(window, server):
    max_ = window.machine
    client = server.client
    gain = only(window.sources("set-gain"))
    only(window.sources("voice-chosen")).choose("1")
    gain.drag(-9.0)
    only(window.sources("name-told")).current = "evening mist"
    only(window.sources("store")).click()
    obeyed(max_, client, "/preset/list", ["evening mist"])
    max_.run_until(lambda: "evening mist" in menu(window, "presets").items, what="the menu")
    gain.drag(0.0)
    obeyed(max_, client, "/voice/1/gain", [0.0])
    only(window.sources("recall-time")).drag(0.0)
    only(window.sources("preset")).choose("evening mist")
    obeyed(max_, client, "/voice/1/gain", [-9.0])
    max_.run_until(lambda: gain.current == -9.0, what="the number to follow")
    only(window.sources("delete")).click()
    obeyed(max_, client, "/preset/list", [])
    max_.run_until(lambda: not menu(window, "presets").items, what="the menu to be empty")


def test_the_presets_of_max_keep_the_sliders(window, server):
    max_ = window.machine
    client = server.client
    only(window.sources("voice-chosen")).choose("1")
    presets = only(box for box in window.everything() if box.name == "preset")
    gain = only(window.sources("set-gain"))
    gain.drag(-7.0)
    presets.click(1, shift=True)
    gain.drag(0.0)
    obeyed(max_, client, "/voice/1/gain", [0.0])
    presets.click(1)
    obeyed(max_, client, "/voice/1/gain", [-7.0])


def test_another_space_fills_the_menus_anew(tiny_file):
    server = TimbreServer(os.environ, "--space", tiny_file, "--audio", "none", "--voices", "2")
    machine = begin(server, ORDERS[0])
    window = machine.open(CONTROLLER)
    machine.run_until(lambda: menu(window, "space-menu").items, what="the spaces")
    only(window.sources("fade")).drag(0.0)
    only(window.sources("space")).choose("orchestra")
    points = menu(window, "points")
    machine.run_until(lambda: len(points.items) > 3, what="its points")
    anchors = server.client.ask("/anchor/list")
    machine.run_until(lambda: points.items == anchors, what="all of them")
    labels = [only(window.targets(f"label-macro-{axis}")) for axis in range(1, 9)]
    machine.run_until(lambda: all(label.shown not in ("", "-") for label in labels), what="the names of its axes")
    assert only(window.sources("voice-chosen")).items == ["all", "1", "2"]
    end(machine)
    server.stop()


# Help, and Live.


@pytest.mark.parametrize("path", HELP, ids=lambda path: path.name)
def test_a_help_patch_sounds_and_has_every_message(path, max_, server, ear):
    server.client.send("/panic")
    wait_for(lambda: server.client.ask("/status")[1] == 0, "silence")
    help_patch = max_.open(path)
    max_.run_until(sounds(ear), what="the help")
    assert server.client.ask("/voice/1/sustain") == [0.0]
    messages = {box.text: box for box in help_patch.boxes.values() if box.name == "message"}
    for message, _ in REFERENCE[path.stem].takes:
        if not message.startswith("connect"):
            messages[message].click()
    max_.run(0.3)
    help_patch.shut()
    obeyed(max_, server.client, "/voice/1/sustain", [1.0])


def test_the_instrument_of_live_plays_and_its_parameters_arrive(start, server, ear):
    machine, client = start(live=True), server.client
    device = machine.open(DEVICE)
    machine.run(1.0)
    machine.play(0x90, 64, 127)
    machine.run_until(lambda: client.ask("/status")[1] == 1, what="the note")
    machine.run_until(sounds(ear), what="its sound")
    in_tune(ear, 64.0)
    machine.play(0x80, 64, 0)
    machine.run_until(lambda: client.ask("/status")[1] == 0, what="its end")
    dials = [box for box in device.everything() if box.name == "live.dial"]
    assert len(dials) >= 8
    for dial in dials:
        sent = len(machine.datagrams)
        dial.drag((dial.least + dial.greatest) / 3 + 0.01)
        assert machine.datagrams[sent:], dial.text
    assert "parameters" in read_file(DEVICE)


def test_the_instrument_of_live_sends_what_the_set_has_stored(start, server):
    machine, client = start(live=True), server.client
    machine.stored |= {"Gain": -4.5, "Attack": 0.25, "Voice": 3, "Known": 1}
    machine.open(DEVICE)
    obeyed(machine, client, "/voice/3/gain", [-4.5])
    obeyed(machine, client, "/voice/3/attack", [0.25])
    client.send("/voice/*/attack", 0.01)


def test_a_new_instrument_of_live_changes_nothing(start, server):
    other = Client(server.client.address[1])
    machine = start(live=True)
    other.send("/notify", 1)
    device = machine.open(DEVICE)
    server.client.send("/voice/1/gain", -8.0)
    dial = next(box for box in device.everything() if box.varname == "Gain")
    machine.run_until(lambda: dial.current == -8.0, what="the dial to follow")
    machine.run(0.7)
    heard = told(other)
    other.send("/notify", 0)
    other.close()
    assert set(heard) <= {"/done", "/meter", "/voice/1/gain"}
    assert heard["/voice/1/gain"] == 1
