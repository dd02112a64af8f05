import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tempDir, type TempDir } from '@terrastage/local/testing';
import { parse, stringify } from 'yaml';
import { deployPath } from '../deployPath';
import { install } from '../install/install';
import type { InstallError } from '../install/InstallError';
import { stackOutputs } from './stackOutputs';

const TOOLS = ['terraform', 'helm', 'kubectl', 'aws', 'users'];
const digest = (digit: string) => `sha256:${digit.repeat(64)}`;

/** What goes wrong in a program: the first call that begins so fails, as often as said. */
export interface Fault {
  on: string;
  /** Only in this stack. */
  in?: string;
  says: string;
  code?: number;
  /** Default: once. */
  times?: number;
  /** It goes on until it is interrupted. */
  hangs?: boolean;
  /** What it leaves behind in the world. */
  leaves?: object;
}

export interface Call {
  line: string;
  stack?: string;
  env: Record<string, string>;
}

export interface Ended {
  said: string;
  error?: InstallError;
}

const SETTINGS = {
  account: '123456789012',
  region: 'eu-west-1',
  domain: 'portal.example.com',
  hostedZoneId: 'Z0123456789ABCDEFGHIJ',
  adminRoleArns: ['arn:aws:iam::123456789012:role/platform'],
  imageTag: 'v1.2.3',
  bucketNames: ['acme-*'],
  environments: { dev: null },
  costCenters: [{ name: 'CC-1001' }],
};

const WORLD = {
  account: '123456789012',
  versions: {
    terraform: '1.11.4',
    helm: 'v4.1.4',
    kubectl: 'v1.34.1',
    aws: '2.31.0',
  },
  serial: 1,
  stacks: {} as Record<string, string>,
  outputs: stackOutputs,
  buckets: [] as string[],
  objects: null as string[] | null,
  images: { portal: digest('1'), runner: digest('2') } as Record<
    string,
    string
  >,
  clusters: [] as string[],
  targets: [['healthy']],
  releases: {} as Record<string, string>,
  jobs: [] as object[],
  faults: [] as Fault[],
};

type World = typeof WORLD;

/** A machine with stand-ins for every program, and an account with nothing in it yet. */
export class Installation {
  /** Where the programs are. */
  readonly bin: string;
  readonly home: string;

  private constructor(private readonly folder: TempDir) {
    this.bin = join(folder.path, 'bin');
    this.home = join(folder.path, 'home');
  }

  static async create(helm: string): Promise<Installation> {
    const installation = new Installation(await tempDir('terrastage-install-'));
    const { bin } = installation;
    await mkdir(bin);
    for (const tool of TOOLS) await installation.bring(tool);
    await writeFile(
      join(bin, 'world.json'),
      JSON.stringify({ ...WORLD, helm }),
    );
    await installation.settings({});
    return installation;
  }

  /** Another machine and account of the same content. */
  async copy(): Promise<Installation> {
    const other = new Installation(await tempDir('terrastage-install-'));
    await cp(this.folder.path, other.folder.path, { recursive: true });
    await other.forgetCalls();
    return other;
  }

  /** Where `platform.yaml` is. */
  get path(): string {
    return this.folder.path;
  }

  /** Makes a program findable. */
  private async bring(tool: string): Promise<void> {
    const file = join(this.bin, tool);
    await writeFile(
      file,
      `#!/bin/sh\nexec '${process.execPath}' '${deployPath(
        'src/__testUtils__/standIn.cjs',
      )}' "$0" "$@"\n`,
    );
    await chmod(file, 0o755);
  }

  async without(tool: string): Promise<void> {
    await rm(join(this.bin, tool));
  }

  async settings(over: object): Promise<void> {
    await writeFile(
      join(this.folder.path, 'platform.yaml'),
      stringify({ ...SETTINGS, ...over }),
    );
  }

  async world(over: Partial<World> = {}): Promise<World> {
    const file = join(this.bin, 'world.json');
    const world = { ...JSON.parse(await readFile(file, 'utf8')), ...over };
    await writeFile(file, JSON.stringify(world));
    return world;
  }

  /** Runs the program. Whatever it throws is an answer. */
  async run(
    args: string[] = [],
    options: {
      answer?: string;
      env?: Record<string, string>;
      /** Interrupts when this was said. */
      interruptAt?: string;
    } = {},
  ): Promise<Ended> {
    const lines: string[] = [];
    const stop = new AbortController();
    const error = await install({
      args: ['platform.yaml', ...args],
      cwd: this.folder.path,
      home: this.home,
      // Nothing else is found, whatever this machine has.
      env: { PATH: this.bin, ...options.env },
      usersCommand: ['users'],
      say: line => {
        lines.push(line);
        if (options.interruptAt && line.includes(options.interruptAt)) {
          stop.abort();
        }
      },
      ask: async question => {
        lines.push(question);
        return options.answer ?? '';
      },
      sleep: async () => undefined,
      signal: stop.signal,
    }).then(
      () => undefined,
      thrown => thrown as InstallError,
    );
    return { said: lines.join('\n'), error };
  }

  async calls(): Promise<Call[]> {
    const file = join(this.bin, 'calls.ndjson');
    const text = await readFile(file, 'utf8').catch(() => '');
    return text
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line));
  }

  /** Calls that change something in AWS or in the cluster. */
  async changes(): Promise<string[]> {
    const changing =
      /^(terraform (apply|destroy)|helm (upgrade|uninstall|rollback)|kubectl (delete|.* rollout)|aws s3 cp \/|users sync)/;
    return (await this.calls())
      .filter(({ line }) => changing.test(line))
      .map(({ line, stack }) =>
        [line.split(' ').slice(0, 4).join(' '), stack && `(${stack})`]
          .filter(Boolean)
          .join(' '),
      );
  }

  async forgetCalls(): Promise<void> {
    await rm(join(this.bin, 'calls.ndjson'), { force: true });
  }

  /** A file of the platform's folder, parsed. */
  async file(name: string): Promise<any> {
    const file = join(this.home, 'terrastage-123456789012', name);
    return parse(await readFile(file, 'utf8'));
  }

  /** As if on another machine. */
  async forgetFiles(): Promise<void> {
    await rm(this.home, { recursive: true, force: true });
  }

  async remove(): Promise<void> {
    await this.folder.remove();
  }
}
