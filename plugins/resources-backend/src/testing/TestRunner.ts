import { readFile } from 'node:fs/promises';
import {
  runnerPaths,
  type EventBatchResponse,
  type Job,
  type RunnerEventBody,
} from '@terrastage/terraform-runner/protocol';
import request from 'supertest';
import { readProcessFile, runFolder } from '../launchers/process/runFolder';
import { appliedResult, planResult } from './builders';
import { eventually } from './eventually';

type Portal = { url: string; runsDir: string };

/** Speaks the runner's part for an attempt that the portal has launched, with the token that the launcher laid down. */
export class TestRunner {
  static async of(
    portal: Portal,
    runId: string,
    attempt: number,
  ): Promise<TestRunner> {
    const folder = runFolder(portal.runsDir, { runId, attempt });
    const { pid } = await eventually(async () => {
      const file = await readProcessFile(folder.processFile);
      if (!file) throw new Error(`Run ${runId} was not launched`);
      return file;
    });
    const token = await readFile(folder.tokenFile, 'utf8');
    return new TestRunner(`${portal.url}/runner`, runId, attempt, token, pid);
  }

  private seq = 0;

  constructor(
    private readonly url: string,
    readonly runId: string,
    readonly attempt: number,
    readonly token: string,
    /** Of the process that the launcher started. */
    readonly pid: number,
  ) {}

  /** The same runner for a portal at another address. */
  at(portal: Portal): TestRunner {
    const { runId, attempt, token, pid } = this;
    return new TestRunner(`${portal.url}/runner`, runId, attempt, token, pid);
  }

  get(name: keyof typeof runnerPaths, token = this.token) {
    return request(this.url)
      .get(runnerPaths[name](this.runId, this.attempt))
      .set('authorization', `Bearer ${token}`);
  }

  post(name: keyof typeof runnerPaths, body: object, token = this.token) {
    return request(this.url)
      .post(runnerPaths[name](this.runId, this.attempt))
      .set('authorization', `Bearer ${token}`)
      .send(body);
  }

  async job(): Promise<Job> {
    return (await this.get('job').expect(200)).body;
  }

  /** Sends events with the next numbers; none is a heartbeat. */
  async say(...events: RunnerEventBody[]): Promise<EventBatchResponse> {
    const numbered = events.map(event => {
      this.seq += 1;
      return { ...event, seq: this.seq, time: '2026-01-01T00:00:00.000Z' };
    });
    const response = await this.post('events', { events: numbered });
    return response.body;
  }

  async plan(result: object = planResult): Promise<'apply' | 'exit'> {
    return (await this.post('plan', result).expect(200)).body.next;
  }

  async applying(): Promise<void> {
    await this.post('applying', {}).expect(204);
  }

  async result(result: object = appliedResult): Promise<void> {
    await this.post('result', result).expect(204);
  }

  /** All the way to an applied run. */
  async apply(result: object = appliedResult): Promise<void> {
    await this.plan();
    await this.applying();
    await this.result(result);
  }

  kill(signal: NodeJS.Signals = 'SIGKILL'): void {
    process.kill(this.pid, signal);
  }
}
