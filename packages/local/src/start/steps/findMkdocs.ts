import { findOnPath } from '../../system/findOnPath';
import type { StartContext } from '../StartContext';

/** The documentation pages are built by MkDocs; all else works without it. */
export async function findMkdocs(context: StartContext): Promise<void> {
  context.mkdocs = findOnPath(['mkdocs']);
  if (!context.mkdocs) {
    context.progress.line('  not there: the documentation pages stay empty');
  }
}
