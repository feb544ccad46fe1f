"""Cuts a stream of bytes into SLIP frames, wherever it was cut before."""

from rt_timbre.osc import LARGEST

END = b"\xc0"
STARTS = END + b"/#"
"""Bytes that can begin a stream of OSC in SLIP frames: no other protocol's client begins so."""

_LONGEST = 2 * LARGEST + 1  # bytes: every one may be escaped; what is longer is refused


class FrameReader:
    """Keeps what has come of the frame that is not complete yet, and no more than `LARGEST` needs."""

    def __init__(self) -> None:
        self._begun = bytearray()

    def feed(self, data: bytes) -> list[bytes]:
        """Return the frames that `data` completes.

        Parameters
        ----------
        data : bytes
            The next bytes of the stream.

        Returns
        -------
        list of bytes
            Frames without their ENDs, still escaped, none empty. Of one that is too long only the beginning is kept,
            which is too long as well.
        """
        first, *others = data.split(END)
        self._keep(first)
        if not others:
            return []
        frames = [bytes(self._begun), *others[:-1]]
        self._begun.clear()
        self._keep(others[-1])
        return [frame for frame in frames if frame]

    def _keep(self, part: bytes) -> None:
        self._begun += part[: _LONGEST - len(self._begun)]
