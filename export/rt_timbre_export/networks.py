"""A space's networks applied to many rows."""

import numpy as np
from numpy.typing import NDArray

from rt_timbre.decoder import graph_function

_BATCH = 256


def encode(
    encoder: bytes, frames: NDArray[np.float32], pitch: NDArray[np.float32], *, conditioned: bool
) -> NDArray[np.float32]:
    """Return the means of the posteriors of frames.

    Parameters
    ----------
    encoder : bytes
        ONNX of a space.
    frames : ndarray of float32 [N, K]
        Linear amplitudes.
    pitch : ndarray of float32 [N]
        MIDI notes.
    conditioned : bool
        Whether the encoder takes them.

    Returns
    -------
    ndarray of float32 [N, D]
        Points.
    """
    condition = {"pitch": pitch[:, None]} if conditioned else {}
    return _batched(encoder, {"magnitude": frames} | condition, "mean")


def decode(
    decoder: bytes, latent: NDArray[np.float32], pitch: NDArray[np.float32], *, conditioned: bool
) -> NDArray[np.float32]:
    """Return the frames of points.

    Parameters
    ----------
    decoder : bytes
        ONNX of a space.
    latent : ndarray of float32 [N, D]
        Points.
    pitch : ndarray of float32 [N]
        MIDI notes.
    conditioned : bool
        Whether the decoder takes them.

    Returns
    -------
    ndarray of float32 [N, K]
        Linear amplitudes.
    """
    condition = {"pitch": pitch[:, None]} if conditioned else {}
    return _batched(decoder, {"latent": latent} | condition, "magnitude")


def _batched(model: bytes, inputs: dict[str, NDArray[np.float32]], output: str) -> NDArray[np.float32]:
    run = graph_function(model)
    rows = len(next(iter(inputs.values())))
    return np.concatenate(
        [
            run({name: array[start : start + _BATCH] for name, array in inputs.items()})[output]
            for start in range(0, rows, _BATCH)
        ]
    )
