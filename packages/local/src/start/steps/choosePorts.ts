import { freePort } from '../../system/freePort';
import { movePort } from '../movePort';
import { need, type StartContext } from '../StartContext';

/** The wanted ports, or free ones. What loses its port until it starts gets another then: see onFreePort. */
export async function choosePorts(context: StartContext): Promise<void> {
  const wanted = need(context, 'settings').ports;
  context.ports = wanted;
  for (const part of ['portal', 'app', 'aws', 'postgres'] as const) {
    movePort(context, part, await freePort(wanted[part]));
  }
}
