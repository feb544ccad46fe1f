"""Harmonics of a fundamental: which partials are they, and what lies where bands are too wide to tell them apart.

Where fewer than `_RESOLVED` half-widths lie between two harmonics, a band sees several at once and a peak of the frame
is no partial. There the partials are put at the multiples of the fundamental, each with the amplitude that gives the
bands around it their mean power: for harmonics A of random phase, E m² = A² · (3/4) w / f0 with w the half-width.
"""

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

from rt_timbre.phase.partials import pair_table, peaks, tonality_of

_RESOLVED = 2.5  # half-widths between two harmonics
_CLEAR = 5.0  # half-widths between two harmonics, from which on neither is seen in the bands beside the other's pair
_VIBRATO = 0.04  # of a frequency: vibrato wider than a band splits a harmonic in two
_BELOW = 0.7  # of the frequency from which on tonality is taken over: where it is taken from
_DEEP, _FILLED = 0.2, 0.5  # valleys beside the harmonic: below, it is a partial; above, a bump of noise
_HUMP = 0.02  # of its greatest band: what a harmonic has two bands further on if vibrato has made a hump of it
_WIDEST = 32  # bands on either side that the level of a locked harmonic is taken from
_NEAR = 0.5  # half-widths: a partial this near a multiple is that harmonic
_CANDIDATES = 12  # strongest partials, and divisors of each, that a fundamental is looked for among
_NUMBERS = 12  # harmonics that tell a fundamental
_LOWEST = 27.0  # Hz
_HIGHEST = 1200.0  # Hz: above it every harmonic is resolved anyway
_CREDIBLE = 0.1  # doubt of a partial, above which it is no witness
_SETTLED = 0.03  # seconds
_LEAST_SCORE = 0.6  # share of the weights that the harmonics must explain


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def refine(
    expected: float,
    frequency: NDArray[np.float64],
    amplitude: NDArray[np.float64],
    band: NDArray[np.int64],
    count: int,
    half_widths: NDArray[np.float64],
) -> float:
    """Return the fundamental in Hz that fits the resolved partials best, by least squares weighted with power.

    Only partials near multiples of `expected` count; without any, `expected` is returned. Harmonics above the eighth
    are left out, so that strings that are stiff do not stretch the result.
    """
    top = bottom = 0.0
    for i in range(count):
        width = half_widths[band[i]]
        number = math.floor(frequency[i] / expected + 0.5)
        if number < 1 or number > 8 or expected < _RESOLVED * width:
            continue
        if abs(frequency[i] - number * expected) < max(_NEAR * width, _VIBRATO * frequency[i]):
            weight = amplitude[i] * amplitude[i]
            top += weight * frequency[i] * number
            bottom += weight * number * number
    return top / bottom if bottom > 0.0 else expected


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def judge(
    frame: NDArray[np.float32],
    fundamental: float,
    centres: NDArray[np.float64],
    half_widths: NDArray[np.float64],
    frequency: NDArray[np.float64],
    doubt: NDArray[np.float64],
    band: NDArray[np.int64],
    count: int,
    tonality: NDArray[np.float64],
) -> None:
    """Write how tonal each partial is.

    One at a multiple of a fundamental (if that is not 0) is judged by the valleys half way to its neighbours rather
    than by the bands beside it, which vibrato fills: noise fills the valleys too.
    """
    up = down = 1  # the valleys rise with the partials
    per_hertz = 1.0 / fundamental if fundamental > 0.0 else 0.0
    for i in range(count):
        tonality[i] = tonality_of(doubt[i])
        if tonality[i] >= 1.0 or fundamental <= 0.0 or fundamental < _CLEAR * half_widths[band[i]]:
            continue
        number = math.floor(frequency[i] * per_hertz + 0.5)
        reach = min(0.25 * fundamental, max(_NEAR * half_widths[band[i]], _VIBRATO * frequency[i]))
        if number < 1 or abs(frequency[i] - number * fundamental) >= reach:
            continue
        while up + 2 < frame.shape[0] and centres[up] < frequency[i] + 0.5 * fundamental:
            up += 1
        while down < band[i] and centres[down] < frequency[i] - 0.5 * fundamental:
            down += 1
        valley = 0.0
        for k in range(-1, 2):
            valley += np.float64(frame[up + k]) + np.float64(frame[down + k])
        peak = np.float64(frame[band[i]])
        tonality[i] = max(tonality[i], valley_tonality(valley / 6.0 / peak))


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def _first_wider(width: float, half_widths: NDArray[np.float64]) -> int:
    """Return the first band whose half-width is greater, or the number of bands; widths rise with the bands."""
    first, last = 0, half_widths.shape[0]
    while first < last:
        middle = (first + last) >> 1
        if half_widths[middle] <= width:
            first = middle + 1
        else:
            last = middle
    return first


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def merge(
    fundamental: float,
    frequency: NDArray[np.float64],
    amplitude: NDArray[np.float64],
    tonality: NDArray[np.float64],
    band: NDArray[np.int64],
    count: int,
    frame: NDArray[np.float32],
    centres: NDArray[np.float64],
    half_widths: NDArray[np.float64],
    explained: NDArray[np.float64],
) -> int:
    """Make one partial of all that are the same harmonic, and return the new number of partials.

    A frame that was caught in vibrato wider than a band shows a harmonic as two or three partials, or as a hump wider
    than a partial's pair of bands. Played as such they would beat and the hump would hiss; together they are one with
    the power of all, where their centre of power is. What `explained` [K] leaves of the bands around is added to it.
    """
    kept = 0
    last = 0.0  # number of the harmonic that the last partial kept is, 0 if it is none
    per_hertz = 1.0 / fundamental
    for i in range(count):
        number = math.floor(frequency[i] * per_hertz + 0.5)
        reach = min(0.25 * fundamental, max(_NEAR * half_widths[band[i]], _VIBRATO * frequency[i]))
        if number < 1 or abs(frequency[i] - number * fundamental) >= reach:
            number = 0.0
        if number > 0.0 and number == last:
            before = amplitude[kept - 1] * amplitude[kept - 1]
            own = amplitude[i] * amplitude[i]
            power = before + own
            frequency[kept - 1] = (before * frequency[kept - 1] + own * frequency[i]) / power
            tonality[kept - 1] = (before * tonality[kept - 1] + own * tonality[i]) / power
            if own > before:
                band[kept - 1] = band[i]
            amplitude[kept - 1] = math.sqrt(power)
            continue
        frequency[kept], amplitude[kept], tonality[kept], band[kept] = (
            frequency[i],
            amplitude[i],
            tonality[i],
            band[i],
        )
        last = number
        kept += 1
    for i in range(kept):
        k = band[i]
        outer = max(frame[k - 2], frame[k + 2]) if 1 < k < centres.shape[0] - 2 else np.float32(0.0)
        if outer < np.float32(_HUMP) * frame[k]:
            continue
        width = half_widths[k]
        number = math.floor(frequency[i] * per_hertz + 0.5)
        reach = min(0.25 * fundamental, max(_NEAR * width, _VIBRATO * frequency[i]))
        near = abs(frequency[i] - number * fundamental) < reach
        if number < 1 or not near or tonality[i] <= 0.0 or fundamental < _CLEAR * width:
            continue
        left = 0.0
        for step in (-1, 1):
            k = band[i] if step > 0 else band[i] - 1
            while 0 < k < centres.shape[0] - 1 and abs(centres[k] - frequency[i]) < reach + width:
                own = tonality[i] * np.float64(frame[k]) * np.float64(frame[k])
                if own > explained[k]:
                    left += own - explained[k]
                    explained[k] = own
                k += step
        amplitude[i] = math.sqrt(amplitude[i] * amplitude[i] + left * (4.0 / 3.0))
    return kept


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def valley_tonality(ratio: float) -> float:
    """Return the tonality of a harmonic whose valleys have, on average, `ratio` of its greatest band."""
    position = min(1.0, max(0.0, (ratio - _DEEP) / (_FILLED - _DEEP)))
    return 1.0 - position * position * (3.0 - 2.0 * position)


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def find_fundamental(
    frequency: NDArray[np.float64],
    amplitude: NDArray[np.float64],
    doubt: NDArray[np.float64],
    band: NDArray[np.int64],
    count: int,
    half_widths: NDArray[np.float64],
) -> float:
    """Return a low fundamental in Hz that explains the resolved partials, or 0 if none does.

    Every divisor up to 12 of the strongest partials is tried. A candidate scores the square roots of the amplitudes of
    the partials that are its harmonics, less those that are not, less the harmonics that are missing; only its first
    `_NUMBERS` harmonics count.
    """
    resolved = 0
    for i in range(count):
        if doubt[i] < _CREDIBLE:
            resolved += 1
    if resolved < 3:
        return 0.0
    best = 0.0
    found = 0.0
    limit = np.inf
    for _ in range(min(_CANDIDATES, resolved)):
        strongest = -1
        for i in range(count):
            if doubt[i] < _CREDIBLE and amplitude[i] < limit and (strongest < 0 or amplitude[i] > amplitude[strongest]):
                strongest = i
        if strongest < 0:
            break
        limit = amplitude[strongest]
        for divisor in range(1, _CANDIDATES + 1):
            candidate = frequency[strongest] / divisor
            if candidate < _LOWEST or candidate > _HIGHEST:
                continue
            score = 0.0
            weight_sum = 0.0
            hits = 0
            highest = 0.0
            for i in range(count):
                width = half_widths[band[i]]
                if doubt[i] >= _CREDIBLE or candidate < 2.2 * width:
                    continue
                number = math.floor(frequency[i] / candidate + 0.5)
                if number > _NUMBERS:
                    break  # so far up every partial is near some multiple, and those of stiff strings are near none
                reach = max(0.006 * frequency[i], 0.15 * width)
                distance = abs(frequency[i] - number * candidate) / reach
                weight = math.sqrt(amplitude[i])
                weight_sum += weight
                if number >= 1 and distance < 1.0:
                    score += weight * (1.0 - distance * distance)
                    hits += 1
                    highest = max(highest, number)
                else:
                    score -= 0.5 * weight
            if hits > 0:
                score -= 0.35 * weight_sum / count * max(0.0, highest - hits)
            if hits >= 3 and weight_sum > 0.0 and score > best and score > _LEAST_SCORE * weight_sum:
                best = score
                found = candidate
    if found > 0.0:
        return refine(found, frequency, amplitude, band, count, half_widths)
    return 0.0


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def settle(seen: float, seconds: float, fresh: bool, state: NDArray[np.float64]) -> float:
    """Return the fundamental in Hz that holds now, 0 if none does, from the one `seen` in this frame.

    One that comes, goes or changes for a frame or two would make partials break off and begin again: it has to be
    there for `_SETTLED` seconds. `state` [3] holds the one that holds, the one that is about to, and since when.
    """
    if fresh or _is_near(seen, state[0]):
        state[0], state[1], state[2] = seen, seen, 0.0
    else:
        state[2] = state[2] + seconds if _is_near(seen, state[1]) else 0.0
        state[1] = seen
        if state[2] >= _SETTLED:
            state[0] = seen
    return float(state[0])


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def _is_near(one: float, other: float) -> bool:
    return abs(one - other) <= _VIBRATO * max(one, other)


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def _sum_up(frame: NDArray[np.float32], sums: NDArray[np.float64]) -> None:
    """Write the power of the first 0, 1, 2 … bands, four at a time: each step waits for the last one's total."""
    bands = frame.shape[0]
    total = 0.0
    sums[0] = total
    for k in range(0, bands - 3, 4):
        first, third = np.float64(frame[k]) ** 2, np.float64(frame[k + 2]) ** 2
        second, fourth = first + np.float64(frame[k + 1]) ** 2, third + np.float64(frame[k + 3]) ** 2
        sums[k + 1], sums[k + 2], sums[k + 3] = total + first, total + second, total + (second + third)
        total += second + fourth
        sums[k + 4] = total
    for k in range(bands - bands % 4, bands):
        total += np.float64(frame[k]) ** 2
        sums[k + 1] = total


