import { readSettings } from '../../config/readSettings';
import type { StartContext } from '../StartContext';

export async function readConfiguration(context: StartContext): Promise<void> {
  context.settings = await readSettings(context.root, context.extraConfigFiles);
}
