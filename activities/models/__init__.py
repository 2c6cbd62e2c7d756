"""Activities, and who signed up for them."""

from activities.models.activities import Activity
from activities.models.sign_ups import SignUp

__all__ = ["Activity", "SignUp"]
