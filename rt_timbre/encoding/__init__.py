"""From sound to path: recordings, their pitch, their frames as points of a space."""
