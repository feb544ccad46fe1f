"""OSCQuery and zeroconf, in a process beside the loop."""
