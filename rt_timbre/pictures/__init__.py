"""Pictures, films and the gallery: what paths and their sounds look like."""
