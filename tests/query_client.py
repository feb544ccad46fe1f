"""An OSCQuery client for tests: HTTP by the standard library, WebSocket by aiohttp."""

import asyncio
import contextlib
import http.client
import json
import os
import re
import threading

import aiohttp

from rt_timbre.osc import Message, encode, parse
from tests.live import PATIENCE, TimbreServer


@contextlib.contextmanager
def serving(*options, environment=os.environ, ready=True):
    """Serve with two voices and without sound; `ready` to wait for OSCQuery, too."""
    server = TimbreServer(environment, "--audio", "none", "--voices", "2", *options)
    try:
        server.query = query_port(server) if ready else None
        yield server
    finally:
        if server.process.poll() is None:
            server.kill()


def query_port(server):
    """Return the port that a server says OSCQuery has, in the line after the one that says it is ready."""
    line = server.process.stdout.readline()
    return int(re.fullmatch(r"rt-timbre: OSCQuery at http://127\.0\.0\.1:(\d+)\n", line)[1])


def request(port, target, headers=None, method="GET"):
    """Return status, headers and body of a request."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request(method, target, headers=headers or {})
        response = connection.getresponse()
        return response.status, response.headers, response.read()
    finally:
        connection.close()


def get(port, target):
    """Return the JSON object at a target."""
    status, headers, body = request(port, target)
    assert (status, headers["Content-Type"]) == (200, "application/json; charset=utf-8"), (target, status, body)
    return json.loads(body)


def methods(node):
    """Walk all methods of a tree."""
    if "CONTENTS" not in node:
        yield node
    for child in node.get("CONTENTS", {}).values():
        yield from methods(child)


class Stream:
    """A WebSocket client; its event loop runs in a thread of its own."""

    def __init__(self, port, **headers):
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._thread.start()
        try:
            self._run(self._open(port, headers))
        except BaseException:
            self._end()
            raise

    async def _open(self, port, headers):
        self._session = aiohttp.ClientSession()
        try:
            self._socket = await self._session.ws_connect(f"ws://127.0.0.1:{port}/", headers=headers)
        except BaseException:
            await self._session.close()
            raise

    def _run(self, work):
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE)

    def _end(self):
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def send(self, address, *arguments):
        """Send a message as a binary frame."""
        self.send_raw(encode(Message(address=address, arguments=arguments)))

    def send_raw(self, data):
        self._run(self._socket.send_bytes(data))

    def send_text(self, text):
        self._run(self._socket.send_str(text))

    def command(self, command, data):
        """Send a command as a text frame."""
        self.send_text(json.dumps({"COMMAND": command, "DATA": data}))

    def receive(self, seconds=PATIENCE):
        """Return the next frame: a command, or a message as its address and arguments; None at the end."""
        frame = self._run(self._socket.receive(seconds))
        if frame.type == aiohttp.WSMsgType.TEXT:
            return json.loads(frame.data)
        if frame.type == aiohttp.WSMsgType.BINARY:
            message = parse(frame.data)
            return message.address, list(message.arguments)
        return None

    def ask(self, address):
        """Ask for a value; return what came before it, and the value."""
        self.send(address)
        before = []
        while (heard := self.receive())[0] != address:
            before.append(heard)
        return before, heard[1]

    def close(self):
        async def close():
            await self._socket.close()
            await self._session.close()

        self._run(close())
        self._end()
