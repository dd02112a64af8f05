import type { RunningService } from './RunningService.ts';

/**
 * On SIGTERM or SIGINT: no new connections, open requests are answered, then
 * everything is closed. After `seconds`, or on a second signal, the process
 * ends with 1 whatever is left.
 */
export function stopOnSignal(service: RunningService, seconds: number): void {
  const state = { stopping: false };
  const stop = async (signal: string) => {
    if (state.stopping) process.exit(1);
    state.stopping = true;
    service.app.log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), seconds * 1000).unref();
    try {
      await service.app.close();
      await service.close();
      process.exit(0);
    } catch (error) {
      service.app.log.error({ err: error }, 'did not stop cleanly');
      process.exit(1);
    }
  };
  process.on('SIGTERM', () => void stop('SIGTERM'));
  process.on('SIGINT', () => void stop('SIGINT'));
  // Whoever started us over an IPC channel is gone.
  process.on('disconnect', () => void stop('disconnect'));
}
