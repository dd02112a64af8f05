import { freePort } from '../../system/freePort';
import { movePort } from '../movePort';
import { need, type StartContext } from '../StartContext';

/** The wanted ports, or free ones. What loses its port until it starts gets another then: see onFreePort. */
export async function choosePorts(context: StartContext): Promise<void> {
  const wanted = need(context, 'settings').ports;
  context.ports = wanted;
  const parts = ['portal', 'app', 'aws', 'cognito', 'postgres'] as const;
  for (const part of parts) {
    movePort(context, part, await freePort(wanted[part]));
  }
}
