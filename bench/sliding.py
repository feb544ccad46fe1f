"""Methods on a sliding window: spectral convergence by delay, cost by delay, steadiness of held frames.

    python -m bench.sliding [--soundfont SF2] [--iterations N ...] [--delays FRAMES ...] [--seconds S]

Notes of a soundfont, ERB-400 at 22,050 Hz, hop 64, one voice on one core. Convergence is over the whole note, attack
included; the real-time factor is the time of all calls over the sound's; of single calls the median, the 99th
percentile and the longest are given, because live none may take long. Held: the frame in the note's middle for three
seconds.
"""

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import scipy.signal

from rt_timbre import quality
from rt_timbre.phase import FrameMethod
from rt_timbre.phase.sliding import BlockGriffinLim, FilterbankPGHI
from rt_timbre.transforms.nsgt import NSGT
from rt_timbre.transforms.scales import erb_centres
from rt_timbre_export.soundfont import RATE, render_note

BANDS = NSGT(erb_centres(30.0, 11000.0, 400), 22050, 65536, 1024)
NOTES = {"violin": (40, 69), "cello": (42, 48), "flute": (73, 76), "trumpet": (56, 67)}
DELAYS = [8, 16, 32, 47, 64]  # frames


def note(font: Path, program: int, midi: int, seconds: float) -> np.ndarray:
    """Return the frames of a note."""
    sound = render_note(font, bank=0, program=program, midi=midi, velocity=90, seconds=seconds)[:, 0]
    sound = scipy.signal.resample_poly(sound, 1, RATE // int(BANDS.rate))[: BANDS.length]
    frames = BANDS.magnitudes(np.pad(sound, (0, BANDS.length - sound.size)).astype(np.float32))
    return frames[: int(BANDS.rate * (seconds + 0.3) / BANDS.hop)]


def play(method: FrameMethod, frames: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the sound of frames [T, K], without the delay, and the seconds of each call."""
    delay = method.latency // method.hop
    late = np.concatenate([frames, np.zeros((delay, frames.shape[1]), np.float32)])
    out, spent = np.zeros((late.shape[0], method.hop), np.float32), np.zeros(late.shape[0])
    active = np.ones(1, np.int8)
    for t in range(late.shape[0]):
        start = time.perf_counter()
        method.process(late[t : t + 1], active, out[t : t + 1])
        spent[t] = time.perf_counter() - start
    return out[delay:].ravel(), spent


def convergence(frames: np.ndarray, sound: np.ndarray, inside: slice) -> float:
    """Return the spectral convergence in dB of a sound to frames."""
    heard = BANDS.magnitudes(np.pad(sound, (0, BANDS.length))[: BANDS.length])
    return quality.spectral_convergence(frames[inside], heard[inside])


def report(label: str, make: Callable[[int], FrameMethod], notes: dict[str, np.ndarray], delays: list[int]) -> None:
    """Print one method's rows."""
    for delay in delays:
        method = make(delay)
        method.warm()
        near, steady, calls = [], [], []
        for frames in notes.values():
            method.reset(0)
            sound, spent = play(method, frames)
            calls.append(spent)
            near.append(convergence(frames, sound, slice(0, len(frames) - 60)))
            method.reset(0)
            held, _ = play(method, np.repeat(frames[len(frames) // 2][None], BANDS.columns, axis=0))
            steady.append(quality.amplitude_modulation(held[BANDS.length // 4 : 3 * BANDS.length // 4], BANDS.rate))
        spent = np.concatenate(calls)
        print(
            f"| {label} | {1e3 * method.latency / BANDS.rate:.0f} | "
            + " | ".join(f"{value:.1f}" for value in (*near, np.mean(near)))
            + f" | {np.median(steady):.1f} | {spent.mean() * BANDS.rate / BANDS.hop:.2f} | "
            + " / ".join(f"{1e3 * value:.2f}" for value in (np.median(spent), np.quantile(spent, 0.99), spent.max()))
            + " |",
            flush=True,
        )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--soundfont", type=Path, default=Path("/usr/share/sounds/sf2/FluidR3_GM.sf2"))
    parser.add_argument("--iterations", type=int, nargs="+", default=[8])
    parser.add_argument("--delays", type=int, nargs="+", default=DELAYS)
    parser.add_argument("--seconds", type=float, default=2.0)
    arguments = parser.parse_args()
    notes = {name: note(arguments.soundfont, *place, arguments.seconds) for name, place in NOTES.items()}
    declaration = BANDS.declaration("nsgt-erb")
    print("SC in dB by note; AM of held frames in percent, median; calls in ms: median / 99 % / longest")
    print(f"| method | delay, ms | {' | '.join(notes)} | mean | held AM | RTF | calls |")
    print("|---" * (len(notes) + 6) + "|")
    report("pghi", lambda delay: FilterbankPGHI(declaration, voices=1, look_ahead=delay), notes, arguments.delays)
    for iterations in arguments.iterations:

        def make(delay: int, iterations: int = iterations) -> FrameMethod:
            return BlockGriffinLim(declaration, voices=1, look_ahead=delay, iterations=iterations)

        report(f"block-griffin-lim, {iterations}", make, notes, arguments.delays)


if __name__ == "__main__":
    main()
