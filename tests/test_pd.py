"""The patches of Pure Data are what their maker writes, open without complaint, and play a running server."""

import hashlib
import os
import re
import time
import zipfile

import pytest

from patches.make_pd.package import FOLDER, PAGE, files, patches, write_package
from patches.make_pd.patch import overlaps
from patches.make_pd.plane import plane
from patches.reference import REFERENCE, table_markdown
from rt_timbre.addresses import ROWS
from tests import pd as parts
from tests.live import TimbreServer, wait_for
from tests.pd import known
from tests.test_engine import centroid
from tests.test_live import cents, sounds

PATCHES = patches()
jackd, server, ear, pure_data = parts.jackd, parts.server, parts.ear, parts.pure_data


def test_what_is_committed_is_what_the_maker_makes():
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.pd")}
    assert written == files()


@pytest.mark.parametrize("name", PATCHES)
def test_nothing_lies_on_anything_else(name):
    patch = PATCHES[name]
    inner = [node.inner for _, node in patch.everything() if node.inner is not None]
    assert [line for each in (patch, *inner) for line in overlaps(each)] == []


def brightness(ear):
    """Centroid of what is heard, in Hz; 0 of silence, as of blocks that a busy machine has lost."""
    sound = ear.record(0.3)
    return centroid(sound, ear.rate) if sound.any() else 0.0


def addresses(text):
    """Addresses that the messages of a file send, with as many arguments as they have."""
    for message in re.findall(r"^#X msg \d+ \d+ ([^;]*);$", text, re.MULTILINE):
        for part in message.split(r" \, "):
            if part.startswith("/") and part.count("/") > (1 if part.startswith("/voice") else 0):
                yield part.split()


def test_every_address_is_in_the_table():
    seen = set()
    for name, text in files().items():
        for address, *arguments in addresses(text):
            parts = [part for part in address[1:].split("/") if not re.fullmatch(r"\d+|\*|\\\$\d", part)]
            row = next((row for row in ROWS if row.name.split("/") == parts), None)
            assert row is not None, f"{name}: {address}"
            fewest = sum(parameter.default is None for parameter in row.parameters)
            asked = row.kind == "question" or (row.kind == "control" and not arguments)
            assert asked or fewest <= len(arguments) <= len(row.parameters), f"{name}: {address} {arguments}"
            seen.add(row.name)
    assert {"note", "panic", "mute", "freeze", "master/gain", "preset/store", "space/load", "plane/corner"} <= seen


def test_the_table_of_the_page_is_that_of_the_patches():
    page = PAGE.read_text(encoding="utf-8")
    assert table_markdown() in page


def test_the_package_is_what_deken_takes_and_the_same_every_time(tmp_path):
    path = write_package(tmp_path, "1.2.3")
    assert path.name == "rt-timbre[v1.2.3].dek"
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        for name, text in files().items():
            assert archive.read(f"rt-timbre/{name}").decode() == text
        assert b"VERSION 1.2.3" in archive.read("rt-timbre/rt-timbre-meta.pd")
    assert {"rt-timbre/README.md", "rt-timbre/LICENSE"} <= set(names)
    data = path.read_bytes()
    assert (tmp_path / f"{path.name}.sha256").read_text().split()[0] == hashlib.sha256(data).hexdigest()
    assert write_package(tmp_path, "1.2.3").read_bytes() == data


@pytest.mark.parametrize("audio", ["-noaudio", "-jack"])
def test_every_patch_opens_without_complaint(pure_data, jackd, audio):
    opened = sorted(FOLDER.glob("*.pd"))
    assert len(opened) > 10
    pd = pure_data(opened=opened, audio=audio, environment=jackd.environment)
    pd.send("wrong bang")  # to know that complaints are heard
    wait_for(lambda: pd.complaints, "a complaint")
    assert pd.complaints == ["error: nobody: no such object"]
    pd.lines.clear()


def test_a_note_from_pd_sounds_at_its_pitch(pure_data, server, ear):
    pd = pure_data(("timbre.voice 1", 2))
    pd.send("try-0 note 60.5 0.7")
    wait_for(sounds(ear), "the note")
    ear.record(0.3)
    wait_for(lambda: abs(cents(ear.record(0.5), ear.rate, 60.5)) < 10, "the pitch")
    pd.send("try-0 midi 64 127")
    wait_for(lambda: server.client.ask("/voice/1/note") == [64.0, 1.0], "the note by MIDI")
    pd.send("try-0 67 0.5")
    wait_for(lambda: server.client.ask("/voice/1/note") == [67.0, 0.5], "the note without a name")
    pd.send("try-0 note 67 0")
    wait_for(lambda: server.client.ask("/status")[1] == 0, "its end")
    wait_for(lambda: not ear.record(0.1).any(), "silence")


