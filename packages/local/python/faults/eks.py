"""What EKS gets wrong in moto.

- A node group without remote access gets a made-up SSH key. Terraform sees a
  key that nobody asked for and replaces the group in each plan.
- A cluster forgets how its nodes, its storage and its access are set up (auto
  mode among them), so that Terraform replaces it in each plan.
- A cluster says neither in which VPC it is nor which security group it made,
  which is what other rules are for.
- Add-ons are missing: only their plain life is here, without updates.
"""

import moto.eks.models
import moto.eks.urls
from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.ec2.models import ec2_backends
from moto.eks.exceptions import ResourceInUseException, ResourceNotFoundException
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


_ADDON_VERSION = "v1.20.0-eksbuild.1"


def _addons_of(response):
    cluster = response.eks_backend.describe_cluster(response._get_param("name"))
    if not hasattr(cluster, "addons"):
        cluster.addons = {}
    return cluster, cluster.addons


def _create_addon(self):
    cluster, addons = _addons_of(self)
    name = self._get_param("addonName")
    if name in addons:
        raise ResourceInUseException(
            clusterName=cluster.name,
            nodegroupName=None,
            addonName=name,
            message="Addon already exists.",
        )
    now = utcnow()
    addons[name] = {
        "addonName": name,
        "clusterName": cluster.name,
        "status": "ACTIVE",
        "addonVersion": self._get_param("addonVersion") or _ADDON_VERSION,
        "addonArn": f"{cluster.arn.replace(':cluster/', ':addon/')}/{name}/0",
        "createdAt": now,
        "modifiedAt": now,
        "configurationValues": self._get_param("configurationValues"),
        "serviceAccountRoleArn": self._get_param("serviceAccountRoleArn"),
        "tags": self._get_param("tags") or {},
    }
    return ActionResult({"addon": addons[name]})


def _find_addon(response):
    cluster, addons = _addons_of(response)
    name = response._get_param("addonName")
    if name not in addons:
        raise ResourceNotFoundException(
            clusterName=cluster.name,
            nodegroupName=None,
            fargateProfileName=None,
            addonName=name,
            message=f"No addon: {name} found in cluster: {cluster.name}",
        )
    return addons, name


def _describe_addon(self):
    addons, name = _find_addon(self)
    return ActionResult({"addon": addons[name]})


def _delete_addon(self):
    addons, name = _find_addon(self)
    return ActionResult({"addon": addons.pop(name)})


def _list_addons(self):
    _, addons = _addons_of(self)
    return ActionResult({"addons": sorted(addons)})


def _add_addons():
    dispatch = moto.eks.urls.response.dispatch
    for path in ("", "/(?P<addonName>[^/]+)"):
        moto.eks.urls.url_paths[
            f"{{0}}/clusters/(?P<name>[^/]+)/addons{path}$"
        ] = dispatch
    EKSResponse.create_addon = _create_addon
    EKSResponse.describe_addon = _describe_addon
    EKSResponse.delete_addon = _delete_addon
    EKSResponse.list_addons = _list_addons


def mend():
    moto.eks.models.DEFAULT_REMOTE_ACCESS = None
    for attribute in _KEPT.values():
        setattr(Cluster, attribute, None)
    _mend_create()
    _mend_delete()
    _add_addons()
