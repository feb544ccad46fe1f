"""Speed of the non-stationary Gabor transform beside the nsgt package's: both times and their ratio, in one run.

    python -m bench.transforms [--seconds S] [--rounds N]

A note of S seconds (2 unless told) at 22,050 Hz on one core. The three take turns, so that all see the machine as it
is; the time of each is its median. The nsgt package, in its matrix form, has as many columns as its widest band has
bins, and float64 only; ours has as many, rounded up to the next number that an FFT is fast for, in float64 and, as
frames are made, in float32. Before anything is timed the results are compared.
"""

import argparse
import math
import time
import warnings
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import scipy.fft

from rt_timbre.transforms.nsgt import NSGT
from rt_timbre.transforms.scales import erb_centres, mel_centres, octave_centres
from tests import oracles

RATE, LOW, HIGH = 22050, 30.0, 11000.0
SCALES = {
    "ERB-400": (erb_centres(LOW, HIGH, 400), oracles.ErbScale(LOW, HIGH, 400)),
    "Mel-400": (mel_centres(LOW, HIGH, 400), oracles.MelScale(LOW, HIGH, 400)),
    "octave-48": (octave_centres(LOW, HIGH, 48), oracles.OctScale(LOW, HIGH, 48)),
}


def in_turn(functions: list[Callable[[], Any]], rounds: int) -> list[float]:
    """Return the median time of each function in milliseconds, called in turn."""
    times = np.zeros((rounds + 1, len(functions)))
    for row in times:
        for i, function in enumerate(functions):
            start = time.perf_counter()
            function()
            row[i] = time.perf_counter() - start
    return [float(1e3 * median) for median in np.median(times[1:], axis=0)]  # the first round compiles


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=2.0)
    parser.add_argument("--rounds", type=int, default=101)
    arguments = parser.parse_args()
    length = 4 * math.ceil(arguments.seconds * RATE / 4)
    signal = np.random.default_rng(0).standard_normal(length)
    print(f"{length} samples at {RATE} Hz; milliseconds")
    print("| scale | direction | nsgt | ours, float64 | ratio | ours, float32 | ratio |\n|---|---|---|---|---|---|---|")
    for name, (centres, scale) in SCALES.items():
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of Q-factors too high for the length
            reference = oracles.nsgt.NSGT(scale, RATE, length, real=True, matrixform=True, reducedform=1)
        expected = np.array(reference.forward(signal))
        same = NSGT(centres, RATE, length, expected.shape[1])
        error = np.linalg.norm(same.forward(signal) - expected) / np.linalg.norm(expected)
        assert error < 1e-12, error
        transform = NSGT(centres, RATE, length, scipy.fft.next_fast_len(expected.shape[1]))
        signals = (signal, signal.astype(np.float32))
        coefficients = [transform.forward(one) for one in signals]
        table = {
            "forward": [
                partial(reference.forward, signal),
                *(partial(transform.forward, one) for one in signals),
            ],
            "inverse": [
                partial(reference.backward, expected),
                *(partial(transform.inverse, one) for one in coefficients),
            ],
        }
        for direction, functions in table.items():
            theirs, double, single = in_turn(functions, arguments.rounds)
            print(
                f"| {name} | {direction} | {theirs:.2f} | {double:.2f} | {theirs / double:.1f} "
                f"| {single:.2f} | {theirs / single:.1f} |"
            )


if __name__ == "__main__":
    main()
