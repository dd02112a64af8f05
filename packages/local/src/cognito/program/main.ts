import { createInterface } from 'node:readline';
import { z } from 'zod';
import { startProvider } from './startProvider';

// Runs the local Cognito for startLocalCognito.ts: settings come as one line of
// JSON on stdin, one line goes out when it serves, and it ends when stdin closes,
// so that it never outlives the process that started it.
const settingsSchema = z.object({
  dataDir: z.string().min(1),
  port: z.number().int().min(0).max(65535),
  callbackUrls: z.array(z.url()).min(1),
  logoutUrls: z.array(z.url()),
});

const input = createInterface({ input: process.stdin });
// Ctrl-C reaches the whole terminal group; whoever started this decides instead.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => process.exit(0));

input.once('line', line => {
  start(line).catch((error: Error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  });
});

async function start(line: string) {
  const settings = settingsSchema.parse(JSON.parse(line));
  // cognito-local keeps its files under the working folder.
  process.chdir(settings.dataDir);
  const ready = await startProvider({
    ...settings,
    log: message => process.stderr.write(`${message}\n`),
  });
  input.once('close', () => process.exit(0));
  process.stdout.write(`${JSON.stringify(ready)}\n`);
}
