"""Networks of a timbre space, run by ONNX Runtime."""

from collections.abc import Callable, Mapping

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from rt_timbre.between import Between, hertz_of, neighbours
from rt_timbre.errors import SpaceError
from rt_timbre.fields import one_line
from rt_timbre.space import Space

_BATCH = 256  # rows that are decoded at once outside the audio path
_SILENT = 4  # log severity: fatal only; what goes wrong is raised, not printed


def _session(model: bytes, which: str) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    # One thread, which never spins: the audio process and the other threads need the cores.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.add_session_config_entry("session.inter_op.allow_spinning", "0")
    options.log_severity_level = _SILENT
    try:
        # Without the fallback, which prints.
        session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"], enable_fallback=0)
        # Names are decoded from UTF-8 only when they are asked for, and may fail then.
        if not all(value.name for value in (*session.get_inputs(), *session.get_outputs())):
            raise ValueError("an input or output has no name")
    except Exception as error:  # the runtime's exceptions have no common base of their own
        raise SpaceError(f"the {which} cannot be loaded: {one_line(error)}") from None
    return session


class Decoder:
    """The decoder of a space, for a fixed number of voices, without copies.

    The caller writes `latent` and `pitch` in place, calls `run`, and reads `magnitude` in place.

    Parameters
    ----------
    space : Space
        Whose decoder.
    batch : int
        Greatest number of rows, at least 1.

    Attributes
    ----------
    latent : ndarray of float32 [batch, D]
        Points to decode.
    pitch : ndarray of float32 [batch, 1]
        MIDI notes; not used by an unconditioned space.
    magnitude : ndarray of float32 [batch, K]
        Linear band amplitudes, ≥ 0, of the rows that were decoded.

    Raises
    ------
    SpaceError
        The graph cannot be loaded, or does not take or make what the space says.
    """

    def __init__(self, space: Space, batch: int) -> None:
        self.latent = np.tile(space.anchors[0].latent, (batch, 1))
        self.pitch = np.full((batch, 1), space.reference_pitch, np.float32)
        self.magnitude = np.zeros((batch, space.bands), np.float32)
        self._session = _session(space.decoder, "decoder")
        # A binding holds addresses, not references: the arrays above must live, and keep their place, as long as it.
        inputs = {"latent": self.latent} | ({"pitch": self.pitch} if space.conditioned else {})
        self._bindings = [self._bind(inputs, count) for count in range(1, batch + 1)]
        for count in range(1, batch + 1):  # the first run of a shape allocates
            self.run(count)

    def _bind(self, inputs: Mapping[str, NDArray[np.float32]], count: int) -> onnxruntime.IOBinding:
        binding = self._session.io_binding()
        try:
            for name, array in inputs.items():
                shape = (count, array.shape[1])
                binding.bind_input(name, "cpu", 0, np.float32, shape, array.ctypes.data)
            shape = (count, self.magnitude.shape[1])
            binding.bind_output("magnitude", "cpu", 0, np.float32, shape, self.magnitude.ctypes.data)
        except Exception as error:  # as in _session
            raise SpaceError(f"the decoder does not fit the space: {one_line(error)}") from None
        return binding

    def run(self, count: int) -> None:
        """Decode rows 0 to count − 1.

        Parameters
        ----------
        count : int
            Number of rows, 1 to batch.

        Raises
        ------
        SpaceError
            The graph fails, or makes another shape than the space says.
        """
        try:
            self._session.run_with_iobinding(self._bindings[count - 1])
        except Exception as error:  # as in _session
            raise SpaceError(f"the decoder failed: {one_line(error)}") from None


