"""Play generative timbre spaces in real time: OSC in, sound out."""

__version__ = "0.1.0"
