"""OSC: what python-osc builds is read back; whatever else comes in is refused, quickly."""

import struct

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythonosc.osc_bundle_builder import IMMEDIATELY, OscBundleBuilder
from pythonosc.osc_message import OscMessage
from pythonosc.osc_message_builder import OscMessageBuilder

from rt_timbre.clock import Due, unfold
from rt_timbre.errors import ControlError, OscError
from rt_timbre.osc import Bundle, Message, encode, encode_bundle, parse
from rt_timbre.table import Limits, Table
from tests.osc_killers import BUNDLE, GAIN, KILLERS, NOW, element, message, mutations

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)
NAME = st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=20)
VALUES = st.one_of(
    st.tuples(st.just("i"), st.integers(-(2**31), 2**31 - 1)),
    st.tuples(st.just("h"), st.integers(-(2**63), 2**63 - 1)),
    st.tuples(st.just("f"), st.floats(width=32, allow_nan=False)),
    st.tuples(st.just("d"), st.floats(allow_nan=False)),
    st.tuples(st.just("s"), TEXT),
    st.tuples(st.just("b"), st.binary(min_size=1, max_size=20)),
    st.tuples(st.just("T"), st.just(True)),
    st.tuples(st.just("F"), st.just(False)),
    st.tuples(st.just("N"), st.none()),
)
HARMLESS = {
    "4,000 empty bundles",
    "bundles in bundles, each twice",
    "ranges without end",
    "64 KiB string",
}
TABLE = Table(Limits(voices=4, dimension=3, axes=3, low=np.full(3, -2, np.float32), high=np.full(3, 2, np.float32)))


def built(address, values):
    builder = OscMessageBuilder(address=address)
    for tag, value in values:
        builder.add_arg(value, tag)
    return builder.build()


@given(NAME, st.lists(VALUES, max_size=8))
def test_what_python_osc_builds_is_read_back(name, values):
    parsed = parse(built("/" + name, values).dgram)
    assert parsed == Message(address="/" + name, arguments=tuple(value for _, value in values))
    assert [type(a) for a in parsed.arguments] == [type(value) for _, value in values]


@given(
    NAME,
    st.lists(
        st.one_of(
            st.integers(-(2**31), 2**31 - 1),
            st.floats(width=32, allow_nan=False),
            TEXT,
            st.binary(min_size=1, max_size=20),
        ),
        max_size=8,
    ),
)
def test_what_is_encoded_python_osc_and_the_parser_read_back(name, arguments):
    sent = Message(address="/" + name, arguments=tuple(arguments))
    data = encode(sent)
    assert parse(data) == sent
    assert OscMessage(data).params == arguments


def test_bundles_nest():
    inner = OscBundleBuilder(IMMEDIATELY)
    inner.add_content(built("/b", [("i", 2)]))
    outer = OscBundleBuilder(IMMEDIATELY)
    outer.add_content(built("/a", [("f", 1.0)]))
    outer.add_content(inner.build())
    outer.add_content(built("/c", []))
    parsed = parse(outer.build().dgram)
    assert isinstance(parsed, Bundle)
    assert parsed.timetag == 1
    assert [m.address for m in parsed.messages()] == ["/a", "/b", "/c"]
    again = parse(encode_bundle(parsed.messages()))
    assert again.messages() == parsed.messages()


def test_a_message_without_type_tags_has_no_arguments():
    assert parse(b"/status\0") == Message(address="/status")


@pytest.mark.parametrize("argument", [None, float, 2**40, object()])
def test_what_has_no_type_is_refused(argument):
    with pytest.raises(OscError, match="/x"):
        encode(Message(address="/x", arguments=(argument,)))


def obey(data):
    """Return the commands of a datagram, or None if it is refused in the foreseen way."""
    try:
        parsed = parse(data)
        parts = unfold(parsed, 1.79e9) if isinstance(parsed, Bundle) else [Due(messages=(parsed,))]
        messages = [m for due in parts for m in due.messages]
        return [command for m in messages for command in TABLE.commands(m)]
    except (OscError, ControlError) as error:
        reason = str(error)
    if not reason.isprintable() or len(reason) > 300:
        pytest.fail(f"a refusal must be one short line: {reason!r}")
    return None


@pytest.mark.parametrize("name", KILLERS)
def test_known_killers_are_refused_or_harmless(name):
    commands = obey(KILLERS[name])
    assert commands is None or name in HARMLESS


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (BUNDLE + NOW + struct.pack(">i", -4), "says it is -4 bytes long"),
        (BUNDLE + NOW + b"\0\0", "2 bytes are left over"),
        (BUNDLE + b"\0\0", "no timetag"),
        (message("gain"), "must begin with '/'"),
        (message("/gain\n"), "must be printable ASCII"),
        (message("/" + "*" * 1024), "has 1025 characters, more than 1024"),
        (b"/a\0\0gain", "not terminated"),
        (b"/a\0\0gai\0", "type tags must begin with ','"),
        (message("/a", "ff", b"\0" * 4), "ends before its argument 2"),
        (message("/a", "f", b"\0" * 8), "4 bytes too many"),
        (message("/a", "q"), "unknown type 'q'"),
        (KILLERS["3,000 nested bundles"], "nested deeper than 8"),
        (BUNDLE + NOW + element(message("/p")) * 4097, "more than 4096"),
        (KILLERS["not UTF-8"], "not UTF-8"),
    ],
)
def test_a_refusal_says_what_is_wrong(data, reason):
    with pytest.raises(OscError, match=reason.replace("(", r"\(")):
        parse(data)


def test_a_hundred_thousand_damaged_datagrams():
    seeds = [
        GAIN,
        message("/voice/1/latent", "fff", struct.pack(">fff", 0.1, 0.2, 0.3)),
        message("/voice/*/z/2", "f", struct.pack(">f", 1.0)),
        message("/voice/2/at", "s", b"Violin\0\0"),
        message("/voice/1/morph", "ssfs", b"Dark\0\0\0\0Bright\0\0" + struct.pack(">f", 2.0) + b"linear\0\0"),
        message("/note", "if", struct.pack(">if", 60, 0.5)),
        message("/notify", "ii", struct.pack(">ii", 1, 9000)),
        message("/status"),
        BUNDLE + NOW + element(GAIN) + element(message("/voice/{1,3}/pan", "f", struct.pack(">f", 0.5))),
        BUNDLE + NOW + element(BUNDLE + NOW + element(GAIN)),
        *KILLERS.values(),
    ]
    small = [data for data in seeds if len(data) < 1000]
    obeyed = sum(obey(data) is not None for data in mutations(1, 100_000, small))
    assert obeyed > 1000  # the fuzz reaches beyond the parser
    for data in mutations(2, 200, seeds):
        obey(data)
