import { InitCache } from '../cache/InitCache';
import type { RunContext } from './RunContext';

/** The cache that this run may use, if its launcher gave it one. */
export function initCacheOf({
  initCacheDir,
  newId,
}: RunContext): InitCache | undefined {
  return initCacheDir ? new InitCache(initCacheDir, newId) : undefined;
}
