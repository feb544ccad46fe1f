"""What goes out waits until it is let go, stays in order, and the sound is made meanwhile."""

import pytest

from rt_timbre.clients import Clients
from rt_timbre.log import Log
from rt_timbre.osc import Message
from rt_timbre.outbox import Outbox
from rt_timbre.sockets import Listener, Sender
from tests.live import Client


@pytest.fixture
def listener():
    listener = Listener("127.0.0.1", 0)
    yield listener
    listener.close()


@pytest.fixture
def ann(listener):
    client = Client(listener.port)
    yield client
    client.close()


@pytest.fixture
def bob(listener):
    client = Client(listener.port)
    yield client
    client.close()


def sender_of(listener, client):
    client.send("/ping")  # gives it a port
    return Sender(listener.descriptors[0], "127.0.0.1", client.socket.getsockname()[1])


def test_answers_and_echoes_keep_their_order_and_the_sound_goes_on(listener, ann, bob):
    breaths = []
    clients = Clients(listener.is_own, listener.is_local)
    outbox = Outbox(listener, clients, lambda: breaths.append(None), Log())
    first, second = sender_of(listener, ann), sender_of(listener, bob)
    outbox.echo(Message(address="/nobody/listens"), None)
    clients.notify(second, True, 0, 1e9, 0.0)
    for number in range(40):
        outbox.send(Message(address="/answer", arguments=(number,)), first)
        outbox.echo(Message(address="/echo", arguments=(number,)), first)
    outbox.echo(Message(address="/own"), second)
    assert not breaths
    ann.socket.settimeout(0.0)
    with pytest.raises(BlockingIOError):
        ann.receive()
    ann.socket.settimeout(30.0)
    outbox.flush()
    assert len(breaths) == 10
    assert [ann.receive() for _ in range(40)] == [("/answer", [number]) for number in range(40)]
    assert [bob.receive() for _ in range(40)] == [("/echo", [number]) for number in range(40)]
    outbox.send(Message(address="/last"), second)
    outbox.flush()
    assert bob.receive() == ("/last", [])


def test_what_cannot_be_encoded_stops_nothing_else(listener, ann):
    outbox = Outbox(listener, Clients(listener.is_own, listener.is_local), lambda: None, Log())
    to = sender_of(listener, ann)
    outbox.send(Message(address="/bad", arguments=(None,)), to)
    outbox.send(Message(address="/good"), to)
    outbox.flush()
    assert ann.receive() == ("/good", [])
