"""What ElastiCache lacks in moto and the AWS provider waits for.

- The members of a replication group are no clusters: the provider reads the
  engine version, encryption, security groups and more from the first.
- The engine version comes back as it was asked for ("7.1"); AWS says "7.1.0".
- Deleted clusters and groups stay in "deleting" for ever.
- DeleteCacheSubnetGroup is missing.
"""

from moto.core.responses import EmptyResult
from moto.elasticache.exceptions import CacheSubnetGroupNotFound
from moto.elasticache.models import CacheCluster, ElastiCacheBackend
from moto.elasticache.responses import ElastiCacheResponse

_NEWEST_VERSION = {"redis": "7.1.0", "valkey": "8.0.1", "memcached": "1.6.22"}
_MAINTENANCE_WINDOW = "sun:05:00-sun:06:00"


def full_version(engine, version):
    """"7" and "7.1" become "7.1.0", the form in which AWS reports a version."""
    newest = _NEWEST_VERSION.get(engine or "redis", "7.1.0")
    if not version:
        return newest
    parts = [part for part in version.split(".") if part != "x"]
    if newest.split(".")[: len(parts)] == parts:
        return newest
    return ".".join((parts + ["0", "0"])[:3])


def _mend_cluster():
    original = CacheCluster.__init__

    def __init__(self, *args, **kwargs):
        original(self, *args, **kwargs)
        self.engine_version = full_version(self.engine, self.engine_version)
        if not hasattr(self, "num_cache_nodes"):
            self.num_cache_nodes = 1
            self.replication_group_id = kwargs.get("replication_group_id")
        if not self.preferred_maintenance_window:
            self.preferred_maintenance_window = _MAINTENANCE_WINDOW

    CacheCluster.__init__ = __init__


def _default_parameter_group(group):
    major = group.engine_version.split(".")[0]
    cluster_mode = ".cluster.on" if group.cluster_enabled else ""
    return f"default.{group.engine}{major}{cluster_mode}"


def _create_members(backend, group):
    for member in group.member_clusters:
        cluster = CacheCluster(
            **{
                **_NO_CLUSTER_ARGUMENTS,
                "account_id": backend.account_id,
                "region_name": backend.region_name,
                "cache_cluster_id": member,
                "replication_group_id": group.replication_group_id,
                "cache_node_type": group.cache_node_type,
                "engine": group.engine,
                "engine_version": group.engine_version,
                "cache_parameter_group_name": group.cache_parameter_group_name,
                "cache_subnet_group_name": group.cache_subnet_group_name,
                "security_group_ids": group.security_group_ids,
                "transit_encryption_enabled": group.transit_encryption_enabled,
                "port": group.port,
                "preferred_maintenance_window": group.preferred_maintenance_window,
                "auto_minor_version_upgrade": group.auto_minor_version_upgrade,
                "snapshot_retention_limit": group.snapshot_retention_limit,
                "snapshot_window": group.snapshot_window,
            }
        )
        cluster.at_rest_encryption_enabled = group.at_rest_encryption_enabled
        cluster.auth_token_enabled = group.auth_token_enabled
        cluster.security_groups = [
            {"security_group_id": group_id, "status": "active"}
            for group_id in group.security_group_ids or []
        ]
        cluster.cache_parameter_group = {
            "cache_parameter_group_name": group.cache_parameter_group_name
            or _default_parameter_group(group),
            "parameter_apply_status": "in-sync",
        }
        backend.cache_clusters[member] = cluster


_NO_CLUSTER_ARGUMENTS = {
    name: None
    for name in CacheCluster.__init__.__code__.co_varnames[
        1 : CacheCluster.__init__.__code__.co_argcount
    ]
}


def _mend_backend():
    original_create = ElastiCacheBackend.create_replication_group
    original_delete = ElastiCacheBackend.delete_replication_group
    original_delete_cluster = ElastiCacheBackend.delete_cache_cluster

    def create_replication_group(self, *args, **kwargs):
        group = original_create(self, *args, **kwargs)
        group.engine_version = full_version(group.engine, group.engine_version)
        _create_members(self, group)
        return group

    def delete_replication_group(self, replication_group_id, *args, **kwargs):
        group = original_delete(self, replication_group_id, *args, **kwargs)
        for member in group.member_clusters:
            self.cache_clusters.pop(member, None)
        del self.replication_groups[replication_group_id]
        return group

    def delete_cache_cluster(self, cache_cluster_id):
        cluster = original_delete_cluster(self, cache_cluster_id)
        del self.cache_clusters[cache_cluster_id]
        return cluster

    def delete_cache_subnet_group(self, cache_subnet_group_name):
        if cache_subnet_group_name not in self.cache_subnet_groups:
            raise CacheSubnetGroupNotFound(cache_subnet_group_name)
        del self.cache_subnet_groups[cache_subnet_group_name]

    ElastiCacheBackend.create_replication_group = create_replication_group
    ElastiCacheBackend.delete_replication_group = delete_replication_group
    ElastiCacheBackend.delete_cache_cluster = delete_cache_cluster
    ElastiCacheBackend.delete_cache_subnet_group = delete_cache_subnet_group


def _delete_cache_subnet_group(self):
    self.elasticache_backend.delete_cache_subnet_group(
        self._get_param("CacheSubnetGroupName")
    )
    return EmptyResult()


def mend():
    _mend_cluster()
    _mend_backend()
    ElastiCacheResponse.delete_cache_subnet_group = _delete_cache_subnet_group
