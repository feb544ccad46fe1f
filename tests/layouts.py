"""Layouts of bands of all kinds, and sounds to look at through them."""

import math

import numpy as np

from rt_timbre.transforms.nsgt import NSGT
from rt_timbre.transforms.scales import erb_centres, mel_centres, octave_centres
from rt_timbre.transforms.stft import DCT, STFT

RATE, LENGTH = 44100, 131072


def noise(shape=np.ones_like, seed=1):
    """Noise whose spectrum follows `shape` of the frequencies, without steps."""
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(LENGTH))
    sound = np.fft.irfft(spectrum * shape(np.fft.rfftfreq(LENGTH, 1.0 / RATE)), LENGTH)
    return 0.1 * sound / sound.std()


def warm(frequency):
    """Twelve decibels an octave up to 200 Hz, and from 2 kHz on down."""
    return frequency**2 / (frequency**2 + 200.0**2) / np.sqrt(1.0 + (frequency / 2000.0) ** 4)


def tone(hertz, tilt=1.0, step=1, stiffness=0.0, seed=2):
    """Partials up to 16 kHz."""
    random = np.random.default_rng(seed)
    sound = np.zeros(LENGTH)
    for number in range(1, 400, step):
        frequency = number * hertz * math.sqrt(1.0 + stiffness * number * number)
        if frequency < 16000.0:
            wave = np.cos(2.0 * np.pi * frequency / RATE * np.arange(LENGTH) + random.uniform(0.0, 2.0 * np.pi))
            sound += number**-tilt * wave
    return 0.1 * sound / sound.std()


TRANSFORMS = {
    "stft": (STFT(RATE, "hann", 2048, 512), "stft"),
    "stft-blackman": (STFT(RATE, "blackman", 4096, 512), "stft"),
    "dct": (DCT(RATE, "hann", 2048, 512), "dct"),
    "erb": (NSGT(erb_centres(30.0, 22000.0, 472), RATE, LENGTH, 2048), "nsgt-erb"),
    "erb-coarse": (NSGT(erb_centres(30.0, 22000.0, 250), RATE, LENGTH, 4096), "nsgt-erb"),
    "mel": (NSGT(mel_centres(30.0, 22000.0, 400), RATE, LENGTH, 2048), "nsgt-mel"),
    "octave": (NSGT(octave_centres(60.0, 22000.0, 36), RATE, LENGTH, 4096), "nsgt-octave"),
}
LAYOUTS = {name: transform.declaration(kind) for name, (transform, kind) in TRANSFORMS.items()}
