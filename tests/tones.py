"""Tones of harmonics, and files of them."""

import numpy as np

from rt_timbre.audiofile import write_audio

SOFT = {1: 1.0, 2: 0.3, 3: 0.1, 4: 0.05}
SHARP = {number: number**-0.5 for number in range(1, 9)}
HOLLOW = {1: 1.0, 3: 0.6, 5: 0.4, 7: 0.2}


def tone(midi, seconds, rate, amplitudes=SHARP):
    """A tone float32 [n] of harmonics with these amplitudes by number, as far as the rate goes, with short edges."""
    time = np.arange(round(seconds * rate)) / rate
    fundamental = 440.0 * 2.0 ** ((midi - 69) / 12.0)
    wave = sum(
        amplitude * np.sin(2.0 * np.pi * number * fundamental * time + number)
        for number, amplitude in amplitudes.items()
        if number * fundamental < 0.45 * rate
    )
    edge = np.minimum(1.0, np.minimum(time, time[::-1]) / 0.01)
    return (0.1 * wave * edge).astype(np.float32)


def write_tone(path, midi, seconds=0.5, rate=11025, amplitudes=SHARP):
    """Write a tone; its folder is made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_audio(path, tone(midi, seconds, rate, amplitudes), rate)
