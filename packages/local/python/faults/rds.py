"""What RDS gets wrong in moto.

- Every DB instance has the same DbiResourceId. The AWS provider uses it as the
  resource's id, so a second instance overwrites the first one in its eyes.
- The parameters of a group don't say that a user set them. The provider looks
  for just that, and plans them anew for ever.
- Performance Insights are forgotten.
- A subnet group that is modified is gone.
"""

import string

from moto.moto_api._internal import mock_random
from moto.rds.models import DBInstance, DBParameterGroup, RDSBackend

_ALPHABET = string.ascii_uppercase + string.digits


def _mend_instance():
    original = DBInstance.__init__

    def __init__(self, *args, **kwargs):
        original(self, *args, **kwargs)
        self.dbi_resource_id = "db-" + "".join(mock_random.choices(_ALPHABET, k=26))
        # Named as in requests: a change sets these attributes by that name.
        self.enable_performance_insights = kwargs.get("enable_performance_insights")
        self.performance_insights_retention_period = kwargs.get(
            "performance_insights_retention_period"
        )

    DBInstance.__init__ = __init__
    DBInstance.performance_insights_enabled = property(
        lambda self: bool(self.enable_performance_insights)
    )


def _mend_parameter_group():
    original = DBParameterGroup.update_parameters

    def update_parameters(self, new_parameters):
        original(self, [{**new, "Source": "user"} for new in new_parameters])

    DBParameterGroup.update_parameters = update_parameters


def _mend_subnet_group():
    original = RDSBackend.modify_db_subnet_group

    def modify_db_subnet_group(self, subnet_name, description, subnets):
        group = original(self, subnet_name, description, subnets)
        self.subnet_groups[subnet_name] = group
        return group

    RDSBackend.modify_db_subnet_group = modify_db_subnet_group


def mend():
    _mend_instance()
    _mend_parameter_group()
    _mend_subnet_group()
