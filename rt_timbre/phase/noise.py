"""The noisy part of a frame: what its partials do not explain, played by oscillators whose frequency wanders.

Noise excites a band with E m² = S · (3/4) w · 2 for a power density S per Hz and half-width w, so that an oscillator
that stands for the bands of a group has a² = (4/3) Σ m² (d / w) with d the distance of the bands. Each oscillator's
frequency is drawn anew in every hop, around the group's centre of power: its phase walks at random, which spreads it
over a line as wide as the group; the sum over groups is noise without a pitch.
"""

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

from rt_timbre.phase.oscillators import add_sinusoid

GROUP = 3  # bands to an oscillator: a quarter of the ear's own bandwidth
_MASKED = 0.03  # of the power of a partial within _REACH bands: what is weaker than that cannot be heard beside it
_REACH = 3
_WIDTH = 0.7  # linewidth over the width of a group


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def draw(random: NDArray[np.uint64], voice: int) -> float:
    """Return the next random number in [0, 1) of a voice (Knuth's MMIX generator)."""
    random[voice] = random[voice] * np.uint64(6364136223846793005) + np.uint64(1442695040888963407)
    return float(random[voice] >> np.uint64(40)) / 16777216.0


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def explain(
    centres: NDArray[np.float64],
    half_widths: NDArray[np.float64],
    frequency: NDArray[np.float64],
    amplitude: NDArray[np.float64],
    tonality: NDArray[np.float64],
    band: NDArray[np.int64],
    count: int,
    explained: NDArray[np.float64],
    masked: NDArray[np.float64],
) -> None:
    """Write the power of each band that the tonal partials explain, and that which cannot be heard beside them."""
    bands = centres.shape[0]
    explained[:] = 0.0
    masked[:] = 0.0
    for i in range(count):
        if tonality[i] <= 0.0:
            continue
        own = tonality[i] * amplitude[i] * amplitude[i]
        for k in range(max(0, band[i] - _REACH - 1), min(bands, band[i] + _REACH + 2)):
            masked[k] = max(masked[k], _MASKED * own)
            square = ((frequency[i] - centres[k]) / half_widths[k]) ** 2
            if square < 1.0:
                # cos(π/2 · distance) to 3e-5, by its series: the filter is its square.
                cosine = 1.0 + square * (-1.2337005 + square * (0.2536695 + square * (-0.0208635 + square * 0.0009193)))
                explained[k] += own * cosine**4


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def residual(
    frame: NDArray[np.float32],
    locked_from: int,
    locked_tonality: float,
    explained: NDArray[np.float64],
    masked: NDArray[np.float64],
    power: NDArray[np.float64],
) -> None:
    """Write the power m² of each band that is left when the tonal partials are taken out.

    The first and the last band are wider than the others and count for nothing. From band `locked_from` on, where
    partials cannot be told apart, a share of ``1 - locked_tonality`` is left.
    """
    bands = frame.shape[0]
    for k in range(locked_from):
        whole = np.float64(frame[k]) * np.float64(frame[k])
        power[k] = max(0.0, whole - explained[k] - masked[k])
    for k in range(locked_from, bands):
        power[k] = np.float64(frame[k]) * np.float64(frame[k]) * (1.0 - locked_tonality)
    power[0] = power[bands - 1] = 0.0


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def add_noise(
    out: NDArray[np.float32],
    power: NDArray[np.float64],
    floor: float,
    keep: float,
    scale: float,
    rate: float,
    centres: NDArray[np.float64],
    half_widths: NDArray[np.float64],
    phases: NDArray[np.float64],
    steps: NDArray[np.float64],
    levels: NDArray[np.float64],
    random: NDArray[np.uint64],
    voice: int,
    fresh: bool,
) -> None:
    """Add the noise of one voice for one hop; `floor` is the least power that is played, `keep` smooths the levels."""
    samples = out.shape[0]
    seconds = samples / rate
    bands = power.shape[0]
    for g in range(phases.shape[0]):
        first, last = g * GROUP, min(bands, (g + 1) * GROUP)
        total = centre = width = 0.0
        for k in range(first, last):
            total += power[k]
            centre += power[k] * centres[k]
            width += half_widths[k]
        goal = math.sqrt(total * (4.0 / 3.0)) if total > floor else 0.0
        before = levels[g]
        if goal == 0.0 and before < 1e-9:
            levels[g] = 0.0
            continue
        level = goal if fresh else goal + keep * (before - goal)
        centre = centre / total if total > 0.0 else centres[(first + last) // 2]
        # Two uniform numbers make a triangle, near enough to a bell and bounded; its deviation is √(1/6).
        offset = (draw(random, voice) + draw(random, voice) - 1.0) * math.sqrt(6.0)
        frequency = centre + offset * math.sqrt(_WIDTH * width / (2.0 * math.pi * seconds))
        frequency *= scale
        if frequency >= 0.48 * rate or frequency <= 0.0:
            frequency = min(max(centre * scale, 0.0), 0.48 * rate)
            level = level if centre * scale < 0.48 * rate else 0.0
        step = frequency / rate
        if before == 0.0:
            phases[g] = draw(random, voice)
            steps[g] = step
            before = level if fresh else 0.0
        phases[g] = add_sinusoid(out, phases[g], steps[g], step, before, level)
        steps[g] = step
        levels[g] = level