def test_a_voice_obeys_asks_and_tells_what_is_refused(pure_data, server):
    pd = pure_data(("timbre.voice 2", 2))
    pd.send("try-0 gain -7.5")
    pd.send("try-0 gain")
    pd.wait_for("try-0.0: gain -7.5")
    pd.send("try-0 macro/2 0.5")
    pd.send("try-0 macro/2")
    pd.wait_for("try-0.0: macro 2 0.5")
    pd.send("try-0 attack loud")
    pd.wait_for("try-0.1: fail /voice/2/attack")
    pd.send("try-0 voice *")
    pd.send("try-0 pan 0.25")
    wait_for(lambda: server.client.ask("/voice/4/pan") == [0.25], "all voices")
    assert server.client.ask("/voice/1/gain") == [0.0]


def test_a_morph_from_pd_is_heard(pure_data, server, ear):
    pd = pure_data(("timbre.morph 1 Dark Bright 0.5 spherical", 2))
    server.client.send("/voice/1/at", "Dark")
    server.client.send("/voice/1/note", 57.0, 0.7)
    wait_for(sounds(ear), "the note")
    ear.record(0.2)
    dark = wait_for(lambda: brightness(ear), "the dark sound")
    pd.send("try-0 bang")
    pd.wait_for("try-0.0: 1")
    assert server.client.ask("/voice/1/morph") == ["Dark", "Bright", 0.5, "spherical"]
    positions = [float(line.split()[1]) for line in pd.lines if line.startswith("try-0.0:")]
    assert positions == sorted(positions)
    assert len(set(positions)) > 3
    wait_for(lambda: brightness(ear) > 1.5 * dark, "the bright sound")
    pd.send("try-0 0.25")
    wait_for(lambda: server.client.ask("/voice/1/scrub") == [0.25], "the place by hand")
    for message in ("from Hollow", "to Dark", "time 0.1", "curve expressive", "back"):
        pd.send(f"try-0 {message}")
    told = ["Dark", "Hollow", pytest.approx(0.1), "expressive"]
    wait_for(lambda: server.client.ask("/voice/1/morph") == told, "the journey back")
    pd.send("try-0 to Nowhere")
    pd.send("try-0 bang")
    pd.wait_for("try-0.1: fail /voice/1/morph")


def test_the_plane_moves_the_voice_and_sets_its_corners(pure_data, server, ear):
    pd = pure_data(("timbre.plane 3", 2))
    pd.send("try-0 corner 1 Dark")
    pd.send("try-0 corner 4 Bright")
    wait_for(lambda: server.client.ask("/plane/corner/4") == ["Bright"], "the corners")
    pd.send("try-0 0 0")
    wait_for(lambda: server.client.ask("/voice/3/xy") == [0.0, 0.0], "the dark corner")
    server.client.send("/voice/3/note", 57.0, 0.7)
    wait_for(sounds(ear), "the note")
    ear.record(0.2)
    dark = wait_for(lambda: brightness(ear), "the dark sound")
    pd.send("try-0 1 1")
    wait_for(lambda: brightness(ear) > 1.5 * dark, "the bright corner")
    pd.send("try-0 0.25 0.75")
    pd.send("try-0 show 0.5 0.5")  # goes nowhere
    pd.wait_for("try-0.0: 0.25 0.75")
    wait_for(lambda: server.client.ask("/voice/3/xy") == [0.25, 0.75], "the place")
    pd.send("try-0 corner 2 Hollow")
    wait_for(lambda: server.client.ask("/plane/corner/2") == ["Hollow"], "the corner")
    assert server.client.ask("/voice/3/xy") == [0.25, 0.75]
    pd.send("try-0 corner 2 Nothing")
    pd.wait_for("try-0.1: fail /plane/corner/2")


@pytest.mark.parametrize("zoom", [1, 2])
def test_a_press_on_the_plane_takes_the_puck_there_and_it_follows_the_mouse(zoom, pure_data, server):
    pd = pure_data(opened=[FOLDER / "timbre.plane.pd"])
    field = next(node for node in plane().nodes if node.text == r"pd \$0-field")
    left, top = field.x + 8, field.y + 8  # where (0, 1) is

    def mouse(what, across, down, button):
        x, y = (zoom * place for place in (left + across, top + down))
        pd.send(f"pd-timbre.plane.pd {what} {x} {y} {button}")

    def arrives(across, down):
        there = pytest.approx([across / 200, 1 - down / 200], abs=0.011)
        wait_for(lambda: server.client.ask("/voice/1/xy") == there, f"the puck at {across}, {down}")

    pd.send(f"pd-timbre.plane.pd zoom {zoom}")
    for across, down in ((50, 20), (151, 120), (3, 199)):
        mouse("mouse", across, down, "1 0")
        arrives(across, down)
        mouse("motion", across + 40, down - 10, 0)
        arrives(across + 40, down - 10)
        mouse("mouseup", across + 40, down - 10, 1)
    mouse("mouse", -6, -6, "1 0")
    arrives(0, 0)


