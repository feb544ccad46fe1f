"""Quality of the oscillator bank on a folder of recordings: a table with a row for each instrument.

    python bench/phase.py --corpus DIR [--limit N]

DIR holds a metadata.csv with the columns file, instrument and midi. Each note is transformed as the bundled space's
notes are, played from its moving frames (steady part: SC, LSD), and held at one frame (AM, cents, noise): the same
measures as in tests/test_bank.py.
"""

import argparse
import csv
from collections import defaultdict
from pathlib import Path

import numpy as np

from rt_timbre import quality
from rt_timbre.audiofile import read_audio
from rt_timbre.errors import AudioFileError
from rt_timbre.phase.bank import OscillatorBank
from rt_timbre.phase.harmonics import frame_pitch
from rt_timbre.transforms.nsgt import NSGT
from rt_timbre.transforms.scales import erb_centres

RATE, LENGTH, COLUMNS = 44100, 131072, 2048
HOP = LENGTH // COLUMNS
_QUIET = 10.0 ** (-40.0 / 20.0)


def play(bands: NSGT, frames: np.ndarray, hop: int, pitch: float) -> np.ndarray:
    """Play frames [T, K], one a hop."""
    bank = OscillatorBank(bands.centres, bands.half_widths, rate=RATE, voices=1, hop=hop)
    out = np.zeros((len(frames), hop), np.float32)
    for t, frame in enumerate(frames):
        bank.process(frame[None], np.ones(1), np.full(1, pitch), np.ones(1, np.int8), out[t : t + 1])
    return out.ravel()


def measure(bands: NSGT, sound: np.ndarray, midi: float) -> dict[str, float]:
    """Return the figures of one note."""
    pitch = 440.0 * 2.0 ** ((midi - 69.0) / 12.0)
    frames = bands.magnitudes(sound)
    level = np.sqrt((frames.astype(float) ** 2).sum(axis=1))
    loud = np.flatnonzero(level > _QUIET * level.max())
    first, last = loud[0] + int(0.25 * RATE / HOP), loud[-1] - int(0.25 * RATE / HOP)
    if last - first < 100:
        first, last = loud[len(loud) // 4], loud[3 * len(loud) // 4]
    moving = play(bands, frames, HOP, 0.0)  # with the pitch known the sound would be tuned to it
    # A frame's values are reached at the end of its hop: the sound is one hop late.
    heard = bands.magnitudes(np.concatenate([moving[HOP:], np.zeros(HOP, np.float32)]))
    steady = slice(first, last)
    middle = frames[(first + last) // 2]
    pitch = frame_pitch(middle, bands.centres, bands.half_widths, pitch)  # as the note was played
    held = play(bands, np.repeat(middle[None], int(2.5 * RATE / 128), axis=0), 128, pitch).astype(float)[RATE // 2 :]
    padded = np.zeros(LENGTH, np.float32)
    padded[: held.size] = held[:LENGTH]
    again = frame_pitch(bands.magnitudes(padded)[COLUMNS // 3], bands.centres, bands.half_widths, pitch)
    return {
        "SC": quality.spectral_convergence(frames[steady], heard[steady]),
        "LSD": quality.log_spectral_distance(frames[steady], heard[steady]),
        "AM": quality.amplitude_modulation(held, RATE, 2.0, min(45.0, 0.6 * pitch)),
        "cents": abs(1200.0 * np.log2(again / pitch)),
        "noise": quality.noise_periodicity(held, RATE, 8000.0, 16000.0),
    }


def main() -> None:
    """Print the table, and the worst five notes by LSD."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--limit", type=int, default=None, help="notes of each instrument, spread over its range")
    options = parser.parse_args()
    with (options.corpus / "metadata.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    groups = defaultdict(list)
    for row in rows:
        groups[row["instrument"]].append(row)
    bands = NSGT(erb_centres(30.0, 22000.0, 472), RATE, LENGTH, COLUMNS)
    worst = []
    print("instrument      notes  SC dB  LSD dB  held AM %: median   p90  cents: median   p90  noise periodicity")
    for instrument, notes in sorted(groups.items()):
        notes.sort(key=lambda row: float(row["midi"]))
        if options.limit is not None and len(notes) > options.limit:
            notes = [notes[i] for i in np.linspace(0, len(notes) - 1, options.limit).astype(int)]
        figures = defaultdict(list)
        for row in notes:
            try:
                sound, rate = read_audio(options.corpus / row["file"])
            except AudioFileError as error:
                print(error)
                continue
            if rate != RATE:
                print(f"{row['file']} is left out: its rate is {rate} Hz, not {RATE}")
                continue
            padded = np.zeros(LENGTH, np.float32)
            part = sound[: LENGTH - 2 * HOP, 0]
            padded[: part.size] = part
            result = measure(bands, padded, float(row["midi"]))
            worst.append((result["LSD"], row["file"]))
            for name, value in result.items():
                figures[name].append(value)
        column = {name: np.array(values) for name, values in figures.items()}
        print(
            f"{instrument:<15} {len(column['SC']):5d} {column['SC'].mean():6.1f} {column['LSD'].mean():7.1f}"
            f" {np.median(column['AM']):17.2f} {np.percentile(column['AM'], 90):6.2f}"
            f" {np.median(column['cents']):13.2f} {np.percentile(column['cents'], 90):5.1f}"
            f" {np.median(column['noise']):18.2f}",
            flush=True,
        )
    for distance, name in sorted(worst, reverse=True)[:5]:
        print(f"worst: {name}, LSD {distance:.1f} dB")


if __name__ == "__main__":
    main()
