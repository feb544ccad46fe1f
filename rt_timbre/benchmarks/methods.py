"""All phase methods on the same frames, side by side: how near, how steady, how late, how costly."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import scipy.signal
from numpy.typing import NDArray

from rt_timbre import quality
from rt_timbre.audiofile import read_audio
from rt_timbre.benchmarks.peers import peers as others
from rt_timbre.decoder import Decoder
from rt_timbre.errors import TimbreError
from rt_timbre.phase import OFFLINE_NAMES, PhaseMethod
from rt_timbre.phase.lobes import partials_of_frame
from rt_timbre.phase.methods import make, names_for
from rt_timbre.phase.offline import Synthesis, synthesis
from rt_timbre.pictures.drawing import bars
from rt_timbre.space import Space
from rt_timbre.space_parts import NSGT_KINDS, Transform
from rt_timbre.transforms import FrameTransform, transform_of
from rt_timbre.transforms.nsgt import NSGT

HOP = 128
"""Samples of the hop whose cost is told, at the frames' rate."""

_SECONDS = 2.5  # of a morph, of a held frame, of a WAV at most
_SETTLED = 0.5  # seconds of a held frame that are not judged
_QUIET_DB = -40.0  # frames further below the loudest are not judged
_PARTIALS = 10  # strongest of a held frame, whose cents are judged
_TIMED = 200  # hops
_VOICES = 16  # that the number of voices on one core is reckoned from


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Frames to be played.

    Attributes
    ----------
    name : str
        What they are.
    frames : ndarray of float32 [T, K]
        One every hop of the transform.
    sound : ndarray of float32, optional
        The sound that they were taken from.
    """

    name: str
    frames: NDArray[np.float32]
    sound: NDArray[np.float32] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What was measured of a method; not a number where it cannot be.

    Attributes
    ----------
    convergence, distance : float
        Spectral convergence and log-spectral distance of the moving frames in dB.
    held : float
        Spectral convergence of a held frame in dB.
    modulation : float
        Amplitude modulation of a held frame in percent.
    cents : float
        Mean distance of its strongest partials from where the frame says they are.
    delay : float
        Milliseconds by which the sound lags behind the frames; infinite where the whole is needed first.
    cost : float
        Microseconds of one voice for `HOP` samples.
    voices : float
        How many one processor core can play.
    """

    convergence: float
    distance: float
    held: float
    modulation: float
    cents: float
    delay: float
    cost: float
    voices: float


