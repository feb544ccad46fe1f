"""Amplitude envelopes of all voices, one sample at a time."""

import math

import numpy as np
from numba import njit
from numpy.typing import NDArray

IDLE, ATTACK, DECAY, SUSTAIN, RELEASE, SILENCE = range(6)

# An exponential stage aims this far past its goal, so that it arrives in finite time and without a step.
_OVERSHOOT = 1e-3
_SHAPE = math.log((1.0 + _OVERSHOOT) / _OVERSHOOT)
_SHORTEST = 0.003  # seconds; a shorter ramp is heard as a click
_PANIC = 0.005  # seconds
_SUSTAIN_SMOOTHING = 0.01  # seconds


@njit(nogil=True, cache=True, error_model="numpy")
def _advance(stage, level, peak, goal, step, sustain, decay_step, smoothing, out):  # type: ignore[no-untyped-def]
    """Write the envelopes [V, n]. `step` is a slope (attack, silence) or a one-pole coefficient (the others)."""
    samples = out.shape[1]
    for v in range(stage.shape[0]):
        if stage[v] == IDLE:
            continue
        if stage[v] == SUSTAIN and level[v] + (peak[v] * sustain[v] - level[v]) * smoothing == level[v]:
            out[v] = level[v]  # it has arrived
            continue
        for i in range(samples):
            now = level[v]
            if stage[v] == ATTACK:
                now += step[v]
                if (step[v] >= 0.0 and now >= goal[v]) or (step[v] < 0.0 and now <= goal[v]):
                    now = goal[v]
                    stage[v] = DECAY
            elif stage[v] == DECAY:
                end = peak[v] * sustain[v]
                now += ((end - _OVERSHOOT * (peak[v] - end)) - now) * decay_step[v]
                if now <= end:
                    now = end
                    stage[v] = SUSTAIN
            elif stage[v] == SUSTAIN:
                now += (peak[v] * sustain[v] - now) * smoothing
            elif stage[v] == RELEASE:
                now += (-goal[v] - now) * step[v]
            elif stage[v] == SILENCE:
                now -= step[v]
            if stage[v] >= RELEASE and now <= 0.0:
                now = 0.0
                stage[v] = IDLE
            level[v] = now
            out[v, i] = now
            if stage[v] == IDLE:
                out[v, i + 1 :] = 0.0
                break


class Envelopes:
    """Attack, decay, sustain, release of V voices; the peak of a note is its velocity.

    The attack is linear and starts from where the voice is; decay and release are exponential and arrive in exactly
    the time given. Ramps shorter than 3 ms are made 3 ms long.

    Parameters
    ----------
    voices : int
        Number of voices V.
    rate : float
        Samples per second.
    """

    def __init__(self, voices: int, rate: float) -> None:
        self.attack = np.full(voices, 0.01)
        self.decay = np.full(voices, 0.1)
        self.sustain = np.full(voices, 1.0)
        self.release = np.full(voices, 0.3)
        self.stage = np.full(voices, IDLE, np.int64)
        self.level = np.zeros(voices)
        self.peak = np.zeros(voices)
        self._rate = rate
        self._goal = np.zeros(voices)
        self._step = np.zeros(voices)
        self._decay_step = np.zeros(voices)
        self._smoothing = -math.expm1(-1.0 / (_SUSTAIN_SMOOTHING * rate))

    def start(self, voice: int, velocity: float) -> None:
        """Begin the attack of `voice` towards `velocity` (0…1), from its present level."""
        samples = max(self.attack[voice], _SHORTEST) * self._rate
        self.peak[voice] = velocity
        self._goal[voice] = velocity
        self._step[voice] = (velocity - self.level[voice]) / samples
        self._decay_step[voice] = self._coefficient(self.decay[voice])
        self.stage[voice] = ATTACK

    def stop(self, voice: int) -> None:
        """Begin the release of `voice`, if it sounds."""
        if self.stage[voice] in (ATTACK, DECAY, SUSTAIN):
            self._goal[voice] = _OVERSHOOT * self.level[voice]
            self._step[voice] = self._coefficient(self.release[voice])
            self.stage[voice] = RELEASE if self.level[voice] > 0.0 else IDLE

    def silence(self) -> None:
        """Take every voice to silence in 5 ms."""
        for voice in np.flatnonzero(self.stage):
            self._step[voice] = max(self.level[voice], 1e-9) / (_PANIC * self._rate)
            self.stage[voice] = SILENCE

    def held(self, voice: int) -> bool:
        """Whether `voice` sounds and has not been released."""
        return bool(self.stage[voice] in (ATTACK, DECAY, SUSTAIN))

    def advance(self, out: NDArray[np.float32]) -> None:
        """Write the next n samples of every sounding envelope to `out` [V, n]; rows of idle voices are left alone."""
        _advance(
            self.stage,
            self.level,
            self.peak,
            self._goal,
            self._step,
            self.sustain,
            self._decay_step,
            self._smoothing,
            out,
        )

    def _coefficient(self, seconds: float) -> float:
        return -math.expm1(-_SHAPE / (max(seconds, _SHORTEST) * self._rate))
