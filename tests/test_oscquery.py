"""The OSCQuery tree: every row of the table, every attribute, every status."""

import itertools
import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rt_timbre.addresses import ROWS
from rt_timbre.errors import ControlError, QueryError
from rt_timbre.osc import Message
from rt_timbre.query.tree import Description, Tree, as_json, host_info, type_of
from rt_timbre.table import Limits, Table

POINTS = ("Dark", "Bright", "my preset")
LIMITS = Limits(
    voices=3,
    dimension=4,
    axes=2,
    low=np.array([-1.1, -2.0, 0.0, -0.3], np.float32),
    high=np.array([1.0, 2.2, 1.0, 0.4], np.float32),
)
DESCRIPTION = Description(limits=LIMITS, labels=("bright", "hollow", "nasal"), names={"point": POINTS})
TABLE, TREE = Table(LIMITS), Tree(DESCRIPTION)
TARGETS = dict(TABLE.addresses())
NOTIFICATIONS = {row.template for row in ROWS if row.kind == "notification"}


def whole():
    return TREE.query("/").answer({})


def methods(node):
    if "CONTENTS" not in node:
        yield node
    for child in node.get("CONTENTS", {}).values():
        yield from methods(child)


def containers(node):
    if "CONTENTS" in node:
        yield node
        for child in node["CONTENTS"].values():
            yield from containers(child)


METHODS = {node["FULL_PATH"]: node for node in methods(whole())}
SETTABLE = [node for node in METHODS.values() if node["ACCESS"] & 2]


def test_every_address_is_one_method_and_no_container():
    paths = [node["FULL_PATH"] for node in methods(whole())]
    assert sorted(paths) == sorted([*TARGETS, *NOTIFICATIONS])
    assert len(set(paths)) == len(paths)
    assert not {node["FULL_PATH"] for node in containers(whole())} & set(paths)
    assert all(path in TREE for path in paths)
    assert "/voice/1" not in TREE


def test_the_tree_is_where_its_paths_say():
    for node in itertools.chain(containers(whole()), methods(whole())):
        assert TREE.query(node["FULL_PATH"]).answer({}) == node


def test_what_a_client_shows_as_names_of_containers_are_different():
    for node in containers(whole()):
        names = [child["DESCRIPTION"] for child in node["CONTENTS"].values() if "CONTENTS" in child]
        assert len(set(names)) == len(names)
    assert TREE.query("/voice/2").answer({})["DESCRIPTION"] == "voice 2"
    assert TREE.query("/voice/2/macro/2").answer({})["DESCRIPTION"].startswith("axis 2, hollow: ")


def test_one_number_for_each_dimension_and_two_for_each_plane():
    assert [METHODS[f"/voice/1/z/{d}"]["TYPE"] for d in (1, 2, 3, 4)] == ["f"] * 4
    assert METHODS["/voice/3/z/1"]["RANGE"] == [{"MIN": -1.1, "MAX": 1.0}]
    assert METHODS["/voice/1/latent"]["TYPE"] == "ffff"
    assert METHODS["/voice/1/latent"]["RANGE"][1] == {"MIN": -2.0, "MAX": 2.2}
    for path in ("/voice/1/xy", "/voice/1/note", "/note"):
        assert METHODS[path]["TYPE"] == "ff"
    assert METHODS["/voice/1/at"]["RANGE"] == [{"VALS": list(POINTS)}]


@pytest.mark.parametrize(
    ("path", "attributes"),
    [
        ("/panic", {"TYPE": "I", "ACCESS": 2, "TAGS": ["action", "panic"]}),
        ("/mute", {"TYPE": "i", "ACCESS": 3, "RANGE": [{"MIN": 0, "MAX": 1}], "CLIPMODE": ["both"]}),
        ("/voice/1/gain", {"TYPE": "f", "UNIT": ["gain.db"], "RANGE": [{"MIN": -90.0, "MAX": 6.0}]}),
        ("/voice/1/note", {"UNIT": ["time.midinote", None], "CLIPMODE": ["both", "both"]}),
        ("/voice/1/morph", {"TYPE": "ssfs", "CLIPMODE": ["none", "none", "both", "none"]}),
        ("/status", {"ACCESS": 1, "TAGS": ["question", "status"]}),
    ],
)
def test_a_method_is_described(path, attributes):
    assert attributes.items() <= METHODS[path].items()


