"""What EKS gets wrong in moto.

- A node group without remote access gets a made-up SSH key. Terraform sees a
  key that nobody asked for and replaces the group in each plan.
- A cluster forgets how its nodes, its storage and its access are set up (auto
  mode among them), so that Terraform replaces it in each plan.
- A cluster says neither in which VPC it is nor which security group it made,
  which is what other rules are for.
"""

import moto.eks.models
from moto.ec2.models import ec2_backends
from moto.eks.models import Cluster, EKSBackend
from moto.eks.responses import EKSResponse

_KEPT = {
    "accessConfig": "access_config",
    "computeConfig": "compute_config",
    "storageConfig": "storage_config",
}


def _ec2_of(cluster):
    account, region = cluster.arn.split(":")[4], cluster.arn.split(":")[3]
    return ec2_backends[account][region]


def _give_network(cluster):
    config = dict(cluster.resources_vpc_config)
    if not config.get("subnetIds") or "vpcId" in config:
        return
    ec2 = _ec2_of(cluster)
    try:
        vpc_id = ec2.get_subnet(config["subnetIds"][0]).vpc_id
    except Exception:
        # Subnets that nobody made: moto takes them, and there is no network to speak of.
        return
    group = ec2.create_security_group(
        f"eks-cluster-sg-{cluster.name}",
        "EKS created security group applied to ENI that is attached to EKS",
        vpc_id=vpc_id,
    )
    config.update(vpcId=vpc_id, clusterSecurityGroupId=group.id)
    cluster.resources_vpc_config = config


def _take_network(cluster):
    group_id = cluster.resources_vpc_config.get("clusterSecurityGroupId")
    if group_id:
        _ec2_of(cluster).delete_security_group(group_id=group_id)


def _mend_create():
    original = EKSResponse.create_cluster

    def create_cluster(self):
        answer = original(self)
        cluster = self.eks_backend.clusters[self._get_param("name")]
        for parameter, attribute in _KEPT.items():
            setattr(cluster, attribute, self._get_param(parameter))
        _give_network(cluster)
        return answer

    EKSResponse.create_cluster = create_cluster


def _mend_delete():
    original = EKSBackend.delete_cluster

    def delete_cluster(self, name):
        cluster = original(self, name)
        _take_network(cluster)
        return cluster

    EKSBackend.delete_cluster = delete_cluster


def mend():
    moto.eks.models.DEFAULT_REMOTE_ACCESS = None
    for attribute in _KEPT.values():
        setattr(Cluster, attribute, None)
    _mend_create()
    _mend_delete()
