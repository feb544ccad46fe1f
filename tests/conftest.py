"""What several tests use."""

import itertools
import os

import pytest

from rt_timbre.space import write_space
from tests.live import JackServer
from tests.tiny_space import tiny_space


@pytest.fixture(scope="session")
def tiny_file(tmp_path_factory):
    """The tiny space as a file."""
    path = tmp_path_factory.mktemp("spaces") / "tiny.timbre"
    write_space(tiny_space(), path)
    return path


_numbers = itertools.count()


@pytest.fixture
def jack_server():
    """A JACK server with its dummy driver at 48 kHz, 128 frames."""
    server = JackServer(f"rt-timbre-{os.getpid()}-{next(_numbers)}")
    server.start()
    yield server
    server.stop()
