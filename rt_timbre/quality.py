"""Measures of sound quality: how near a reconstruction is, how steady a held tone, how pitchless a noise."""

import numpy as np
import scipy.signal
from numpy.typing import NDArray

_AUDIBLE = 1e-12
_MASK = 0.004  # of a frequency: what lies nearer to a partial belongs to it


def spectral_convergence(reference: NDArray[np.floating], result: NDArray[np.floating]) -> float:
    """Return the spectral convergence of magnitudes in dB, 20 log10(‖result − reference‖ / ‖reference‖).

    Sturmel and Daudet, DAFx 2011. Both arrays have the same shape; lower is better.
    """
    error = np.linalg.norm(result - reference) / np.linalg.norm(reference)
    return float(20.0 * np.log10(error + _AUDIBLE))


def log_spectral_distance(
    reference: NDArray[np.floating], result: NDArray[np.floating], floor_db: float = -60.0
) -> float:
    """Return the log-spectral distance in dB: over bands the root mean square, over frames the mean.

    Parameters
    ----------
    reference, result : ndarray of float [T, K]
        Magnitudes.
    floor_db : float
        Level below the greatest of `reference` at which both are cut off.
    """
    floor = reference.max() * 10.0 ** (floor_db / 20.0)
    difference = 20.0 * np.log10(np.maximum(reference, floor) / np.maximum(result, floor))
    return float(np.sqrt(np.square(difference).mean(axis=1)).mean())


def amplitude_modulation(
    sound: NDArray[np.floating], rate: float, slowest: float = 2.0, fastest: float = 45.0, lowest: float = 80.0
) -> float:
    """Return the depth of amplitude modulation in percent.

    The envelopes of 32 bands one ERB wide between `lowest` Hz and 9 kHz are taken, their modulation between `slowest`
    and `fastest` Hz, and its mean weighted with the energy of the bands.
    """
    samples = sound.size
    spectrum = np.fft.rfft(sound)
    frequency = np.fft.rfftfreq(samples, 1.0 / rate)
    edges = 21.4 * np.log10(1.0 + 0.00437 * np.array([lowest, min(9000.0, 0.45 * rate)]))
    energy = modulation = 0.0
    for centre in (10.0 ** (np.linspace(edges[0], edges[1], 32) / 21.4) - 1.0) / 0.00437:
        width = 24.7 * (1.0 + 0.00437 * centre)
        distance = np.abs(frequency - centre)
        window = np.where(distance < width, np.cos(0.5 * np.pi * distance / width) ** 2, 0.0)
        analytic = np.zeros(samples, complex)
        analytic[: spectrum.size] = 2.0 * spectrum * window
        envelope = np.abs(np.fft.ifft(analytic))[samples // 10 : -(samples // 10)]
        power = float(np.mean(envelope**2))
        if power <= 0.0:
            continue
        hann = np.hanning(envelope.size)
        wobble = np.abs(np.fft.rfft((envelope - envelope.mean()) * hann)) ** 2
        rates = np.fft.rfftfreq(envelope.size, 1.0 / rate)
        inside = (rates >= slowest) & (rates <= fastest)
        depth = 2.0 * wobble[inside].sum() / (envelope.size**2 * 0.375) / envelope.mean() ** 2
        modulation += power * depth
        energy += power
    return float(100.0 * np.sqrt(2.0 * modulation / energy)) if energy > 0.0 else 0.0


def partials_of(
    sound: NDArray[np.floating], rate: float, most: int = 80, floor_db: float = -60.0
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return frequencies (Hz) and levels (dB) of the strongest spectral peaks, by a parabola through each."""
    window = scipy.signal.windows.blackmanharris(sound.size)
    padded = 4
    level = 20.0 * np.log10(np.abs(np.fft.rfft(sound * window, padded * sound.size)) + _AUDIBLE)
    places, _ = scipy.signal.find_peaks(level, height=level.max() + floor_db, distance=4 * padded)
    places = places[np.argsort(-level[places])][:most]
    below, here, above = level[places - 1], level[places], level[places + 1]
    offset = 0.5 * (below - above) / (below - 2.0 * here + above)
    frequencies = (places + offset) * rate / (padded * sound.size)
    return frequencies, here - 0.25 * (below - above) * offset


def cents_off(frequencies: NDArray[np.floating], sound: NDArray[np.floating], rate: float) -> NDArray[np.float64]:
    """Return the distance in cents of each frequency from the nearest partial of the sound."""
    heard, _ = partials_of(sound, rate)
    distance = 1200.0 * np.log2(heard[None, :] / np.asarray(frequencies)[:, None])
    nearest = np.argmin(np.abs(distance), axis=1)
    off: NDArray[np.float64] = distance[np.arange(distance.shape[0]), nearest]
    return off


def spurious_level(
    frequencies: NDArray[np.floating], sound: NDArray[np.floating], rate: float, lowest: float = 25.0
) -> float:
    """Return the level in dB of all above `lowest` Hz that is not near one of the frequencies, beside the whole."""
    power = np.abs(np.fft.rfft(sound * scipy.signal.windows.blackmanharris(sound.size))) ** 2
    axis = np.fft.rfftfreq(sound.size, 1.0 / rate)
    near = axis < lowest
    for frequency in frequencies:
        near |= np.abs(axis - frequency) < max(6.0, _MASK * frequency)
    return float(10.0 * np.log10(power[~near].sum() / power[axis >= lowest].sum() + 1e-15))


def noise_periodicity(sound: NDArray[np.floating], rate: float, low: float, high: float) -> float:
    """Return the greatest autocorrelation, 0 to 1, of a band of the sound at lags from 50 to 600 ms.

    The envelope of the normalised autocorrelation is taken, after a band-pass from `low` to `high` Hz. White noise of
    two seconds gives 0.03 to 0.09; a sum of fixed sinusoids, which sounds metallic, 0.45 and more.
    """
    sections = scipy.signal.butter(4, (low, high), "band", fs=rate, output="sos")
    band = scipy.signal.sosfiltfilt(sections, sound)
    correlation = scipy.signal.correlate(band, band, method="fft")[band.size - 1 :]
    first, last = int(0.05 * rate), int(0.6 * rate)
    envelope = np.abs(scipy.signal.hilbert(correlation[: last + 2000] / correlation[0]))
    return float(envelope[first:last].max())
