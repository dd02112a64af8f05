import { setTimeout as sleep } from 'node:timers/promises';
import {
  ResourcesClient,
  type ListResourcesQuery,
} from '@terrastage/plugin-resources-common';
import { z } from 'zod';
import { logIn, type LogInOptions } from '../login/logIn';

const taskSchema = z.object({ id: z.string() });

/** How often the list is asked for a resource that is not there yet. */
const POLL_MS = 50;
const DEADLINE_MS = 300_000;

/** The portal as a user's browser sees it: logs in, fills the form, follows the run, looks at the list. */
export class BenchPortal {
  private constructor(
    private readonly url: string,
    private readonly token: string,
    private readonly resources: ResourcesClient,
    /** What the forms offer to who is signed in. */
    readonly options: Awaited<ReturnType<ResourcesClient['getOptions']>>,
  ) {}

  static async signIn(login: LogInOptions): Promise<BenchPortal> {
    const { token } = await logIn(login);
    const url = login.backendUrl;
    const resources = new ResourcesClient({
      discoveryApi: { getBaseUrl: async plugin => `${url}/api/${plugin}` },
      fetchApi: {
        fetch: (input, init) => fetch(input, withToken(token, init)),
      },
    });
    const options = await resources.getOptions();
    return new BenchPortal(url, token, resources, options);
  }

  /** Entity ref of the first group of who is signed in. */
  get team(): string {
    const team = this.options.owners.find(owner => owner.startsWith('group:'));
    if (!team) {
      throw new Error('Who is signed in is in no group');
    }
    return team;
  }

  /**
   * Submits the form of the S3 template; resolves with the id of the task.
   *
   * @param more - what is filled in otherwise than the form offers; `resourceId` makes a change of it.
   */
  async submitBucket(
    name: string,
    more: Record<string, unknown> = {},
  ): Promise<string> {
    return this.submit('s3-bucket', name, {
      encryption: 'AES256',
      versions: 'keep',
      accessLogs: false,
      forceDestroy: false,
      storageClass: 'STANDARD',
      abortUploads: false,
      ...more,
    });
  }

  /** Submits the form of a template with these values beside those that every form has. */
  async submit(
    template: string,
    name: string,
    values: Record<string, unknown>,
  ): Promise<string> {
    const response = await fetch(
      `${this.url}/api/scaffolder/v2/tasks`,
      withToken(this.token, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          templateRef: `template:default/${template}`,
          values: {
            name,
            environment: 'dev',
            owner: this.team,
            costCenter: this.options.costCenters[0].name,
            ...values,
          },
        }),
      }),
    );
    return taskSchema.parse(await json(response)).id;
  }

  /** Waits until the resource of that name is active, by the stream of its run; resolves with that run. */
  async untilActive(name: string) {
    const runId = await this.untilRun(name);
    let events = 0;
    for await (const _event of this.resources.followRunEvents(runId)) {
      events += 1;
    }
    const found = await this.find(name);
    if (found?.status !== 'active') {
      throw new Error(
        `The making of ${name} ended as ${found?.status} after ${events} events`,
      );
    }
    return this.resources.getRun(runId);
  }

  /** Submits the form again for a resource that stands; resolves with the run as soon as its plan can be read. */
  async planChange(name: string, more: Record<string, unknown>) {
    const resource = await this.find(name);
    if (!resource) {
      throw new Error(`There is no ${name} to change`);
    }
    await this.submitBucket(name, { ...more, resourceId: resource.id });
    const runId = await this.untilRun(name, resource.run?.id);
    for await (const event of this.resources.followRunEvents(runId)) {
      if (event.type === 'status' && event.status === 'awaiting_approval') {
        break;
      }
    }
    return this.resources.getRun(runId);
  }

  /** Id of the resource of that name. */
  async idOf(name: string): Promise<string> {
    const resource = await this.find(name);
    if (!resource) {
      throw new Error(`There is no ${name}`);
    }
    return resource.id;
  }

  /** Resolves with the run that is to destroy the resource. */
  async destroy(id: string) {
    return (await this.resources.destroyResource(id)).run;
  }

  async discard(runId: string): Promise<void> {
    await this.resources.discardRun(runId);
  }

  list(query: ListResourcesQuery) {
    return this.resources.listResources(query);
  }

  /** @param not - the run that was there before. */
  private async untilRun(name: string, not?: string): Promise<string> {
    for (let waited = 0; waited < DEADLINE_MS; waited += POLL_MS) {
      const found = await this.find(name);
      if (found?.run && found.run.id !== not) {
        return found.run.id;
      }
      await sleep(POLL_MS);
    }
    throw new Error(`${name} had no run within ${DEADLINE_MS / 1000} s`);
  }

  /** The search is for a part of the name: `bucket-1` finds `bucket-10` as well. */
  private async find(name: string) {
    const { items } = await this.list({ q: name, limit: 100 });
    return items.find(item => item.name === name);
  }
}

function withToken(token: string, init: RequestInit = {}): RequestInit {
  const headers = new Headers(init.headers);
  headers.set('authorization', `Bearer ${token}`);
  return { ...init, headers };
}

async function json(response: Response): Promise<unknown> {
  if (!response.ok) {
    throw new Error(
      `${response.url} answered ${response.status}: ${await response.text()}`,
    );
  }
  return response.json();
}
