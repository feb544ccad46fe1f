"""What an open port must stand: pages of other sites, garbage, floods, clients that do not read."""

import contextlib
import json
import socket
import struct

import aiohttp
import numpy as np
import pytest

from rt_timbre.osc import Message, encode, encode_bundle
from tests.live import PATIENCE, Client, wait_for
from tests.query_client import Stream, get, methods, request, serving


@pytest.fixture(scope="module")
def server(tiny_file):
    with serving("--space", tiny_file) as server:
        yield server
        code, said = server.stop()
        assert code == 0
        assert "Traceback" not in said


@pytest.fixture
def stream(server):
    stream = Stream(server.query)
    yield stream
    stream.close()


EVIL = "http://evil.example"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": EVIL},
        {"Origin": "null"},
        {"Origin": "http://localhost:1"},
        {"Origin": "https://127.0.0.1:{port}"},
        {"Host": "evil.example:{port}"},
        {"Host": "127.0.0.1.evil.example"},
        {"Host": "evil.example", "Origin": EVIL},
        {"Host": ""},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"},
    ],
    ids=str,
)
def test_a_page_of_another_site_is_refused(server, headers):
    headers = {name: value.format(port=server.query) for name, value in headers.items()}
    assert request(server.query, "/voice/1/gain?VALUE", headers)[0] == 403
    with pytest.raises(aiohttp.WSServerHandshakeError) as caught:
        Stream(server.query, **headers)
    assert caught.value.status == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "localhost:{port}"},
        {"Host": "LOCALHOST"},
        {"Host": "[::1]:{port}"},
        {"Origin": "http://127.0.0.1:{port}"},
        {"Host": "localhost:8000", "Origin": "http://localhost:8000"},
        {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"},
    ],
    ids=str,
)
def test_its_own_pages_and_programs_are_not(server, headers):
    headers = {name: value.format(port=server.query) for name, value in headers.items()}
    assert request(server.query, "/voice/1/gain?VALUE", headers)[0] == 200
    Stream(server.query, **headers).close()


def handshake(port, receive_buffer=None):
    """Open a WebSocket by hand."""
    connection = socket.socket()
    connection.settimeout(PATIENCE)
    if receive_buffer:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    connection.connect(("127.0.0.1", port))
    connection.sendall(
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
        b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )
    assert connection.recv(4096).startswith(b"HTTP/1.1 101")
    return connection


def masked(opcode, data):
    length = bytes([128 | len(data)]) if len(data) < 126 else b"\xfe" + struct.pack(">H", len(data))
    return bytes([128 | opcode]) + length + bytes(4) + data


def ended(connection):
    """Read to the end."""
    try:
        while connection.recv(65536):
            pass
    except ConnectionError:
        pass
    connection.close()


GARBAGE = [
    b"",
    b"\0",
    b"\r\n\r\n",
    b"garbage\r\n\r\n",
    b"GET\r\n\r\n",
    b"GET / HTTP/9.9\r\n\r\n",
    b"GET / HTTP/1.1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: 127.0.0.1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\n",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + b"a" * 100_000 + b"\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + b"X: a\r\n" * 50_000 + b"\r\n",
    b"GET /" + b"%" * 5000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    b"GET http://[::1 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: [\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n\r\n",
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: x\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(500),
    b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    bytes(range(256)) * 200,
]

FRAMES = [
    masked(1, text)
    for text in (
        b"",
        b"{",
        b"null",
        b"[]",
        b"1e999",
        b'"LISTEN"',
        b'{"COMMAND": "LISTEN"}',
        b'{"COMMAND": "LISTEN", "DATA": 5}',
        b'{"COMMAND": "LISTEN", "DATA": {"a": []}}',
        b'{"COMMAND": ["LISTEN"], "DATA": "/panic"}',
        b'{"COMMAND": "SHUTDOWN", "DATA": "/"}',
        b'{"COMMAND": "IGNORE", "DATA": "/panic"}',
        b"[" * 60_000,
        b"9" * 60_000,
        b'{"COMMAND": "LISTEN", "DATA": "' + b"/" * 60_000 + b'"}',
    )
] + [
    masked(2, data)
    for data in (b"", b"\0" * 100, b"#bundle\0", b"/voice/1/gain", b"/" + b"*" * 8000 + b"\0\0\0,\0\0\0", b"x" * 65507)
]

BREAKING = [
    masked(1, b"\xff\xfe"),
    masked(3, b"reserved"),
    b"\xff" * 1000,
    b"\x81\x05hello",  # not masked
    b"\x82\xff" + struct.pack(">Q", 2**63 - 1) + bytes(100),
    b"\x82\xff" + struct.pack(">Q", 65508) + bytes(4) + bytes(65508),
    masked(8, b"\0"),
    b"\x89\xfe" + struct.pack(">H", 200) + bytes(204),  # a ping too long
]


