"""Sounds and frames for tests of the phase stage."""

from functools import cache

import numpy as np

from rt_timbre.phase.bank import OscillatorBank
from rt_timbre.transforms.nsgt import NSGT
from rt_timbre.transforms.scales import erb_centres

LAYOUTS = {
    "dafx18": (22050, 30.0, 11000.0, 400, 65536, 1024),
    "orchestra": (44100, 30.0, 22000.0, 472, 131072, 2048),
}


@cache
def transform(layout):
    rate, low, high, bands, length, columns = LAYOUTS[layout]
    return NSGT(erb_centres(low, high, bands), rate, length, columns)


def tone(f0, rate, samples, power=1.0, seed=0, top=0.475):
    """Harmonics of amplitude 0.3 / n**power and random phase; returns the sound and their frequencies."""
    random = np.random.default_rng(seed)
    number = np.arange(1, int(top * rate / f0) + 1)
    time = np.arange(samples) / rate
    sound = np.zeros(samples)
    for n in number:
        sound += 0.3 / n**power * np.cos(2 * np.pi * n * f0 * time + random.uniform(0, 2 * np.pi))
    return sound, number * f0


def line_frame(frequencies, amplitudes, bands):
    """The frame of ideal partials: cos² responses, summed as powers."""
    distance = np.abs(np.asarray(frequencies)[:, None] - bands.centres)
    response = np.where(distance < bands.half_widths, np.cos(0.5 * np.pi * distance / bands.half_widths) ** 2, 0.0)
    return np.sqrt(((response * np.asarray(amplitudes)[:, None]) ** 2).sum(axis=0)).astype(np.float32)


def bank(bands, rate=None, **options):
    return OscillatorBank(bands.centres, bands.half_widths, rate=rate or bands.rate, voices=1, **options)


def play(bank, frames, hop, pitch=0.0, scale=1.0):
    """Play frames [T, K], one a hop; `pitch` and `scale` may change from hop to hop."""
    frames = np.ascontiguousarray(frames, np.float32)
    pitch, scale = np.broadcast_to(pitch, len(frames)), np.broadcast_to(scale, len(frames))
    out = np.zeros((len(frames), hop), np.float32)
    active = np.ones(1, np.int8)
    for t, frame in enumerate(frames):
        bank.process(frame[None], scale[t : t + 1].copy(), pitch[t : t + 1].copy(), active, out[t : t + 1])
    return out.ravel()


def hold(bank, frame, seconds, rate, hop=128, **options):
    return play(bank, np.repeat(frame[None], int(seconds * rate / hop), axis=0), hop, **options)
