"""Starts the training from a shell."""

import sys

from helpers.training.command import main

sys.exit(main())
