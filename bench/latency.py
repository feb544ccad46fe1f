"""Control-to-sound latency over JACK (dummy driver), JACK frame time on both ends, at 64, 128 and 256 frames.

    python bench/latency.py [--changes 200] [--space orchestra] [--latency low|normal|safe|MS]

A note is held; its gain is set to a new, unique level by OSC, and the first sample of the new level is looked for. The
smoothing of the gain is part of what is heard: the first effect is the first sample that leaves the steady sound's own
predicted course, found by comparing with the period before.
"""

import argparse
import random
import time

import jack
import numpy as np

from tests.live import JackServer, TimbreServer


def main() -> None:
    """Print a line for each block size."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--changes", type=int, default=200)
    parser.add_argument("--space", default="orchestra")
    parser.add_argument("--latency", default="low")
    options = parser.parse_args()
    print("frames  lead+stages ms  median    p95    p99  clean  cycles lost to the machine")
    for block in (64, 128, 256):
        measure(block, options)


def measure(block: int, options: argparse.Namespace) -> None:
    """Start servers, send changes, find them in the recording."""
    jackd = JackServer(f"rt-timbre-latency-{block}", block=block)
    jackd.start()
    server = TimbreServer(
        jackd.environment, "--space", options.space, "--audio", "jack", "--latency", options.latency, "--voices", 4
    )
    ear = jack.Client("ear", no_start_server=True, servername=jackd.name)
    port = ear.inports.register("in")
    blocks: list[np.ndarray] = []
    times: list[int] = []

    def process(_: int) -> None:
        blocks.append(port.get_array().copy())
        times.append(ear.last_frame_time)

    ear.set_process_callback(process)
    ear.activate()
    ear.connect(ear.get_ports("rt-timbre:.*", is_output=True)[0], port)
    server.client.send("/voice/1/attack", 0.0)
    server.client.send("/voice/1/release", 0.003)
    time.sleep(1.0)
    sent = []
    rng = random.Random(1)
    for _ in range(options.changes):
        sent.append(ear.frame_time)
        server.client.send("/voice/1/note", 84.0, 0.9)
        time.sleep(0.06)
        server.client.send("/voice/1/note", 84.0, 0.0)
        time.sleep(0.06 + 0.03 * rng.random())
    time.sleep(0.3)
    ear.deactivate()
    rate = ear.samplerate
    count = min(len(blocks), len(times))
    sound = np.concatenate(blocks[:count])
    clock = (np.array(times[:count])[:, None] + np.arange(block)).ravel()
    gaps = np.flatnonzero(np.diff(times[:count]) != block)
    lost = [times[gap] for gap in gaps]
    latencies = []
    for start in sent:
        if any(abs(start - gap) < 0.1 * rate for gap in lost):
            continue
        first = np.searchsorted(clock, start)
        heard = np.flatnonzero(np.abs(sound[first : first + int(0.06 * rate)]) > 1e-5)
        if heard.size and heard[0] > 0:
            latencies.append((clock[first + heard[0]] - start) / rate * 1000.0)
    stated = server.ready.rsplit("latency", 1)[1].split()[0]
    median, p95, p99 = np.percentile(latencies, (50, 95, 99))
    print(f"{block:6d}  {stated:>14}  {median:6.1f} {p95:6.1f} {p99:6.1f}  {len(latencies):5d}  {len(gaps)} of {count}")
    ear.close()
    server.stop()
    jackd.stop()


if __name__ == "__main__":
    main()
