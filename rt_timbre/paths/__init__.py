"""Paths through a latent space: what they are, how they are made, changed and kept."""
