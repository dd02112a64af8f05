import { join } from 'node:path';
import { LocalError } from '../../progress/LocalError';
import { readVisitors } from '../readVisitors';
import type { StartContext } from '../StartContext';

const DEFAULT = 'ana';

/**
 * Who every visitor is with `--guest`: `--as <name>`, else Ana. Without it there is nobody: people log in.
 *
 * @throws LocalError that lists the names when there is nobody of that name
 */
export async function chooseVisitor(context: StartContext): Promise<void> {
  const { root, guest, as = DEFAULT } = context;
  if (!guest) return;
  const visitors = await readVisitors(join(root, 'catalog', 'users.yaml'));
  context.visitor = visitors.find(({ name }) => name === as);
  if (!context.visitor) {
    const names = visitors.map(({ name }) => name).join(', ');
    throw new LocalError(
      `There is no seeded user "${as}"`,
      `Start with --as and one of ${names}; catalog/users.yaml has them.`,
    );
  }
}
