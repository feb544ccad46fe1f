"""Phase stage: frames of band amplitudes become sound."""
