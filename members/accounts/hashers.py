"""How first passwords are kept until they are changed."""

from django.contrib.auth.hashers import PBKDF2PasswordHasher


class FirstPasswordHasher(PBKDF2PasswordHasher):
    """Fewer rounds, so that accounts for a whole school are opened in seconds.

    For drawn passwords alone, of which there are 31 to the power of 10: no guessing gets through those. At the first
    sign-in Django keeps the password with the usual hasher, and then its owner changes it.
    """

    algorithm = "pbkdf2_first"
    iterations = 20_000
