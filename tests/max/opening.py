"""What a patch has to do with the patch around it, and with being opened."""

from tests.max.box import Box, known_as
from tests.max.patcher import ARGUMENTS, LOADBANG, THISDEVICE


@known_as("inlet")
class Inlet(Box):
    """An inlet of the patch around it: out comes what goes in there."""

    inlets, outlets, visible = 0, 1, True


@known_as("outlet")
class Outlet(Box):
    """An outlet of the patch around it."""

    inlets, outlets, visible = 1, 0, True
    outer = None

    def take(self, inlet, selector, atoms):
        """Hand everything on."""
        if self.outer is not None:
            box, number = self.outer
            box.out(number, selector, *atoms)


@known_as("patcherargs")
class PatcherArguments(Box):
    """Left: the arguments of the patch, or its own ones for those that lack; right: each attribute (reference page)."""

    outlets, phase = 2, ARGUMENTS

    def on_bang(self, inlet):
        """Say them again."""
        scope = self.patcher.scope
        if scope.abstraction:
            self.emit(0, scope.arguments + self.arguments[len(scope.arguments) :])
        else:
            self.emit(0, self.arguments)
        for name, value in scope.attributes.items():
            self.emit(1, [name, *value])
        self.out(1, "done")

    def loaded(self):
        """Say them when the patch is open."""
        self.on_bang(0)


@known_as("loadbang")
class LoadBang(Box):
    """A bang when the patch is open, or at any bang."""

    phase = LOADBANG

    def on_bang(self, inlet):
        """Bang."""
        self.bang()

    def loaded(self):
        """Bang."""
        self.bang()


@known_as("closebang")
class CloseBang(Box):
    """A bang when the patch is closed, or at any bang."""

    def on_bang(self, inlet):
        """Bang."""
        self.bang()


@known_as("loadmess")
class LoadMessage(Box):
    """Its message when the patch is open, or at a bang."""

    phase = LOADBANG

    def on_bang(self, inlet):
        """Say it."""
        self.emit(0, self.arguments) if self.arguments else self.bang()

    def on_set(self, inlet, atoms):
        """Take another message."""
        self.arguments = atoms

    def loaded(self):
        """Say it."""
        self.on_bang(0)


@known_as("live.thisdevice")
class ThisDevice(Box):
    """Left: a bang when the device is ready; middle: whether it is enabled, right: whether previewed."""

    outlets, phase = 3, THISDEVICE

    def on_bang(self, inlet):
        """Bang."""
        self.bang()

    def loaded(self):
        """Tell that it is ready, and in Live that it is enabled."""
        if self.machine.live:
            self.value(1, 1)
        self.bang()
