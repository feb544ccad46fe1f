"""The commands of ``rt-timbre``, a module for each sort; every module registers its own.

Their libraries are imported when a command runs, not before: ``rt-timbre --help`` is quick.
"""
