"""Subscribers, refusals and meters."""

import pytest

from rt_timbre.clients import Clients
from rt_timbre.errors import ControlError
from rt_timbre.meters import Meters
from rt_timbre.sockets import Sender

ANN, BOB = Sender(3, "127.0.0.1", 1000), Sender(3, "127.0.0.1", 2000)


def test_a_lease_ends_and_is_renewed():
    clients = Clients()
    clients.notify(ANN, True, 0, 10.0, now=0.0)
    assert clients.subscribers(BOB, now=9.0) == [ANN]
    clients.notify(ANN, True, 0, 10.0, now=9.0)
    assert clients.subscribers(BOB, now=15.0) == [ANN]
    assert clients.subscribers(BOB, now=20.0) == []


def test_the_originator_is_not_told_and_another_port_can_be_named():
    clients = Clients()
    clients.notify(ANN, True, 5000, 10.0, now=0.0)
    clients.notify(BOB, True, 0, 10.0, now=0.0)
    assert clients.subscribers(BOB, now=1.0) == [ANN.at(5000)]
    assert clients.subscribers(ANN, now=1.0) == [BOB]  # Max sends from one port and listens on another
    clients.notify(ANN, False, 5000, 10.0, now=1.0)
    assert clients.subscribers(ANN, now=1.0) == [BOB]


def test_subscribers_are_bounded():
    clients = Clients()
    for port in range(64):
        clients.notify(ANN, True, port + 1, 10.0, now=0.0)
    with pytest.raises(ControlError, match="64 clients"):
        clients.notify(ANN, True, 999, 10.0, now=1.0)
    clients.notify(ANN, True, 5, 10.0, now=1.0)
    clients.notify(ANN, True, 999, 10.0, now=10.5)


def test_an_unknown_address_is_refused_once_a_second_to_each_sender():
    clients = Clients()
    assert clients.may_refuse(ANN, 0.0)
    assert not clients.may_refuse(ANN, 0.9)
    assert clients.may_refuse(BOB, 0.9)
    assert clients.may_refuse(ANN, 1.1)
    for port in range(5000):
        clients.may_refuse(ANN.at(port), 2.0)
    assert len(clients._refused) <= 1024


def test_meters_tell_load_and_delay():
    meters = Meters(0.002)
    assert meters.figures() == (0.0, 0.0, 0.0, 0.0)
    for _ in range(98):
        meters.hop(0.001)
    meters.hop(0.003)
    meters.hop(0.003)
    mean, peak, median, high = meters.figures()
    assert mean == pytest.approx(0.52)
    assert peak == pytest.approx(1.5)
    assert (median, high) == pytest.approx((1.0, 3.0))
    assert meters.late_hops == 2
    meters.control(10.0, frame=500)
    meters.control(10.1, frame=600)  # one at a time is followed
    meters.heard(10.2, read=500)
    assert meters.control_to_sound == 0.0
    meters.heard(10.3, read=501)
    assert meters.control_to_sound == pytest.approx(0.3)
