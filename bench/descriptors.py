"""Descriptors of the same sounds in other layouts of bands, and what describing a frame costs.

    python -m bench.descriptors

The first table gives the values in frames of an STFT with a Hann window of 2048 samples at 44.1 kHz; the second by how
much other layouts differ, in % and, of loudness, in dB: the greatest difference of all of them. The power of the frames
of two seconds is averaged. The time is that of frames of the bundled space, all at once and one at a time.
"""

import time

import numpy as np

from rt_timbre.decoder import Decoder
from rt_timbre.descriptors.describer import NAMES, Describer
from rt_timbre.space_store import open_space
from tests.layouts import LAYOUTS, TRANSFORMS, noise, tone, warm

SOUNDS = {
    "white noise": noise(),
    "coloured noise": noise(warm),
    "sawtooth 220 Hz": tone(220.0),
    "sawtooth 392 Hz, dull": tone(392.0, 1.5),
    "stiff string 120 Hz": tone(120.0, stiffness=5e-4),
    "tone and noise, -10 dB": tone(440.0) + 0.3 * noise(warm),
    "sinusoid 441 Hz": tone(441.0, step=1000),
}
BENEATH = ("stft-blackman", "dct", "erb", "erb-coarse", "mel", "octave")
ROUNDS = 200


def described(name: str, sound: np.ndarray) -> np.ndarray:
    """Return the descriptors of the mean power over the middle of a sound."""
    frames = TRANSFORMS[name][0].magnitudes(sound)
    power = np.square(frames[len(frames) // 8 : -len(frames) // 8].astype(float)).mean(axis=0, keepdims=True)
    return Describer(LAYOUTS[name]).describe(np.sqrt(power))[0]


def cost(rows: int) -> float:
    """Return the median time in microseconds that a frame of the bundled space takes, so many at once."""
    space = open_space("orchestra").space
    decoder = Decoder(space, rows)
    decoder.latent[:] = space.points.latent[:rows]
    decoder.pitch[:, 0] = space.points.pitch[:rows]
    decoder.run(rows)
    describer, out = Describer(space.transform), np.empty((rows, len(NAMES)))
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        describer.describe_into(decoder.magnitude, out)
        times.append(time.perf_counter() - start)
    return 1e6 * float(np.median(times)) / rows


def main() -> None:
    """Print the tables and the times."""
    print(f"| | {' | '.join(NAMES)} |\n|---|{'---:|' * len(NAMES)}")
    references = {sound: described("stft", samples) for sound, samples in SOUNDS.items()}
    for sound, values in references.items():
        print(f"| {sound} | {' | '.join(f'{value:.4g}' for value in values)} |")
    print(f"\n| | {' | '.join(NAMES)} |\n|---|{'---:|' * len(NAMES)}")
    for sound, samples in SOUNDS.items():
        found = np.array([described(name, samples) for name in BENEATH])
        off = 100.0 * np.abs(found / references[sound] - 1.0).max(axis=0)
        decibels = np.abs(found - references[sound]).max(axis=0)[-1]
        print(f"| {sound} | {' | '.join(f'{value:.1f} %' for value in off[:-1])} | {decibels:.2f} dB |")
    print(f"\n{cost(64):.1f} µs a frame of 64, {cost(1):.1f} µs a frame alone")


if __name__ == "__main__":
    main()
