"""OSC messages a second that the server takes from two senders without loss, while it plays over JACK.

    python bench/osc_rate.py [--seconds 60] [--rates 10000] [--block 256] [--space orchestra]

One sender sets a dimension, the other the whole latent vector; each ends with a value of its own. A message is lost if
the kernel dropped its datagram at the server's socket, if it was refused, or if a last value did not arrive. In the
same graph runs bench/native_control.c, a client that does nothing: the cycles that it misses are the machine's fault.
"""

import argparse
import multiprocessing
import time
from pathlib import Path

from machine import NativeControl, jack

from rt_timbre.osc import Message, encode
from tests.live import Client, JackServer, TimbreServer

LAST = 0.0  # every dimension has it in its range


def drops(port: int) -> int:
    """Datagrams that the kernel dropped at the server's socket, for want of room."""
    for line in Path("/proc/net/udp").read_text().splitlines()[1:]:
        fields = line.split()
        if int(fields[1].split(":")[1], 16) == port:
            return int(fields[-1])
    raise RuntimeError("the server's socket is not listed")


def send(port: int, address: str, floats: int, rate: float, seconds: float, counts: multiprocessing.Queue) -> None:
    """Send so many messages a second, the last one with `LAST` in all places."""
    client = Client(port)
    packets = [encode(Message(address=address, arguments=((step + 1) / 100,) * floats)) for step in range(100)]
    count, start = 0, time.perf_counter()
    while (now := time.perf_counter() - start) < seconds:
        while count < now * rate:
            client.send_raw(packets[count % 100])
            count += 1
        time.sleep(0.0005)
    client.send_raw(encode(Message(address=address, arguments=(LAST,) * floats)))
    counts.put(count + 1)
    client.close()


def measure(rate: int, control: Path, jackd: JackServer, options: argparse.Namespace) -> str:
    """Return the line of one rate."""
    server = TimbreServer(jackd.environment, "--space", options.space, "--audio", "jack", "--voices", 4)
    client = server.client
    port = client.address[1]
    client.send("/voice/{3,4}/note", 60.0, 0.5)
    dimension = client.ask("/space/info")[1]
    time.sleep(1.0)
    before = client.ask("/status")
    counts: multiprocessing.Queue = multiprocessing.Queue()
    native = NativeControl(control, jackd.environment, options.seconds)
    senders = [
        multiprocessing.Process(target=send, args=(port, address, floats, rate / 2, options.seconds, counts))
        for address, floats in (("/voice/3/z/1", 1), ("/voice/4/latent", dimension))
    ]
    for sender in senders:
        sender.start()
    sent = sum(counts.get() for _ in senders)
    for sender in senders:
        sender.join()
    cycles, missed = native.counts()
    after = client.ask("/status")
    last = client.ask("/voice/3/z/1") + client.ask("/voice/4/latent")
    lost = drops(port) + after[8] - before[8] + sum(value != LAST for value in last)
    underruns = after[6] - before[6]
    server.stop()
    return (
        f"{sent / options.seconds:6.0f}  {sent:8d}  {lost:4d}  {after[2]:9.0%}  {after[3]:5.0%}"
        f"  {underruns:5d} ({underruns / cycles:6.2%})  {missed:5d} ({missed / cycles:6.2%})"
    )


def main() -> None:
    """Print a line for each rate."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--rates", type=int, nargs="+", default=[10000])
    parser.add_argument("--block", type=int, default=256)
    parser.add_argument("--space", default="orchestra")
    options = parser.parse_args()
    with jack("rate", block=options.block) as (jackd, control):
        print("sent/s      sent  lost  load mean   peak  blocks lost      lost by a native client")
        for rate in options.rates:
            print(measure(rate, control, jackd, options), flush=True)


if __name__ == "__main__":
    main()
