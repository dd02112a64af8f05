import { Block, blocksOf } from './blocksOf';

/** Data sources of a file, those inside check blocks included. */
export function dataBlocks(body: unknown): Block[] {
  return [
    ...blocksOf(body, 'data', 2),
    ...blocksOf(body, 'check', 1).flatMap(check =>
      blocksOf(check.body, 'data', 2),
    ),
  ];
}
