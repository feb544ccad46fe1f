"""Zeroconf: the network is told where the instrument is; the only module that imports zeroconf.

A server that listens on the loopback interface is announced there and nowhere else: programs of this machine find it,
while another machine that heard of it could not reach it, and would look for it on itself.

Two servers of one machine do not hear each other's claims to a name reliably, for both read the same port: so a server
on another port than the usual one has that in its name. Of two machines' servers, the later takes another name.
"""

import asyncio
import platform
from collections.abc import Callable, Sequence
from ipaddress import ip_address

import ifaddr
from zeroconf import Error, ServiceInfo
from zeroconf.asyncio import AsyncZeroconf

from rt_timbre.query.guard import is_everywhere
from rt_timbre.query.tree import NAME

_USUAL_PORT = 57130
_KINDS = ("_oscjson._tcp.local.", "_osc._udp.local.")


class Announcement:
    """The two services, for as long as the server lives.

    Parameters
    ----------
    addresses : sequence of str
        Addresses that the server listens on.
    query_port : int
        TCP port of HTTP and WebSocket.
    osc_port : int
        UDP port of OSC.
    """

    def __init__(self, addresses: Sequence[str], *, query_port: int, osc_port: int) -> None:
        self._addresses = reached(addresses)
        self._ports = (query_port, osc_port)
        self._zeroconf: AsyncZeroconf | None = None
        self._work: asyncio.Task[None] | None = None

    def begin(self, complain: Callable[[str], None]) -> None:
        """Announce in the background: the network is asked first whether the name is free, which takes a second.

        Parameters
        ----------
        complain : callable
            Called with one line if there is no network to announce it in.
        """
        self._work = asyncio.create_task(self._announce(complain))

    async def end(self) -> None:
        """Take it back."""
        if self._work is not None:
            self._work.cancel()
            await asyncio.gather(self._work, return_exceptions=True)
        if self._zeroconf is not None:
            await asyncio.gather(self._zeroconf.async_unregister_all_services(), return_exceptions=True)
            await self._zeroconf.async_close()

    def services(self) -> list[ServiceInfo]:
        """Return what is announced."""
        osc_port = self._ports[1]
        name = NAME if osc_port == _USUAL_PORT else f"{NAME} {osc_port}"
        machine = platform.node().partition(".")[0][:32]
        host = f"{NAME}-{machine}-{osc_port}.local."  # its own: the machine's name may stand for other addresses
        return [
            ServiceInfo(kind, f"{name}.{kind}", port, parsed_addresses=self._addresses, server=host)
            for kind, port in zip(_KINDS, self._ports, strict=True)
        ]

    async def _announce(self, complain: Callable[[str], None]) -> None:
        try:
            self._zeroconf = AsyncZeroconf(interfaces=_fewest(self._addresses))
            for service in self.services():
                await self._zeroconf.async_register_service(service, allow_name_change=True)
        except (OSError, RuntimeError, Error) as error:
            complain(f"it cannot be announced in the network: {error}")


def reached(addresses: Sequence[str]) -> list[str]:
    """Return the addresses at which a server is reached that listens on these, those of IPv4 first."""
    if not any(is_everywhere(address) for address in addresses):
        return list(addresses)
    ips = [ip.ip for adapter in ifaddr.get_adapters() for ip in adapter.ips]
    found = [ip_address(ip if isinstance(ip, str) else ip[0]) for ip in ips]
    outward = [ip for ip in found if not ip.is_loopback and not ip.is_link_local]
    return [str(ip) for ip in sorted(outward, key=lambda ip: ip.version)] or ["127.0.0.1"]


def _fewest(addresses: Sequence[str]) -> list[str]:
    """Return the addresses by which every interface is known once: those of IPv4, if there are any."""
    return [address for address in addresses if ":" not in address] or list(addresses)
