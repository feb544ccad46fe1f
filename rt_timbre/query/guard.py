"""Who may talk to the query server: no web page but its own, whatever name it has got for this machine."""

import platform
from collections.abc import Mapping

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_EVERYWHERE = frozenset({"0.0.0.0", "::"})


def is_loopback(host: str) -> bool:
    """Whether a host is this machine's loopback interface."""
    return host.lower() in _LOOPBACK


def is_everywhere(host: str) -> bool:
    """Whether a host means every interface."""
    return host in _EVERYWHERE


def refusal(headers: Mapping[str, str], host: str, local: str) -> str | None:
    """Say why a request is refused, if it is.

    A web page anywhere can make a browser send requests here. It cannot read the answers, for no header allows it to;
    but a WebSocket has no such rule, and a page whose name is changed to this machine's address (DNS rebinding) counts
    as our own. So the name that the request was sent to must be one that only this machine has, and a request that a
    page makes must be made by a page of this server. Programs that are no browsers send no Origin.

    Parameters
    ----------
    headers : mapping of str to str
        Headers of the request, their names in any case.
    host : str
        Host that the server was told to listen on.
    local : str
        Address that the request came to.

    Returns
    -------
    str or None
        The reason, in one line.
    """
    authority = headers.get("Host", "")
    names = _LOOPBACK | {local.lower()}
    if not is_loopback(host):
        node = platform.node().lower()
        names |= {host.lower(), node, f"{node.partition('.')[0]}.local"} - _EVERYWHERE
    name = _name(authority)
    if not name or name not in names:
        return f"Host {authority[:80]!r} is not a name of this server"
    origin = headers.get("Origin", "")
    if origin and origin.lower() != f"http://{authority.lower()}":
        return f"a page of {origin[:80]!r} may not use this server"
    site = headers.get("Sec-Fetch-Site", "none")
    if site not in ("none", "same-origin") and headers.get("Sec-Fetch-Mode") != "navigate":
        return "a page of another site may not use this server"
    return None


def _name(authority: str) -> str:
    """Return the name in ``name``, ``name:port``, ``[address]`` or ``[address]:port``, in lower case."""
    if authority.startswith("["):
        return authority[1:].partition("]")[0].lower()
    return authority.partition(":")[0].rstrip(".").lower()
