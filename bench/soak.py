"""A long run of many voices over JACK while other cores are busy, beside a native client that does nothing.

    python bench/soak.py [--seconds 600] [--voices 64] [--burners 3] [--block 256] [--latency normal] [--rate 48000]

Every voice holds a note and morphs all the time, so that each hop decodes all of them; `--held` leaves them where they
are. The control is a JACK client in C (compiled here) that only counts the cycles it lost: what it loses, the machine
lost. Beside it stand the cycles that rt-timbre lost: those in which it was not called, and those without sound.
"""

import argparse
import os
import select
import time
from pathlib import Path

from machine import NativeControl, busy, jack

from rt_timbre.audio.ring import Ring
from rt_timbre.status import read_status
from tests.live import JackServer, TimbreServer

JOURNEY = 60.0  # seconds of one morph
SETTLING = 5.0  # seconds before the counting begins


def resident(process: int) -> int:
    """Return the memory of a process in KiB."""
    return int(Path(f"/proc/{process}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024


def ring_of(server: TimbreServer) -> Ring:
    """Look into the ring of a server."""
    arguments = Path(f"/proc/{server.audio_process}/cmdline").read_bytes().decode().split("\0")
    descriptor = arguments[arguments.index("--ring") + 1]
    return Ring(os.open(f"/proc/{server.process.pid}/fd/{descriptor}", os.O_RDWR))


def depart(server: TimbreServer, anchors: list[str], voices: int, leg: int) -> None:
    """Send every voice on its way to the next anchor."""
    for voice in range(voices):
        start, end = (anchors[(voice + leg + step) % len(anchors)] for step in (0, 1))
        server.client.send(f"/voice/{voice + 1}/morph", start, end, JOURNEY, "spherical")


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=600.0)
    parser.add_argument("--voices", type=int, default=64)
    parser.add_argument("--burners", type=int, default=max(1, (os.cpu_count() or 2) - 1))
    parser.add_argument("--block", type=int, default=256)
    parser.add_argument("--rate", type=int, default=48000)
    parser.add_argument("--latency", default="normal")
    parser.add_argument("--space", default="orchestra")
    parser.add_argument("--held", action="store_true")
    options = parser.parse_args()
    with jack("soak", rate=options.rate, block=options.block) as (jackd, control):
        _soak(options, jackd, control)


def _soak(options: argparse.Namespace, jackd: JackServer, control: Path) -> None:
    voices, client_options = options.voices, ("--audio", "jack", "--latency", options.latency)
    server = TimbreServer(jackd.environment, "--space", options.space, "--voices", voices, *client_options)
    try:
        print(server.ready, end="")
        client, ring = server.client, ring_of(server)
        anchors = client.ask("/anchor/list")
        for voice in range(voices):
            client.send(f"/voice/{voice + 1}/note", 40.0 + 48.0 * voice / voices, 0.5)
        if not options.held:
            depart(server, anchors, voices, 0)
        with busy(options.burners):
            time.sleep(SETTLING)
            audio = server.audio_process
            memory = resident(server.process.pid), resident(audio)
            native = NativeControl(control, jackd.environment, options.seconds)
            before = read_status(client.ask("/status"))
            calls, begun = ring.calls, time.perf_counter()
            leg, load = 0, 0.0
            while not select.select([native.process.stdout], [], [], 1.0)[0]:
                load = max(load, os.getloadavg()[0])
                if not options.held and time.perf_counter() - begun > (leg + 0.9) * JOURNEY:
                    leg += 1
                    depart(server, anchors, voices, leg)
            calls = ring.calls - calls
            after = read_status(client.ask("/status"))
            cycles, lost = native.counts()
            grown = resident(server.process.pid) - memory[0], resident(audio) - memory[1]
    finally:
        server.stop()
    due = cycles + lost
    underruns, hops = after.underruns - before.underruns, due * options.block // 128
    late = after.late_hops - before.late_hops
    print(f"{options.seconds:g} s, {options.block} frames, {voices} voices, {options.burners} burners, load {load:.1f}")
    print(f"native control: lost {lost} of {due} cycles ({lost / due:.3%})")
    print(f"rt-timbre: lost {due - calls} of them ({(due - calls) / due:.3%})")
    print(f"rt-timbre: was without sound in {underruns} ({underruns / due:.3%})")
    print(f"{late} of {hops} hops were late ({late / hops:.3%}); load {after.load_mean:.0%}, p99 {after.load_p99:.0%}")
    print(f"memory: engine {grown[0]:+d} KiB, audio {grown[1]:+d} KiB")


if __name__ == "__main__":
    main()
