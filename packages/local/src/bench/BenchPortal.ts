import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';

const sessionSchema = z.object({
  backstageIdentity: z.object({ token: z.string() }),
});
const taskSchema = z.object({ id: z.string() });
const pageSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      status: z.string(),
      run: z.object({ id: z.string() }).optional(),
    }),
  ),
  total: z.number(),
});
const runSchema = z.object({
  status: z.string(),
  steps: z.array(
    z.object({ step: z.string(), durationMs: z.number().optional() }),
  ),
  usage: z.object({ maxRssBytes: z.number() }).optional(),
});

const POLL_MS = 25;
const DEADLINE_MS = 300_000;

/** The portal as a user's browser sees it: signs in as the guest, fills the form, looks at the list. */
export class BenchPortal {
  private constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  static async signIn(url: string): Promise<BenchPortal> {
    const response = await fetch(`${url}/api/auth/guest/refresh`, {
      headers: { 'x-requested-with': 'XMLHttpRequest' },
    });
    const session = sessionSchema.parse(await json(response));
    return new BenchPortal(url, session.backstageIdentity.token);
  }

  /** Submits the form of the S3 template; resolves with the id of the task. */
  async submitBucket(name: string): Promise<string> {
    const response = await this.request('/api/scaffolder/v2/tasks', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        templateRef: 'template:default/s3-bucket',
        values: {
          name,
          environment: 'dev',
          owner: 'group:default/payments',
          costCenter: 'CC-1001',
          encryption: 'AES256',
          versions: 'keep',
          accessLogs: false,
          forceDestroy: false,
          storageClass: 'STANDARD',
          abortUploads: false,
        },
      }),
    });
    return taskSchema.parse(await json(response)).id;
  }

  /** Waits until the resource of that name is active; resolves with its run. */
  async untilActive(name: string) {
    for (let waited = 0; waited < DEADLINE_MS; waited += POLL_MS) {
      const page = await this.find(name);
      const [found] = page.items;
      if (found?.status === 'active' && found.run) {
        const run = await this.request(
          `/api/resources/v1/runs/${found.run.id}`,
        );
        return runSchema.parse(await json(run));
      }
      if (found?.status === 'failed' || found?.status === 'needs_attention') {
        throw new Error(`The making of ${name} ended as ${found.status}`);
      }
      await sleep(POLL_MS);
    }
    throw new Error(`${name} was not active within ${DEADLINE_MS / 1000} s`);
  }

  private async find(name: string) {
    const query = new URLSearchParams({ q: name, limit: '1' });
    return this.list(query);
  }

  async list(query: URLSearchParams) {
    const response = await this.request(`/api/resources/v1/resources?${query}`);
    return pageSchema.parse(await json(response));
  }

  private request(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      ...init,
      headers: { ...init.headers, authorization: `Bearer ${this.token}` },
    });
  }
}

async function json(response: Response): Promise<unknown> {
  if (!response.ok) {
    throw new Error(
      `${response.url} answered ${response.status}: ${await response.text()}`,
    );
  }
  return response.json();
}
