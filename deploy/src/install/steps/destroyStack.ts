import type { InstallContext } from '../InstallContext';
import { Stack } from '../stacks/Stack';

/** Takes a stack away, and is content when it is gone already. */
export function destroyStack(name: 'cluster' | 'access') {
  return async (context: InstallContext): Promise<void> => {
    const stack = new Stack(name, context);
    if (await stack.isEmpty()) {
      context.say('  there is nothing of it any more');
      return;
    }
    // What protects the database, the logins and the images has to be off before.
    const over = name === 'cluster' ? { protect: false } : {};
    if (name === 'cluster' && context.hasCluster) await stack.apply(over);
    await stack.destroy(over);
  };
}
