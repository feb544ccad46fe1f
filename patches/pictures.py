"""Pictures of the patches of Pure Data while they play, for the README: python patches/pictures.py.

Needs Xvfb, xdotool and ImageMagick beside Pd and its window (Debian: xvfb xdotool imagemagick puredata-gui fluxbox).
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from tests.live import TimbreServer, wait_for

FOLDER = Path(__file__).parent
NAMES = ("rt-timbre", "timbre.plane-help")
PATHS = ("dawn", "Bassoon", "Flute"), ("way-home", "Tuba", "Oboe")
PRESETS = "dusk", "first light", "warm"


def main() -> None:
    """Open each patch beside a server, let it play, and take its window."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true", help="every patch that has something to show")
    parser.add_argument("--folder", type=Path, default=FOLDER / "pictures")
    parser.add_argument("--pd", default="pd", help="the program")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    helps = (path.stem for path in sorted((FOLDER / "pd").glob("*-help.pd")))
    with tempfile.TemporaryDirectory() as data:
        _take_all(("rt-timbre", *helps) if options.all else NAMES, options, data)


def _take_all(names: Iterable[str], options: argparse.Namespace, data: str) -> None:
    """Write the pictures, of a server that has a few presets and paths in its data folder."""
    environment = os.environ | {"XDG_DATA_HOME": data}
    for name, first, last in PATHS:
        command = [sys.executable, "-m", "rt_timbre", "path", "make", "line", first, last]
        subprocess.run([*command, "-o", f"{data}/rt-timbre/paths/{name}.path.json"], env=environment, check=True)
    server = TimbreServer(environment, "--audio", "none", "--voices", "8")
    for name in PRESETS:
        server.client.send("/preset/store", name)
    server.client.ask("/voice/1/descriptor/centroid")  # what measures is there
    reading, writing = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x1100x24"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    display = os.environ | {"DISPLAY": f":{os.read(reading, 16).decode().strip()}"}
    manager = subprocess.Popen(["fluxbox"], env=display, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for name in names:
            take(name, options, server, display)
    finally:
        manager.terminate()
        screen.terminate()
        server.stop()


def take(name: str, options: argparse.Namespace, server: TimbreServer, display: dict[str, str]) -> None:
    """Write the picture of one patch."""
    port = str(server.client.address[1])
    with tempfile.TemporaryDirectory() as folder:
        patch = Path(folder) / f"{name}.pd"
        text = (FOLDER / "pd" / patch.name).read_text(encoding="utf-8")
        patch.write_text(re.sub(r"timbre\.status;", f"timbre.status 127.0.0.1 {port};", text), encoding="utf-8")
        server.client.send("/voice/*/sustain", 1.0)
        server.client.send("/note", 64.0, 0.8)
        pd = subprocess.Popen(
            [options.pd, "-noaudio", "-noprefs", "-path", FOLDER / "pd", patch], env=display, stderr=subprocess.DEVNULL
        )

        def window() -> str:
            found = ["xdotool", "search", "--name", f"^{re.escape(patch.name)}"]
            return subprocess.run(found, env=display, capture_output=True, text=True).stdout.strip()

        number = wait_for(window, "the window").splitlines()[-1]
        time.sleep(3.5)
        target = options.folder / f"{name}.png"
        command = ["import", "-window", number, "-strip", "+dither", "-colors", "64", f"png8:{target}"]
        subprocess.run(command, env=display, check=True)
        pd.terminate()
        pd.wait()
        server.client.send("/panic")
        print(target)


if __name__ == "__main__":
    main()
