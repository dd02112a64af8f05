import { join } from 'node:path';
import { startLocalAws } from '../../aws/startLocalAws';
import { need, type StartContext } from '../StartContext';

export async function startAws(context: StartContext): Promise<void> {
  if (need(context, 'settings').aws === 'real') return;
  const aws = await startLocalAws({
    port: need(context, 'ports').aws,
    python: need(context, 'python'),
    managedPolicies: true,
    logFile: join(context.runDir, 'logs', 'local-aws.log'),
  });
  context.shutdown.add('the local AWS', () => aws.stop());
  context.aws = aws;
}
