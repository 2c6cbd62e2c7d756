"""Pages of democratic management: each module is asked by name from `affairs.urls`."""
