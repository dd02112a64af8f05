import { outputsOf, type InstallContext } from '../InstallContext';
import { Stack } from '../stacks/Stack';

/** A stack whose state is in the bucket of the bootstrap. */
export function applyStack(name: 'cluster' | 'access') {
  return async (context: InstallContext): Promise<void> => {
    outputsOf(context, 'bootstrap');
    const stack = new Stack(name, context);
    await stack.prepare();
    await stack.apply();
    await stack.readOutputs();
  };
}
