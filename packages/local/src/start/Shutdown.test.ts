import { Shutdown } from './Shutdown';

describe('Shutdown', () => {
  let ended: string[];
  let said: string[];
  let shutdown: Shutdown;

  beforeEach(() => {
    ended = [];
    said = [];
    shutdown = new Shutdown(text => said.push(text));
  });

  function add(name: string) {
    shutdown.add(name, async () => {
      ended.push(name);
    });
  }

  it('ends last what was started first', async () => {
    ['PostgreSQL', 'the local AWS', 'the runners', 'the portal'].forEach(add);

    await shutdown.run();

    expect(ended).toEqual([
      'the portal',
      'the runners',
      'the local AWS',
      'PostgreSQL',
    ]);
  });

  it('ends one part before it asks the next', async () => {
    add('PostgreSQL');
    shutdown.add('the portal', async () => {
      ended.push('asked');
      await new Promise(resolve => setImmediate(resolve));
      ended.push('ended');
    });

    await shutdown.run();

    expect(ended).toEqual(['asked', 'ended', 'PostgreSQL']);
  });

  it('ends everything once, however often it is asked', async () => {
    add('PostgreSQL');

    await Promise.all([shutdown.run(), shutdown.run()]);

    expect(ended).toEqual(['PostgreSQL']);
  });

  it('goes on when a part does not end, and tells in the end', async () => {
    add('PostgreSQL');
    shutdown.add('the portal', async () => {
      throw new Error('Process group 42 survives SIGKILL');
    });

    await expect(shutdown.run()).rejects.toThrow(
      'the portal: Process group 42 survives SIGKILL',
    );

    expect(ended).toEqual(['PostgreSQL']);
    expect(said).toEqual(['Could not stop the portal']);
  });

  it('tells a part that waits when nobody wants to wait any more', async () => {
    shutdown.add(
      'the runners',
      urgent =>
        new Promise(resolve => {
          urgent.addEventListener('abort', () => {
            ended.push('in a hurry');
            resolve();
          });
        }),
    );
    const stopped = shutdown.run();

    shutdown.hurry();

    await stopped;
    expect(ended).toEqual(['in a hurry']);
  });
});
