"""Zeroconf: what is announced, and that a browser on this machine finds it."""

import asyncio
import json
import sys
from asyncio.subprocess import PIPE

import ifaddr
import pytest
from zeroconf import ServiceStateChange
from zeroconf.asyncio import AsyncServiceBrowser, AsyncServiceInfo, AsyncZeroconf

from rt_timbre.query.discovery import Announcement
from tests.live import PATIENCE

KINDS = ["_oscjson._tcp.local.", "_osc._udp.local."]


def fail(line):
    raise AssertionError(line)


class Browser:
    """Finds the services of both kinds on the loopback interface."""

    def __init__(self):
        self.changes = asyncio.Queue()
        self.zeroconf = AsyncZeroconf(interfaces=["127.0.0.1"])
        self._browser = AsyncServiceBrowser(self.zeroconf.zeroconf, KINDS, handlers=[self._changed])

    def _changed(self, zeroconf, service_type, name, state_change):
        if state_change is not ServiceStateChange.Updated:
            self.changes.put_nowait((state_change, service_type, name))

    async def wait(self, state, instance):
        """Wait until both services of an instance have come or gone; other servers of this machine are let be."""
        expected = {f"{instance}.{kind}" for kind in KINDS}
        while expected:
            change, _, name = await asyncio.wait_for(self.changes.get(), PATIENCE)
            if change is state:
                expected.discard(name)

    async def end(self):
        await self._browser.async_cancel()
        await self.zeroconf.async_close()


def test_a_browser_on_this_machine_finds_it_and_sees_it_go():
    async def main():
        browser = Browser()
        announcement = Announcement(["127.0.0.1", "::1"], query_port=1234, osc_port=5678)
        announcement.begin(fail)
        await browser.wait(ServiceStateChange.Added, "rt-timbre 5678")
        for kind, port in zip(KINDS, (1234, 5678), strict=True):
            info = AsyncServiceInfo(kind, f"rt-timbre 5678.{kind}")
            assert await info.async_request(browser.zeroconf.zeroconf, 3000)
            assert info.port == port
            assert "127.0.0.1" in info.parsed_addresses()
        second = Announcement(["127.0.0.1"], query_port=4321, osc_port=8765)
        second.begin(fail)
        await browser.wait(ServiceStateChange.Added, "rt-timbre 8765")
        await second.end()
        await browser.wait(ServiceStateChange.Removed, "rt-timbre 8765")
        await announcement.end()
        await browser.wait(ServiceStateChange.Removed, "rt-timbre 5678")
        await browser.end()

    asyncio.run(main())


def test_the_process_announces_itself_and_takes_it_back():
    options = ["--host=127.0.0.1", "--osc-port=50505", "--port=0"]
    command = [sys.executable, "-m", "rt_timbre.query.server", *options]
    tree = {"voices": 1, "axes": 0, "low": [0.0], "high": [1.0], "labels": [], "names": {}, "descriptors": {}}

    async def main():
        browser = Browser()
        process = await asyncio.create_subprocess_exec(*command, stdin=PIPE, stdout=PIPE, stderr=PIPE)
        process.stdin.write(json.dumps({"tree": tree}).encode() + b"\n")
        port = json.loads(await process.stdout.readline())["ready"]["port"]
        await browser.wait(ServiceStateChange.Added, "rt-timbre 50505")
        info = AsyncServiceInfo(KINDS[0], f"rt-timbre 50505.{KINDS[0]}")
        assert await info.async_request(browser.zeroconf.zeroconf, 3000)
        assert info.port == port
        assert await process.communicate(b"") == (b"", b"")
        assert process.returncode == 0
        await browser.wait(ServiceStateChange.Removed, "rt-timbre 50505")
        await browser.end()

    asyncio.run(main())


@pytest.mark.parametrize(
    ("listens", "announced"),
    [
        (["127.0.0.1", "::1"], ["127.0.0.1", "::1"]),
        (["192.0.2.77"], ["192.0.2.77"]),
    ],
)
def test_a_server_is_announced_where_it_listens(listens, announced):
    services = Announcement(listens, query_port=1234, osc_port=5678).services()
    assert [service.type for service in services] == KINDS
    assert [service.port for service in services] == [1234, 5678]
    assert [service.name for service in services] == [f"rt-timbre 5678.{kind}" for kind in KINDS]
    assert [service.parsed_addresses() for service in services] == [announced] * 2


def test_a_server_that_listens_everywhere_is_announced_by_the_addresses_of_the_machine():
    ips = [ip.ip for adapter in ifaddr.get_adapters() for ip in adapter.ips]
    own = {ip if isinstance(ip, str) else ip[0] for ip in ips} - {"127.0.0.1", "::1"}
    (service, _) = Announcement(["0.0.0.0"], query_port=57131, osc_port=57130).services()
    assert service.name == "rt-timbre._oscjson._tcp.local."
    assert set(service.parsed_addresses()) <= (own or {"127.0.0.1"})
    assert service.parsed_addresses()


# zeroconf leaves the socket that it could not use to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_no_network_is_one_line():
    async def main():
        lines = []
        announcement = Announcement(["192.0.2.77"], query_port=1234, osc_port=5678)  # no address of this machine
        announcement.begin(lines.append)
        while not lines:
            await asyncio.sleep(0.01)
        assert "cannot be announced" in lines[0]
        await announcement.end()
        assert len(lines) == 1

    asyncio.run(main())
