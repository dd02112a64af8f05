import { freePort } from '../../system/freePort';
import { need, type StartContext } from '../StartContext';

const NAMES = {
  portal: 'the portal',
  app: 'the web app',
  aws: 'the local AWS',
  postgres: 'PostgreSQL',
} as const;

export async function choosePorts(context: StartContext): Promise<void> {
  const { progress } = context;
  const wanted = need(context, 'settings').ports;
  const ports = { ...wanted };
  for (const key of ['portal', 'app', 'aws', 'postgres'] as const) {
    ports[key] = await freePort(wanted[key]);
    if (ports[key] !== wanted[key]) {
      progress.line(
        `  port ${wanted[key]} is taken: ${NAMES[key]} gets ${ports[key]}`,
      );
    }
  }
  context.ports = ports;
}
