"""From a message in Pure Data to JACK (dummy driver), beside the same message from Python and the server's own figure.

    python bench/pd_latency.py [--changes 200] [--space orchestra] [--block 128] [--pd pd]

Pd sends a note by `[timbre.voice]`, and just before it a datagram to this program, which reads JACK's clock when it
comes: that is the moment of the message. The first sample that is not silence is the note. Python sends its notes to
the same server, one for each of Pd's. What Pd adds itself is the time from a byte on its `[netreceive]`, which stands
for a click, to that moment: Pd looks at its windows and sockets between its blocks of sound.
"""

import argparse
import random
import socket
import threading
import time

import jack
import numpy as np

from tests.live import JackServer, TimbreServer
from tests.pd import Pd

_LEVEL = 1e-5  # above it there is sound
_LONGEST = 0.06  # seconds that a note may take to sound


class Ear:
    """A JACK client that keeps all that rt-timbre plays, and when.

    Parameters
    ----------
    name : str
        Of the JACK server.
    """

    def __init__(self, name: str) -> None:
        self.client = jack.Client("ear", no_start_server=True, servername=name)
        port = self.client.inports.register("in")
        self.blocks: list[np.ndarray] = []
        self.times: list[int] = []

        def process(_: int) -> None:
            self.blocks.append(port.get_array().copy())
            self.times.append(self.client.last_frame_time)

        self.client.set_process_callback(process)
        self.client.activate()
        self.client.connect(self.client.get_ports("rt-timbre:.*", is_output=True)[0], port)

    def latencies(self, starts: list[int]) -> np.ndarray:
        """Return milliseconds from each start to the sound that follows, without those that the machine disturbed."""
        count, block = min(len(self.blocks), len(self.times)), self.client.blocksize
        times, rate = np.array(self.times[:count]), self.client.samplerate
        sound = np.concatenate(self.blocks[:count])
        clock = (times[:, None] + np.arange(block)).ravel()
        lost = times[:-1][np.diff(times) != block]
        found = []
        for start in starts:
            first = np.searchsorted(clock, start)
            heard = np.flatnonzero(np.abs(sound[first : first + int(_LONGEST * rate)]) > _LEVEL)
            if heard.size and heard[0] > 0 and not (np.abs(lost - start) < 0.1 * rate).any():
                found.append((clock[first + heard[0]] - start) / rate * 1000.0)
        return np.array(found)


def main() -> None:
    """Print a line for Pd without sound, one for Pd with JACK, and one for Python beside each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--changes", type=int, default=200)
    parser.add_argument("--space", default="orchestra")
    parser.add_argument("--block", type=int, default=128)
    parser.add_argument("--pd", default="pd", help="the program")
    options = parser.parse_args()
    print("from               median    p95    p99    max  clean  server's own  stated (ms)")
    for audio in ("-noaudio", "-jack"):
        measure(audio, options)


def measure(audio: str, options: argparse.Namespace) -> None:
    """Start all, send notes from both, and find them in the recording."""
    jackd = JackServer(f"rt-timbre-pd-latency{audio}", block=options.block)
    jackd.start()
    arguments = ("--space", options.space, "--audio", "jack", "--latency", "low", "--voices", 4)
    server = TimbreServer(jackd.environment, *arguments)
    client = server.client
    ear = Ear(jackd.name)
    moments: list[int] = []
    listener = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    listener.bind(("127.0.0.1", 0))

    def listen() -> None:
        while listener.recv(64) != b"end":
            moments.append(ear.client.frame_time)

    thread = threading.Thread(target=listen)
    thread.start()
    port = listener.getsockname()[1]
    pd = Pd(
        client.address[1],
        [("timbre.voice 1", 0), ("netsend -u -b", 0)],
        audio=audio,
        environment=jackd.environment,
        program=options.pd,
    )
    pd.send(f"try-1 connect 127.0.0.1 {port}")
    client.send("/voice/1/attack", 0.0)
    client.send("/voice/1/release", 0.003)
    time.sleep(1.0)
    clicks, direct, told = [], [], []
    rng = random.Random(1)
    for _ in range(options.changes):
        for from_pd in (True, False):
            start = ear.client.frame_time
            if from_pd:
                clicks.append(start)
                pd.send("try-1 send 1;\ntry-0 note 84 0.9")
            else:
                direct.append(start)
                client.send("/voice/1/note", 84.0, 0.9)
            time.sleep(_LONGEST)
            client.send("/voice/1/note", 84.0, 0.0)
            time.sleep(_LONGEST + 0.03 * rng.random())
            if from_pd:
                told.append(client.ask("/status")[10])
    time.sleep(0.3)
    ear.client.deactivate()
    stated = server.ready.rsplit("latency", 1)[1].split()[0]
    own = f"{np.median(told):8.1f} {np.percentile(told, 95):5.1f}  {stated:>6}"
    for name, starts in ((f"Pd {audio}", moments), ("Python beside it", direct)):
        found = ear.latencies(starts)
        figures = " ".join(f"{np.percentile(found, share):6.1f}" for share in (50, 95, 99, 100))
        print(f"{name:18s} {figures}  {len(found):5d} {own}")
    count = min(len(clicks), len(moments))
    inside = (np.array(moments[:count]) - np.array(clicks[:count])) / ear.client.samplerate * 1000.0
    print(f"  within Pd        {' '.join(f'{np.percentile(inside, share):6.1f}' for share in (50, 95, 99, 100))}")
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"end", ("127.0.0.1", port))
    thread.join()
    listener.close()
    pd.stop()
    ear.client.close()
    server.stop()
    jackd.stop()


if __name__ == "__main__":
    main()
