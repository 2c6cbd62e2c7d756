"""What of two records can't both be one person's among activities, by the constraint that would break."""

from activities.models import SignUp
from tests.activities.factories import ActivityFactory, SignUpFactory
from tests.members.merging import Clash, both

CLASHES = {"one_standing_sign_up_each": Clash(both(SignUpFactory, activity=ActivityFactory), SignUp, rows=2)}
