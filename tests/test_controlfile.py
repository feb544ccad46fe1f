"""Control files: written and read back exactly; every fault names its line."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rt_timbre.controlfile import Event, Header, format_event, format_header, read_control_file, time_of
from rt_timbre.errors import ControlFileError
from rt_timbre.osc import Message
from rt_timbre.phase import NAMES


@pytest.fixture
def write(tmp_path):
    def write(text):
        path = tmp_path / "a.control"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


def test_types_follow_the_spelling(write):
    _, (event,) = read_control_file(write('0.5 /x 4 4.0 "4" four "with \\"quotes\\" # and hash" -1e-3 # comment\n'))
    assert event.message == Message(
        address="/x", arguments=(4, 4.0, "4", "four", 'with "quotes" # and hash', float(np.float32(-1e-3)))
    )
    assert [type(a) for a in event.message.arguments] == [int, float, str, str, str, float]


def test_header_comments_and_order(write):
    text = (
        f"# rt-timbre control 1 rate=44100 hop=64 voices=4 space={'ab' * 32} seed=7\n\n# hello\n2 /b\n1.5 /a 1\n2 /c\n"
    )
    header, events = read_control_file(write(text))
    assert header == Header(rate=44100, hop=64, voices=4, space="ab" * 32, seed=7)
    assert [(e.message.address, e.line) for e in events] == [("/a", 5), ("/b", 4), ("/c", 6)]
    assert read_control_file(write("1 /a\n"))[0] == Header()


@pytest.mark.parametrize(
    ("seconds", "rate", "sample"),
    [("0.1", 48000, 4800), ("0.000010416", 48000, 0), ("0.00001042", 48000, 1), ("3600.123456789", 44100, 158765444)],
)
def test_times_apply_at_the_nearest_sample(write, seconds, rate, sample):
    _, (event,) = read_control_file(write(f"{seconds} /a\n"))
    assert event.sample(rate) == sample


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1 /a\nnow /b\n", ":2: now is not a time"),
        ("-1 /a\n", ":1: -1 is not a time"),
        ("1.0000000001 /a\n", "at most 9 decimals"),
        ("99999999 /a\n", "later than"),
        ("1 a\n", "must be an address"),
        ("1\n", "must be an address"),
        ('1 /a "open\n', ":1: a quote is not closed"),
        ('1 /a "x"y\n', "separated by spaces"),
        ('1 /a "\\q"\n', "is not an escape"),
        ("1 /a 99999999999\n", "does not fit an OSC integer of 32 bits"),
        ("1 /a 1e60\n", "does not fit an OSC float"),
        ("# rt-timbre control 2\n", "version '2'"),
        ("# rt-timbre control 1 rate=fast\n", "rate is 'fast', it must be a whole number from 8000"),
        ("# rt-timbre control 1 tempo=3\n", "'tempo=3' in the header"),
        ('# rt-timbre control 1 "\n', "in the header is not one of"),
        ("# rt-timbre control 1 seed=" + "9" * 5000 + "\n", "seed is '9+', it must be a whole number"),
        ("# rt-timbre control 1 seed=²\n", "it must be a whole number"),
        ("# rt-timbre control 1 rate=48000 rate=44100\n", "once each"),
        ("# rt-timbre control 1 space=xyz\n", "SHA-256"),
        ("# rt-timbre control 1 phase=griffin-lim\n", "phase is 'griffin-lim', it must be one of bank, rtpghi-0"),
        (b"1 /a\n\xff\n", "not UTF-8"),
        ("1 /a " + "x" * 70000, "characters"),
    ],
)
def test_a_fault_names_its_line(write, text, reason):
    with pytest.raises(ControlFileError, match=reason):
        read_control_file(write(text))


def test_a_missing_file(tmp_path):
    with pytest.raises(ControlFileError, match="none cannot be read: No such file"):
        read_control_file(tmp_path / "none")


@given(
    st.decimals(0, 10_000_000, places=9),
    st.lists(
        st.one_of(
            st.integers(-(2**31), 2**31 - 1),
            st.floats(width=32, allow_nan=False, allow_infinity=False),
            st.text(st.characters(codec="utf-8")),
            st.text('\r\n\t\x0b\x0c\x1c\x85\u2028 "\\#'),
        ),
        max_size=6,
    ),
)
def test_what_is_written_is_read_back(tmp_path_factory, seconds, arguments):
    message = Message(address="/voice/1/x", arguments=tuple(arguments))
    path = tmp_path_factory.mktemp("control") / "a"
    path.write_bytes((format_event(seconds, message) + "\n").encode())
    _, (event,) = read_control_file(path)
    assert event.seconds == Decimal(seconds)
    assert event.message == message
    assert [type(a) for a in event.message.arguments] == [type(a) for a in arguments]


@pytest.mark.parametrize("text", ["# rt-timbre controls the demo's voices\n0 /b\n", "# \x0c0 /a\r\n0 /b\r\n"])
def test_a_comment_is_only_a_comment(write, text):
    header, (event,) = read_control_file(write(text))
    assert header == Header()
    assert (event.message.address, event.line) == ("/b", 2)


@pytest.mark.parametrize("argument", [float("nan"), float("-inf"), 1e300, 2**31, b"blob", None])
def test_what_a_line_cannot_hold_is_refused(argument):
    with pytest.raises(ControlFileError, match="cannot hold"):
        format_event(Decimal(0), Message(address="/a", arguments=(argument,)))


@given(
    st.builds(
        Header,
        rate=st.integers(8000, 192000),
        hop=st.integers(16, 1024),
        voices=st.integers(1, 64),
        space=st.none() | st.text("0123456789abcdef", min_size=64, max_size=64),
        seed=st.integers(0, 2**32 - 1),
        phase=st.none() | st.sampled_from(NAMES),
    )
)
def test_a_header_is_read_back(tmp_path_factory, header):
    path = tmp_path_factory.mktemp("control") / "a"
    path.write_text(format_header(header) + "\n1 /a\n")
    assert read_control_file(path)[0] == header


@given(st.integers(0, 10**12), st.sampled_from([8000, 11025, 44100, 48000, 96000, 192000]))
def test_a_time_leads_back_to_its_sample(sample, rate):
    event = Event(seconds=time_of(sample, rate), message=Message(address="/a", arguments=()), line=1)
    assert event.sample(rate) == sample


def test_a_log_that_a_crash_has_cut_off_says_so(tmp_path):
    path = tmp_path / "cut.control"
    path.write_text('0 /ping\n1.5 /voice/1/at "Vio')
    with pytest.raises(ControlFileError, match=r"cut\.control:2: a quote is not closed.*ends in the midst"):
        read_control_file(path)
    path.write_text('0 /ping\n1.5 /voice/1/at "Vio\n2 /ping\n')
    with pytest.raises(ControlFileError, match=r"cut\.control:2: a quote is not closed: \"Vio$"):
        read_control_file(path)
