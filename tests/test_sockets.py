"""Sockets: both families, UDP and TCP on one port; connections that misbehave harm nobody."""

import select
import socket
import struct

import pytest

from rt_timbre import sockets
from rt_timbre.connections import MOST_CONNECTIONS
from rt_timbre.errors import ListenError, OscError
from rt_timbre.osc import Message, encode, frame
from rt_timbre.sockets import Listener
from tests.live import StreamClient, wait_for

PING = encode(Message(address="/ping"))


@pytest.fixture
def listener():
    listener = Listener("127.0.0.1", 0)
    yield listener
    listener.close()


@pytest.fixture
def connect(listener):
    clients = []

    def make():
        clients.append(StreamClient(listener.port))
        return clients[-1]

    yield make
    for client in clients:
        client.close()


def heard(listener, seconds=30.0):
    """Return the next packet and its sender."""

    def next_one():
        for descriptor in readable(listener):
            received = listener.receive(descriptor)
            if received is not None:
                return received
        return None

    return wait_for(next_one, "a packet", seconds)


def readable(listener):
    return select.select(listener.descriptors, [], [], 0.01)[0]


def settle(listener):
    """Let the listener do all that there is to do; return the packets."""
    packets, quiet = [], 0
    while quiet < 5:
        ready = readable(listener)
        quiet = 0 if ready else quiet + 1
        for descriptor in ready:
            received = listener.receive(descriptor)
            if received is not None:
                packets.append(received[0])
    return packets


def families():
    return [socket.AF_INET, socket.AF_INET6] if has_ipv6() else [socket.AF_INET]


def has_ipv6():
    try:
        with socket.socket(socket.AF_INET6) as trial:
            trial.bind(("::1", 0))
    except OSError:
        return False
    return True


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0.0.0.0", "::", "::1"])
@pytest.mark.parametrize("kind", [socket.SOCK_DGRAM, socket.SOCK_STREAM])
def test_both_families_are_heard_and_answered(host, kind):
    if ":" in host and not has_ipv6():
        with pytest.raises(ListenError, match=host):
            Listener(host, 0)
        return
    listener = Listener(host, 0)
    assert listener.authority == (f"[{host}]:{listener.port}" if ":" in host else f"{host}:{listener.port}")
    for family in families():
        place = "127.0.0.1" if family == socket.AF_INET else "::1"
        with socket.socket(family, kind) as client:
            client.connect((place, listener.port))
            client.sendall(PING if kind == socket.SOCK_DGRAM else frame(PING))
            packet, sender = heard(listener)
            assert (packet, sender.host, sender.port) == (PING, place, client.getsockname()[1])
            assert not listener.is_own(sender)
            listener.send(b"answer", sender)
            client.settimeout(30)
            assert client.recv(100).strip(b"\xc0") == b"answer"
    listener.close()


def test_any_port_is_one_that_is_free_in_both_families(monkeypatch):
    real, taken = sockets._bind_both, []

    def bind(family, host, port):
        if family == socket.AF_INET:
            return real(family, host, port)
        if not taken:
            taken.append(port)
            raise sockets._PortTakenError("somebody else listens there")
        return real(socket.AF_INET, "127.0.0.2", port)  # the machine may be without IPv6

    monkeypatch.setattr(sockets, "_bind_both", bind)
    listener = Listener("127.0.0.1", 0)
    assert taken != [listener.port]
    assert len(listener.descriptors) == 3  # both families' UDP, and TCP
    listener.close()


def test_the_server_knows_itself(listener):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
        client.sendto(PING, ("127.0.0.1", listener.port))
        _, sender = heard(listener)
    assert not listener.is_own(sender)
    assert listener.is_own(sender.at(listener.port))
    assert not listener.is_own(type(sender)(sender.descriptor, "192.0.2.1", listener.port))


@pytest.mark.parametrize(("kind", "name"), [(socket.SOCK_DGRAM, "UDP"), (socket.SOCK_STREAM, "TCP")])
def test_a_port_that_is_taken_by_either_is_refused(kind, name):
    with socket.socket(socket.AF_INET, kind) as other:
        other.bind(("127.0.0.1", 0))
        if kind == socket.SOCK_STREAM:
            other.listen()
        port = other.getsockname()[1]
        with pytest.raises(ListenError, match=f"{name} port {port} of 127.0.0.1 is taken; choose another by --port"):
            Listener("127.0.0.1", port)
    Listener("127.0.0.1", port).close()


