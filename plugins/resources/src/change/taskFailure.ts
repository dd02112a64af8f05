import type { ScaffolderApi } from '@backstage/plugin-scaffolder-react';

/** Resolves with an error as soon as a task has failed, in the task's own words; never for one that doesn't. */
export function taskFailure(
  scaffolder: Pick<ScaffolderApi, 'streamLogs'>,
  taskId: string,
): Promise<Error> {
  return new Promise(resolve => {
    const subscription = scaffolder.streamLogs({ taskId }).subscribe({
      next: ({ type, body }) => {
        const failed = body as { status?: string; error?: Error };
        if (type === 'completion') {
          subscription.unsubscribe();
          if (failed.error) {
            resolve(new Error(failed.error.message));
          }
        }
      },
      error: resolve,
    });
  });
}
