import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { eventually } from './eventually';
import type { PortalProcessOptions } from './portalProcess';
import { PortalApi } from './TestPortal';

/** A portal that runs as a process of its own and that can be killed and started again on the same port. */
export class KillablePortal extends PortalApi {
  static async start(options: PortalProcessOptions): Promise<KillablePortal> {
    const portal = new KillablePortal(options);
    await portal.start();
    return portal;
  }

  private child?: ChildProcess;

  private constructor(private readonly options: PortalProcessOptions) {
    super(`http://127.0.0.1:${options.port}/api/resources/v1`, options.runsDir);
  }

  async start(): Promise<void> {
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        resolvePackagePath(
          '@terrastage/plugin-resources-backend',
          'src/testing/portalProcess.ts',
        ),
        JSON.stringify(this.options),
      ],
      { env: process.env, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.child = child;
    let output = '';
    child.stdout?.on('data', text => (output += text));
    child.stderr?.on('data', text => (output += text));
    await eventually(async () => {
      if (child.exitCode !== null) throw new Error(output);
      const health = this.url.replace(
        '/api/resources/v1',
        '/.backstage/health/v1/readiness',
      );
      const { ok } = await fetch(health);
      if (!ok) throw new Error(output);
    }, 90);
  }

  /** As Kubernetes ends a pod: what is under way is answered before. @returns its exit code. */
  async stop(): Promise<number | null> {
    const { child } = this;
    if (child && child.exitCode === null && child.signalCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    return child?.exitCode ?? null;
  }

  /** As a crash does it: no hook runs, nothing is said to anybody. */
  async kill(): Promise<void> {
    const { child } = this;
    if (child && child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  }
}
