"""``python -m snapviz`` is the ``snapviz`` command."""

import sys

from snapviz.cli import main

sys.exit(main())
