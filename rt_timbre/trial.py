"""The trial run: a space's graphs are parsed, checked and run in a child process that may be killed.

A model of a hundred bytes can ask for gigabytes or run for ever. The child has 1 GiB of address space beyond what its
libraries take before the first byte of the model is read, and 10 s; what it cannot do there, no process of the
instrument is asked to do. Run as ``python -m rt_timbre.trial SECONDS``, it reads a space's file from its standard
input and prints one line if the space is refused.
"""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from rt_timbre.decoder import Decoder, Encoder, graph_function
from rt_timbre.errors import SpaceError
from rt_timbre.fields import one_line
from rt_timbre.graph_check import check_graph
from rt_timbre.space import Space, pack_space, parse_space
from rt_timbre.space_parts import check

MEMORY_LIMIT = 1 << 30  # bytes
TIME_LIMIT = 10  # seconds
BATCHES = (1, 2, 64)  # rows: one voice, the least that tells batch from voice, the most voices

_REFUSED = 3  # exit status
_PATIENCE = 60.0  # seconds for the child as a whole, the start of its interpreter included
_RANDOM_POINTS = 256
_MESSAGE_LIMIT = 500  # characters
_TOO_MUCH_MEMORY = f"its graphs need more than {MEMORY_LIMIT >> 20} MiB"
_TOO_LONG = "its graphs take too long: {} s do not suffice to load them and run a few hundred points"
_MEMORY_WORDS = ("bad_alloc", "Failed to allocate memory", "MemoryError")  # as ONNX Runtime reports it