def test_what_there_is_not_is_left_out():
    assert not {"TYPE", "RANGE", "VALUE", "UNIT"} & set(METHODS["/status"])
    assert not {"RANGE", "UNIT", "CLIPMODE"} & set(METHODS["/panic"])
    assert not {"CLIPMODE", "UNIT"} & set(METHODS["/voice/1/at"])
    assert "OVERLOADS" not in METHODS["/voice/1/gain"]


def test_arguments_that_can_be_left_out_are_overloads():
    assert [overload["TYPE"] for overload in METHODS["/voice/1/morph"]["OVERLOADS"]] == ["ssf"]
    assert [overload["TYPE"] for overload in METHODS["/notify"]["OVERLOADS"]] == ["i", "ii"]


def values(node, choose):
    """Return arguments as a description says that they may be."""
    ranges = node.get("RANGE", [None] * len(node["TYPE"]))
    clips = node.get("CLIPMODE", ["none"] * len(node["TYPE"]))
    for tag, limits, clip in zip(node["TYPE"], ranges, clips, strict=True):
        if tag == "I":
            yield None
        elif tag == "s":
            yield choose(st.sampled_from(limits["VALS"]) if limits else st.text(min_size=1))
        else:
            assert (clip == "both") == (limits is not None)
            low, high = (limits["MIN"], limits["MAX"]) if limits else (-(2**15), 2**15)
            yield choose(st.integers(low, high) if tag == "i" else st.floats(low, high))


@settings(deadline=None)
@given(st.sampled_from(SETTABLE), st.data())
def test_what_the_tree_allows_is_obeyed_as_it_is(node, data):
    for form in [node, *node.get("OVERLOADS", [])]:
        arguments = tuple(values(form, data.draw))
        (command,) = TABLE.commands(Message(address=node["FULL_PATH"], arguments=arguments))
        assert not command.question
        given_ = [] if form["TYPE"] == "I" else list(arguments)
        for got, sent, tag in zip(command.arguments, given_, form["TYPE"], strict=False):
            assert got == (sent if tag != "f" else pytest.approx(sent, rel=1e-6))


@pytest.mark.parametrize("node", SETTABLE, ids=lambda node: node["FULL_PATH"])
def test_what_the_tree_does_not_allow_is_clipped_or_refused(node):
    tags = node["TYPE"]
    with pytest.raises(ControlError):
        TABLE.commands(Message(address=node["FULL_PATH"], arguments=(0.5,) * (len(tags) + 1)))
    ranges = node.get("RANGE", [None] * len(tags))
    good = [
        limits.get("MIN", limits.get("VALS", [0])[0]) if limits else "x" if tag == "s" else 0
        for tag, limits in zip(tags, ranges, strict=True)
    ]
    for place, limits in enumerate(ranges):
        if not limits or "VALS" in limits:
            continue
        for bad, clipped in ((limits["MAX"] + 1e6, limits["MAX"]), (limits["MIN"] - 1e6, limits["MIN"])):
            arguments = (*good[:place], bad, *good[place + 1 :])
            (command,) = TABLE.commands(Message(address=node["FULL_PATH"], arguments=arguments))
            assert command.arguments[place] == pytest.approx(clipped, rel=1e-6)


def test_access_says_what_can_be_asked():
    for path in NOTIFICATIONS:
        assert METHODS[path]["ACCESS"] == 1
        assert TREE.query(path, ["VALUE"]).needed == ()
        assert TREE.query(path, ["VALUE"]).answer({}) == {}
    for path in TARGETS:
        node, kind = METHODS[path], TARGETS[path].row.kind
        assert node["ACCESS"] == {"control": 3, "action": 2, "question": 1}[kind]
        if node["ACCESS"] & 1:
            assert TABLE.commands(Message(address=path))[0].question


def test_values_are_told_where_they_are_known():
    query = TREE.query("/voice/1")
    assert set(query.needed) == {path for path in TARGETS if path.startswith("/voice/1/")}
    answer = query.answer({"/voice/1/gain": (-3.1,), "/voice/1/morph": ()})
    assert answer["CONTENTS"]["gain"]["VALUE"] == [-3.1]
    assert "VALUE" not in answer["CONTENTS"]["morph"]
    assert "VALUE" not in METHODS["/voice/1/gain"]
    assert json.loads(json.dumps(answer, allow_nan=False)) == answer


