import type { Principal } from './Principal.ts';

/** Who did it, for an audit entry: "user:<id>" or "key:<id>". */
export function actorOf(principal: Principal): string {
  return `${principal.kind}:${principal.id}`;
}
