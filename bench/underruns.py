"""Underruns over a chosen time with chosen background load, beside a native client that does nothing, in one graph.

    python bench/underruns.py [--seconds 60] [--burners 2] [--block 128] [--latency normal] [--space orchestra]
        [--record NAME]

The control is a JACK client in C (compiled here) that only counts the cycles that came late: what it loses, the machine
lost. The server's own underruns stand beside it, with 1,000 OSC messages a second coming in. With
--record all is recorded into a file of that name and logged meanwhile.
"""

import argparse
import tempfile
import time
from pathlib import Path

from machine import NativeControl, busy, jack

from tests.live import JackServer, TimbreServer


def main() -> None:
    """Print both counts."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--burners", type=int, default=2)
    parser.add_argument("--block", type=int, default=128)
    parser.add_argument("--latency", default="normal")
    parser.add_argument("--space", default="orchestra")
    parser.add_argument("--record", metavar="NAME")
    options = parser.parse_args()
    with jack("underruns", block=options.block) as (jackd, control), tempfile.TemporaryDirectory() as folder:
        arguments = ["--space", options.space, "--audio", "jack", "--latency", options.latency]
        if options.record:
            arguments += ["--recordings", folder, "--log", f"{folder}/log.control"]
        server = TimbreServer(jackd.environment, *arguments)
        try:
            with busy(options.burners):
                _measure(options, server, jackd, control)
        finally:
            server.stop()


def _measure(options: argparse.Namespace, server: TimbreServer, jackd: JackServer, control: Path) -> None:
    client = server.client
    client.send("/voice/{1,2,3,4}/note", 60.0, 0.5)
    time.sleep(1.0)
    if options.record:
        client.send("/record", 1, options.record)
        print(*client.receive())
    before = client.ask("/status")[6]
    native = NativeControl(control, jackd.environment, options.seconds)
    count, start = 0, time.perf_counter()
    while native.process.poll() is None:
        while count < (time.perf_counter() - start) * 1000:
            client.send("/voice/1/z/1", (count % 100) / 100)
            count += 1
        time.sleep(0.002)
    cycles, late = native.counts()
    underruns = client.ask("/status")[6] - before
    print(f"{options.seconds:g} s, {options.block} frames, {options.burners} burners, {count} OSC messages")
    print(f"native control: {late} of {cycles} cycles late ({late / cycles:.3%})")
    if options.record:
        client.send("/record", 0)
        print(*client.receive())
    print(f"rt-timbre: {underruns} underruns ({underruns / cycles:.3%} of blocks)")


if __name__ == "__main__":
    main()