def test_the_type_of_a_question_is_that_of_its_answer():
    query = TREE.query("/anchor/list", ["TYPE"])
    assert query.needed == ("/anchor/list",)
    assert query.answer({"/anchor/list": ("Dark", "Bright")}) == {"TYPE": "ss"}
    assert query.answer({}) == {}
    assert type_of(("a", 1, 0.5)) == "sif"


def test_numbers_are_as_short_as_they_can_be():
    assert as_json(float(np.float32(0.1))) == 0.1
    assert as_json(float("nan")) is None
    assert as_json(b"blob") is None
    assert as_json(7) == 7


@pytest.mark.parametrize(
    ("path", "attributes", "answer"),
    [
        ("/voice/1/z/3", ["RANGE"], {"RANGE": [{"MIN": 0.0, "MAX": 1.0}]}),
        ("/voice/1/z/3/", ["TYPE", "ACCESS"], {"TYPE": "f", "ACCESS": 3}),
        ("/voice/1", ["TYPE"], {}),
        ("/voice", ["FULL_PATH"], {"FULL_PATH": "/voice"}),
        ("/voice/1/at", ["UNIT"], {}),
        ("/voice/1/gain", ["CONTENTS"], {}),
    ],
)
def test_an_attribute_is_asked_for(path, attributes, answer):
    assert TREE.query(path, attributes).answer({}) == answer


def test_contents_are_asked_for():
    answer = TREE.query("/master", ["CONTENTS"]).answer({"/master/gain": (-6.0,)})
    assert set(answer) == {"CONTENTS"}
    assert answer["CONTENTS"]["gain"]["VALUE"] == [-6.0]


@pytest.mark.parametrize(
    ("path", "attribute", "status"),
    [
        ("/nothing", None, 404),
        ("/voice/4/gain", None, 404),
        ("/voice/1/gain/more", "TYPE", 404),
        ("/voice//gain", None, 404),
        ("/voice/*/gain", None, 404),
        ("/voice/1/gain", "VALEU", 400),
        ("/voice/1/gain", "value", 400),
        ("/voice/1/gain", "", 400),
        ("/voice/1/gain", "EXTENDED_TYPE", 204),
        ("/voice/1/gain", "HTML", 204),
        ("/voice/1/gain", "LISTEN", 204),
        ("/panic", "VALUE", 204),
        ("/voice", "VALUE", 204),
    ],
)
def test_what_cannot_be_answered_has_its_status(path, attribute, status):
    with pytest.raises(QueryError) as caught:
        TREE.query(path, [] if attribute is None else [attribute])
    assert caught.value.status == status


def test_the_host_says_what_it_can():
    info = host_info("127.0.0.1", 57130, 57131)
    assert (info["OSC_IP"], info["OSC_PORT"], info["OSC_TRANSPORT"], info["WS_PORT"]) == (
        "127.0.0.1",
        57130,
        "UDP",
        57131,
    )
    supported = {name for name, supports in info["EXTENSIONS"].items() if supports}
    told = set().union(*(set(node) for node in METHODS.values())) - {"FULL_PATH", "TYPE"}
    assert told | {"VALUE", "LISTEN", "PATH_CHANGED"} == supported


def test_a_description_survives_as_json():
    again = Description.from_json(json.loads(json.dumps(DESCRIPTION.as_json())))
    assert Tree(again).query("/").answer({}) == whole()


@given(
    st.one_of(st.text(), st.lists(st.sampled_from(["voice", "1", "z", "gain", "", "..", "*"])).map("/".join)),
    st.lists(st.one_of(st.text(), st.sampled_from(["VALUE", "TYPE", "CONTENTS", "HTML", "HOST_INFO"])), max_size=3),
)
def test_whatever_is_asked_there_is_an_answer_or_a_status(path, attributes):
    statuses = []
    try:
        query = TREE.query(path, attributes)
    except QueryError as error:
        statuses.append(error.status)
    else:
        assert set(query.needed) <= set(TARGETS)
        assert isinstance(json.loads(json.dumps(query.answer({}), allow_nan=False)), dict)
    assert set(statuses) <= {204, 400, 404}
