"""The files for Max are what their maker writes, are sound by Max's own reference, and send what the server takes.

Max itself is not run; what the patches do is tried in an interpreter, `tests.max`.
"""

import json
import re
import zipfile
from xml.etree import ElementTree

import pytest

from patches.make_max.layout import arranged, overlaps
from patches.make_max.live_device import DIALS, VOICES, device
from patches.make_max.package import FOLDER, PICTURES, drawings, files, library, patches, write_package
from patches.make_max.patch import Patch, complaints, opened_device
from patches.reference import REFERENCE
from rt_timbre import __version__
from rt_timbre.addresses import ROWS
from tests.performer import LEFT_OUT, PERFORMED

FILES = files()
LIBRARY = library()
PATCHES = patches() | {"devices/rt-timbre.amxd": device()}
OWN = {name: patch.ports for name, patch in LIBRARY.items()}
IN_MAX = [name for name, it in REFERENCE.items() if "Max" in it.programs]
ROW_OF = {row.name: row for row in ROWS}


def content(name):
    """What a patch's file says."""
    if name.endswith(".amxd"):
        return opened_device(FILES[name])[0]
    return json.loads(FILES[name])


def test_what_is_committed_is_what_the_maker_makes():
    written = {str(path.relative_to(FOLDER)): path.read_bytes() for path in FOLDER.rglob("*") if path.is_file()}
    assert sorted(written) == sorted(FILES)
    assert [name for name, data in FILES.items() if written[name] != data] == []
    assert {name: (PICTURES / name).read_text(encoding="utf-8") for name in drawings()} == drawings()


@pytest.mark.parametrize("name", PATCHES)
def test_nothing_is_wrong_by_the_reference_of_max(name):
    assert complaints(content(name), OWN) == []


@pytest.mark.parametrize("name", PATCHES)
def test_nothing_lies_on_anything_else(name):
    patch = PATCHES[name]
    inner = [node.inner for _, node in patch.everything() if node.inner is not None]
    assert [line for each in (patch, *inner) for line in overlaps(each)] == []


def broken(change):
    """Complaints of a small patch in which something was changed."""
    patch = Patch()
    gain = patch.object("loadmess 1") >> "gate 2"
    gain[1] >> "timbre.voice 1"
    gain >> "metro 100" >> "prepend set"
    file = json.loads(arranged(patch).write(LIBRARY))
    change(file["patcher"])
    return complaints(file, OWN)


def rename(patcher, text, other):
    next(entry["box"] for entry in patcher["boxes"] if entry["box"]["text"] == text)["text"] = other


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (lambda patcher: patcher["lines"][1]["patchline"].update(source=["obj-2", 2]), "outlet 2 is out of range"),
        (lambda patcher: patcher["lines"][1]["patchline"].update(destination=["obj-3", 1]), "obj-3 has no inlet 1"),
        (lambda patcher: patcher["lines"][1]["patchline"].update(source=["obj-9", 0]), "missing object"),
        (lambda patcher: rename(patcher, "prepend set", "noise~"), "cannot connect bang"),
        (lambda patcher: rename(patcher, "prepend set", "prepnd set"), "prepnd is no object of Max"),
        (lambda patcher: patcher["boxes"][2]["box"].update(id="obj-2"), "duplicate object id"),
    ],
)
def test_a_broken_patch_is_complained_of(change, complaint):
    assert broken(lambda patcher: None) == []
    assert any(complaint in line for line in broken(change)), broken(change)


def test_boxes_that_lie_on_each_other_are_found():
    patch = Patch(100, 100, presented=True)
    patch.comment("one", 0, 0, shown=(0, 0, 60, 20))
    patch.comment("two", 0, 200, shown=(50, 10, 60, 20))
    patch.comment("a text that is much longer than its place", 0, 300, shown=(0, 60, 60, 20))
    assert len(overlaps(patch)) == 3


# What is sent.

TO_A_VOICE = ("s #0-to-voice", "s #0-question")
NOT_ADDRESSES = ("voice", "midi")  # what [timbre.voice] takes besides


