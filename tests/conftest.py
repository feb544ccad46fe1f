"""What several tests use."""

import itertools
import os
import shutil
import tempfile

import pytest

from rt_timbre.space import write_space
from tests.live import JackServer, TimbreServer
from tests.tiny_space import tiny_space

# No test reads or changes what the user has.
os.environ["XDG_DATA_HOME"] = tempfile.mkdtemp(prefix="rt-timbre-tests-")


def pytest_unconfigure():
    """End what failed tests have left running, and the data of this run."""
    TimbreServer.kill_all()
    shutil.rmtree(os.environ["XDG_DATA_HOME"], ignore_errors=True)


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
