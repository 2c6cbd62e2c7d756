"""Signing in and what surrounds it: what the library asks of us, the way in, how long somebody is inside."""
