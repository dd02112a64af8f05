import {
  optionsSchema,
  resourceDetailSchema,
  resourceFacetsSchema,
  resourcePageSchema,
  runDetailSchema,
  runEventSchema,
} from '@terrastage/plugin-resources-common';
import { aPlan } from './aPlan';
import { aResource } from './aResource';
import { aRun } from './aRun';
import { FakeResourcesApi } from './FakeResourcesApi';
import { someOptions } from './someOptions';

const json = (value: unknown) => JSON.parse(JSON.stringify(value));

describe('the portal that the tests use', () => {
  it.each([
    ['a resource', resourceDetailSchema, aResource()],
    ['a run', runDetailSchema, aRun({ plan: aPlan() })],
    ['options', optionsSchema, someOptions()],
  ])('answers with %s as the API does', (_, schema, sample) => {
    expect(schema.safeParse(json(sample)).error).toBeUndefined();
  });

  it('lists and counts as the API does', async () => {
    const api = new FakeResourcesApi({ resources: [aResource()] });

    const page = json(await api.listResources());
    const facets = json(await api.getFacets());

    expect(resourcePageSchema.safeParse(page).error).toBeUndefined();
    expect(resourceFacetsSchema.safeParse(facets).error).toBeUndefined();
  });

  it('tells events as the API does', async () => {
    const api = new FakeResourcesApi();
    api.events.push('run-1', { type: 'status', status: 'planning' });
    api.events.end('run-1');

    for await (const event of api.followRunEvents('run-1')) {
      expect(runEventSchema.safeParse(event).error).toBeUndefined();
    }
    expect.assertions(1);
  });
});
