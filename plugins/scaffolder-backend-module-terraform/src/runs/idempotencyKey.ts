import { createHash } from 'node:crypto';

/** The portal takes no longer ones. */
const MAX_LENGTH = 200;

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
  return key.length <= MAX_LENGTH
    ? key
    : `task:sha256:${createHash('sha256').update(key).digest('hex')}`;
}
