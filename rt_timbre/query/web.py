"""OSCQuery over HTTP and WebSocket on one port; the only module that imports aiohttp."""

import asyncio
import errno
import json
import sys
import time
from typing import Any

from aiohttp import WSMsgType, web

from rt_timbre.errors import ListenError, QueryError
from rt_timbre.query.guard import is_everywhere, is_loopback, refusal
from rt_timbre.query.link import Asker, Subscription
from rt_timbre.query.tree import Description, Tree, host_info

_MOST_CONNECTIONS = 128
_MOST_STREAMS = 32
_MOST_WAITING = 1024  # messages that a slow client may leave unread
_LARGEST_FRAME = 65508  # bytes, one more than a datagram to the engine can hold
_LONGEST_LINE = 8190  # bytes of a request, and of each header
_RATE = 5000.0  # messages a second from one WebSocket client; it is read no faster
_MESSAGE = 64  # bytes: a frame counts as so many messages
_PATIENCE = 5.0  # seconds for the first request of a connection
_HEARTBEAT = 20.0  # seconds
_COMPLAINT_INTERVAL = 1.0  # seconds
_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class QueryServer:
    """Answers OSCQuery requests and streams changes.

    Parameters
    ----------
    host : str
        Where to listen: that of the OSC server.
    osc_port : int
        UDP port of the OSC server.
    """

    def __init__(self, host: str, osc_port: int) -> None:
        self._host = host
        self._osc_port = osc_port
        self._engine = "127.0.0.1" if is_everywhere(host) or is_loopback(host) else host
        self._tree: Tree | None = None
        self._told: Any = None
        self._asker = Asker(self._engine, osc_port)
        self._streams: set[_Stream] = set()
        self._strangers: dict[asyncio.BaseProtocol, asyncio.TimerHandle] = {}  # connections without a request yet
        self._complained = -_COMPLAINT_INTERVAL
        self._runner = web.AppRunner(
            self._application(),
            access_log=None,
            handler_cancellation=True,
            keepalive_timeout=30.0,
            max_line_size=_LONGEST_LINE,
            max_field_size=_LONGEST_LINE,
        )
        self._listening: list[asyncio.Server] = []

    async def listen(self, port: int, *, other: bool) -> int:
        """Begin to listen, on the loopback interface and everywhere by IPv4 and IPv6.

        Parameters
        ----------
        port : int
            TCP port, 0 for any that is free.
        other : bool
            Whether any free port will do if that one is taken.

        Returns
        -------
        int
            The port.

        Raises
        ------
        ListenError
            If the port is taken, or the host is no address of this machine.
        """
        await self._runner.setup()
        loop = asyncio.get_running_loop()
        both = ["127.0.0.1", "::1"] if is_loopback(self._host) else ["0.0.0.0", "::"]
        hosts = both if is_loopback(self._host) or is_everywhere(self._host) else [self._host]
        try:
            first = await loop.create_server(self._protocol, hosts[0], port)
        except OSError as error:
            taken = error.errno == errno.EADDRINUSE
            if taken and other:
                print(f"rt-timbre: TCP port {port} is taken, so OSCQuery takes a free one", file=sys.stderr, flush=True)
                return await self.listen(0, other=False)
            if taken:
                reason = f"TCP port {port} of {self._host} is taken; choose another by --query-port"
            else:
                reason = f"OSCQuery cannot listen on TCP port {port} of {self._host}: {error.strerror}"
            raise ListenError(reason) from None
        self._listening = [first]
        port = int(first.sockets[0].getsockname()[1])
        for host in hosts[1:]:
            try:
                self._listening.append(await loop.create_server(self._protocol, host, port))
            except OSError:
                continue  # a machine without IPv6 is none the worse
        return port

    @property
    def addresses(self) -> list[str]:
        """Addresses that it listens on."""
        return [str(socket.getsockname()[0]) for server in self._listening for socket in server.sockets]

    def change(self, told: Any) -> None:
        """Take another tree, and tell the clients that all has changed.

        Parameters
        ----------
        told : object
            Description of the tree, as `Description.as_json` writes it.
        """
        if told == self._told:
            return
        first = self._tree is None
        self._told = told
        self._tree = tree = Tree(Description.from_json(told))
        if not first:
            for stream in self._streams:
                stream.subscription.keep(tree.__contains__)
                stream.push(json.dumps({"COMMAND": "PATH_CHANGED", "DATA": "/"}))

    async def close(self) -> None:
        """End all connections."""
        for server in self._listening:
            server.close()
        for stream in list(self._streams):
            stream.drop()
        await self._runner.cleanup()

    def complain(self, line: str) -> None:
        """Print a line on standard error, but not more than one a second."""
        now = time.monotonic()
        if now - self._complained >= _COMPLAINT_INTERVAL:
            self._complained = now
            print(f"rt-timbre: OSCQuery: {line[:300]}", file=sys.stderr, flush=True)

    # Connections

    def _protocol(self) -> asyncio.BaseProtocol:
        """Take a connection, if there are not too many; it must ask for something soon."""
        server = self._runner.server
        assert server is not None
        if len(server.connections) >= _MOST_CONNECTIONS:
            return _Refused()
        protocol = server()
        timer = asyncio.get_running_loop().call_later(_PATIENCE, self._lose_patience, protocol)
        self._strangers[protocol] = timer
        return protocol

    def _lose_patience(self, protocol: web.RequestHandler) -> None:
        self._strangers.pop(protocol, None)
        protocol.force_close()

    def _application(self) -> web.Application:
        application = web.Application(middlewares=[self._check])
        application.router.add_get("/{path:.*}", self._get)
        return application

    @web.middleware
    async def _check(self, request: web.Request, handler: Any) -> web.StreamResponse:
        """Let in who may come in; whatever goes wrong is answered by a status."""
        timer = self._strangers.pop(request.protocol, None)
        if timer is not None:
            timer.cancel()
        try:
            reason = refusal(request.headers, self._host, _local(request))
            if reason is not None:
                return _text(403, reason)
            response: web.StreamResponse = await handler(request)
        except web.HTTPException as error:
            return _text(error.status, error.reason)
        except QueryError as error:
            return _text(error.status, str(error))
        except Exception as error:
            self.complain(f"a request failed: {type(error).__name__}: {error}")
            return _text(500, "the request failed")
        return response

    async def _get(self, request: web.Request) -> web.StreamResponse:
        if request.headers.get("Upgrade", "").lower() == "websocket":
            return await self._stream(request)
        attributes = [part.partition("=")[0] for part in request.query_string.split("&") if part]
        if "HOST_INFO" in attributes:
            port = int(request.transport.get_extra_info("sockname")[1]) if request.transport is not None else 0
            return _json(host_info(_local(request), self._osc_port, port))
        assert self._tree is not None
        query = self._tree.query("/" + request.match_info["path"], attributes)
        return _json(query.answer(await self._asker.ask(query.needed)))

    async def _stream(self, request: web.Request) -> web.StreamResponse:
        if len(self._streams) >= _MOST_STREAMS:
            return _text(503, f"{_MOST_STREAMS} clients are connected already")
        socket = web.WebSocketResponse(max_msg_size=_LARGEST_FRAME, heartbeat=_HEARTBEAT, compress=False)
        if not socket.can_prepare(request):
            return _text(400, "this is no WebSocket handshake")
        stream = _Stream(request, socket)
        self._streams.add(stream)
        try:
            await stream.subscription.open(self._engine, self._osc_port)
            await socket.prepare(request)
            await self._serve_stream(stream)
        finally:
            self._streams.discard(stream)
            stream.close()
        return socket

    async def _serve_stream(self, stream: "_Stream") -> None:
        stream.begin()
        budget, then = _RATE, time.monotonic()
        async for message in stream.socket:
            if message.type == WSMsgType.BINARY:
                stream.subscription.send(message.data)
            elif message.type == WSMsgType.TEXT:
                self._obey(stream, message.data)
            else:
                break
            now = time.monotonic()
            budget = min(_RATE, budget + _RATE * (now - then)) - 1.0 - len(message.data) // _MESSAGE
            then = now
            if budget < 0.0:
                await asyncio.sleep(-budget / _RATE)  # what is not read waits at the sender

    def _obey(self, stream: "_Stream", text: str) -> None:
        """Obey a JSON frame; what is none, or asks for what there is not, changes nothing."""
        try:
            given = json.loads(text)
        except (ValueError, RecursionError):
            return
        if not isinstance(given, dict):
            return
        command, address = given.get("COMMAND"), given.get("DATA")
        if isinstance(address, str):
            if command == "LISTEN" and self._tree is not None and address in self._tree:
                stream.subscription.listen(address)
            elif command == "IGNORE":
                stream.subscription.ignore(address)