@njit(nogil=True, cache=True, fastmath=True, error_model="numpy")
def lock(
    frame: NDArray[np.float32],
    fundamental: float,
    floor: float,
    centres: NDArray[np.float64],
    half_widths: NDArray[np.float64],
    frequency: NDArray[np.float64],
    amplitude: NDArray[np.float64],
    tonality: NDArray[np.float64],
    band: NDArray[np.int64],
    count: int,
    sums: NDArray[np.float64],
) -> tuple[int, int, float]:
    """Replace the partials above the resolved range by harmonics.

    How tonal a harmonic is cannot be seen where its neighbours fill the bands beside it. From there on harmonics are as
    tonal as those just below: where noise has drowned them, what lies above is taken for noise too.

    Returns the new number of partials, the band from which on tonality is taken over, and that tonality. `sums` [K + 1]
    is room to work in.
    """
    bands = frame.shape[0]
    clear_edge = _first_wider(fundamental / _CLEAR, half_widths)
    if clear_edge == bands:
        return count, bands, 1.0
    edge = _first_wider(fundamental / _RESOLVED, half_widths)
    seen = total = others = stray = 0.0
    for i in range(count):
        if _BELOW * centres[clear_edge] < frequency[i] < centres[clear_edge]:
            number = math.floor(frequency[i] / fundamental + 0.5)
            if abs(frequency[i] - number * fundamental) < _NEAR * half_widths[band[i]]:
                seen += 1.0
                total += tonality[i]
            else:
                others += 1.0
                stray += tonality[i]
    # Where there is no harmonic there may be noise.
    tonal = total / seen if seen > 0.0 else stray / others if others > 0.0 else 1.0
    boundary = centres[edge] if edge < bands else 2.0 * centres[bands - 1]
    kept = 0
    for i in range(count):
        if frequency[i] < boundary:
            kept = i + 1
            if band[i] >= clear_edge:
                tonality[i] = tonal
    if edge == bands:
        return kept, clear_edge, tonal
    number = math.ceil(boundary / fundamental)
    if kept > 0:
        number = max(number, math.floor(frequency[kept - 1] / fundamental + 1.5))
    lowest = max(0, edge - _WIDEST)
    _sum_up(frame[lowest:], sums[lowest:])
    k = edge
    while kept < frequency.shape[0]:
        place = number * fundamental
        if place > centres[bands - 1]:
            break
        while k + 1 < bands and centres[k + 1] < place:
            k += 1
        width = half_widths[k]
        reach = min(_WIDEST, math.ceil(_RESOLVED * width / max(centres[k] - centres[k - 1], 1e-9)))
        first, end = max(lowest, k - reach + 1), min(bands, k + reach + 1)
        level = math.sqrt((sums[end] - sums[first]) * (4.0 / 3.0) * fundamental / (width * (end - first)))
        if level > floor:
            frequency[kept] = place
            amplitude[kept] = level
            tonality[kept] = tonal
            band[kept] = k
            kept += 1
        number += 1
    return kept, clear_edge, tonal


def frame_pitch(
    frame: NDArray[np.float32],
    centres: NDArray[np.float64],
    half_widths: NDArray[np.float64],
    expected: float,
) -> float:
    """Return the fundamental of a frame from its band ratios alone.

    Parameters
    ----------
    frame : ndarray of float32 [K]
        Linear amplitude, ≥ 0, of a stationary sinusoid at each band's centre.
    centres, half_widths : ndarray of float64 [K]
        True centres and half-widths of the bands in Hz.
    expected : float
        Fundamental in Hz near which the partials are looked for.

    Returns
    -------
    float
        Fundamental in Hz; `expected` itself if no partial is near its first eight multiples.
    """
    bands = frame.shape[0]
    frequency, amplitude, doubt = np.empty(bands), np.empty(bands), np.empty(bands)
    band = np.empty(bands, np.int64)
    count = peaks(
        np.ascontiguousarray(frame, np.float32),
        1e-3,
        centres,
        half_widths,
        pair_table(centres, half_widths),
        frequency,
        amplitude,
        doubt,
        band,
    )
    return float(refine(expected, frequency, amplitude, band, count, half_widths))