def words(text):
    """Messages of a box, each as its first word and its values; what comes in is $1."""
    if text.startswith("prepend "):
        return [[*text.split()[1:], "$1"]]
    return [part.split() for part in text.replace("sprintf symout ", "").split(",") if part]


def sent(patch):
    """Give each message that a patch sends, below / or below /voice/{v}/, as the name of its row and its values."""
    is_device = patch is PATCHES["devices/rt-timbre.amxd"]
    for inner, node in patch.everything():
        if node.maxclass == "message" or node.name in ("prepend", "sprintf"):
            for word, *values in words(node.text):
                if word.startswith("/") and not word.startswith("/voice/%s"):
                    yield plain(word.lstrip("/")), values
        if node.name == "timbre.voice" or node.text in TO_A_VOICE or (is_device and node.text == "t l"):
            for source in above(inner, node, set()):
                for word, *values in words(source.text):
                    if word not in NOT_ADDRESSES and not word[0].isdigit():
                        yield f"voice/{plain(word)}", values


def above(patch, node, seen):
    """Boxes that say something to a box, through those that only pass it on."""
    for source, _, target, inlet in patch.wires:
        if target is node and source not in seen and not (node.name == "gate" and inlet == 0):
            seen.add(source)
            if source.maxclass == "message" or source.name == "prepend":
                yield source
            elif source.name in ("t", "gate"):
                yield from above(patch, source, seen)


def plain(address):
    """Name of an address's row: without voice, dimension, axis and corner."""
    return re.sub(r"/(\d+|\*|%ld|\$\d)(?=/|$)", "", address)


def fits(row, values):
    """Whether an address takes these values; `$1` stands for some that are told later."""
    if row.name == "voice/latent":
        return True
    if not values and row.kind == "control":  # a question
        return True
    needed = [parameter for parameter in row.parameters if parameter.default is None]
    if len(values) > len(row.parameters) or (len(values) < len(needed) and "$1" not in values):
        return False
    pairs = zip(values, row.parameters, strict=False)
    return all("$" in v or (re.fullmatch(r"-?[\d.]+", v) is not None) == (p.type != "s") for v, p in pairs)


@pytest.mark.parametrize("name", PATCHES)
def test_every_message_is_in_the_servers_table(name):
    messages = list(sent(PATCHES[name]))
    assert [message for message in messages if message[0] not in ROW_OF] == []
    assert [message for message in messages if not fits(ROW_OF[message[0]], message[1])] == []


def test_what_is_sent_is_found():
    """Of how many rows, so that the tests above and below do not look at nothing."""
    counts = {name: len({row for row, _ in sent(patch)}) for name, patch in PATCHES.items()}
    assert counts["patchers/timbre.osc.maxpat"] == 2
    assert counts["patchers/timbre.controller.maxpat"] >= 40
    assert counts["devices/rt-timbre.amxd"] > 14
    assert counts["help/timbre.osc.maxhelp"] > 4


@pytest.mark.parametrize("message", ["/nothing", "/preset/store", "/mute on", "/note 60 1 2", "/master/gain loud"])
def test_a_message_that_the_server_does_not_take_is_found(message):
    patch = Patch()
    patch.message(message)
    assert [name in ROW_OF and fits(ROW_OF[name], values) for name, values in sent(patch)] == [False]


def test_every_message_of_the_reference_is_in_the_servers_table():
    rows = []
    for message, _ in REFERENCE["timbre.voice"].takes:
        word = message.split()[0]
        if not word[0].isdigit() and word not in NOT_ADDRESSES:
            rows.append(f"voice/{plain(word)}")
    rows += [plain(message.split()[0].lstrip("/")) for message, _ in REFERENCE["timbre.osc"].takes if message[0] == "/"]
    for message, _ in REFERENCE["timbre.descriptor"].takes:
        word = message.split()[0]
        if not word[0].isdigit() and word not in NOT_ADDRESSES:
            rows.append(f"voice/descriptor/{word}")
    assert len(rows) > 10
    assert [row for row in rows if row not in ROW_OF] == []