def test_the_light_goes_out_and_the_changes_of_others_are_told(pure_data, server, tiny_file):
    pd = pure_data(("timbre.status", 2))
    pd.wait_for("try-0.0: 1")
    server.client.send("/voice/2/gain", -3.0)
    pd.wait_for("try-0.1: voice 2 gain -3")
    pd.wait_for("try-0.1: status.reply")
    pd.wait_for("try-0.1: meter")
    other = TimbreServer(os.environ, "--space", tiny_file, "--audio", "none", "--voices", "1")
    pd.lines.clear()
    pd.send(f"try-0 connect 127.0.0.1 {other.client.address[1]}")
    pd.wait_for("try-0.1: status.reply")
    other.stop()
    pd.wait_for("try-0.0: 0")
    pd.wait_for("status: 0")


def test_a_descriptor_is_met_and_heard(pure_data, server, ear):
    client = server.client
    client.send("/voice/1/at", "Dark")
    client.send("/voice/1/note", 57.0, 0.7)
    wait_for(sounds(ear), "the note")
    ear.record(0.2)
    dark = wait_for(lambda: brightness(ear), "the dark sound")
    pd = pure_data(("timbre.descriptor 1 centroid", 2))
    pd.send("try-0 1500")
    reached = float(pd.wait_for("try-0.0: centroid").split()[2])
    assert reached == pytest.approx(1500.0, rel=0.1)
    wait_for(lambda: brightness(ear) > 1.3 * dark, "the brighter sound")
    pd.send("try-0 flatness 0.01")
    pd.wait_for("try-0.0: flatness")
    pd.send("try-0 centroid bright")
    pd.wait_for("try-0.1: fail /voice/1/descriptor/centroid")


def test_any_message_of_the_table_can_be_sent(pure_data, server):
    pd = pure_data(("timbre.osc", 1))
    pd.send("try-0 /voice/*/glide 0.2")
    wait_for(lambda: server.client.ask("/voice/4/glide") == [pytest.approx(0.2)], "the message")
    pd.send("try-0 /anchor/list")
    pd.wait_for("try-0.0: anchor list Dark Bright Hollow")
    pd.send("try-0 /plane/corner/1 Hollow")
    pd.send("try-0 /plane/corner/1")
    pd.wait_for("try-0.0: plane corner 1 Hollow")


def test_a_click_on_a_row_of_the_menu_gives_its_name(pure_data, tmp_path):
    path = known("timbre.menu", tmp_path)
    pd = pure_data((f"{path.with_suffix('')} points", 1))
    names = [f"Name-{number}" for number in range(15)]
    pd.send(f"try-0 names {' '.join(names)}")
    height = 12 * 16
    pd.send(f"known-clicked {height - 1 - 20}")  # from the bottom; the second row
    pd.wait_for("try-0.0: symbol Name-1")
    pd.send(f"known-clicked {height - 1 - 35}")  # the hand slips to the next row
    time.sleep(0.3)
    pd.send("known-down bang")
    pd.send(f"known-clicked {height - 1 - 50}")  # the fourth; the list has gone down as far as it goes
    pd.wait_for("try-0.0: symbol Name-6")
    assert "try-0.0: symbol Name-2" not in pd.lines


def test_two_hundred_names_are_all_there(pure_data, tmp_path):
    path = known("timbre.menu", tmp_path)
    pd = pure_data((f"{path.with_suffix('')} presets", 1), ("r known-row-11", 1))
    names = [f"Name-{number}" for number in range(199)] + ["The-last-and-the-longest-of-them"]
    pd.send(f"try-0 names {' '.join(names)}")
    for _ in range(25):
        pd.send("known-down bang")
    pd.send("known-clicked 0")  # the last row
    pd.wait_for("try-0.0: symbol The-last-and-the-longest-of-them")
    pd.wait_for("try-1.0: label The-last-and-the-l")
    assert "try-1.0: label The-last-and-the-l" in pd.lines, "what has no room is not written into the next menu"
    pd.send("known-up bang")
    time.sleep(0.3)
    pd.send("known-clicked 191")  # the first
    pd.wait_for("try-0.0: symbol Name-178")


def test_the_help_patches_sound_at_once(pure_data, server, ear):
    client = server.client
    client.send("/voice/1/note", 60.0, 0.0)
    wait_for(lambda: client.ask("/status")[1] == 0, "silence")
    pure_data(opened=[FOLDER / "timbre.voice-help.pd"])
    wait_for(sounds(ear), "the help")
    assert client.ask("/voice/1/sustain") == [0.0]
    for name, value in (("sustain", 1.0), ("attack", 0.01), ("decay", 0.1)):
        client.send(f"/voice/1/{name}", value)


@pytest.mark.parametrize("name", REFERENCE)
def test_every_message_of_the_reference_is_taken(name, pure_data, server):
    it = REFERENCE[name]
    pd = pure_data((f"{name} {it.example}".replace("Violin", "Dark").replace("Flute", "Bright"), len(it.gives)))
    for message, _ in it.takes:
        for stranger in ("Oboe", "Trumpet", "Clarinet", "Tuba"):
            message = message.replace(stranger, "Hollow")
        if not message.startswith("connect"):
            pd.send(f"try-0 {message}")
    pd.send("end bang")
    pd.wait_for("end: bang")
    server.client.ask("/ping")
    time.sleep(0.1)  # for a refusal to arrive
    assert not [line for line in pd.lines if "fail" in line]