def test_a_stream_cut_anywhere_is_put_together(listener, connect):
    client = connect()
    for byte in frame(PING) + frame(b"/a\xc0\xdb\0") + frame(PING):
        client.send_raw(bytes([byte]))
    assert [heard(listener)[0] for _ in range(3)] == [PING, b"/a\xc0\xdb\0", PING]


def test_packets_that_came_together_keep_the_descriptor_readable(listener, connect):
    client, other = connect(), connect()
    client.send_raw(frame(PING) * 100)
    other.send_raw(b"#")
    first, sender = heard(listener)
    assert first == PING
    for _ in range(99):
        assert select.select(listener.descriptors, [], [], 30.0)[0]
        assert heard(listener) == (PING, sender)
    assert settle(listener) == []


def test_what_was_sent_before_the_end_is_obeyed_and_answered(listener, connect):
    closed = []
    listener.closed = closed.append
    client = connect()
    client.send_raw(frame(PING) * 3)
    client.socket.shutdown(socket.SHUT_WR)
    for _ in range(3):
        packet, sender = heard(listener)
        assert packet == PING
        listener.send(PING, sender)
    settle(listener)
    assert [client.receive() for _ in range(4)] == [("/ping", [])] * 3 + [None]
    assert closed == [sender]
    listener.send(PING, sender)  # to nobody


def test_bad_frames_are_told_and_the_connection_lives(listener, connect):
    client = connect()
    client.send_raw(
        b"\xc0\xdb\x01\xc0" + frame(PING) + b"\xc0\xdb\xc0" + b"\xc0/" + b"x" * 300_000 + b"\xc0" + frame(PING)
    )
    found = settle(listener)
    assert [type(packet) for packet in found] == [OscError, bytes, OscError, OscError, bytes]
    assert found[1] == found[4] == PING


@pytest.mark.parametrize(
    "hello", [b"POST / HTTP/1.1\r\n\r\n" + frame(PING), b"\x16\x03\x01", struct.pack(">i", 8) + PING]
)
def test_clients_of_other_protocols_are_sent_away(listener, connect, hello):
    client = connect()
    client.send_raw(hello)
    assert settle(listener) == []
    assert client.receive() == ("/fail", ["", "over TCP, OSC comes in SLIP frames (OSC 1.1)"])
    assert client.receive() is None


def test_connections_are_bounded(listener, connect):
    clients = []
    for _ in range(MOST_CONNECTIONS):
        clients.append(connect())
        assert settle(listener) == []
    late = connect()
    settle(listener)
    assert late.receive() == ("/fail", ["", "32 clients are connected already"])
    assert late.receive() is None
    clients[5].close()
    settle(listener)
    client = connect()
    client.send_raw(frame(PING))
    assert heard(listener)[0] == PING


def test_a_peer_that_does_not_read_is_dropped_and_the_others_are_served(listener, connect):
    closed = []
    listener.closed = closed.append
    deaf, good = connect(), connect()
    deaf.send_raw(frame(PING))
    _, deaf_sender = heard(listener)
    good.send_raw(frame(PING))
    _, good_sender = heard(listener)
    sent = 0
    while not closed:
        listener.send(bytes(10_000), deaf_sender)
        sent += 1
        assert sent < 10_000  # 100 MB: nothing is kept without bound
    assert closed == [deaf_sender]
    listener.send(PING, good_sender)
    assert good.receive() == ("/ping", [])


def test_a_slow_reader_gets_everything_in_order(listener, connect):
    client = connect()
    client.send_raw(frame(PING))
    _, sender = heard(listener)
    (connection,) = listener._connections._connections.values()
    count = 0
    while len(connection.unsent) < 100_000:  # all of the system's own room is full
        listener.send(encode(Message(address="/part", arguments=(count, bytes(10_000)))), sender)
        count += 1
    for number in range(count):
        for descriptor in select.select(listener.descriptors, [], [], 0)[0]:
            assert listener.receive(descriptor) is None
        assert client.receive()[1][0] == number