def test_what_a_performer_needs_can_be_reached_from_the_controller():
    used = {"patchers/timbre.controller.maxpat"}
    for _, node in PATCHES["patchers/timbre.controller.maxpat"].everything():
        if node.name in LIBRARY:
            used.add(f"patchers/{node.name}.maxpat")
    used.add("patchers/timbre.osc.maxpat")
    reached = {name for patch in used for name, _ in sent(PATCHES[patch])}
    assert sorted(PERFORMED - reached) == []
    assert sorted(LEFT_OUT.keys() & reached) == ["answers"]  # which each object sends by itself


def test_every_name_that_is_heard_in_a_patch_is_sent_to_and_the_other_way_round():
    for name, patch in PATCHES.items():
        ends = {"s": set(), "r": set()}
        for _, node in patch.everything():
            if node.name in ends:
                ends[node.name].add(node.text.split()[1])
        own = {kind: {end for end in names if end.startswith("#0")} for kind, names in ends.items()}
        assert own["r"] - own["s"] == set(), name
        unheard = own["s"] - own["r"]
        assert unheard == set(), name


# The device.


def test_the_device_has_the_parameters_of_the_table():
    patcher, kind = opened_device(FILES["devices/rt-timbre.amxd"])
    assert kind == "instrument"
    values = {}
    for entry in patcher["patcher"]["boxes"]:
        value = entry["box"].get("saved_attribute_attributes", {}).get("valueof")
        if value is not None:
            assert value["parameter_longname"] not in values
            values[value["parameter_longname"]] = value
    assert set(values) == {"Voice", "Known", "Server"} | {name for name, _ in DIALS}
    assert len(DIALS) == 16
    for name, address in DIALS:
        row = ROW_OF[f"voice/{address.partition('/')[0]}"]
        assert (values[name]["parameter_mmin"], values[name]["parameter_mmax"]) == row.parameters[0].range
        assert "parameter_initial_enable" not in values[name]  # a new device changes nothing
    assert (values["Voice"]["parameter_mmin"], values["Voice"]["parameter_mmax"]) == (1, VOICES)
    listed = patcher["patcher"]["parameters"]
    assert sorted(entry[0] for key, entry in listed.items() if key != "parameterbanks") == sorted(values)
    banked = [name for bank in listed["parameterbanks"].values() for name in bank["parameters"]]
    assert banked == [name for name, _ in DIALS]


# The package.


def test_the_package_is_right_and_the_same_every_time(tmp_path):
    (tmp_path / "again").mkdir()
    path, again = write_package(tmp_path), write_package(tmp_path / "again")
    assert path.name == again.name == f"rt-timbre-max-{__version__}.zip"
    assert path.read_bytes() == again.read_bytes()
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        held = {name: archive.read(name) for name in archive.namelist()}
    assert all(name.startswith("rt-timbre/") for name in held)
    assert {name.removeprefix("rt-timbre/"): data for name, data in held.items()}.items() >= FILES.items()
    assert "rt-timbre/license.txt" in held
    information = json.loads(held["rt-timbre/package-info.json"])
    assert information["name"] == "rt-timbre"
    assert information["version"] == __version__
    assert information["max_version_min"] == "8.0"
    assert f"rt-timbre/extras/{information['homepatcher']}" in held
    for folder, listed in information["filelist"].items():
        for file in listed:
            assert f"rt-timbre/{folder}/{file}" in held


@pytest.mark.parametrize("name", IN_MAX)
def test_every_object_has_help_that_sends_all_of_its_messages_and_a_page(name):
    help_patch = PATCHES[f"help/{name}.maxhelp"]
    boxes = [node.text for node in help_patch.nodes if node.maxclass == "message"]
    said = [node.text for node in help_patch.nodes if node.maxclass == "comment"]
    for message, meaning in REFERENCE[name].takes:
        assert message in boxes
        assert meaning in said
    page = ElementTree.fromstring(FILES[f"docs/{name}.maxref.xml"])
    assert (page.tag, page.get("name")) == ("c74object", name)
    assert len(page.findall("methodlist/method")) == len(REFERENCE[name].takes)
    assert len(page.findall("outletlist/outlet")) == OWN[name][1] == len(REFERENCE[name].gives)
