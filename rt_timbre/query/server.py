"""The query server's process, beside the loop: ``python -m rt_timbre.query.server``.

It reads lines of JSON on its standard input: ``{"tree": …}``, first of all and whenever the tree has changed. It says
``{"ready": {"host": "…", "port": N}}`` on its standard output, or ``{"error": "…"}``, and ends with its input. To the
engine it is an OSC client like any other, so nothing that is asked here can hold up the sound.
"""

import argparse
import asyncio
import json
import logging
import sys
from collections.abc import Sequence

from rt_timbre.errors import ListenError
from rt_timbre.query.discovery import Announcement, reached
from rt_timbre.query.web import QueryServer

_LONGEST_LINE = 1 << 24  # bytes


async def _run(options: argparse.Namespace) -> int:
    loop = asyncio.get_running_loop()
    lines = asyncio.StreamReader(limit=_LONGEST_LINE)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(lines), sys.stdin)
    server = QueryServer(options.host, options.osc_port)
    loop.set_exception_handler(lambda _, context: server.complain(str(context.get("exception") or context["message"])))
    announcement: Announcement | None = None
    try:
        async for line in lines:
            message = json.loads(line)
            if "tree" not in message:
                continue
            server.change(message["tree"])
            if not server.addresses:
                port = await server.listen(options.port, other=options.other)
                print(json.dumps({"ready": {"host": reached(server.addresses)[0], "port": port}}), flush=True)
                if options.discovery:
                    announcement = Announcement(server.addresses, query_port=port, osc_port=options.osc_port)
                    announcement.begin(server.complain)
    except ListenError as error:
        print(json.dumps({"error": str(error)}), flush=True)
        return 1
    finally:
        if announcement is not None:
            await announcement.end()
        await server.close()
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until the standard input ends; return the exit status."""
    parser = argparse.ArgumentParser(prog="rt_timbre.query.server", description="Answer OSCQuery requests.")
    parser.add_argument("--host", required=True, help="where the OSC server listens")
    parser.add_argument("--osc-port", type=int, required=True, help="its UDP port")
    parser.add_argument("--port", type=int, required=True, help="TCP port, 0 for any free one")
    parser.add_argument("--other", action="store_true", help="take any free port if that one is taken")
    parser.add_argument("--no-discovery", dest="discovery", action="store_false", help="do not announce it by zeroconf")
    options = parser.parse_args(arguments)
    logging.getLogger().addHandler(logging.NullHandler())  # the libraries log what any client can provoke
    return asyncio.run(_run(options))


if __name__ == "__main__":
    sys.exit(main())
