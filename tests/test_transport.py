"""A live server over UDP and TCP: who is answered, subscribed, refused; whatever comes in, the sound goes on."""

import contextlib
import os
import random
import socket
import struct
import time
from pathlib import Path

import numpy as np
import pytest
from pythonosc import slip

from tests.live import Client, Ear, StreamClient, TimbreServer, wait_for
from tests.osc_killers import KILLERS, message, mutations


@pytest.fixture(scope="module")
def server(tiny_file, tmp_path_factory):
    environment = os.environ | {"XDG_DATA_HOME": str(tmp_path_factory.mktemp("data"))}
    server = TimbreServer(environment, "--space", tiny_file, "--audio", "none", "--voices", "4")
    yield server
    code, said = server.stop()
    assert code == 0
    assert "Traceback" not in said


@pytest.fixture
def udp(server):
    client = Client(server.client.address[1])
    yield client
    client.close()


@pytest.fixture
def tcp(server):
    client = StreamClient(server.client.address[1])
    yield client
    client.close()


def test_tcp_and_udp_share_a_port_and_see_each_others_changes(udp, tcp):
    assert tcp.ask("/ping") == []
    assert tcp.ask("/space/info")[0] == "tiny"
    tcp.send("/notify", 1)
    assert tcp.receive() == ("/done", ["/notify", 1, tcp.socket.getsockname()[1], 60.0])
    udp.send("/voice/1/gain", -3.0)
    assert tcp.receive() == ("/voice/1/gain", [-3.0])
    tcp.send("/voice/1/gain", -4.0)
    assert tcp.ask("/voice/1/gain") == [-4.0]
    assert udp.ask("/voice/1/gain") == [-4.0]
    tcp.send("/voice/1/gain", "loud")
    assert tcp.receive()[0] == "/fail"
    tcp.send("/notify", 0)
    assert tcp.receive()[1][:2] == ["/notify", 0]
    udp.send("/voice/1/gain", -5.0)
    assert udp.ask("/voice/1/gain") == [-5.0]
    assert tcp.ask("/ping") == []


def test_a_subscriber_that_hangs_up_is_forgotten(server, udp, tcp):
    other = StreamClient(server.client.address[1])
    for client in (tcp, other):
        client.send("/notify", 1)
        assert client.receive()[0] == "/done"
    other.send_raw(b"\xc0/half")
    other.close()
    for level in range(10):
        udp.send("/voice/1/gain", -float(level))
    assert [tcp.receive()[1] for _ in range(10)] == [[-float(level)] for level in range(10)]


def test_leases_are_answered_and_kept_to_their_takers(server, udp):
    port = server.client.address[1]
    udp.send("/notify", 1)
    own = udp.socket.getsockname()[1]
    assert udp.receive() == ("/done", ["/notify", 1, own, 60.0])
    for refused in (70000, -1, port):
        udp.send("/notify", 1, refused)
        address, (which, reason) = udp.receive()
        assert (address, which) == ("/fail", "/notify")
        assert str(refused) in reason
    other = Client(port)
    other.send("/notify", 0, own)
    assert "only who took it may end it" in other.receive()[1][1]
    other.send("/voice/2/pan", 0.25)
    assert udp.receive() == ("/voice/2/pan", [0.25])
    other.close()


def test_what_cannot_be_read_is_refused_once_a_second(udp, tcp):
    for data in (b"", b"gain", b"#bundle\0\0\0\0"):
        udp.send_raw(data)
    assert udp.receive() == ("/fail", ["", "a string is not terminated"])
    assert udp.ask("/ping") == []
    tcp.send_raw(b"\xc0\xdb\xc0\xc0gain\0\0\0\0\xc0")
    assert tcp.receive() == ("/fail", ["", "a SLIP escape is neither an END nor an ESC"])
    assert tcp.ask("/ping") == []


def test_answers_of_servers_are_not_answered(udp):
    for address in ("/fail", "/done", "/status.reply"):
        udp.send(address, "/x", "unknown address /x")
    assert udp.ask("/ping") == []


def test_sync_is_answered_when_what_takes_time_is_finished(udp, tcp):
    udp.send("/preset/store", "one")
    udp.send("/sync", 7)
    answers = [udp.receive() for _ in range(2)]
    assert [values[0] for _, values in answers] == ["/preset/store", "/sync"]
    assert answers[1] == ("/done", ["/sync", 7])
    udp.send("/record", 1, "take")
    assert udp.receive()[1][:2] == ["/record", "take.wav"]
    udp.send("/record", 0)
    udp.send("/sync", 8)
    assert [udp.receive()[1][0] for _ in range(2)] == ["/record", "/sync"]
    tcp.send("/sync")
    assert tcp.receive() == ("/done", ["/sync", 0])


def test_both_families_reach_the_server(server):
    try:
        client = StreamClient(server.client.address[1], "::1")
    except OSError:
        with pytest.raises(OSError), socket.socket(socket.AF_INET6) as trial:  # noqa: PT011
            trial.bind(("::1", 0))
        return
    assert client.ask("/ping") == []
    client.close()


def test_dump_shows_what_comes_in(tiny_file):
    server = TimbreServer(os.environ, "--space", tiny_file, "--audio", "none", "--voices", "1")
    client = server.client
    client.send("/dump", 1)
    assert client.ask("/dump") == [1]
    for number in range(1000):
        client.send("/voice/1/gain", -number / 1000)
    client.send("/dump", 0)
    assert client.ask("/dump") == [0]
    client.send("/voice/1/gain", 1.0)
    client.ask("/ping")
    code, said = server.stop()
    assert code == 0
    shown = [line for line in said.splitlines() if "/voice/1/gain" in line]
    assert 50 <= len(shown) <= 500
    assert shown[0].split()[2:] == ["/voice/1/gain", "0"]
    assert shown[0].startswith("rt-timbre: 127.0.0.1:")
    assert not any(line.endswith("gain 1") for line in shown)


