import { createParser } from 'eventsource-parser';
import type { components } from '../generated/openapi';
import { runEventSchema } from '../api/runSchemas';
import type { SilenceWatch } from './SilenceWatch';

/**
 * Run events out of a `text/event-stream` body, until the server says `end`.
 *
 * @throws Error when the stream breaks off before that, or stays silent for too long.
 */
export async function* readRunEvents(
  body: ReadableStream<Uint8Array>,
  watch: SilenceWatch,
): AsyncGenerator<components['schemas']['RunEvent'], void, void> {
  const events: components['schemas']['RunEvent'][] = [];
  let ended = false;
  const parser = createParser({
    onEvent: message => {
      if (message.event === 'end') {
        ended = true;
      } else {
        events.push(runEventSchema.parse(JSON.parse(message.data)));
      }
    },
  });
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    while (!ended) {
      const { done, value } = await watch.during(reader.read());
      if (done) {
        throw new Error('The stream of run events broke off');
      }
      parser.feed(decoder.decode(value, { stream: true }));
      yield* events.splice(0);
    }
  } finally {
    await reader.cancel();
  }
}
