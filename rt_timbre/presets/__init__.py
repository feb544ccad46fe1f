"""Presets: what they hold, where they are kept, how an engine takes and recalls them."""
