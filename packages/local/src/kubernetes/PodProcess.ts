import { spawn, type ChildProcess } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { KubePod, KubeSecret } from './objects';

export interface PodImage {
  /** What runs unless the pod says it. */
  command: string[];
  /** Of the image; a pod's own win. */
  env?: Record<string, string>;
}

export interface PodProcessOptions {
  pod: KubePod;
  image: PodImage;
  secrets: KubeSecret[];
  /** Folder for the pod's volumes and its log. */
  folder: string;
  onExit: (code: number | null, signal: NodeJS.Signals | null) => void;
}

/**
 * A container as a process of this machine. It has no file system of its own: where its environment names the
 * place of a volume, it names the pod's folder for it instead.
 */
export class PodProcess {
  private readonly child: ChildProcess;
  readonly log: string;

  constructor({ pod, image, secrets, folder, onExit }: PodProcessOptions) {
    const [container] = pod.spec.containers;
    const places = (container.volumeMounts ?? []).map(mount => ({
      inside: mount.mountPath,
      outside: path.join(folder, mount.name),
      secret: pod.spec.volumes?.find(({ name }) => name === mount.name)?.secret,
    }));
    for (const { outside, secret } of places) {
      mkdirSync(outside, { recursive: true, mode: 0o700 });
      const data = secrets.find(
        ({ metadata }) => metadata.name === secret?.secretName,
      )?.data;
      for (const [name, value] of Object.entries(data ?? {})) {
        writeFileSync(path.join(outside, name), Buffer.from(value, 'base64'), {
          mode: 0o400,
        });
      }
    }
    const moved = (text: string) => {
      const place = places.find(
        ({ inside }) => text === inside || text.startsWith(`${inside}/`),
      );
      return place ? place.outside + text.slice(place.inside.length) : text;
    };
    const [program, ...args] = [
      ...(container.command ?? image.command),
      ...(container.args ?? []),
    ];
    const env = Object.fromEntries(
      (container.env ?? []).map(({ name, value = '' }) => [name, moved(value)]),
    );
    this.log = path.join(folder, 'log');
    const output = openSync(this.log, 'a', 0o600);
    this.child = spawn(program, args, {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        ...image.env,
        ...env,
      },
      stdio: ['ignore', output, output],
      detached: true,
    });
    closeSync(output);
    this.child.once('error', () => onExit(127, null));
    this.child.once('exit', (code, signal) => {
      // With its first process a container ends as a whole.
      this.killAll();
      onExit(code, signal);
    });
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** To its first process alone, as a container runtime does it. */
  terminate(): void {
    this.child.kill('SIGTERM');
  }

  killAll(): void {
    if (this.child.pid === undefined) {
      return;
    }
    try {
      process.kill(-this.child.pid, 'SIGKILL');
    } catch {
      // They are gone.
    }
  }

  tail(): string {
    try {
      return readFileSync(this.log, 'utf8').slice(-2_048);
    } catch {
      // Its folder went with the cluster.
      return '';
    }
  }
}
