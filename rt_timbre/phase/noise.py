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

GROUP = 6  # bands to an oscillator: half of the ear's own bandwidth
_MASKED = 0.03  # of the power of a partial within _REACH bands: what is weaker than that cannot be heard beside it
_REACH = 3
_WIDTH = 0.9  # linewidth over the width of a group


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def _draw_triangle(random: NDArray[np.uint64], voice: int) -> float:
    """Return a random number in (−1, 1), those near 0 the likeliest: the sum of two halves of one draw."""
    random[voice] = random[voice] * np.uint64(6364136223846793005) + np.uint64(1442695040888963407)
    mixed = random[voice] ^ (random[voice] >> np.uint64(33))
    first = float(mixed >> np.uint64(44))
    second = float((mixed >> np.uint64(22)) & np.uint64(0xFFFFF))
    return (first + second) / 1048576.0 - 1.0


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def draw(random: NDArray[np.uint64], voice: int) -> float:
    """Return the next random number in [0, 1) of a voice (Knuth's MMIX generator)."""
    random[voice] = random[voice] * np.uint64(6364136223846793005) + np.uint64(1442695040888963407)
    return float(random[voice] >> np.uint64(40)) / 16777216.0


def group_table(centres: NDArray[np.float64], half_widths: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the constants of the groups of bands that an oscillator stands for.

    Parameters
    ----------
    centres, half_widths : ndarray of float64 [K]
        True centres and half-widths of the bands in Hz.

    Returns
    -------
    ndarray of float64 [2, ⌈K / GROUP⌉]
        The middle of each group in Hz, and the deviation in Hz · √s of its oscillator's frequency.
    """
    starts = np.arange(0, centres.size, GROUP)
    width = np.add.reduceat(half_widths, starts)
    middle = centres[np.minimum(starts + GROUP // 2, centres.size - 1)]
    # Two uniform numbers make a triangle, near enough to a bell and bounded; its deviation is √(1/6).
    return np.stack((middle, np.sqrt(6.0 * _WIDTH * width / (2.0 * math.pi))))


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
        for k in range(max(0, band[i] - 1), min(bands, band[i] + 2)):
            distance = (frequency[i] - centres[k]) / half_widths[k]
            square = distance * distance
            if square < 1.0:
                # cos(π/2 · distance) to 3e-5, by its series: the filter is its square.
                cosine = 1.0 + square * (-1.2337005 + square * (0.2536695 + square * (-0.0208635 + square * 0.0009193)))
                square = cosine * cosine
                explained[k] += own * square * square


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def _take_out(frame: NDArray[np.float32], power: NDArray[np.float64], masked: NDArray[np.float64]) -> None:
    """Replace the power that is explained in some bands by that which is left."""
    for k in range(frame.shape[0]):
        own = np.float64(frame[k])
        power[k] = max(0.0, own * own - power[k] - masked[k])


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def leave(
    frame: NDArray[np.float32],
    locked_from: int,
    locked_tonality: float,
    power: NDArray[np.float64],
    masked: NDArray[np.float64],
) -> None:
    """Replace the power that the partials explain by the power that is left when they are taken out.

    The first and the last band are wider than the others and count for nothing. From band `locked_from` on, where
    partials cannot be told apart, a share of ``1 - locked_tonality`` is left.
    """
    bands = frame.shape[0]
    _take_out(frame[:locked_from], power[:locked_from], masked[:locked_from])
    for k in range(locked_from, bands):
        power[k] = np.float64(frame[k]) ** 2 * (1.0 - locked_tonality)
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
    groups: NDArray[np.float64],
    phases: NDArray[np.float64],
    steps: NDArray[np.float64],
    levels: NDArray[np.float64],
    random: NDArray[np.uint64],
    voice: int,
    fresh: bool,
) -> None:
    """Add for one hop the noise of one voice, of so much power in each band.

    `floor` is the least power of a group that is played, `keep` smooths the levels.
    """
    samples, bands = out.shape[0], centres.shape[0]
    spread, per_rate = 1.0 / math.sqrt(samples / rate), 1.0 / rate
    for g in range(phases.shape[0]):
        total = 0.0
        for k in range(GROUP):  # always so many: beyond the last band nothing is left
            total += power[g * GROUP + k]
        before = levels[g]
        if total <= floor and before * before <= max(0.01 * floor, 1e-18):
            levels[g] = 0.0
            continue
        goal = math.sqrt(total * (4.0 / 3.0)) if total > floor else 0.0
        level = goal if fresh else goal + keep * (before - goal)
        centre = groups[0, g]
        if total > 0.0:
            moment = 0.0
            for k in range(GROUP):
                moment += power[g * GROUP + k] * k
            first, last = centres[g * GROUP], centres[min(bands, (g + 1) * GROUP) - 1]
            centre = first + (last - first) * moment / (total * max(1, min(GROUP, bands - g * GROUP) - 1))
        frequency = (centre + _draw_triangle(random, voice) * groups[1, g] * spread) * scale
        if frequency >= 0.48 * rate or frequency <= 0.0:
            frequency = min(max(centre * scale, 0.0), 0.48 * rate)
            level = level if centre * scale < 0.48 * rate else 0.0
        step = frequency * per_rate
        if before == 0.0:
            phases[g] = draw(random, voice)
            steps[g] = step
            before = level if fresh else 0.0
        phases[g] = add_sinusoid(out, phases[g], steps[g], step, before, level)
        steps[g] = step
        levels[g] = level
