import type { ObjectStore } from './ObjectStore';
import { kubeTime, type KubeObject } from './objects';

export type Propagation = 'Foreground' | 'Background' | 'Orphan';

const FOREGROUND = 'foregroundDeletion';

/** Marks a pod for deletion; its kubelet ends its container and removes it. */
export function deletePod(
  store: ObjectStore,
  name: string,
  seconds?: number,
): void {
  store.update('pods', name, ({ metadata, spec }) => {
    const grace = seconds ?? spec.terminationGracePeriodSeconds ?? 30;
    const before = metadata.deletionGracePeriodSeconds;
    // A second request can only shorten it.
    metadata.deletionGracePeriodSeconds =
      before === undefined ? grace : Math.min(before, grace);
    metadata.deletionTimestamp = kubeTime(
      new Date(Date.now() + metadata.deletionGracePeriodSeconds * 1_000),
    );
  });
}

/** Deletes a Job, and what it owns as the garbage collector does it. */
export function deleteJob(
  store: ObjectStore,
  name: string,
  propagation: Propagation,
): void {
  const job = store.get('jobs', name);
  if (!job) {
    return;
  }
  if (propagation === 'Foreground') {
    store.update('jobs', name, ({ metadata }) => {
      metadata.deletionTimestamp ??= kubeTime(new Date());
      metadata.finalizers = [FOREGROUND];
    });
  } else {
    store.remove('jobs', name);
  }
  if (propagation !== 'Orphan') {
    deleteOwned(store, job);
  }
  collect(store);
}

/** Removes Jobs that waited only for what they own, and what is left of owners that are gone. */
export function collect(store: ObjectStore): void {
  const waiting = store.list('jobs', ({ metadata }) =>
    Boolean(metadata.finalizers?.includes(FOREGROUND)),
  );
  for (const job of waiting) {
    const owned = (object: KubeObject) => isOwnedBy(object, job);
    const left =
      store.list('pods', owned).length + store.list('secrets', owned).length;
    if (left === 0) {
      store.remove('jobs', job.metadata.name);
    }
  }
}

function deleteOwned(store: ObjectStore, owner: KubeObject): void {
  const owned = (object: KubeObject) => isOwnedBy(object, owner);
  for (const { metadata } of store.list('pods', owned)) {
    deletePod(store, metadata.name);
  }
  for (const { metadata } of store.list('secrets', owned)) {
    store.remove('secrets', metadata.name);
  }
}

function isOwnedBy(object: KubeObject, owner: KubeObject): boolean {
  return (
    object.metadata.ownerReferences?.some(
      ({ uid }) => uid === owner.metadata.uid,
    ) ?? false
  );
}
