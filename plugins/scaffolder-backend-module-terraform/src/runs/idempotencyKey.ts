import { createHash } from 'node:crypto';

/** What the portal takes, and a header can carry. */
const TAKEN = /^[\x20-\x7e]{1,200}$/;

/**
 * The same for the same step of the same task, also when it runs again after a restart of the portal.
 *
 * @param subject - what the step is about; tells the iterations of a step with `each` apart, which share its id.
 */
export function idempotencyKey(
  ctx: { task: { id: string }; step?: { id?: string } },
  subject: string,
): string {
  const key = `task:${ctx.task.id}:${ctx.step?.id ?? ''}:${subject}`;
  return TAKEN.test(key)
    ? key
    : `task:sha256:${createHash('sha256').update(key).digest('hex')}`;
}
