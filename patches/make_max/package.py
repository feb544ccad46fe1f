"""All patches of Max as files, and as the package that Max finds them in."""

from pathlib import Path

from patches.make_max import abstractions, faces
from patches.make_max.controller import controller, opener
from patches.make_max.live_device import banks, device
from patches.make_max.patch import Patch

FOLDER = Path(__file__).parent.parent / "max"
_BEGINNING_OF_TIME = (1980, 1, 1, 0, 0, 0)  # of ZIP: the same package every time


def library() -> dict[str, Patch]:
    """Make the patches that are used as objects, by their names."""
    makers = (abstractions.osc, abstractions.voice, abstractions.morph, abstractions.descriptor)
    return {f"timbre.{make.__name__}": make() for make in (*makers, faces.plane, faces.status, controller)}


def patches() -> dict[str, Patch]:
    """Make all patches, by their place in the package."""
    made = {f"patchers/{name}.maxpat": patch for name, patch in library().items()}
    return made | {"extras/rt-timbre.maxpat": opener()}


def files() -> dict[str, bytes]:
    """Make all files, by their place in the package."""
    objects = library()
    made = {name: patch.write(objects).encode() for name, patch in patches().items()}
    made["devices/rt-timbre.amxd"] = device().device(objects, "rt-timbre.maxpat", banks())
    return made


def write() -> None:
    """Write all files where they are kept."""
    for name, data in files().items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
