"""The errors a user can cause; each message is one clear line."""


class TimbreError(Exception):
    """Root of all errors that a user sees as one line, without a traceback."""


class SpaceError(TimbreError):
    """A timbre space file is missing, damaged, unsafe or of an unknown kind."""


class OscError(TimbreError):
    """A datagram is not well-formed OSC, or cannot be encoded as OSC."""


class ControlError(TimbreError):
    """A message is well-formed but asks for something that is refused."""


class ControlFileError(TimbreError):
    """A control file has a line that cannot be read."""


class LayoutError(TimbreError):
    """A control surface cannot be written."""


class OutputError(TimbreError):
    """No sound output of the kind asked for can be opened."""


class TransformError(TimbreError):
    """A transform cannot be made of these bands, or a signal does not fit it."""


class AudioFileError(TimbreError):
    """A sound file cannot be read or written."""


class PresetError(TimbreError):
    """A preset cannot be stored, found or read."""


class PathError(TimbreError):
    """A path cannot be read, written, or made as asked."""


class PictureError(TimbreError):
    """A picture or a film cannot be made or written."""


class GalleryError(TimbreError):
    """A gallery cannot be made."""


class EncodeError(TimbreError):
    """A sound cannot be turned into a path."""


class MidiError(TimbreError):
    """MIDI cannot be received, or what was learned cannot be kept."""


class ListenError(TimbreError):
    """The server cannot listen where it was told to."""


class QueryError(TimbreError):
    """An OSCQuery request that is answered by a status instead of a description.

    Parameters
    ----------
    status : int
        HTTP status: 204, 400, 404 or 503.
    reason : str
        What is wrong, in one line.
    """

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