class FrameDecoder:
    """The decoder of a space for any number of points, for use outside the audio path.

    Parameters
    ----------
    space : Space
        Whose decoder.

    Raises
    ------
    SpaceError
        The graph cannot be loaded.
    """

    def __init__(self, space: Space) -> None:
        self._run = graph_function(space.decoder, "decoder")
        self._space = space
        self._between = Between(space.transform, hertz_of(space.pitch_low))

    def played(
        self, latent: NDArray[np.float32], pitch: NDArray[np.float64]
    ) -> tuple[NDArray[np.float32], NDArray[np.float64]]:
        """Decode points as voices play them.

        Parameters
        ----------
        latent : ndarray of float32 [N, D]
            Points, N ≥ 1.
        pitch : ndarray of float64 [N]
            MIDI; any.

        Returns
        -------
        frames : ndarray of float32 [N, K]
            Linear band amplitudes.
        scale : ndarray of float64 [N]
            Factor by which the frequencies of each frame are multiplied when it is played.

        Raises
        ------
        SpaceError
            The graph fails, or makes another shape than the space says.
        """
        space, pitch = self._space, np.asarray(pitch, np.float64)
        semitones = np.full(len(pitch), space.reference_pitch)
        if not space.conditioned:
            return self.decode(latent, semitones.astype(np.float32)), np.exp2((pitch - semitones) / 12.0)
        semitones, others, shares = neighbours(pitch, space.pitch_low, space.pitch_high)
        frames = self.decode(latent, semitones.astype(np.float32))
        moved = np.flatnonzero(shares)
        if moved.size:
            beside = self.decode(latent[moved], others[moved].astype(np.float32))
            own = frames[moved]
            self._between.blend_rows(own, semitones[moved], beside, others[moved], shares[moved])
            frames[moved] = own
        return frames, np.exp2((pitch - semitones) / 12.0)

    def decode(self, latent: NDArray[np.float32], pitch: NDArray[np.float32]) -> NDArray[np.float32]:
        """Decode points.

        Parameters
        ----------
        latent : ndarray of float32 [N, D]
            Points, N ≥ 1.
        pitch : ndarray of float32 [N]
            MIDI notes, whole semitones in the space's range; not used by an unconditioned space.

        Returns
        -------
        ndarray of float32 [N, K]
            Linear band amplitudes.

        Raises
        ------
        SpaceError
            The graph fails, or makes another shape than the space says.
        """
        inputs = {"latent": np.ascontiguousarray(latent, np.float32)}
        if self._space.conditioned:
            inputs["pitch"] = np.ascontiguousarray(pitch, np.float32).reshape(-1, 1)
        parts = [
            self._run({name: array[start : start + _BATCH] for name, array in inputs.items()})["magnitude"]
            for start in range(0, len(latent), _BATCH)
        ]
        frames = parts[0] if len(parts) == 1 else np.concatenate(parts)
        if frames.shape != (len(latent), self._space.bands):
            raise SpaceError(
                f"the decoder makes {frames.shape} of {len(latent)} points; it must be {self._space.bands} bands"
            )
        return frames


class Encoder:
    """The encoder of a space, for use outside the audio path.

    Parameters
    ----------
    space : Space
        Whose encoder.

    Raises
    ------
    SpaceError
        The graph cannot be loaded.
    """

    def __init__(self, space: Space) -> None:
        self._session = _session(space.encoder, "encoder")
        self._pitched = any(value.name == "pitch" for value in self._session.get_inputs())

    def encode(
        self, magnitude: NDArray[np.float32], pitch: NDArray[np.float32]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Find the points of frames.

        Parameters
        ----------
        magnitude : ndarray of float32 [B, K]
            Linear band amplitudes, ≥ 0.
        pitch : ndarray of float32 [B]
            MIDI notes; not used by an encoder without pitch.

        Returns
        -------
        mean, log_variance : ndarray of float32 [B, D]
            Gaussian posterior of each frame.

        Raises
        ------
        SpaceError
            The graph fails.
        """
        inputs = {"magnitude": np.ascontiguousarray(magnitude, np.float32)}
        if self._pitched:
            inputs["pitch"] = np.ascontiguousarray(pitch, np.float32).reshape(-1, 1)
        try:
            mean, log_variance = (np.asarray(value) for value in self._session.run(["mean", "log_variance"], inputs))
        except Exception as error:  # as in _session
            raise SpaceError(f"the encoder failed: {one_line(error)}") from None
        return mean, log_variance


def graph_function(
    model: bytes, which: str = "model"
) -> Callable[[Mapping[str, NDArray[np.float32]]], dict[str, NDArray[np.float32]]]:
    """Make a function of an ONNX model, as for a parity check.

    Parameters
    ----------
    model : bytes
        ONNX.
    which : str
        What it is, for messages.

    Returns
    -------
    callable
        Takes arrays by input name, gives arrays by output name; raises SpaceError if the model fails.

    Raises
    ------
    SpaceError
        The model cannot be loaded.
    """
    session = _session(model, which)
    names = [value.name for value in session.get_outputs()]

    def run(inputs: Mapping[str, NDArray[np.float32]]) -> dict[str, NDArray[np.float32]]:
        try:
            return {
                name: np.asarray(value) for name, value in zip(names, session.run(names, dict(inputs)), strict=True)
            }
        except Exception as error:  # as in _session
            raise SpaceError(f"the {which} failed: {one_line(error)}") from None

    return run
