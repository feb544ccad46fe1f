"""Learn timbre spaces from recorded notes and export them as ``.timbre`` files."""
