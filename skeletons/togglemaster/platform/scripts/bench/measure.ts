import { readFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';

export type Target = {
  url: string;
  method: 'GET' | 'POST';
  headers?: Record<string, string>;
  body?: string;
  /** Of the server. */
  pid: number;
};

const agent = new Agent({ keepAlive: true, maxSockets: 16 });
const TICKS_A_SECOND = 100;

/** CPU time of the server a request, in microseconds. */
export async function cpuPerRequest(
  target: Target,
  requests: number,
): Promise<number> {
  const before = await cpuTicks(target.pid);
  let left = requests;
  const worker = async () => {
    while (left-- > 0) await send(target);
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  const ticks = (await cpuTicks(target.pid)) - before;
  return ((ticks / TICKS_A_SECOND) * 1e6) / requests;
}

export async function residentMegabytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(status) ?? [];
  return Number(kilobytes) / 1024;
}

async function cpuTicks(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return Number(fields[11]) + Number(fields[12]);
}

function send({ url, method, headers, body }: Target): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, method, headers }, response => {
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
