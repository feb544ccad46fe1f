"""Tables that users bring as CSV files."""

import csv
from pathlib import Path

from rt_timbre.errors import TimbreError


def read_rows(
    path: Path, error: type[TimbreError], *, what: str = "", advice: str = ""
) -> tuple[list[dict[str, str]], list[str]]:
    """Read a CSV file in UTF-8, with a first row of names.

    Parameters
    ----------
    path : Path
        The file.
    error : type
        What is raised.
    what, advice : str
        Put before and after the message where the file cannot be read.

    Returns
    -------
    rows : list of dict of str to str
        By column; what a short row lacks is empty.
    columns : list of str
        Their names.

    Raises
    ------
    TimbreError
        `error`, in one line: the file cannot be read, or is not such a file.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, restval="")
            return list(reader), list(reader.fieldnames or [])
    except OSError as problem:
        raise error(f"{what}{path} cannot be read: {problem.strerror}{advice}") from None
    except (UnicodeDecodeError, csv.Error) as problem:
        raise error(f"{path} is not a CSV file in UTF-8: {problem}") from None
