"""Set before any test module, and numba, is imported: where compiled kernels are kept."""

import hashlib
import os
import tempfile
from pathlib import Path

# numba's cache does not notice when a kernel that another module's kernel calls has changed: one cache for each state
# of the sources. Server processes that tests start inherit it.
_SOURCES = sorted((Path(__file__).parent / "rt_timbre").rglob("*.py"))
_STATE = hashlib.sha256(b"".join(path.read_bytes() for path in _SOURCES)).hexdigest()[:16]
os.environ["NUMBA_CACHE_DIR"] = str(Path(tempfile.gettempdir()) / f"rt-timbre-numba-{os.getuid()}-{_STATE}")
