import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { startPostgres, type Postgres } from '@terrastage/local/testing';
import { lockConnection, StartLock } from './StartLock';

jest.setTimeout(60_000);

describe('StartLock', () => {
  let postgres: Postgres;

  beforeAll(async () => {
    postgres = await startPostgres();
  });

  afterAll(() => postgres.stop());

  const lockOf = (
    connection: string,
    logger = mockServices.logger.mock(),
    tries?: number,
  ) =>
    new StartLock({
      config: new ConfigReader({ client: 'pg', connection }),
      logger,
      tries,
    });

  it('is had by one portal at a time, and by the next when that has started', async () => {
    const order: string[] = [];
    const logger = mockServices.logger.mock();
    const told = new Promise<void>(resolve =>
      logger.info.mockImplementation(() => resolve()),
    );
    const one = lockOf(postgres.connectionString);
    const other = lockOf(postgres.connectionString, logger);
    await one.take();

    const waiting = other.take().then(() => order.push('taken'));
    await told;
    order.push('released');
    await one.release();
    await waiting;
    await other.release();

    expect(order).toEqual(['released', 'taken']);
    expect(logger.info).toHaveBeenCalledWith(
      'Another portal starts on this database: waiting for it',
    );
  });

  it('does not wait for ever for one that hangs', async () => {
    const logger = mockServices.logger.mock();
    const hanging = lockOf(postgres.connectionString);
    await hanging.take();

    await lockOf(postgres.connectionString, logger, 2).take();
    await hanging.release();

    expect(logger.warn).toHaveBeenCalledWith(
      'Portals that start at the same time are not kept apart',
      expect.objectContaining({
        message: 'The other portal does not finish its start',
      }),
    );
  });

  it('does not keep a portal from saying itself that its database is away', async () => {
    const logger = mockServices.logger.mock();

    await lockOf('postgresql://nobody@127.0.0.1:1/postgres', logger).take();

    expect(logger.warn).toHaveBeenCalledWith(
      'Portals that start at the same time are not kept apart',
      expect.objectContaining({ code: 'ECONNREFUSED' }),
    );
  });

  it.each([
    [
      'of all schemas',
      { pluginDivisionMode: 'schema', connection: { database: 'portal' } },
      'portal',
    ],
    ['beside those of plugins', { connection: { database: 'x' } }, 'postgres'],
    [
      'that an address names',
      { pluginDivisionMode: 'schema', connection: 'postgres://a@b/portal' },
      'portal',
    ],
  ])('is in the database %s', (_, database, expected) => {
    const config = new ConfigReader({ client: 'pg', ...database });

    expect(lockConnection(config)).toMatchObject({ database: expected });
  });

  it.each([
    { client: 'better-sqlite3', connection: ':memory:' },
    { client: 'pg', connection: { type: 'azure', host: 'b' } },
  ])('is not there with %j', database => {
    expect(lockConnection(new ConfigReader(database))).toBeUndefined();
  });
});
