"""MIDI in: ports in a process of their own, notes and controllers to messages of this server."""
