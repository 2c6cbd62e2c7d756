"""Input about the congress."""
