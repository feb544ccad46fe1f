"""Descriptors of frames: what they are, how far they reach in a space, and how voices are held to them."""
