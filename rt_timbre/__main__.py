"""Run the command line as ``python -m rt_timbre``."""

import sys

from rt_timbre.cli import main

sys.exit(main())
