"""Presets of the engine and their files: what is stored or deleted in the one is in the other."""

from functools import partial
from pathlib import Path

from rt_timbre.dispatcher import Dispatcher
from rt_timbre.engine import Engine
from rt_timbre.jobs import Jobs
from rt_timbre.presets.store import PresetStore
from rt_timbre.sockets import Sender
from rt_timbre.table import Command


class PresetKeeper:
    """Writes what performers store, beside the loop, and answers when it is safe.

    Parameters
    ----------
    store : PresetStore
        The folder.
    engine : Engine
        What plays; its library is what is kept.
    jobs : Jobs
        Where files are written.
    dispatcher : Dispatcher
        Where the commands come from.
    """

    def __init__(self, store: PresetStore, engine: Engine, jobs: Jobs, dispatcher: Dispatcher) -> None:
        self._store = store
        self._engine = engine
        self._jobs = jobs
        self._dispatcher = dispatcher
        dispatcher.follow("preset/store", self._keep)
        dispatcher.follow("preset/delete", self._delete)

    def _keep(self, command: Command, sender: Sender | None) -> None:
        (name,) = command.arguments
        preset = self._engine.library.find(name, self._engine.space_key)
        self._submit(command, sender, partial(self._store.store, preset), "it is here until the server ends: ")

    def _delete(self, command: Command, sender: Sender | None) -> None:
        (name,) = command.arguments
        self._submit(command, sender, partial(self._store.delete, name, self._engine.space_key), "")

    def _submit(self, command: Command, sender: Sender | None, work: partial[Path] | partial[None], but: str) -> None:
        done, fail = self._dispatcher.done, self._dispatcher.fail
        self._jobs.submit(
            work,
            lambda _: done(sender, command.address, *command.arguments),
            lambda reason: fail(sender, command.address, but + reason),
        )
