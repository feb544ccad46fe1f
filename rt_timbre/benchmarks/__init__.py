"""Measurements that users can make: of the phase methods side by side, and of the oscillator bank on recordings."""
