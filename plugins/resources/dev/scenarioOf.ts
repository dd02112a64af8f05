import { FakeResourcesApi } from '../src/testing/FakeResourcesApi';
import { responseError } from '../src/testing/responseError';
import { someOptions } from '../src/testing/someOptions';
import { playRun } from './playRun';
import { sampleResources } from './sampleResources';
import { sampleRuns } from './sampleRuns';

/** A portal in memory that holds what a name says. */
export function scenarioOf(name: string | null): FakeResourcesApi {
  const options = someOptions({ admin: true });
  if (name === 'empty') {
    return new FakeResourcesApi({ options });
  }
  const api = new FakeResourcesApi({
    options,
    resources: sampleResources(Date.now()),
    runs: sampleRuns(Date.now()),
  });
  if (name === 'loading' || name === 'broken') {
    const error =
      name === 'broken'
        ? responseError(500, 'connect ECONNREFUSED 127.0.0.1:5432')
        : undefined;
    api.break('listResources', error);
    api.break('getResource', error);
    api.break('getRun', error);
  }
  api.runs.forEach(({ id, finishedAt }) => finishedAt && api.events.end(id));
  playRun(api, 'run-live', name === 'long' ? 20_000 : 60);
  return api;
}