def test_standard_error_that_nobody_reads_stops_nothing(tiny_file):
    """A pipe of 4,096 bytes fills at once."""
    import fcntl

    server = TimbreServer(os.environ, "--space", tiny_file, "--audio", "none", "--voices", "1")
    fcntl.fcntl(server.process.stderr, fcntl.F_SETPIPE_SZ, 4096)
    client = server.client
    client.send("/dump", 1)
    for number in range(500):
        client.send("/voice/1/gain", -float(number % 90))
        client.send_raw(b"nonsense")
    client.drop_answers()
    assert client.ask("/dump") == [1]
    code, said = server.stop()
    assert code == 0
    assert len(said) <= 4096


def state(server):
    """Return descriptors, threads and resident memory (kB) of a server."""
    folder = Path(f"/proc/{server.process.pid}")
    memory = next(line for line in (folder / "status").read_text().splitlines() if line.startswith("VmRSS"))
    return len(list((folder / "fd").iterdir())), len(list((folder / "task").iterdir())), int(memory.split()[1])


def flood(server, seed, seconds):
    """Send what harms, by UDP and over many TCP connections, cut anywhere, half of them left open in the middle."""
    rng = random.Random(seed)
    udp = Client(server.client.address[1])
    udp.socket.settimeout(0)
    packets = list(KILLERS.values())
    small = [data for data in packets if 0 < len(data) < 1000]
    half_open = []
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for data in mutations(rng.randrange(2**32), 40, small):
            udp.send_raw(data)
        udp.send_raw(rng.choice(packets)[:65000])
        udp.send_raw(timed_bundle(rng))
        stream = b"".join(slip.encode(data) for data in rng.sample(packets, 3))
        stream += b"".join(mutations(rng.randrange(2**32), 20, [stream[:2000], slip.encode(small[0])]))
        cut = rng.randrange(len(stream))
        try:
            client = StreamClient(server.client.address[1])
            client.socket.settimeout(1.0)
            client.send_raw(b"\xc0" + stream[:cut])
            client.send_raw(stream[cut : cut + 5000])
        except OSError:
            continue  # it was sent away, as it may be
        if rng.random() < 0.5:
            client.close()
        else:
            half_open.append(client)
            if len(half_open) > 20:
                half_open.pop(0).close()
        check_answers(udp)
        time.sleep(0.005)
    for client in (udp, *half_open):
        client.close()


def check_answers(client):
    """Read the answers that have come: a refusal is one short line."""
    with contextlib.suppress(BlockingIOError):
        while True:
            address, values = client.receive()
            if address == "/fail":
                refused, reason = values
                assert refused.isprintable()
                assert reason.isprintable()
                assert 0 < len(reason) < 300


def timed_bundle(rng):
    """Build a bundle that is due within a second, or long ago, or never."""
    now = int((time.time() + 2_208_988_800) * 2**32)
    tag = rng.choice([now + rng.randrange(2**32), now - rng.randrange(2**40), rng.randrange(2**64)])
    gain = message(f"/voice/{rng.randrange(2, 5)}/gain", "f", struct.pack(">f", -rng.random()))
    return b"#bundle\0" + struct.pack(">Q", tag) + struct.pack(">i", len(gain)) + gain


def test_floods_over_udp_and_tcp_leak_nothing_and_stop_nothing(server):
    client = server.client
    flood(server, 1, 1.5)
    client.drop_answers()
    client.ask("/status")
    time.sleep(0.2)
    before = state(server)
    refused = client.ask("/status")[8]
    flood(server, 2, 2.5)
    client.drop_answers()
    assert client.ask("/status")[8] > refused + 300
    time.sleep(0.2)
    client.ask("/ping")
    descriptors, threads, memory = state(server)
    assert descriptors <= before[0]
    assert threads <= before[1]
    assert memory < before[2] + 8000
    client.send("/voice/1/gain", -2.5)
    assert client.ask("/voice/1/gain") == [-2.5]


def test_a_note_sounds_on_through_a_flood(jack_server, tiny_file):
    server = TimbreServer(jack_server.environment, "--space", tiny_file, "--audio", "jack", "--voices", "4")
    ear = Ear(jack_server)
    try:
        ear.connect()
        client = server.client
        client.send("/voice/1/note", 57.0, 0.5)
        wait_for(lambda: np.abs(ear.record(0.05)).max() > 1e-3, "the note")
        before = np.sqrt(np.mean(ear.record(0.5) ** 2))
        flood(server, 3, 2.0)
        client.drop_answers()
        client.send("/mute", 0)
        client.send("/voice/1/gain", 0.0)
        client.send("/voice/{2,3,4}/note", 57.0, 0.0)
        client.send("/master/gain", 0.0)
        wait_for(
            lambda: abs(20 * np.log10(np.sqrt(np.mean(ear.record(0.5) ** 2)) / before)) < 1.0, "the note as it was"
        )
        code, said = server.stop()
        assert code == 0
        assert "Traceback" not in said
        assert len(said) < 20_000
        assert all(line.startswith("rt-timbre: ") and len(line) < 330 for line in said.splitlines())
    finally:
        ear.close()
        if server.process.poll() is None:
            server.kill()
