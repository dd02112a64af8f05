"""Faults of moto 5.2 that make Terraform plan for ever or break, one file each.

A service's file is loaded when that service gets its first request, so that a
start doesn't pay for services that nobody uses.
"""

import importlib

_FILES = {
    "ec2": "ec2",
    "eks": "eks",
    "elasticache": "elasticache",
    "neptune": "rds",
    "rds": "rds",
    "s3": "s3",
    "sqs": "sqs",
}
_mended = set()


def mend(service):
    name = _FILES.get(service)
    if name and name not in _mended:
        importlib.import_module(f"faults.{name}").mend()
        _mended.add(name)
