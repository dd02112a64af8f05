import type { StartContext } from './StartContext';
import { startScreen } from './startScreen';

const context = {
  mode: 'start',
  home: '/clone/.terrastage',
  people: [
    {
      id: 'ana',
      name: 'Ana Ribeiro',
      email: 'ana@terrastage.example',
      groups: ['payments'],
      password: 'Kx7m-Tq2d',
    },
    {
      id: 'bruno',
      name: 'Bruno Azevedo',
      email: 'bruno@terrastage.example',
      groups: ['payments', 'team-leads'],
      password: 'Zz9p-Aa3q',
    },
  ],
  runDir: '/clone/.terrastage/run',
  ports: { portal: 7007, app: 3000, aws: 7008, postgres: 7009 },
  postgres: {
    host: '127.0.0.1',
    port: 7009,
    dataDir: '/clone/.terrastage/run/postgres',
  },
  aws: { url: 'http://127.0.0.1:7008' },
  settings: { environments: [{ name: 'dev' }, { name: 'prod' }] },
} as unknown as StartContext;

describe('startScreen', () => {
  it('says where all is, who you are, what to do first and how to stop', () => {
    const screen = startScreen(context);

    for (const text of [
      'http://localhost:7007',
      'ana@terrastage.example',
      'Create > S3 bucket',
      'local, http://127.0.0.1:7008, account 123456789012',
      'PostgreSQL on 127.0.0.1:7009',
      '/clone/.terrastage/run/logs',
      'Ctrl-C',
    ]) {
      expect(screen).toContain(text);
    }
  });

  it('says what to do where the documentation cannot be built', () => {
    expect(startScreen(context)).toContain(
      'pip install mkdocs mkdocs-material, then start again',
    );
    expect(startScreen({ ...context, mkdocs: '/bin/mkdocs' })).toContain(
      'http://localhost:7007/docs',
    );
  });

  it('shows a terminal who there is, with passwords', () => {
    const screen = startScreen(context, { isTTY: true });

    expect(screen).toMatch(/ana@terrastage.example +Kx7m-Tq2d +payments\n/);
    expect(screen).toMatch(/bruno@.* +Zz9p-Aa3q +payments, team-leads\n/);
    expect(screen).toContain('npm run users -- reset-password ana');
  });

  it('writes no password into a log, but how to get one', () => {
    const screen = startScreen(context, { isTTY: false });

    expect(screen).not.toContain('Kx7m-Tq2d');
    expect(screen).toContain(
      'npm run users -- reset-password ana --print-password',
    );
  });

  it('leads to the folder of a start that has its own', () => {
    const screen = startScreen({ ...context, runDir: '/other' });

    expect(screen).toContain('reset-password ana --run-dir /other');
  });

  it('says as whom a guest goes', () => {
    const visitor = {
      name: 'paula',
      displayName: 'Paula Nogueira',
      entityRef: 'user:default/paula',
    };
    const guest = { ...context, people: undefined, visitor };

    expect(startScreen(guest)).toContain(
      'Paula Nogueira (user:default/paula), without a login',
    );
  });

  it('says where to log in with an identity provider of your own', () => {
    const screen = startScreen({ ...context, people: undefined });

    expect(screen).toContain('at your own identity provider');
  });

  it('says that a local start begins empty', () => {
    const screen = startScreen(context);

    expect(screen).toMatch(/AWS and inventory are both empty at\s+each start/);
  });

  it('warns of the costs of real AWS, and that the inventory is kept', () => {
    const screen = startScreen({ ...context, aws: undefined });

    expect(screen).toContain('real, environments dev, prod');
    expect(screen).toContain('costs money until you delete it');
    expect(screen).toContain('The inventory is kept between starts');
  });

  it("leads to the web app's own server with hot reload", () => {
    expect(startScreen({ ...context, mode: 'dev' })).toContain(
      'http://localhost:3000',
    );
  });

  it('fits on one screen', () => {
    expect(startScreen(context).split('\n').length).toBeLessThan(24);
  });
});
