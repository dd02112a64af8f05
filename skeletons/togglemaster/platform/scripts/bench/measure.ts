import { readdir, readFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';

export type Target = {
  url: string;
  method: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  /** Of the server. */
  pid: number;
};

/** As browsers and the SDKs, by Node's fetch, say of every answer. */
const ACCEPTED = { 'accept-encoding': 'gzip, deflate' };
const agent = new Agent({ keepAlive: true, maxSockets: 16 });

/** CPU time of the server a request, of all its threads, in microseconds. */
export async function cpuPerRequest(
  target: Target,
  requests: number,
): Promise<number> {
  const before = await cpuNanos(target.pid);
  let left = requests;
  const worker = async () => {
    while (left-- > 0) await send(target);
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  return ((await cpuNanos(target.pid)) - before) / 1000 / requests;
}

export async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(status) ?? [];
  return Number(kilobytes) / 1024;
}

/** /proc/PID/stat counts in hundredths of a second, too coarse for short rounds. */
async function cpuNanos(pid: number): Promise<number> {
  const folder = `/proc/${pid}/task`;
  const threads = await readdir(folder);
  const stats = await Promise.all(
    threads.map(thread => readFile(`${folder}/${thread}/schedstat`, 'utf8')),
  );
  return stats.reduce((sum, stat) => sum + Number(stat.split(' ')[0]), 0);
}

function send({ url, method, headers, body }: Target): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = { agent, method, headers: { ...ACCEPTED, ...headers } };
    const sent = request(url, options, response => {
      if (response.statusCode !== 200) {
        reject(new Error(`${url}: ${response.statusCode}`));
      }
      response.resume();
      response.once('end', () => resolve());
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
