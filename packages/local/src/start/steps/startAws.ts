import { join } from 'node:path';
import { startLocalAws } from '../../aws/startLocalAws';
import { onFreePort } from '../../system/onFreePort';
import { movePort } from '../movePort';
import { need, type StartContext } from '../StartContext';

export async function startAws(context: StartContext): Promise<void> {
  if (need(context, 'settings').aws === 'real') return;
  const aws = await onFreePort(need(context, 'ports').aws, port =>
    startLocalAws({
      port,
      python: need(context, 'python'),
      managedPolicies: true,
      logFile: join(context.runDir, 'logs', 'local-aws.log'),
    }),
  );
  movePort(context, 'aws', aws.port);
  context.shutdown.add('the local AWS', () => aws.stop());
  context.aws = aws;
}
