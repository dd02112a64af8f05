import type { StartContext } from './StartContext';
import { superviseStart } from './superviseStart';

type Server = { ended: Promise<void>; end: () => void };

function server(): Server {
  let end = () => {};
  const ended = new Promise<void>(resolve => {
    end = resolve;
  });
  return { ended, end };
}

describe('superviseStart', () => {
  let portals: Server[];
  let postgres: Server;
  let aws: Server;
  let lines: string[];
  let wanted: AbortController;

  beforeEach(() => {
    portals = [server()];
    postgres = server();
    aws = server();
    lines = [];
    wanted = new AbortController();
  });

  function supervise(restart = startAnother) {
    const context = {
      runDir: '/run',
      progress: { line: (text: string) => lines.push(text) },
      portal: portals[0],
      postgres,
      aws,
    } as unknown as StartContext;
    return superviseStart(context, wanted.signal, restart);
  }

  async function startAnother(context: StartContext) {
    portals.push(server());
    context.portal = portals.at(-1) as unknown as StartContext['portal'];
  }

  it('returns when nobody wants it any more', async () => {
    const supervised = supervise();

    wanted.abort();

    await expect(supervised).resolves.toBeUndefined();
    expect(portals).toHaveLength(1);
  });

  it('starts a portal again that has ended by itself', async () => {
    const supervised = supervise(async context => {
      await startAnother(context);
      setImmediate(() => wanted.abort());
    });

    portals[0].end();

    await supervised;
    expect(lines).toEqual([
      'The portal has ended by itself: starting it again',
      'The portal is ready again',
    ]);
  });

  it('gives up on a portal that ends again and again', async () => {
    const supervised = supervise(async context => {
      await startAnother(context);
      portals.at(-1)!.end();
    });

    portals[0].end();

    await expect(supervised).rejects.toMatchObject({
      message: 'The portal has ended by itself 4 times',
      hint: 'Look into /run/logs/portal.log.',
    });
  });

  it.each([
    ['PostgreSQL', () => postgres],
    ['The local AWS', () => aws],
  ])('has nothing to go on with when %s has ended', async (name, which) => {
    const supervised = supervise();

    which().end();

    await expect(supervised).rejects.toThrow(`${name} has ended by itself`);
    expect(portals).toHaveLength(1);
  });
});
