"""All patches of Max as files, and as the package that Max finds them in."""

import json
import zipfile
from pathlib import Path

from patches.make_max import abstractions, faces
from patches.make_max.controller import controller, opener
from patches.make_max.drawing import drawing
from patches.make_max.help import help_patch
from patches.make_max.live_device import banks, device
from patches.make_max.pages import page
from patches.make_max.patch import Patch
from patches.reference import REFERENCE
from rt_timbre import __version__

FOLDER = Path(__file__).parent.parent / "max"
PICTURES = FOLDER.parent / "pictures"
_SYSTEMS = (("macintosh", 2), ("windows", 1))  # and for how many kinds of processor
_BEGINNING_OF_TIME = (1980, 1, 1, 0, 0, 0)  # of ZIP: the same package every time


def library() -> dict[str, Patch]:
    """Make the patches that are used as objects, by their names."""
    makers = (abstractions.osc, abstractions.voice, abstractions.morph, abstractions.descriptor)
    return {f"timbre.{make.__name__}": make() for make in (*makers, faces.plane, faces.status, controller)}


def patches() -> dict[str, Patch]:
    """Make all patches, by their place in the package."""
    made = {f"patchers/{name}.maxpat": patch for name, patch in library().items()}
    helps = {f"help/{name}.maxhelp": help_patch(name) for name, it in REFERENCE.items() if "Max" in it.programs}
    return made | helps | {"extras/rt-timbre.maxpat": opener()}


def files() -> dict[str, bytes]:
    """Make all files, by their place in the package."""
    objects = library()
    made = {name: patch.write(objects).encode() for name, patch in patches().items()}
    made["devices/rt-timbre.amxd"] = device().device(objects, "rt-timbre.maxpat", banks())
    pages = [name for name, it in REFERENCE.items() if "Max" in it.programs]
    made |= {f"docs/{name}.maxref.xml": page(name).encode() for name in pages}
    made["package-info.json"] = _information(made).encode()
    return made


def _information(made: dict[str, bytes]) -> str:
    """Describe the package to Max's package manager."""
    systems = {name: {"platform": ["x64", "aarch64"][:kinds], "min_version": "none"} for name, kinds in _SYSTEMS}
    listed: dict[str, list[str]] = {}
    for name in sorted(made):
        folder, _, file = name.partition("/")
        listed.setdefault(folder, []).append(file)
    information = {
        "name": "rt-timbre",
        "displayname": "rt-timbre",
        "version": __version__,
        "author": "The rt-timbre authors",
        "authors": [],
        "description": "Play generative timbre spaces: a controller, objects for patches of your own, and an "
        "instrument for Max for Live. The sound comes from the server rt-timbre, which runs beside Max.",
        "tags": ["timbre", "synthesis", "OSC", "morphing", "machine learning"],
        "website": "",
        "extends": "",
        "extensible": 0,
        "max_version_min": "8.0",
        "max_version_max": "none",
        "os": systems,
        "homepatcher": "rt-timbre.maxpat",
        "package_extra": {"reverse_domain": "", "copyright": "MIT"},
        "filelist": listed,
    }
    return json.dumps(information, indent="\t") + "\n"


def drawings() -> dict[str, str]:
    """Make the drawings of the page about the patches."""
    objects = library()
    return {
        "max-controller.svg": drawing(objects["timbre.controller"], objects),
        "max-for-live.svg": drawing(device(), objects),
    }


def write() -> None:
    """Write all files where they are kept, and the drawings beside the other pictures."""
    places = {FOLDER / name: data for name, data in files().items()}
    places |= {PICTURES / name: text.encode() for name, text in drawings().items()}
    for path, data in places.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def write_package(folder: Path) -> Path:
    """Write the package as an archive that is unpacked into Max's folder Packages.

    Parameters
    ----------
    folder : Path
        Where to.

    Returns
    -------
    Path
        The archive, ``rt-timbre-max-VERSION.zip``, the same bytes every time.
    """
    root = FOLDER.parent.parent
    contents = files() | {"license.txt": (root / "LICENSE").read_bytes()}
    path = folder / f"rt-timbre-max-{__version__}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(contents.items()):
            entry = zipfile.ZipInfo(f"rt-timbre/{name}", _BEGINNING_OF_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return path
