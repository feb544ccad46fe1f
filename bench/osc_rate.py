"""OSC messages a second that the server takes without loss, while it plays.

    python bench/osc_rate.py [--seconds 10] [--rates 1000 5000 10000 20000] [--space orchestra]

Half of the messages set one dimension, half the whole latent vector. The server counts refusals; each sender ends with
a value of its own, and the queue is drained: a message is lost if the kernel's counter of dropped datagrams grew.
"""

import argparse
import os
import time
from pathlib import Path

from rt_timbre.osc import Message, encode
from tests.live import TimbreServer


def drops(port: int) -> int:
    """Datagrams that the kernel dropped at the server's socket, for want of room."""
    for line in Path("/proc/net/udp").read_text().splitlines()[1:]:
        fields = line.split()
        if int(fields[1].split(":")[1], 16) == port:
            return int(fields[-1])
    raise RuntimeError("the server's socket is not listed")


def main() -> None:
    """Print a line for each rate."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--rates", type=int, nargs="+", default=[1000, 5000, 10000, 20000])
    parser.add_argument("--space", default="orchestra")
    options = parser.parse_args()
    print("rate sent/s  sent  lost  load mean  peak  hops late")
    for rate in options.rates:
        server = TimbreServer(os.environ, "--space", options.space, "--audio", "none", "--voices", 4)
        client = server.client
        client.send("/voice/*/note", 60.0, 0.5)
        dimension = client.ask("/space/info")[1]
        one = encode(Message(address="/voice/1/z/1", arguments=(0.5,)))
        whole = encode(Message(address="/voice/2/latent", arguments=(0.25,) * dimension))
        count, start = 0, time.perf_counter()
        while (now := time.perf_counter() - start) < options.seconds:
            while count < now * rate:
                client.send_raw(whole if count % 2 else one)
                count += 1
            time.sleep(0.0005)
        actual = count / (time.perf_counter() - start)
        status = client.ask("/status")
        lost = drops(client.address[1])
        print(f"{actual:11.0f}  {count:5d}  {lost:4d}  {status[2]:9.0%}  {status[3]:4.0%}  refused {status[8]}")
        server.stop()


if __name__ == "__main__":
    main()
