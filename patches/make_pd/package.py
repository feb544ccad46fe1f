"""All patches of Pure Data as files, and as a package for deken, Pd's own installer of what others have made."""

import hashlib
import zipfile
from pathlib import Path

from patches.make_pd import abstractions, faces
from patches.make_pd.controller import controller
from patches.make_pd.help import help_patch
from patches.make_pd.patch import Patch
from patches.make_pd.plane import plane
from patches.reference import REFERENCE, table_markdown

FOLDER = Path(__file__).parent.parent / "pd"
PAGE = FOLDER.parent / "README.md"
_BEGINNING_OF_TIME = (1980, 1, 1, 0, 0, 0)  # of ZIP: the same package every time


def patches() -> dict[str, Patch]:
    """Make all patches, by their names."""
    makers = (faces.status, abstractions.osc, abstractions.voice, abstractions.morph, abstractions.descriptor)
    made = {f"timbre.{make.__name__}": make() for make in (*makers, plane, faces.menu)}
    made["rt-timbre"] = controller()
    return made | {f"{name}-help": help_patch(name) for name in REFERENCE}


def files() -> dict[str, str]:
    """Make the texts of all patches, by the names of their files."""
    return {f"{name}.pd": patch.write() for name, patch in patches().items()}


def write() -> None:
    """Write all patches where they are kept, and the table of the page about them."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in files().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    begin, end = "<!-- reference: made by patches.reference.table_markdown -->\n", "\n<!-- /reference -->"
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(begin)
    after = rest.partition(end)[2]
    PAGE.write_text(f"{before}{begin}{table_markdown()}{end}{after}", encoding="utf-8")


def write_package(folder: Path, version: str) -> Path:
    """Write a package for deken: the archive, its checksum and the list of its objects.

    Parameters
    ----------
    folder : Path
        Where to.
    version : str
        Of rt-timbre.

    Returns
    -------
    Path
        The archive, ``rt-timbre[vVERSION].dek``.
    """
    root = FOLDER.parent.parent
    meta = Patch(width=300, height=200)
    for row, line in enumerate(("NAME rt-timbre", "LICENSE MIT", f"VERSION {version}", "AUTHOR The rt-timbre authors")):
        meta.comment(line, 20, 20 + 24 * row)
    contents = {name: text.encode() for name, text in files().items()}
    contents |= {"rt-timbre-meta.pd": meta.write().encode()}
    contents |= {"README.md": PAGE.read_bytes(), "LICENSE": (root / "LICENSE").read_bytes()}
    path = folder / f"rt-timbre[v{version}].dek"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(contents.items()):
            archive.writestr(zipfile.ZipInfo(f"rt-timbre/{name}", _BEGINNING_OF_TIME), data)
    checksum = hashlib.sha256(path.read_bytes()).hexdigest()
    path.with_name(f"{path.name}.sha256").write_text(f"{checksum} *{path.name}\n", encoding="utf-8")
    objects = "".join(f"{name}\t{it.summary}\n" for name, it in REFERENCE.items())
    path.with_name(f"{path.name}.txt").write_text(objects, encoding="utf-8")
    return path
