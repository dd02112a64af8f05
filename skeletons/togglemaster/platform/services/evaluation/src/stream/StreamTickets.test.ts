import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { StreamTickets } from './StreamTickets.ts';

const place = { project: 'demo', environment: 'dev' };
const DAY_MS = 86_400_000;

function setUp(secret = 'a'.repeat(32)) {
  const clock = { ms: Date.parse('2026-06-01T12:00:00Z') };
  const now = () => new Date(clock.ms);
  return { clock, tickets: new StreamTickets({ secret, now }) };
}

describe('a ticket for the stream', () => {
  it('lets into its environment', () => {
    const { tickets } = setUp();

    assert.deepEqual(tickets.check(tickets.issue(place)), place);
  });

  it('is over after a day', () => {
    const { tickets, clock } = setUp();
    const ticket = tickets.issue(place);

    clock.ms += DAY_MS;

    assert.equal(tickets.check(ticket), undefined);
  });

  it('is no good with another environment or another secret', () => {
    const { tickets } = setUp();
    const [, signature] = tickets.issue(place).split('.');
    const other = Buffer.from('demo/prod/9999999999999').toString('base64url');

    assert.equal(tickets.check(`${other}.${signature}`), undefined);
    assert.equal(
      tickets.check(setUp('b'.repeat(32)).tickets.issue(place)),
      undefined,
    );
    assert.equal(tickets.check(''), undefined);
  });
});
