"""Slow changes of a note's pitch: measured, and taken out."""

import numpy as np
import scipy.fft
import scipy.ndimage
from numpy.typing import NDArray

_HARMONICS = 6
_REACH = 120.0  # cents: how far the pitch may go
_TRACK_RATE = 1000.0  # Hz, about
_SMOOTHING = 0.008  # seconds: standard deviation of the kernel over which the track is averaged


def pitch_track(
    signal: NDArray[np.floating], rate: float, frequency: float
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Follow the pitch of a note around its mean.

    The lowest harmonics are cut out of the spectrum and brought to 0 Hz; the speed of their phases, each relative to
    its own mean (so that stretched partials agree) and weighted by energy, is the track.

    Parameters
    ----------
    signal : ndarray of float [n]
        A note.
    rate : float
        Samples per second.
    frequency : float
        Its mean fundamental frequency in Hz, within a few cents.

    Returns
    -------
    time : ndarray of float64 [T]
        Seconds.
    deviation : ndarray of float64 [T]
        Frequency over its mean, minus 1.
    """
    size = scipy.fft.next_fast_len(signal.size + int(0.1 * rate))
    spectrum = scipy.fft.fft(np.asarray(signal, np.float64), n=size)
    bin_ = rate / size
    half = min(0.45 * frequency, 0.5 * _TRACK_RATE) / bin_
    steps = scipy.fft.next_fast_len(max(round(_TRACK_RATE / bin_), 2 * int(half) + 2))
    speeds, energies = [], []
    for harmonic in range(1, int(min(_HARMONICS, 0.9 * rate / 2.0 / frequency)) + 1):
        centre = round(harmonic * frequency / bin_)
        reach = min(half, harmonic * frequency * (2.0 ** (_REACH / 1200.0) - 1.0) / bin_ + 10.0 / bin_)
        offset = np.arange(-int(reach), int(reach) + 1)
        band = np.zeros(steps, np.complex128)
        band[offset] = spectrum[centre + offset] * (0.5 + 0.5 * np.cos(np.pi * offset / (reach + 1.0)))
        wave = scipy.fft.ifft(band)
        speed = np.angle(wave[1:] * wave[:-1].conj()) * steps / (2.0 * np.pi * size)  # cycles per sample
        energy = np.abs(wave[1:] * wave[:-1])
        relative = speed * rate / (harmonic * frequency)
        speeds.append(relative - np.sum(relative * energy) / np.sum(energy))
        energies.append(energy * harmonic)  # the higher the harmonic, the finer it tells
    smooth = _SMOOTHING * steps * bin_
    weight = scipy.ndimage.gaussian_filter1d(np.sum(energies, axis=0), smooth)
    track = scipy.ndimage.gaussian_filter1d(np.sum(np.multiply(speeds, energies), axis=0), smooth)
    track /= weight + 1e-6 * weight.max()  # where there is no sound, there is no deviation
    bound = 2.0 ** (_REACH / 1200.0) - 1.0
    time = (np.arange(track.size) + 0.5) / (steps * bin_)
    return time, np.clip(track, -bound, bound)


def flattened(signal: NDArray[np.float32], rate: float, frequency: float) -> NDArray[np.float32]:
    """Play a note back at a varying speed, so that its pitch stays at its mean.

    A frame of a note with vibrato is smeared, and off its pitch; a player adds vibrato by the pitch control.

    Parameters
    ----------
    signal : ndarray of float32 [n]
        A note.
    rate : float
        Samples per second.
    frequency : float
        Its mean fundamental frequency in Hz, within a few cents.

    Returns
    -------
    ndarray of float32 [n']
        The note; n' differs from n by far less than a percent.
    """
    time, deviation = pitch_track(signal, rate, frequency)
    old = np.arange(signal.size) / rate
    # Time passes faster where the pitch is high.
    new = old + np.cumsum(np.interp(old, time, deviation)) / rate
    uniform = np.arange(round(new[-1] * rate)) / rate
    position = np.interp(uniform, new, old) * rate
    size = scipy.fft.next_fast_len(signal.size + 4096, real=True)
    doubled = scipy.fft.irfft(scipy.fft.rfft(signal.astype(np.float64), n=size), n=2 * size) * 2.0
    result: NDArray[np.float32] = scipy.ndimage.map_coordinates(doubled, [2.0 * position], order=5, mode="nearest")
    return result.astype(np.float32)
