"""Jobs for tests of pages; no worker knows of them."""

import factory

from tests.members.factories import AccountFactory
from unionoffice.jobs.models import Job


class JobFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Job

    kind = "tests.unionoffice.jobs.trial.count"
    title = "导出花名册"
    asked_by = factory.SubFactory(AccountFactory)
