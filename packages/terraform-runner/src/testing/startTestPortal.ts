import { TestPortal, TestPortalOptions } from './TestPortal';

/** A portal for one attempt, listening on a free port of this machine. Close it when done. */
export async function startTestPortal(
  options: TestPortalOptions,
): Promise<TestPortal> {
  const portal = new TestPortal(options);
  await portal.listen();
  return portal;
}
