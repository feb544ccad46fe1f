"""Subscribers and refusals."""

import pytest

from rt_timbre.clients import Clients
from rt_timbre.errors import ControlError
from rt_timbre.sockets import Sender

ANN, BOB = Sender(3, "127.0.0.1", 1000), Sender(3, "127.0.0.1", 2000)
CABLE = Sender(-1, "127.0.0.1", 3000, 7)


@pytest.fixture
def clients():
    return Clients(lambda sender: sender.port == 57130, lambda sender: sender.host == "127.0.0.1")


def test_a_lease_ends_and_is_renewed(clients):
    assert clients.notify(ANN, True, 0, 10.0, now=0.0) == ANN
    assert clients.subscribers(BOB, now=9.0) == [ANN]
    clients.notify(ANN, True, 0, 10.0, now=9.0)
    assert clients.subscribers(BOB, now=15.0) == [ANN]
    assert clients.subscribers(BOB, now=20.0) == []


def test_the_originator_is_not_told_and_another_port_can_be_named(clients):
    assert clients.notify(ANN, True, 5000, 10.0, now=0.0) == ANN.at(5000)
    clients.notify(BOB, True, 0, 10.0, now=0.0)
    assert clients.subscribers(BOB, now=1.0) == [ANN.at(5000)]
    assert clients.subscribers(ANN, now=1.0) == [BOB]  # Max sends from one port and listens on another
    assert clients.subscribers(None, now=1.0) == [ANN.at(5000), BOB]
    clients.notify(ANN, False, 5000, 10.0, now=1.0)
    assert clients.subscribers(ANN, now=1.0) == [BOB]


def test_answers_follow_to_a_port_that_is_subscribed_or_named(clients):
    assert clients.answered(ANN, now=0.0) == ANN
    clients.notify(ANN, True, 5000, 10.0, now=0.0)
    assert clients.answered(ANN, now=9.0) == ANN.at(5000)
    assert clients.answered(BOB, now=9.0) == BOB
    assert clients.answered(ANN, now=10.0) == ANN
    clients.notify(ANN, True, 5000, 10.0, now=20.0)
    clients.notify(ANN, True, 6000, 10.0, now=20.0)
    clients.notify(ANN, False, 5000, 10.0, now=20.0)
    assert clients.answered(ANN, now=21.0) == ANN.at(6000)
    clients.notify(ANN, False, 6000, 10.0, now=21.0)
    assert clients.answered(ANN, now=21.0) == ANN
    assert clients.answer(BOB, 7000, 10.0, now=30.0) == BOB.at(7000)
    assert clients.subscribers(None, now=31.0) == []
    assert clients.answered(BOB, now=31.0) == BOB.at(7000)
    clients.notify(BOB, True, 0, 10.0, now=31.0)
    assert clients.answered(BOB, now=31.0) == BOB.at(7000)
    assert clients.answer(BOB, 0, 10.0, now=32.0) == BOB
    assert clients.answered(BOB, now=32.0) == BOB
    assert clients.subscribers(None, now=32.0) == [BOB]


def test_clients_that_are_answered_elsewhere_are_bounded(clients):
    for port in range(1024):
        clients.answer(ANN.at(port + 1), 60000, 10.0, now=0.0)
    with pytest.raises(ControlError, match="1024 clients are answered at ports of their own already"):
        clients.answer(ANN.at(5000), 60000, 10.0, now=9.0)
    clients.answer(ANN.at(1), 60000, 10.0, now=9.0)
    clients.answer(ANN.at(5000), 60000, 10.0, now=11.0)
    assert clients.answered(ANN.at(5000), now=12.0) == ANN.at(60000)
    assert clients.answered(ANN.at(1), now=12.0) == ANN.at(60000)
    assert clients.answered(ANN.at(2), now=12.0) == ANN.at(2)


def test_only_who_took_a_lease_ends_it(clients):
    clients.notify(ANN, True, 5000, 10.0, now=0.0)
    with pytest.raises(ControlError, match="no lease of port 5000; only who took it"):
        clients.notify(BOB, False, 5000, 10.0, now=1.0)
    clients.notify(BOB, True, 5000, 10.0, now=1.0)
    clients.notify(BOB, False, 5000, 10.0, now=1.0)
    assert clients.subscribers(None, now=2.0) == [ANN.at(5000)]
    clients.notify(BOB, True, 5000, 10.0, now=1.0)
    assert clients.subscribers(None, now=2.0) == [ANN.at(5000)]  # once, though two asked for it
    assert clients.subscribers(BOB, now=2.0) == []


@pytest.mark.parametrize(
    ("sender", "port", "reason"),
    [
        (ANN, -1, "port -1 is none; it must be 1 to 65535"),
        (ANN, 70000, "port 70000 is none"),
        (ANN, 57130, "the server's own"),
        (Sender(3, "127.0.0.1", 57130), 0, "the server's own"),
        (CABLE, 5000, "leave out the port"),
    ],
)
def test_ports_that_are_refused(clients, sender, port, reason):
    with pytest.raises(ControlError, match=reason):
        clients.notify(sender, True, port, 10.0, now=0.0)
    with pytest.raises(ControlError, match=reason):
        clients.answer(sender, port, 10.0, now=0.0)


def test_a_connection_is_subscribed_until_it_ends(clients):
    clients.notify(CABLE, True, 0, 1.0, now=0.0)
    assert clients.subscribers(ANN, now=1e6) == [CABLE]
    assert clients.subscribers(CABLE, now=1.0) == []
    clients.forget(CABLE)
    assert clients.subscribers(ANN, now=1.0) == []
    clients.forget(CABLE)
    clients.notify(CABLE, True, 0, 1.0, now=0.0)
    clients.notify(CABLE, False, 0, 1.0, now=0.0)
    assert clients.subscribers(ANN, now=1.0) == []


def test_leases_are_bounded_in_all_and_for_each_host(clients):
    hosts = [Sender(3, f"10.0.0.{number}", 1000) for number in range(5)]
    for host in hosts[:4]:
        for port in range(16):
            clients.notify(host, True, port + 1, 10.0, now=0.0)
        with pytest.raises(ControlError, match=r"16 clients of 10.0.0.\d|64 clients"):
            clients.notify(host.at(7), True, 999, 10.0, now=1.0)
    with pytest.raises(ControlError, match="64 clients"):
        clients.notify(hosts[4], True, 999, 10.0, now=1.0)
    clients.notify(hosts[0], True, 5, 10.0, now=1.0)
    clients.notify(hosts[4], True, 999, 10.0, now=10.5)


def test_this_machine_has_more_leases_but_not_all(clients):
    for port in range(48):
        clients.notify(ANN, True, port + 1, 10.0, now=0.0)
    with pytest.raises(ControlError, match="48 clients of 127"):
        clients.notify(BOB, True, 999, 10.0, now=1.0)
    clients.notify(Sender(3, "10.0.0.1", 1000), True, 0, 10.0, now=1.0)


def test_an_unknown_address_is_refused_once_a_second_to_each_sender(clients):
    assert clients.may_refuse(ANN, 0.0)
    assert not clients.may_refuse(ANN, 0.9)
    assert clients.may_refuse(BOB, 0.9)
    assert clients.may_refuse(ANN, 1.1)
    assert sum(clients.may_refuse(ANN.at(port), 5.0) for port in range(5000)) == 1024
    assert clients.may_refuse(ANN, 6.1)
    assert len(clients._refused) == 1
