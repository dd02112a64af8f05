import type { Platform } from '../platform/Platform.ts';
import type { ApiClient, Json } from './ApiClient.ts';
import { demoFlags, demoRules, demoSegment } from './demo.ts';

export const PROJECT = 'demo';

/** A project with two environments, flags of each type and rules; once. */
export async function seed(
  { urls }: Pick<Platform, 'urls'>,
  admin: ApiClient,
): Promise<void> {
  const { projects } = await admin.must('GET', `${urls.flag}/projects`);
  if (projects.some((project: Json) => project.key === PROJECT)) return;
  await admin.must('POST', `${urls.flag}/projects`, {
    key: PROJECT,
    name: 'Demo',
  });
  const environments = `${urls.flag}/projects/${PROJECT}/environments`;
  for (const [key, name, guarded] of [
    ['dev', 'Development', false],
    ['prod', 'Production', true],
  ] as const) {
    await admin.must('POST', environments, { key, name, protected: guarded });
  }
  for (const given of demoFlags) {
    const flag = await admin.must('POST', `${urls.flag}/flags`, {
      project: PROJECT,
      ...given,
    });
    await admin.must('PUT', `${urls.flag}/flags/${flag.id}/environments/dev`, {
      ...flag.environments.dev,
      enabled: true,
    });
  }
  const place = `project=${PROJECT}&environment=dev`;
  const { key, ...segment } = demoSegment;
  await admin.must(
    'PUT',
    `${urls.targeting}/targeting/segments/${key}?${place}`,
    segment,
  );
  for (const rule of demoRules) {
    await admin.must('POST', `${urls.targeting}/targeting/rules`, {
      project: PROJECT,
      environment: 'dev',
      ...rule,
    });
  }
}

/** A new server key for the demo's dev environment, with all scopes. */
export async function makeKey(
  { urls }: Pick<Platform, 'urls'>,
  admin: ApiClient,
  given: Record<string, unknown> = {},
): Promise<string> {
  const { key } = await admin.must('POST', `${urls.auth}/auth/keys`, {
    name: 'Local',
    type: 'server',
    project: PROJECT,
    environment: 'dev',
    scopes: ['evaluate', 'flags:read', 'analytics:read'],
    ...given,
  });
  return key;
}
