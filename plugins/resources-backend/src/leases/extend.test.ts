import type { ResourceDetail } from '@terrastage/plugin-resources-common';
import { asService, asUser } from '../testing/people';
import { usePostgres } from '../testing/testDatabase';
import { TestPortal } from '../testing/TestPortal';
import { checkLifetime } from './checkLifetime';
import { firstExpiry } from './firstExpiry';

jest.setTimeout(120_000);

const newDatabase = usePostgres();
const DAY = 86_400_000;
const now = new Date('2026-01-01T00:00:00.000Z');
const inDays = (days: number) => new Date(now.getTime() + days * DAY);

describe('the first expiry', () => {
  it.each([
    ['what was asked for', inDays(3).toISOString(), { default: DAY }, 3],
    ['the usual time', undefined, { default: 30 * DAY, maximum: 90 * DAY }, 30],
    ['the longest, without a usual time', undefined, { maximum: 90 * DAY }, 90],
    ['never', undefined, {}, undefined],
  ])('is %s', (_, asked, lifetime, days) => {
    expect(firstExpiry(asked, { lifetime }, now)).toEqual(
      days === undefined ? undefined : inDays(days),
    );
  });

  it('may not be beyond the longest', () => {
    const lifetime = { maximum: 90 * DAY };

    expect(() =>
      checkLifetime('expiresAt', inDays(90), 'dev', { lifetime }, now),
    ).not.toThrow();
    expect(() =>
      checkLifetime('expiresAt', inDays(91), 'dev', { lifetime }, now),
    ).toThrow(/^expiresAt: in dev a resource may live for 90 days/);
  });
});

describe('extending a resource', () => {
  let portal: TestPortal;

  beforeAll(async () => {
    const { knex } = await newDatabase();
    portal = await TestPortal.start({ knex });
  });

  afterAll(async () => {
    await portal.stop();
    await portal.killRunners();
  });

  const expiring = (name: string): Promise<ResourceDetail> =>
    portal
      .create({ name, expiresAt: '2999-01-01T00:00:00Z' })
      .then(({ resource }) => resource);
  const extend = (id: string, body: object, authorization = asUser('ana')) =>
    portal.post(`/resources/${id}/extend`, authorization, body);

  it('counts from the present expiry, and is audited', async () => {
    const { id } = await expiring('extended');

    const byDays = await extend(id, { byDays: 30 }).expect(200);
    const until = await extend(id, { until: '2999-06-01T00:00:00Z' });

    expect(byDays.body.expiresAt).toBe('2999-01-31T00:00:00.000Z');
    expect(until.body.expiresAt).toBe('2999-06-01T00:00:00.000Z');
    expect(portal.audited).toContainEqual(
      expect.objectContaining({
        eventId: 'resource-extend',
        outcome: 'success',
      }),
    );
  });

  it.each([
    ['both', { byDays: 1, until: '2999-06-01T00:00:00Z' }, 'give one of'],
    ['neither', {}, 'give one of'],
    ['an earlier time', { until: '2998-01-01T00:00:00Z' }, 'until: '],
    ['no whole day', { byDays: 0.5 }, 'byDays: '],
    ['another field', { byDays: 1, never: true }, 'never'],
  ])('refuses %s', async (what, body, message) => {
    const { id } = await expiring(`refused-${what.replace(/ /g, '-')}`);

    const { status, body: answer } = await extend(id, body);

    expect(status).toBe(400);
    expect(answer.error.message).toContain(message);
  });

  it('is not for others, for services, or for what never expires', async () => {
    const { id } = await expiring('not-yours');
    const { resource } = await portal.create({ name: 'for-ever' });

    const answers = [
      await extend(id, { byDays: 1 }, asUser('bob')),
      await extend(id, { byDays: 1 }, asService('plugin:catalog')),
      await extend(resource.id, { byDays: 1 }),
      await extend('x', { byDays: 1 }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 403, 409, 404]);
    expect(answers[2].body.error.message).toBe('It never expires');
  });
});
