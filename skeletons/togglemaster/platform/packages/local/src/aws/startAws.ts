import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  startSupervised,
  type Supervised,
} from '../process/startSupervised.ts';
import { findPython } from './findPython.ts';

export type AwsOptions = {
  folder: string;
  port: number;
  /** Where a Python with moto is kept. */
  tools: string;
};

export type Aws = Supervised & {
  url: string;
  /** Environment of a client. */
  env: Record<string, string>;
};

/** SQS and DynamoDB on loopback, by moto. They keep nothing on disk. */
export async function startAws(options: AwsOptions): Promise<Aws> {
  const { folder, port, tools } = options;
  const python = await findPython(tools);
  await mkdir(folder, { recursive: true });
  const url = `http://127.0.0.1:${port}`;
  const server = await startSupervised({
    name: 'moto (SQS and DynamoDB)',
    file: python,
    args: ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)],
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
    logFile: join(folder, 'moto.log'),
    ready: async () => (await fetch(`${url}/moto-api/data.json`)).ok,
  });
  return {
    ...server,
    url,
    env: {
      AWS_ENDPOINT_URL: url,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    },
  };
}
