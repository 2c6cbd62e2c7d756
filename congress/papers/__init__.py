"""What the congress prints."""
