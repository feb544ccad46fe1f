"""Underruns over a chosen time with chosen background load, beside a native client that does nothing, in one graph.

    python bench/underruns.py [--seconds 60] [--burners 2] [--block 128] [--latency normal] [--space orchestra]
        [--record NAME]

The control is a JACK client in C (compiled here) that only counts the cycles that came late: what it loses, the machine
lost. The server's own underruns stand beside it, with 1,000 OSC messages a second coming in. With
--record all is recorded into a file of that name and logged meanwhile.
"""

import argparse
import multiprocessing
import subprocess
import tempfile
import time
from pathlib import Path

from tests.live import JackServer, TimbreServer


def burn() -> None:
    """Keep a core busy."""
    while True:
        sum(range(10000))


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
    with tempfile.TemporaryDirectory() as folder:
        control = Path(folder) / "control"
        source = Path(__file__).with_name("native_control.c")
        subprocess.run(["cc", "-O2", "-o", control, source, "-l:libjack.so.0", "-lm"], check=True)
        jackd = JackServer("rt-timbre-underruns", block=options.block)
        jackd.start()
        arguments = ["--space", options.space, "--audio", "jack", "--latency", options.latency]
        if options.record:
            arguments += ["--recordings", folder, "--log", Path(folder) / "log.control"]
        server = TimbreServer(jackd.environment, *arguments)
        burners = [multiprocessing.Process(target=burn, daemon=True) for _ in range(options.burners)]
        for burner in burners:
            burner.start()
        client = server.client
        client.send("/voice/{1,2,3,4}/note", 60.0, 0.5)
        time.sleep(1.0)
        if options.record:
            client.send("/record", 1, options.record)
            print(*client.receive())
        before = client.ask("/status")[6]
        native = subprocess.Popen(
            [control, str(options.seconds)], env=jackd.environment, stdout=subprocess.PIPE, text=True
        )
        native.stdout.readline()
        count, start = 0, time.perf_counter()
        while native.poll() is None:
            while count < (time.perf_counter() - start) * 1000:
                client.send("/voice/1/z/1", (count % 100) / 100)
                count += 1
            time.sleep(0.002)
        cycles, late = (int(word) for word in native.stdout.read().split()[-2:])  # after what libjack says
        underruns = client.ask("/status")[6] - before
        print(f"{options.seconds:g} s, {options.block} frames, {options.burners} burners, {count} OSC messages")
        print(f"native control: {late} of {cycles} cycles late ({late / cycles:.3%})")
        if options.record:
            client.send("/record", 0)
            print(*client.receive())
        print(f"rt-timbre: {underruns} underruns ({underruns / cycles:.3%} of blocks)")
        for burner in burners:
            burner.terminate()
        server.stop()
        jackd.stop()


if __name__ == "__main__":
    main()
