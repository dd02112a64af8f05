import { mockServices } from '@backstage/backend-test-utils';
import type { EventParams } from '@backstage/plugin-events-node';
import {
  RESOURCES_TOPIC,
  type ResourcesChangedPayload,
} from '@terrastage/plugin-resources-node';
import { ChangeHub } from '../runs/ChangeHub';
import { announceResources } from './announceResources';

describe('announceResources', () => {
  const logger = mockServices.logger.mock();
  const published: EventParams[] = [];
  let hub: ChangeHub;
  let away: boolean;

  beforeEach(() => {
    jest.useFakeTimers();
    published.length = 0;
    away = false;
    hub = new ChangeHub();
    announceResources({
      hub,
      events: {
        publish: async event => {
          if (away) throw new Error('503');
          published.push(event);
        },
        subscribe: async () => {},
      },
      logger,
    });
  });

  afterEach(() => jest.useRealTimers());

  const change = (resourceId: string) =>
    hub.announce({ runId: `of-${resourceId}`, resourceId });
  const told = () =>
    published.map(
      ({ eventPayload }) =>
        (eventPayload as ResourcesChangedPayload).resourceIds,
    );

  it('tells of the changes of a moment at once, of each resource once', () => {
    ['a', 'b', 'a'].forEach(change);

    jest.advanceTimersByTime(300);

    expect(published).toEqual([
      { topic: RESOURCES_TOPIC, eventPayload: { resourceIds: ['a', 'b'] } },
    ]);
  });

  it('tells of what changes later on its own', () => {
    change('a');
    jest.advanceTimersByTime(300);
    change('b');
    jest.advanceTimersByTime(300);

    expect(told()).toEqual([['a'], ['b']]);
  });

  it('does not wait for ever while changes go on coming', () => {
    for (let ms = 0; ms < 6_000; ms += 100) {
      change(`at ${ms}`);
      jest.advanceTimersByTime(100);
    }

    expect(told()).toHaveLength(1);
    expect(told()[0]).toHaveLength(50);
  });

  it('goes on when an event could not be sent, and says which was lost', async () => {
    away = true;
    change('a');
    await jest.advanceTimersByTimeAsync(300);
    away = false;
    change('b');
    await jest.advanceTimersByTimeAsync(300);

    expect(told()).toEqual([['b']]);
    expect(logger.warn).toHaveBeenCalledWith(
      'The change of resources a could not be announced',
      expect.any(Error),
    );
  });
});