def trial_run(space: Space) -> None:
    """Try a space's graphs in a child process with limits.

    Parameters
    ----------
    space : Space
        The space.

    Raises
    ------
    SpaceError
        A graph holds what it may not, needs too much memory or time, or gives values of a wrong shape or range
        somewhere in the declared range of latents and pitches.
    """
    # No path but the package's own, one thread and one heap: the limit is on addresses, and each of them takes some.
    environment = os.environ | {
        "PYTHONPATH": str(Path(__file__).resolve().parents[1]),
        "PYTHONSAFEPATH": "1",
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MALLOC_ARENA_MAX": "1",
    }
    try:
        child = subprocess.run(
            [sys.executable, "-m", "rt_timbre.trial", str(TIME_LIMIT)],
            input=pack_space(space),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise SpaceError(_TOO_LONG.format(TIME_LIMIT)) from None
    except OSError as error:
        raise SpaceError(f"its trial run cannot be started: {error.strerror}") from None
    status = child.returncode
    if status == -signal.SIGALRM:
        raise SpaceError(_TOO_LONG.format(TIME_LIMIT))
    if status == _REFUSED:
        message = one_line(child.stdout.decode(errors="replace"), _MESSAGE_LIMIT)
        raise SpaceError(_TOO_MUCH_MEMORY if any(word in message for word in _MEMORY_WORDS) else message)
    if status != 0:
        reason = signal.Signals(-status).name if status < 0 else f"status {status}"
        raise SpaceError(f"its graphs end the process that tries them ({reason})")


def try_graphs(space: Space) -> None:
    """Check and run a space's graphs in this process.

    Parameters
    ----------
    space : Space
        The space.

    Raises
    ------
    SpaceError
        As `trial_run`, limits apart.
    """
    condition = {"pitch": 1} if space.conditioned else {}
    bands, dimension = space.bands, space.dimension
    check_graph(space.decoder, "decoder", {"latent": dimension} | condition, {"magnitude": bands})
    check_graph(
        space.encoder,
        "encoder",
        {"magnitude": bands} | condition,
        {"mean": dimension, "log_variance": dimension},
        optional=("pitch",),
    )
    _try_decoder(space)
    _try_encoder(space)


def _try_decoder(space: Space) -> None:
    latent, pitch = _points(space)
    decode = graph_function(space.decoder, "decoder")
    for rows in BATCHES:
        inputs = {"latent": latent[:rows]} | ({"pitch": pitch[:rows]} if space.conditioned else {})
        _check_form("the decoder's magnitude", decode(inputs)["magnitude"], (rows, space.bands))
    batch = BATCHES[-1]
    decoder = Decoder(space, batch)
    for start in range(0, len(latent), batch):
        count = min(batch, len(latent) - start)
        decoder.latent[:count] = latent[start : start + count]
        decoder.pitch[:count] = pitch[start : start + count]
        decoder.magnitude.fill(np.nan)
        decoder.run(count)
        for row in range(count):
            where = f"at latent {latent[start + row].tolist()!s:.80}, pitch {pitch[start + row, 0]:g}"
            least, most = decoder.magnitude[row].min(), decoder.magnitude[row].max()
            check(np.isfinite(least) and np.isfinite(most), f"the decoder's magnitude is not finite {where}")
            check(least >= 0.0, f"the decoder's magnitude is {least:g} {where}; it must not be negative")


def _try_encoder(space: Space) -> None:
    """Encode silence, noise and a decoded frame, which a space played through its encoder may meet."""
    batch = BATCHES[-1]
    decoder = Decoder(space, 1)
    decoder.run(1)
    magnitude = np.random.default_rng(0).uniform(0.0, 0.1, (batch, space.bands)).astype(np.float32)
    magnitude[0] = 0.0
    magnitude[1] = decoder.magnitude[0]
    pitch = np.linspace(space.pitch_low, space.pitch_high, batch, dtype=np.float32)
    encoder = Encoder(space)
    for rows in BATCHES:
        mean, log_variance = encoder.encode(magnitude[:rows], pitch[:rows])
        for what, array in (("the encoder's mean", mean), ("the encoder's log_variance", log_variance)):
            _check_form(what, array, (rows, space.dimension))
            check(np.isfinite(array).all(), f"{what} is not finite for silence, noise or a decoded frame")


def _points(space: Space) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Spread points over the declared range: centre, extremes of each axis, corners, random ones, anchors.

    Returns
    -------
    latent : ndarray of float32 [N, D]
        N is at least the greatest batch.
    pitch : ndarray of float32 [N, 1]
        Limits of the range, and semitones between.
    """
    generator = np.random.default_rng(0)
    low, high, dimension = space.latent_low, space.latent_high, space.dimension
    shares = [
        np.full((1, dimension), 0.5),
        0.5 + 0.5 * np.eye(dimension),
        0.5 - 0.5 * np.eye(dimension),
        np.zeros((2, dimension)),
        np.ones((2, dimension)),
        generator.integers(0, 2, (_RANDOM_POINTS, dimension)).astype(np.float64),
        generator.random((_RANDOM_POINTS, dimension)),
    ]
    share = np.concatenate(shares)
    between = low + share * (high.astype(np.float64) - low)
    anchors = np.stack([anchor.latent for anchor in space.anchors])
    pitch = np.rint(generator.uniform(space.pitch_low, space.pitch_high, len(between)))
    pitch = pitch.clip(space.pitch_low, space.pitch_high)
    pitch[::4] = space.pitch_low
    pitch[1::4] = space.pitch_high
    latent = np.concatenate([between, anchors]).astype(np.float32)
    pitches = np.concatenate([pitch, [anchor.pitch for anchor in space.anchors]])
    return latent, pitches.astype(np.float32)[:, None]


def _check_form(what: str, array: NDArray[np.generic], shape: tuple[int, int]) -> None:
    found = getattr(array, "shape", None)
    check(found == shape, f"{what} has shape {found} for {shape[0]} rows; it must be {shape}")
    check(array.dtype == np.float32, f"{what} is {array.dtype}; it must be float32")


def main(seconds: int) -> int:
    """Read a space from standard input and try it within a time; return the exit status."""
    report = os.dup(1)
    os.dup2(2, 1)  # what libraries print is no report
    signal.signal(signal.SIGALRM, signal.SIG_DFL)  # the system ends the process, also in the midst of a long C call
    signal.alarm(seconds)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    limit = MEMORY_LIMIT + _address_space()
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    try:
        try_graphs(parse_space(sys.stdin.buffer.read()))
    except SpaceError as error:
        message = str(error)
    except MemoryError:
        message = "MemoryError"
    else:
        return 0
    os.write(report, message[:_MESSAGE_LIMIT].encode(errors="replace"))
    return _REFUSED


def _address_space() -> int:
    """Return the addresses in use, in bytes; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except OSError:
        return MEMORY_LIMIT  # a guess that leaves room for the libraries
    return pages * resource.getpagesize()


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
