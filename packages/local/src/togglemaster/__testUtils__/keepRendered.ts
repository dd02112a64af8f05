import { cp, rm } from 'node:fs/promises';

/** Leaves a rendered repository where the suite "togglemaster" runs its tests, when that suite asks for it. */
export async function keepRendered(root: string): Promise<void> {
  const { TOGGLEMASTER_TO } = process.env;
  if (!TOGGLEMASTER_TO) return;
  await rm(TOGGLEMASTER_TO, { recursive: true, force: true });
  await cp(root, TOGGLEMASTER_TO, { recursive: true });
}
