"""The audio process, the ring that it plays from, and what watches over it."""
