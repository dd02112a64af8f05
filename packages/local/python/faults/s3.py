"""What S3 gets wrong in moto.

- A delete marker cannot be disposed of as an object's version can, so that a
  bucket which has one is never emptied: the request breaks, and clients try again.
- It reads no condition of a bucket's policy but StringEquals. A policy that
  denies what comes without TLS so denies every object to everybody. The local
  AWS has no TLS, but stands for one that has.
"""

import json

from moto.s3.models import FakeBucket, FakeDeleteMarker


def _denies_only_without_tls(statement):
    expected = statement.get("Condition", {}).get("Bool", {}).get("aws:SecureTransport")
    values = expected if isinstance(expected, list) else [expected]
    return statement.get("Effect") == "Deny" and all(
        str(value).lower() == "false" for value in values
    )


def _as_over_tls(policy):
    document = json.loads(policy)
    statements = document["Statement"]
    if isinstance(statements, dict):
        statements = [statements]
    document["Statement"] = [
        statement for statement in statements if not _denies_only_without_tls(statement)
    ]
    return json.dumps(document).encode()


def _mend_policies():
    original = FakeBucket.get_permission

    def get_permission(self, action, resource):
        policy = self.policy
        if policy is None:
            return original(self, action, resource)
        self.policy = _as_over_tls(policy)
        try:
            return original(self, action, resource)
        finally:
            self.policy = policy

    FakeBucket.get_permission = get_permission


def mend():
    FakeDeleteMarker.dispose = lambda self, garbage=False: None
    _mend_policies()
