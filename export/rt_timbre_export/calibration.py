"""What descriptors can be reached in a space, and what its principal axes do to them."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from rt_timbre.descriptors.calibration import Calibration, Range
from rt_timbre.descriptors.describer import NAMES, Describer
from rt_timbre.space import Effect, PrincipalAxes, Transform
from rt_timbre_export import networks

Describe = Callable[[NDArray[np.float32], NDArray[np.float32]], NDArray[np.float64]]
"""Gives the descriptors [N, 5] of points float32 [N, D], decoded at pitches float32 [N] (MIDI)."""

_STEP = 4.0  # semitones between two calibrated pitches, at most
_OUTERMOST = (2.0, 98.0)  # percentiles
_PLACES = 17  # along an axis
_LEAST_STRENGTH = 0.15  # of a range, for an axis to be named after a descriptor
_LEAST_RANGES = dict.fromkeys(NAMES, 1.0) | {"flatness": 1e-6}
"""What counts as a range: the loudness of frames that are all equally loud has none, and no axis changes it."""


def describer(decoder: bytes, transform: Transform, *, conditioned: bool) -> Describe:
    """Make the function that decodes points and describes their frames.

    Parameters
    ----------
    decoder : bytes
        ONNX of a space.
    transform : Transform
        What its bands are.
    conditioned : bool
        Whether the decoder takes pitches.

    Returns
    -------
    callable
        See `Describe`.
    """
    found = Describer(transform)

    def describe(latents: NDArray[np.float32], pitches: NDArray[np.float32]) -> NDArray[np.float64]:
        return found.describe(networks.decode(decoder, latents, pitches, conditioned=conditioned))

    return describe


def calibrated_pitches(low: float, high: float) -> NDArray[np.float64]:
    """Return whole semitones from `low` to `high` (MIDI), at most four apart, and both ends."""
    count = int(np.ceil((high - low) / _STEP)) + 1
    inner = np.rint(np.linspace(low, high, count))[1:-1]
    return np.unique(np.concatenate([[low], inner, [high]]))


def calibrate(describe: Describe, latents: NDArray[np.float32], pitches: NDArray[np.float64]) -> Calibration:
    """Find the ranges of all descriptors at some pitches.

    Parameters
    ----------
    describe : callable
        Decodes and describes.
    latents : ndarray of float32 [N, D]
        Points of the populated part.
    pitches : ndarray of float64 [P]
        MIDI, ascending.

    Returns
    -------
    Calibration
        2nd and 98th percentile over the points, all of them decoded at each pitch.
    """
    at = [describe(latents, np.full(len(latents), pitch, np.float32)) for pitch in pitches]
    low, high = np.percentile(np.stack(at), _OUTERMOST, axis=1)
    return Calibration(
        pitches=pitches,
        ranges={name: Range(low=low[:, column], high=high[:, column]) for column, name in enumerate(NAMES)},
    )


def principal_axes(
    describe: Describe,
    calibration: Calibration,
    starts: NDArray[np.float32],
    pitches: NDArray[np.float32],
    *,
    mean: NDArray[np.floating],
    axes: NDArray[np.floating],
    variance: NDArray[np.floating],
    low: NDArray[np.floating],
    high: NDArray[np.floating],
) -> PrincipalAxes:
    """Find what principal axes do to descriptors, name each by what it does most, and let it point to where that grows.

    Parameters
    ----------
    describe : callable
        Decodes and describes.
    calibration : Calibration
        The ranges that effects are relative to.
    starts : ndarray of float32 [S, D]
        Points through which the ways along each axis lead.
    pitches : ndarray of float32 [S]
        MIDI, of each.
    mean, axes, variance, low, high : ndarray
        As of `PrincipalAxes`; an axis has no sign of its own yet.

    Returns
    -------
    PrincipalAxes
        The same axes with their effects.
    """
    strength, linearity = _effects(describe, calibration, starts, pitches, mean, axes, low, high)
    strongest = np.argmax(np.abs(strength), axis=1)
    signs = np.where(strength[np.arange(len(axes)), strongest] < 0.0, -1.0, 1.0)
    strength = strength * signs[:, None]
    return PrincipalAxes(
        mean=mean.astype(np.float32),
        axes=(axes * signs[:, None]).astype(np.float32),
        variance=variance.astype(np.float32),
        low=np.where(signs < 0.0, -high, low).astype(np.float32),
        high=np.where(signs < 0.0, -low, high).astype(np.float32),
        labels=tuple(
            f"{NAMES[best]} +" if row[best] >= _LEAST_STRENGTH else f"axis {i}"
            for i, (best, row) in enumerate(zip(strongest, strength, strict=True), 1)
        ),
        effects={
            name: Effect(strength=strength[:, column], linearity=linearity[:, column])
            for column, name in enumerate(NAMES)
        },
    )


def _effects(
    describe: Describe,
    calibration: Calibration,
    starts: NDArray[np.float32],
    pitches: NDArray[np.float32],
    mean: NDArray[np.floating],
    axes: NDArray[np.floating],
    low: NDArray[np.floating],
    high: NDArray[np.floating],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return strength and linearity of each axis for each descriptor, [A, 5] (see `rt_timbre.space.Effect`)."""
    place = np.linspace(-1.0, 1.0, _PLACES)
    ranges = np.array([[calibration.range_at(name, pitch) for name in NAMES] for pitch in pitches])  # [S, 5, 2]
    width = np.maximum(ranges[:, :, 1] - ranges[:, :, 0], [_LEAST_RANGES[name] for name in NAMES])
    strength, linearity = np.empty((len(axes), len(NAMES))), np.empty((len(axes), len(NAMES)))
    for i, axis in enumerate(axes.astype(np.float64)):
        wanted = low[i] + 0.5 * (place + 1.0) * (high[i] - low[i])
        distance = wanted[None, :] - ((starts - mean) @ axis)[:, None]
        ways = (starts[:, None, :] + distance[:, :, None] * axis).astype(np.float32)
        values = describe(ways.reshape(-1, ways.shape[-1]), np.repeat(pitches, _PLACES))
        change = values.reshape(len(starts), _PLACES, len(NAMES)) / width[:, None, :]
        strength[i] = (change[:, -1] - change[:, 0]).mean(axis=0)
        change -= change.mean(axis=1, keepdims=True)
        slope = np.einsum("p,spd->d", place, change) / (len(starts) * np.sum(place * place))
        left = np.square(change - place[None, :, None] * slope).sum(axis=(0, 1))
        whole = np.square(change).sum(axis=(0, 1))
        linearity[i] = np.where(whole > 0.0, 1.0 - left / np.where(whole > 0.0, whole, 1.0), 1.0)
    return strength, np.clip(linearity, 0.0, 1.0)