def space_examples(space: Space, count: int = 4) -> list[Example]:
    """Return frames of a space: morphs from anchor to anchor, at the pitch of the first.

    Parameters
    ----------
    space : Space
        The space.
    count : int
        Greatest number of morphs.

    Returns
    -------
    list of Example
        Morphs of 2.5 seconds.
    """
    transform = space.transform
    steps = round(_SECONDS * transform.rate / transform.hop)
    decoder = Decoder(space, 1)
    examples = []
    anchors = space.anchors
    for i in range(min(count, len(anchors))):
        start, end = (anchors[(i + k) * len(anchors) // count % len(anchors)] for k in (0, 1))
        frames = np.zeros((steps, space.bands), np.float32)
        decoder.pitch[0] = round(start.pitch)
        for t, share in enumerate(np.linspace(0.0, 1.0, steps)):
            decoder.latent[0] = (1.0 - share) * start.latent + share * end.latent
            decoder.run(1)
            frames[t] = decoder.magnitude[0]
        examples.append(Example(name=f"{start.name} to {end.name}", frames=frames))
    return examples


def file_example(path: Path, transform: Transform) -> Example:
    """Return the frames of a sound file, of its first seconds, resampled to the transform's rate.

    Raises
    ------
    AudioFileError
        If the file cannot be read.
    TimbreError
        If it is silent.
    """
    sound, rate = read_audio(path)
    mono = sound.mean(axis=1)
    if rate != transform.rate:
        common = int(np.gcd(rate, transform.rate))
        mono = scipy.signal.resample_poly(mono, transform.rate // common, rate // common)
    mono = np.ascontiguousarray(mono[: round(_SECONDS * transform.rate)], np.float32)
    if not mono.any():
        raise TimbreError(f"{path} is silent; it must hold a sound within its first {_SECONDS:g} s")
    frames = analysis(transform, mono.size).magnitudes(_padded(transform, mono))
    return Example(name=path.name, frames=frames[: -(-mono.size // transform.hop)], sound=mono)


def analysis(transform: Transform, samples: int) -> FrameTransform:
    """Return a transform of the same bands for signals of at least so many samples."""
    if transform.kind not in NSGT_KINDS:
        return transform_of(transform)
    columns = max(transform.columns, 2 * (-(-samples // (2 * transform.hop)) + transform.columns // 8))
    return NSGT.from_bands(transform.centres, transform.half_widths, transform.rate, columns * transform.hop, columns)


def check_peers() -> None:
    """Find out whether there are others to stand beside ours.

    Raises
    ------
    TimbreError
        If librosa is not installed; one line.
    """
    others(44100)


def measure(
    transform: Transform,
    examples: Sequence[Example],
    *,
    peers: bool,
    progress: Callable[[str], None] = lambda name: None,
) -> dict[str, Figures]:
    """Measure all methods on the same frames.

    Parameters
    ----------
    transform : Transform
        What the bands are.
    examples : sequence of Example
        What is played; figures are means over all.
    peers : bool
        Whether librosa's methods are measured, too: it must be installed.
    progress : callable
        Called with the name of each method before it is measured.

    Returns
    -------
    dict of str to Figures
        By name of the method: those that play live, those that do not, and librosa's, which are given the sound, or,
        where there is none, the sound that fast Griffin-Lim makes of the frames.

    Raises
    ------
    ControlError
        If the frames cannot be played.
    """
    results = {}
    for name in names_for(transform):
        progress(name)
        results[name] = _measure_live(name, transform, examples)
    best: dict[str, NDArray[np.float32]] = {}
    for name in OFFLINE_NAMES:
        progress(name)
        made = synthesis(name, transform, 0)
        results[name] = _measure_offline(made, transform, examples)
        best = {example.name: made(example.frames) for example in examples} if name == OFFLINE_NAMES[-1] else best
    for name, remake in (others(transform.rate) if peers else {}).items():
        progress(name)
        sounds = {
            example.name: example.sound if example.sound is not None else best[example.name] for example in examples
        }
        results[name] = _measure_peer(remake, transform, examples, sounds)
    return results


def _measure_live(name: str, transform: Transform, examples: Sequence[Example]) -> Figures:
    rate, hop = transform.rate, transform.hop
    method = make(name, transform, rate=rate, voices=1, hop=hop, seed=0)
    method.warm()
    near, distance, held, modulation, cents = [], [], [], [], []
    for example in examples:
        moving = _play(method, example.frames, hop)
        score, far = _nearness(transform, example.frames, moving, method.latency)
        near.append(score)
        distance.append(far)
        frame = _middle(example.frames)
        repeated = np.repeat(frame[None], round((_SECONDS + _SETTLED) * rate / hop), axis=0)
        steady = _play(method, repeated, hop)[method.latency + round(_SETTLED * rate) :]
        figures = _steadiness(transform, frame, steady)
        held.append(figures[0])
        modulation.append(figures[1])
        cents.append(figures[2])
    one, many = (_cost(name, transform, examples[0].frames, voices) for voices in (1, _VOICES))
    return Figures(
        convergence=float(np.mean(near)),
        distance=float(np.mean(distance)),
        held=float(np.mean(held)),
        modulation=float(np.mean(modulation)),
        cents=float(np.mean(cents)),
        delay=1000.0 * method.latency / rate,
        cost=one,
        voices=float(np.floor(1e6 * HOP / rate / (many / _VOICES))),
    )


def _measure_offline(made: Synthesis, transform: Transform, examples: Sequence[Example]) -> Figures:
    rate, hop = transform.rate, transform.hop
    near, distance, held, modulation, cents = [], [], [], [], []
    spent = samples = 0.0
    for example in examples:
        start = time.perf_counter()
        moving = made(example.frames)
        spent += time.perf_counter() - start
        samples += moving.size
        score, far = _nearness(transform, example.frames, moving, 0)
        near.append(score)
        distance.append(far)
        frame = _middle(example.frames)
        steady = made(np.repeat(frame[None], round((_SECONDS + 2 * _SETTLED) * rate / hop), axis=0))
        edge = round(_SETTLED * rate)
        figures = _steadiness(transform, frame, steady[edge:-edge])
        held.append(figures[0])
        modulation.append(figures[1])
        cents.append(figures[2])
    return _slow(near, distance, held, modulation, cents, spent, samples, rate)


def _measure_peer(
    remake: Callable[[NDArray[np.float32]], NDArray[np.float32]],
    transform: Transform,
    examples: Sequence[Example],
    sounds: dict[str, NDArray[np.float32]],
) -> Figures:
    near, distance = [], []
    spent = samples = 0.0
    for example in examples:
        start = time.perf_counter()
        result = remake(sounds[example.name])
        spent += time.perf_counter() - start
        samples += result.size
        score, far = _nearness(transform, example.frames, result, 0)
        near.append(score)
        distance.append(far)
    nothing = [float("nan")]
    return _slow(near, distance, nothing, nothing, nothing, spent, samples, transform.rate)


def _slow(
    near: list[float],
    distance: list[float],
    held: list[float],
    modulation: list[float],
    cents: list[float],
    spent: float,
    samples: float,
    rate: int,
) -> Figures:
    cost = 1e6 * spent / samples * HOP
    return Figures(
        convergence=float(np.mean(near)),
        distance=float(np.mean(distance)),
        held=float(np.mean(held)),
        modulation=float(np.mean(modulation)),
        cents=float(np.mean(cents)),
        delay=float("inf"),
        cost=cost,
        voices=float(np.floor(1e6 * HOP / rate / cost)),
    )


def _play(method: PhaseMethod, frames: NDArray[np.float32], hop: int) -> NDArray[np.float32]:
    """Play frames [T, K], one a hop, from a fresh start, with the last held until all is heard."""
    method.reset(0)
    after = -(-method.latency // hop) + 1
    out = np.zeros((len(frames) + after, hop), np.float32)
    one, nothing, active = np.ones(1), np.zeros(1), np.ones(1, np.int8)
    for t, row in enumerate(out):
        frame = frames[min(t, len(frames) - 1)]
        method.process(frame[None], one, nothing, active, row[None])
    return out.ravel()


def _nearness(
    transform: Transform, frames: NDArray[np.float32], sound: NDArray[np.float32], latency: int
) -> tuple[float, float]:
    """Return SC and LSD of a sound's frames, of those that are loud, at the best of the shifts near the latency."""
    hop, count = transform.hop, len(frames)
    level = np.sqrt(np.square(frames).sum(axis=1))
    loud = np.flatnonzero(level > level.max() * 10.0 ** (_QUIET_DB / 20.0))
    edge = min(round(0.1 * transform.rate / hop), loud.size // 8)
    loud = loud[edge : loud.size - edge]  # where the sound begins and ends there are no frames before and after
    taken = analysis(transform, count * hop)
    best = (np.inf, np.inf)
    for shift in range(-2 * hop, 2 * hop + 1, max(1, hop // 4)):
        start = latency + shift
        part = sound[max(0, start) : start + count * hop]
        aligned = np.zeros(count * hop, np.float32)
        aligned[max(0, -start) : max(0, -start) + part.size] = part[: aligned.size - max(0, -start)]
        heard = taken.magnitudes(_padded(transform, aligned))[loud]
        score = quality.spectral_convergence(frames[loud], heard)
        if score < best[0]:
            best = (score, quality.log_spectral_distance(frames[loud], heard))
    return best


def _steadiness(
    transform: Transform, frame: NDArray[np.float32], sound: NDArray[np.float32]
) -> tuple[float, float, float]:
    """Return SC in dB, AM in percent and mean absolute cents of a held frame's sound."""
    rate = transform.rate
    heard = analysis(transform, sound.size).magnitudes(_padded(transform, sound))
    inside = slice(len(heard) // 4, max(len(heard) // 4 + 1, sound.size // transform.hop // 2))
    held = quality.spectral_convergence(np.broadcast_to(frame, heard[inside].shape), heard[inside])
    frequencies, amplitudes = partials_of_frame(frame, transform, floor_db=-40.0)
    strongest = frequencies[np.argsort(-amplitudes)[:_PARTIALS]]
    lowest = float(strongest.min()) if strongest.size else 100.0
    modulation = quality.amplitude_modulation(sound.astype(float), rate, 2.0, min(45.0, 0.6 * lowest))
    cents = float(np.abs(quality.cents_off(strongest, sound.astype(float), rate)).mean()) if strongest.size else np.nan
    return held, modulation, cents


def _cost(name: str, transform: Transform, frames: NDArray[np.float32], voices: int) -> float:
    """Return the mean microseconds of a hop of `HOP` samples: the mean, because frame methods work now and then."""
    method = make(name, transform, rate=transform.rate, voices=voices, hop=HOP, seed=0)
    method.warm()
    one, nothing, active = np.ones(voices), np.zeros(voices), np.ones(voices, np.int8)
    out = np.zeros((voices, HOP), np.float32)
    for voice in range(voices):
        method.reset(voice)
    spent = 0.0
    for hop in range(2 * _TIMED):
        place = hop * HOP // transform.hop
        chosen = np.ascontiguousarray(frames[(place + 37 * np.arange(voices)) % len(frames)])
        start = time.perf_counter()
        method.process(chosen, one, nothing, active, out)
        if hop >= _TIMED:
            spent += time.perf_counter() - start
    return 1e6 * spent / _TIMED


def _middle(frames: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return a frame from the middle of those that sound."""
    level = np.sqrt(np.square(frames).sum(axis=1))
    loud = np.flatnonzero(level > level.max() * 10.0 ** (_QUIET_DB / 20.0))
    frame: NDArray[np.float32] = frames[loud[loud.size // 2]]
    return frame


def _padded(transform: Transform, sound: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return a sound as long as `analysis` wants it."""
    if transform.kind not in NSGT_KINDS:
        return sound
    taken = analysis(transform, sound.size)
    assert isinstance(taken, NSGT)
    return np.pad(sound, (0, taken.length - sound.size))


def rows(results: dict[str, Figures]) -> Iterator[tuple[str, ...]]:
    """Give the table's heading and rows as texts."""
    yield ("method", "SC dB", "LSD dB", "held SC dB", "AM %", "cents", "delay ms", "µs / hop", "voices")
    for name, figures in results.items():
        values = [getattr(figures, field.name) for field in fields(figures)]
        places = (1, 1, 1, 2, 2, 1, 0, 0)
        yield (name, *(_shown(value, digits) for value, digits in zip(values, places, strict=True)))


def table(results: dict[str, Figures]) -> str:
    """Return the figures as a Markdown table."""
    heading, *body = rows(results)
    lines = [heading, ("---", *("---:" for _ in heading[1:])), *body]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _shown(value: float, digits: int) -> str:
    if np.isnan(value):
        return "–"
    return "offline" if np.isinf(value) else f"{value:.{digits}f}".replace("-", "−")


def draw(results: dict[str, Figures], path: Path) -> None:
    """Draw how near, how steady, how late and how costly the methods are.

    Raises
    ------
    TimbreError
        If matplotlib is not installed.
    """
    panels = {
        "spectral convergence, moving (dB)": {name: f.convergence for name, f in results.items()},
        "amplitude modulation, held (%)": {name: f.modulation for name, f in results.items()},
        "delay (ms)": {name: f.delay for name, f in results.items()},
        f"cost of {HOP} samples of a voice (µs)": {name: f.cost for name, f in results.items()},
    }
    bars(panels, path)
