"""A small interpreter of Max's patches: what a patch does, as Max's reference pages say it, without Max.

It opens .maxpat, .maxhelp and .amxd files, wires their boxes in Max's order, and runs them in real time with real
sockets. What Max would complain of is in `console`; what its reference leaves open is in `doubts`: where Max defines no
order, another one is taken for every seed. It draws nothing.
"""

from pathlib import Path

import tests.max.clock
import tests.max.flow
import tests.max.interface
import tests.max.lists
import tests.max.live
import tests.max.menus
import tests.max.messages
import tests.max.midi
import tests.max.network
import tests.max.numbers
import tests.max.opening
import tests.max.packing
import tests.max.state  # noqa: F401
from tests.max.atoms import COMMA, message, read, shown
from tests.max.box import Box, known_as
from tests.max.machine import Machine
from tests.max.patcher import Patcher, Scope, read_file

FOLDER = Path(__file__).parent.parent.parent / "patches" / "max"


@known_as("ear of a test")
class Ear(Box):
    """Writes down what an outlet of a tried object sends."""

    outlets = 0

    def take(self, inlet, selector, atoms):
        self.trial.heard.append((self.number, shown(selector, atoms)))


class Trial:
    """An object alone in a patch, made of a text or of an entry of a file.

    Attributes
    ----------
    heard : list of tuple
        The number of the outlet and the message, of all that it has sent, in this order.
    """

    def __init__(self, machine, entry):
        content = {"boxes": [{"box": {"id": "tried", "patching_rect": [0, 0, 100, 22], **entry}}]}
        self.patcher = Patcher(machine, content, "trial", Scope(machine, abstraction=False))
        self.box, self.heard, self.machine = self.patcher.boxes["tried"], [], machine
        for outlet in range(min(self.box.outlets, 100)):
            ear = Ear(self.patcher, [], {})
            ear.trial, ear.number = self, outlet
            self.patcher.places[ear] = [0, 0, 0, 0]
            self.box.wires[outlet] = [(ear, 0)]
        self.patcher.start()

    def send(self, text, inlet=0):
        """Send a message, as a message box with this text would."""
        part = []
        for word in [*read(text), COMMA]:
            if word is COMMA:
                self.box.receive(inlet, *message(part))
                part = []
            else:
                part.append(word)
        self.machine.settle()

    def said(self, outlet=None):
        """Return what was heard since the last look, of one outlet or of all."""
        heard, self.heard[:] = list(self.heard), []
        return [text for number, text in heard if number == outlet] if outlet is not None else heard


class Max(Machine):
    """Max, with patches open.

    Parameters
    ----------
    server_port : int, optional
        Where rt-timbre is: a [timbre.status] tells all others.
    folders : sequence of Path
        Where abstractions are looked for.
    options
        See `Machine`.
    """

    def __init__(self, server_port=None, folders=(FOLDER,), **options):
        super().__init__(**options)
        self.folders = [Path(folder) for folder in folders]
        self.status = self.make(f"timbre.status 127.0.0.1 {server_port}") if server_port else None

    def open(self, path, *arguments):
        """Open a file, in a window of its own; with arguments, as an abstraction."""
        path = Path(path)
        scope = Scope(self, arguments, abstraction=bool(arguments))
        patcher = Patcher(self, read_file(path), path.stem, scope)
        patcher.start()
        return patcher

    def make(self, text):
        """Make an object from a text, to be tried."""
        return Trial(self, {"maxclass": "newobj", "text": text})

    def face(self, kind, **attributes):
        """Make a box of a class that is drawn, to be tried."""
        return Trial(self, {"maxclass": kind, **attributes})

    def patch(self, content):
        """Open a patch that is no file."""
        patcher = Patcher(self, content, "patch", Scope(self, abstraction=False))
        patcher.start()
        return patcher

    def play(self, *data):
        """Play a MIDI message into all boxes that hear MIDI."""
        for box in self.midi:
            box.hear(*data)
        self.settle()

    def key(self, code, down=True):
        """Press or release a key."""
        for box in self.keys:
            if box.down is down:
                box.hear(code)
        self.settle()
