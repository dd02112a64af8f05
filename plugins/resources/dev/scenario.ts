import { aResource } from '../src/testing/aResource';
import { FakeResourcesApi } from '../src/testing/FakeResourcesApi';
import { someOptions } from '../src/testing/someOptions';

export function scenario(name: string): FakeResourcesApi {
  const api = new FakeResourcesApi({ options: someOptions({ admin: true }) });
  if (name === 'empty') return api;
  for (let i = 0; i < 200; i++) api.put(aResource({ name: `bucket-${i}` }));
  return api;
}