class _Stream:
    """A WebSocket client: what is said to it waits here until it has read what was said before."""

    def __init__(self, request: web.Request, socket: web.WebSocketResponse) -> None:
        self.socket = socket
        self.subscription = Subscription(self.push)
        self._request = request
        self._waiting: asyncio.Queue[bytes | str] = asyncio.Queue(_MOST_WAITING)
        self._sender: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Begin to send what waits."""
        self._sender = asyncio.create_task(self._send())

    def push(self, frame: bytes | str) -> None:
        """Send a frame when its turn comes; a client that does not read is let go."""
        try:
            self._waiting.put_nowait(frame)
        except asyncio.QueueFull:
            self.drop()

    def drop(self) -> None:
        """Cut the connection."""
        if self._request.transport is not None:
            self._request.transport.abort()

    def close(self) -> None:
        """Leave nothing behind."""
        if self._sender is not None:
            self._sender.cancel()
        self.subscription.close()

    async def _send(self) -> None:
        try:
            while True:
                frame = await self._waiting.get()
                if isinstance(frame, bytes):
                    await self.socket.send_bytes(frame)
                else:
                    await self.socket.send_str(frame)
        except ConnectionError:
            self.drop()


class _Refused(asyncio.Protocol):
    """A connection too many."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        transport.close()


def _local(request: web.Request) -> str:
    """Return the address that a request came to."""
    name = request.transport.get_extra_info("sockname") if request.transport is not None else None
    return str(name[0]) if name else ""


def _json(body: object) -> web.Response:
    text = json.dumps(body, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return web.Response(text=text, content_type="application/json", headers=_HEADERS)


def _text(status: int, reason: str) -> web.Response:
    if status == 204:
        return web.Response(status=204, headers=_HEADERS)
    return web.Response(status=status, text=reason + "\n", headers=_HEADERS)