def test_garbage_changes_nothing_and_ends_nobody(tiny_file):
    with serving("--space", tiny_file) as server:
        port = server.query
        server.client.send("/voice/1/gain", -7.0)
        stream = Stream(port)
        generator = np.random.default_rng(5)
        for data in [*GARBAGE, *(generator.bytes(size) for size in generator.integers(1, 3000, 50))]:
            with (
                socket.create_connection(("127.0.0.1", port), PATIENCE) as connection,
                contextlib.suppress(ConnectionError),
            ):
                connection.sendall(data)
                connection.shutdown(socket.SHUT_WR)
                while connection.recv(65536):
                    pass
        patient = handshake(port)
        for frame in FRAMES:
            patient.sendall(frame)
        patient.sendall(masked(2, encode(Message(address="/voice/1/gain"))))
        heard = b""
        while b"/voice/1/gain\0\0\0,f\0\0" + struct.pack(">f", -7.0) not in heard:
            data = patient.recv(65536)
            assert data, "the connection was ended"
            heard += data
        patient.close()
        for frame in [*BREAKING, *(generator.bytes(size) for size in generator.integers(1, 3000, 50))]:
            connection = handshake(port)
            with contextlib.suppress(ConnectionError):
                connection.sendall(frame)
                connection.shutdown(socket.SHUT_WR)
            ended(connection)
        assert stream.ask("/voice/1/gain") == ([], [-7.0])
        assert get(port, "/voice/1/gain?VALUE") == {"VALUE": [-7.0]}
        stream.close()
        code, said = server.stop()
        assert code == 0
        assert "Traceback" not in said
        assert not [line for line in said.splitlines() if "a packet from 127.0.0.1 was refused" not in line]


def test_ten_thousand_listens(server, stream):
    paths = [node["FULL_PATH"] for node in methods(get(server.query, "/")) if node["ACCESS"] != 1]
    for number in range(10_000):
        address = paths[number // 2 % len(paths)] if number % 2 else number  # half of them unknown
        stream.send_text(f'{{"COMMAND":"LISTEN","DATA":"{address}"}}')
    stream.ask("/ping")
    osc = Client(server.client.address[1])
    osc.send("/voice/1/gain", -11.0)
    assert stream.receive() == ("/voice/1/gain", [-11.0])
    osc.close()


def hear(stream, count):
    """Receive so many messages, or all that come: datagrams may be lost on a busy machine."""
    for heard in range(count):
        try:
            assert stream.receive(1.0), "the quick client was let go"
        except TimeoutError:
            return heard
    return count


def test_a_client_that_does_not_read_is_let_go(server, stream):
    slow = handshake(server.query, receive_buffer=4096)
    text = json.dumps({"COMMAND": "LISTEN", "DATA": "/voice/2/gain"})
    slow.sendall(masked(1, text.encode()))
    stream.send_text(text)
    stream.ask("/ping")
    slow.sendall(masked(2, encode(Message(address="/ping"))))
    assert b"/ping" in slow.recv(4096)
    gains = encode_bundle([Message(address="/voice/2/gain", arguments=(-float(value),)) for value in range(50)])
    sent = heard = 0
    while True:  # until it has been let go; the quick one hears of it meanwhile
        server.client.send_raw(gains)
        sent += 50
        heard += hear(stream, 50)
        if sent % 2000 == 0:
            try:
                slow.sendall(masked(9, b""))
            except ConnectionError:
                break
        assert sent < 200_000
    assert heard > 0.9 * sent
    ended(slow)


def test_so_many_clients_and_no_more(server):
    with contextlib.ExitStack() as streams:
        for _ in range(32):
            streams.enter_context(contextlib.closing(Stream(server.query)))
        with pytest.raises(aiohttp.WSServerHandshakeError) as caught:
            Stream(server.query)
        assert caught.value.status == 503

    def admitted():
        try:
            Stream(server.query).close()
        except aiohttp.WSServerHandshakeError:
            return False
        return True

    wait_for(admitted, "a place")


def test_connections_that_ask_nothing_are_ended(server):
    connections = [socket.create_connection(("127.0.0.1", server.query), PATIENCE) for _ in range(300)]
    for connection in connections[:50]:
        connection.sendall(b"GET / HTTP/1.1\r\nX: ")
    refused = sum(1 for connection in connections[200:] if connection.recv(1) == b"")
    assert refused == 100
    for connection in connections[:50]:
        assert connection.recv(1) == b""
    for connection in connections:
        connection.close()

    def answered():
        try:
            return get(server.query, "/voice/1/gain?VALUE")["VALUE"]
        except ConnectionError:  # the places are not free yet
            return None

    wait_for(answered, "a place")
