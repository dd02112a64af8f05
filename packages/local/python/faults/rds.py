"""Every DB instance has the same DbiResourceId in moto.

The AWS provider uses it as the resource's id, so a second instance overwrites
the first one in the provider's eyes.
"""

import string

from moto.moto_api._internal import mock_random
from moto.rds.models import DBInstance

_ALPHABET = string.ascii_uppercase + string.digits


def mend():
    original = DBInstance.__init__

    def __init__(self, *args, **kwargs):
        original(self, *args, **kwargs)
        self.dbi_resource_id = "db-" + "".join(mock_random.choices(_ALPHABET, k=26))

    DBInstance.__init__ = __init__
