/** Every status that a run can have; `activeRunStatuses` and `terminalRunStatuses` divide them. */
export const runStatuses = [
  'pending',
  'planning',
  'planned',
  'awaiting_approval',
  'applying',
  'applied',
  'planned_and_finished',
  'policy_denied',
  'discarded',
  'canceled',
  'failed',
  'interrupted',
  'recovering',
  'needs_attention',
] as const;

export type RunStatus = (typeof runStatuses)[number];

/** A resource has at most one run in one of these: a unique index in the database holds it. */
export const activeRunStatuses = [
  'pending',
  'planning',
  'planned',
  'awaiting_approval',
  'applying',
  'interrupted',
  'recovering',
] as const satisfies readonly RunStatus[];

export type ActiveRunStatus = (typeof activeRunStatuses)[number];

export const terminalRunStatuses = [
  'applied',
  'planned_and_finished',
  'policy_denied',
  'discarded',
  'canceled',
  'failed',
  'needs_attention',
] as const satisfies readonly RunStatus[];

export type TerminalRunStatus = (typeof terminalRunStatuses)[number];

export function isTerminal(status: RunStatus): status is TerminalRunStatus {
  return (terminalRunStatuses as readonly RunStatus[]).includes(status);
}
