"""Chromium, driven over its DevTools protocol, for tests of pages."""

import asyncio
import base64
import contextlib
import os
import shutil
import subprocess

import aiohttp

PATIENCE = 60.0


class Page:
    """A page of a browser that runs only while one of these methods does its work."""

    def __init__(self, port, loop):
        self._port, self._loop = port, loop
        self._count = 0

    async def _open(self):
        self._session = aiohttp.ClientSession()
        async with self._session.put(f"http://127.0.0.1:{self._port}/json/new?about:blank") as answer:
            target = await answer.json()
        self._socket = await self._session.ws_connect(target["webSocketDebuggerUrl"], max_msg_size=0)

    async def _close(self):
        await self._socket.close()
        await self._session.close()

    async def _call(self, method, **parameters):
        self._count += 1
        await self._socket.send_json({"id": self._count, "method": method, "params": parameters})
        while True:
            answer = await self._socket.receive_json()
            if answer.get("id") == self._count:
                assert "error" not in answer, answer
                return answer["result"]

    def call(self, method, **parameters):
        """Call a method of the protocol and return its result."""
        return self._loop.run_until_complete(asyncio.wait_for(self._call(method, **parameters), PATIENCE))

    def visit(self, url):
        """Load a page, wholly."""
        self.call("Page.navigate", url=url)
        self.evaluate(
            "new Promise(done => document.readyState == 'complete' ? done() : addEventListener('load', done))"
        )

    def evaluate(self, expression):
        """Return the value of JavaScript, after its promise if it is one."""
        result = self.call(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True, userGesture=True
        )
        assert "exceptionDetails" not in result, result["exceptionDetails"]
        return result["result"].get("value")

    def screenshot(self, file, width, height, dark=False):
        """Write a picture of the page as it is seen in a window of this size."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])
        data = self.call("Page.captureScreenshot", format="png")["data"]
        file.write_bytes(base64.b64decode(data))


@contextlib.contextmanager
def chromium(folder):
    """Run Chromium without a window, with its data in a folder, and give a page."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    arguments = [
        program,
        "--headless=new",
        "--no-sandbox",  # it may run as root, in a container
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--no-first-run",
        "--remote-debugging-port=0",
        f"--user-data-dir={folder}",
    ]
    environment = os.environ | {"HOME": str(folder)}
    with (folder / "said.txt").open("wb") as said:
        process = subprocess.Popen(arguments, stdout=said, stderr=said, env=environment)
    loop = asyncio.new_event_loop()
    try:
        page = Page(loop.run_until_complete(asyncio.wait_for(_port_of(folder, process), PATIENCE)), loop)
        loop.run_until_complete(page._open())
        yield page
        loop.run_until_complete(page._close())
    finally:
        loop.close()
        process.terminate()
        process.wait()


async def _port_of(folder, process):
    """Return the port that Chromium has chosen, as soon as it says so."""
    file = folder / "DevToolsActivePort"
    while not file.exists() or len(file.read_text().splitlines()) < 2:
        assert process.poll() is None, (folder / "said.txt").read_text()
        await asyncio.sleep(0.05)
    return int(file.read_text().splitlines()[0])
