"""Pages of what the office is set up with, and of the trail of everything."""
