"""Write the patches of Pure Data: python -m patches.make_pd."""

from pathlib import Path

from patches.make_pd import abstractions
from patches.make_pd.controller import controller
from patches.make_pd.help import help_patch
from patches.make_pd.reference import REFERENCE

FOLDER = Path(__file__).parent.parent / "pd"


def files() -> dict[str, str]:
    """Make all patches, by the names of their files."""
    patches = abstractions.everything() | {"rt-timbre": controller()}
    patches |= {f"{name}-help": help_patch(name) for name in REFERENCE}
    return {f"{name}.pd": patch.write() for name, patch in patches.items()}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in files().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
