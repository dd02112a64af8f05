import { LocalError } from '../progress/LocalError';
import { need, type StartContext } from './StartContext';

/** Deaths of the portal after which it is taken for broken. */
const MOST_RESTARTS = 3;

/**
 * Watches over what was started until nobody wants it any more. A portal that
 * ends by itself is started again, as a cluster would: its runs go on meanwhile,
 * and it finds them again.
 *
 * @param restart - starts the portal again
 * @throws LocalError when the database or the local AWS has ended, or the portal
 * has too often: without what they held there is nothing to go on with
 */
export async function superviseStart(
  context: StartContext,
  wanted: AbortSignal,
  restart: (context: StartContext) => Promise<void>,
): Promise<void> {
  const unwanted = new Promise<'unwanted'>(resolve => {
    if (wanted.aborted) resolve('unwanted');
    wanted.addEventListener('abort', () => resolve('unwanted'));
  });
  const logs = `${context.runDir}/logs`;
  for (let restarts = 0; ; restarts++) {
    const ended = await Promise.race([
      unwanted,
      need(context, 'portal').ended.then(() => 'The portal' as const),
      need(context, 'postgres').ended.then(() => 'PostgreSQL' as const),
      ...(context.aws ? [context.aws.ended.then(() => 'The local AWS')] : []),
      ...(context.cognito
        ? [context.cognito.ended.then(() => 'The local Cognito')]
        : []),
    ]);
    if (ended === 'unwanted' || wanted.aborted) return;
    if (ended !== 'The portal') {
      throw new LocalError(
        `${ended} has ended by itself`,
        `Look into ${logs}.`,
      );
    }
    if (restarts === MOST_RESTARTS) {
      throw new LocalError(
        `The portal has ended by itself ${restarts + 1} times`,
        `Look into ${logs}/portal.log.`,
      );
    }
    context.progress.line('The portal has ended by itself: starting it again');
    await restart(context);
    if (!wanted.aborted) context.progress.line('The portal is ready again');
  }
}
