"""Where a space sounds as descriptors ask for: how it is sought, and the process that seeks for the server."""
