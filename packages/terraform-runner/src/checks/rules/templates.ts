import { fileCalls } from '../fileCalls';
import { stringsIn } from '../stringsIn';
import type { ModuleFile } from '../ModuleFile';
import type { BundleFile } from '../ModuleFile';
import type { Problem } from '../Problem';

/** Files given to templatefile() are expressions too, with the same functions at hand. */
export function templates(
  modules: ModuleFile[],
  bundle: readonly BundleFile[],
): Problem[] {
  const names = new Set(
    modules
      .flatMap(({ body }) => stringsIn(body))
      .flatMap(fileCalls)
      .filter(({ name }) => name === 'templatefile')
      .flatMap(({ paths = [] }) => paths)
      .map(path => path.slice(path.lastIndexOf('/') + 1)),
  );
  return bundle
    .filter(({ path }) => names.has(path.slice(path.lastIndexOf('/') + 1)))
    .filter(({ content }) => fileCalls(content.toString('utf8')).length > 0)
    .map(({ path }) => ({
      file: path,
      message:
        'A template must not read files by itself: read them in the module and hand them in',
    }));
}
