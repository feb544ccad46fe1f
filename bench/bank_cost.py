"""Cost of the oscillator bank: with noise and lock beside without, in one run, on the bundled space's frames.

    python bench/bank_cost.py [--space orchestra] [--rate 44100]

The bare bank finds partials, follows them and plays them; the full one also looks for harmonics, locks and tunes them,
tells tone from noise and plays the noise.
"""

import argparse
import math
import time

import numpy as np
from numba import njit

from rt_timbre.decoder import Decoder
from rt_timbre.phase.bank import OscillatorBank, _match
from rt_timbre.phase.oscillators import add_sinusoid
from rt_timbre.phase.partials import pair_table, peaks
from rt_timbre.space_store import open_space

HOP, HOPS = 128, 1500


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def _bare(frames, out, centres, half_widths, table, rate, keep, counts, partials, band, follows, continued):
    """Find, follow and play partials, and do nothing else."""
    out[:] = 0.0
    frequency, amplitude, phase, doubt = partials[0, 0], partials[0, 1], partials[0, 2], partials[0, 3]
    for v in range(frames.shape[0]):
        old = partials[v + 1]
        count = peaks(frames[v], 1e-3, centres, half_widths, table, frequency, amplitude, doubt, band)
        _match(frequency, count, band, old[0], counts[v], 1.0, half_widths, 1.0, follows, continued)
        for q in range(counts[v]):
            if continued[q] < 0:
                add_sinusoid(out[v], old[2, q], old[0, q] / rate, old[0, q] / rate, old[1, q], 0.0)
        for i in range(count):
            q, step = follows[i], frequency[i] / rate
            if q >= 0:
                amplitude[i] *= math.exp(keep * math.log(old[1, q] / amplitude[i]))
                phase[i] = add_sinusoid(out[v], old[2, q], old[0, q] / rate, step, old[1, q], amplitude[i])
            else:
                phase[i] = add_sinusoid(out[v], 0.37 * i % 1.0, step, step, 0.0, amplitude[i])
        for i in range(count):
            old[0, i], old[1, i], old[2, i] = frequency[i], amplitude[i], phase[i]
        counts[v] = count


class BareBank:
    """The bank without noise and lock."""

    def __init__(self, transform, rate, voices):
        bands = transform.bands
        self.fixed = transform.centres, transform.half_widths, pair_table(transform.centres, transform.half_widths)
        self.rate, self.keep = float(rate), math.exp(-HOP / (rate * 0.007))
        self.counts, self.partials = np.zeros(voices, np.int64), np.zeros((voices + 1, 4, bands))
        self.links = [np.zeros(bands, np.int64) for _ in range(3)]

    def process(self, frames, scale, pitch, active, out):
        """Make the next samples of all voices."""
        _bare(frames, out, *self.fixed, self.rate, self.keep, self.counts, self.partials, *self.links)


class Timed:
    """A bank that is timed."""

    def __init__(self, bank, voices):
        self.bank = bank
        self.out = np.zeros((voices, HOP), np.float32)
        self.spent = []

    def process(self, frames, pitch):
        """Make the next samples of all voices, and keep the time it took."""
        voices = len(frames)
        start = time.perf_counter()
        self.bank.process(frames, np.ones(voices), pitch, np.ones(voices, np.int8), self.out)
        self.spent.append(time.perf_counter() - start)


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--space", default="orchestra")
    parser.add_argument("--rate", type=int, default=44100)
    options = parser.parse_args()
    space = open_space(options.space).space
    duration = HOP / options.rate
    print(f"{space.name}, {options.rate} Hz, hop {HOP} = {duration * 1e6:.0f} µs; medians over {HOPS} hops")
    print("voices   bare µs  full µs  p99 µs  full / bare  real-time factor")
    anchors = space.anchors
    for voices in (1, 4, 16, 64):
        decoder = Decoder(space, voices)
        semitone = np.linspace(space.pitch_low + 6, space.pitch_high - 6, voices).round()
        decoder.pitch[:, 0] = semitone
        pitch = 440.0 * 2.0 ** ((semitone - 69.0) / 12.0)
        transform = space.transform
        bare = Timed(BareBank(transform, options.rate, voices), voices)
        bank = OscillatorBank(transform.centres, transform.half_widths, rate=options.rate, voices=voices, hop=HOP)
        full = Timed(bank, voices)
        for hop in range(HOPS):
            share = 0.5 + 0.5 * np.sin(hop / 100.0 + np.arange(voices))[:, None]  # all voices morph
            ends = [np.stack([anchors[(v + step) % len(anchors)].latent for v in range(voices)]) for step in (0, 1)]
            decoder.latent[:] = (1.0 - share) * ends[0] + share * ends[1]
            decoder.run(voices)
            first, second = (bare, full) if hop % 2 else (full, bare)
            first.process(decoder.magnitude, pitch)
            second.process(decoder.magnitude, pitch)
        ours, theirs = np.array(full.spent[100:]), np.array(bare.spent[100:])
        print(
            f"{voices:6d} {np.median(theirs) * 1e6:9.0f} {np.median(ours) * 1e6:8.0f}"
            f" {np.percentile(ours, 99) * 1e6:7.0f} {np.median(ours) / np.median(theirs):12.2f}"
            f" {np.median(ours) / duration:17.3f}"
        )


if __name__ == "__main__":
    main()
