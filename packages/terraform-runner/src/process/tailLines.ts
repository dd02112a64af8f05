import { open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const CHUNK = 64 * 1024;

/**
 * Reads a file that another process is still writing and calls `onLine` for each whole line.
 *
 * @param finished - aborted once the writer has ended; what is left is read then, a last line without its
 *   end included
 */
export async function tailLines(
  path: string,
  onLine: (line: string) => void,
  finished: AbortSignal,
): Promise<void> {
  const file = await open(path, 'r');
  const buffer = Buffer.alloc(CHUNK);
  let rest: Buffer = Buffer.alloc(0);
  try {
    for (;;) {
      const wasFinished = finished.aborted;
      for (;;) {
        const { bytesRead } = await file.read(buffer, 0, CHUNK, null);
        if (bytesRead === 0) {
          break;
        }
        rest = Buffer.concat([rest, buffer.subarray(0, bytesRead)]);
        rest = takeLines(rest, onLine);
      }
      if (wasFinished) {
        break;
      }
      await sleep(40, undefined, { signal: finished }).catch(() => undefined);
    }
  } finally {
    await file.close();
  }
  if (rest.length > 0) {
    onLine(rest.toString('utf8'));
  }
}

function takeLines(bytes: Buffer, onLine: (line: string) => void): Buffer {
  let start = 0;
  for (
    let end = bytes.indexOf(10, start);
    end >= 0;
    end = bytes.indexOf(10, start)
  ) {
    onLine(bytes.subarray(start, end).toString('utf8').replace(/\r$/, ''));
    start = end + 1;
  }
  return Buffer.from(bytes.subarray(start));
}
