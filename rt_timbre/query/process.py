"""The loop's end of the OSCQuery server: its process, and what that must be told of the instrument."""

from collections.abc import Callable
from typing import Any

from rt_timbre.engine import Engine
from rt_timbre.poller import Poller
from rt_timbre.query.tree import Description
from rt_timbre.side_process import SideProcess

_PORT = 57131
_LOOK = 0.25  # seconds between looks whether the space or its points are others


class QueryProcess:
    """Serves the address tree by HTTP and WebSocket, in a process of its own.

    Parameters
    ----------
    poller : Poller
        Of the loop.
    engine : Engine
        What plays.
    host : str
        Where the OSC server listens; so does this one.
    osc_port : int
        UDP port of the OSC server.
    port : int, optional
        TCP port, 0 for any; by itself the usual one, or any if that is taken.
    discovery : bool
        Whether to announce it by zeroconf.
    say : callable
        Called with the URL once it is served.
    complain : callable
        Tells the one who runs the server a line.
    """

    def __init__(
        self,
        poller: Poller,
        engine: Engine,
        *,
        host: str,
        osc_port: int,
        port: int | None,
        discovery: bool,
        say: Callable[[str], None],
        complain: Callable[[str], None],
    ) -> None:
        self._engine = engine
        self._say = say
        self._complain = complain
        self._said = ""
        self._known: tuple[object, ...] = ()
        options = [f"--host={host}", f"--osc-port={osc_port}"]
        options += [f"--port={_PORT}", "--other"] if port is None else [f"--port={port}"]
        options += [] if discovery else ["--no-discovery"]
        self._process = SideProcess(poller, "rt_timbre.query.server", options, self._hear, complain)
        self._look()
        poller.every(_LOOK, self._look)

    def stop(self) -> None:
        """End the process."""
        self._process.stop()

    def _look(self) -> None:
        """Describe the tree if it has become another."""
        space, points = self._engine.space, self._engine.points
        names = {"point": points.names, "preset": points.presets}
        known = (space, names)
        if known != self._known:
            self._known = known
            description = Description(limits=self._engine.limits, labels=space.principal.labels, names=names)
            self._process.send(tree=description.as_json())

    def _hear(self, message: dict[str, Any]) -> None:
        if "error" in message:
            self._process.stop()
            self._complain(message["error"])
        elif "ready" in message:
            host, port = message["ready"]["host"], message["ready"]["port"]
            url = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
            if url != self._said:
                self._said = url
                self._say(url)
