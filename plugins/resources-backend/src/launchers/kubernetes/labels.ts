import { createHash } from 'node:crypto';

/** Labels of Jobs, pods and Secrets; `run` and `attempt` are how they are found again. */
export const LABELS = {
  managedBy: 'app.kubernetes.io/managed-by',
  name: 'app.kubernetes.io/name',
  run: 'terrastage.io/run',
  attempt: 'terrastage.io/attempt',
  team: 'terrastage.io/team',
  template: 'terrastage.io/template',
  /** Kueue's own. */
  queue: 'kueue.x-k8s.io/queue-name',
} as const;

/** The owner's entity ref as it is; a label's value can't hold it. */
export const OWNER_ANNOTATION = 'terrastage.io/owner';

export const MANAGED_BY = 'terrastage';

const LONGEST = 63;

/** Text as the value of a label: at most 63 letters, digits, `-`, `_` and `.`; what is cut off stays told apart by a hash. */
export function labelValue(text: string): string {
  const clean = text
    .replace(/[^A-Za-z0-9._-]+/g, '.')
    .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
  if (clean.length <= LONGEST) {
    return clean;
  }
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return `${clean.slice(0, LONGEST - 9)}-${hash}`;
}
