import { join } from 'node:path';
import { LocalError } from '../../progress/LocalError';
import { readVisitors } from '../readVisitors';
import type { StartContext } from '../StartContext';

const DEFAULT = 'ana';

/**
 * Who the visitor is: `--as <name>`, else Ana.
 *
 * @throws LocalError that lists the names when there is nobody of that name
 */
export async function chooseVisitor(context: StartContext): Promise<void> {
  const { root, as = DEFAULT } = context;
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
