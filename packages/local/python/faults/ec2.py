"""What EC2 gets wrong in moto.

- A rule for another security group has no description: moto looks for it only
  among the address ranges.
- An instance without a public address has an empty association. The AWS
  provider takes it for a public address and replaces the instance for ever.
- An instance whose interface is in the request has none of its security groups.
"""

from moto.ec2.models.elastic_network_interfaces import NetworkInterface
from moto.ec2.models.instances import Instance
from moto.ec2.models.security_groups import SecurityGroupRule


def _description(rule):
    return rule.ip_range.get("Description") or rule.source_group.get("Description")


def _mend_association():
    original = NetworkInterface.association.fget
    NetworkInterface.association = property(lambda eni: original(eni) or None)


def _mend_groups():
    original = Instance.prep_nics

    def prep_nics(self, *args, **kwargs):
        original(self, *args, **kwargs)
        if not self.security_groups and 0 in self.nics:
            self.security_groups = list(self.nics[0].group_set)

    Instance.prep_nics = prep_nics


def mend():
    SecurityGroupRule.description = property(_description)
    _mend_association()
    _mend_groups()
