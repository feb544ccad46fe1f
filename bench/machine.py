"""What long measurements over JACK share: busy cores, and a native client that shows what the machine itself loses."""

import multiprocessing
import os
import re
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.live import JackServer


class NativeControl:
    """A JACK client in C that does nothing but count.

    Parameters
    ----------
    program : Path
        The compiled client.
    environment : dict of str to str
        Of the JACK server.
    seconds : float
        How long it counts.

    Attributes
    ----------
    process : Popen
        Its standard output becomes readable when it has counted.
    """

    def __init__(self, program: Path, environment: dict[str, str], seconds: float) -> None:
        self.process = subprocess.Popen([program, str(seconds)], env=environment, stdout=subprocess.PIPE, text=True)
        self.process.stdout.readline()  # it has begun

    def counts(self) -> tuple[int, int]:
        """Wait for its end, and return the cycles that it had and those that it lost."""
        cycles, lost = re.findall(r"\d+", self.process.communicate()[0])[-2:]  # after what libjack says
        return int(cycles), int(lost)


@contextmanager
def jack(name: str, **options: int) -> Iterator[tuple[JackServer, Path]]:
    """Run a JACK server with the dummy driver; give it and the compiled native control."""
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "control"
        source = Path(__file__).with_name("native_control.c")
        subprocess.run(["cc", "-O2", "-o", program, source, "-l:libjack.so.0", "-lm"], check=True)
        server = JackServer(f"rt-timbre-{name}-{os.getpid()}", **options)
        server.start()
        try:
            yield server, program
        finally:
            server.stop()


@contextmanager
def busy(cores: int) -> Iterator[None]:
    """Keep so many cores busy."""
    burners = [multiprocessing.Process(target=_burn, daemon=True) for _ in range(cores)]
    for burner in burners:
        burner.start()
    try:
        yield
    finally:
        for burner in burners:
            burner.terminate()


def _burn() -> None:
    while True:
        sum(range(10000))
