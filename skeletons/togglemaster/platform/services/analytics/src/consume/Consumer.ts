import {
  DeleteMessageBatchCommand,
  ReceiveMessageCommand,
  type Message,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { Loop } from '@togglemaster/kit';
import { telemetryMessage, type TelemetryMessage } from './telemetryMessage.ts';

export type ConsumerOptions = {
  sqs: SQSClient;
  queueUrl: string;
  pollSeconds: number;
  /** @returns whether the message was new */
  write(message: TelemetryMessage): Promise<boolean>;
  outcome(kind: 'written' | 'duplicate' | 'unreadable' | 'failed'): void;
  onError(error: unknown, messageId?: string): void;
};

const BATCH = 10;
const RETRY_MS = 1_000;
const MAX_RETRY_MS = 60_000;

/**
 * Takes messages from the queue. Only what was written is deleted there: the
 * rest comes again, and ends in the dead-letter queue after five times.
 */
export class Consumer {
  readonly #options: ConsumerOptions;
  readonly #loop: Loop;
  readonly #stopping = new AbortController();
  #failures = 0;

  constructor(options: ConsumerOptions) {
    this.#options = options;
    this.#loop = new Loop({
      turn: () => this.#turn(),
      failed: error => {
        if (this.#stopping.signal.aborted) return 0;
        options.onError(error);
        return RETRY_MS;
      },
    });
  }

  start(): void {
    this.#loop.start();
  }

  /** What was received is finished first. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#loop.stop();
  }

  async #turn(): Promise<number> {
    const { sqs, queueUrl, pollSeconds } = this.#options;
    const { Messages = [] } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: queueUrl,
        MaxNumberOfMessages: BATCH,
        WaitTimeSeconds: pollSeconds,
      }),
      { abortSignal: this.#stopping.signal },
    );
    const taken = { done: [] as Message[], failed: false };
    for (const message of Messages) await this.#take(message, taken);
    await this.#delete(taken.done);
    return this.#pause(taken.failed);
  }

  /**
   * While writing fails, few messages are taken: each time counts, and after the
   * fifth a good one would lie among the dead letters.
   */
  #pause(failed: boolean): number {
    this.#failures = failed ? this.#failures + 1 : 0;
    if (!failed) return 0;
    return Math.min(MAX_RETRY_MS, RETRY_MS * 2 ** this.#failures);
  }

  async #take(message: Message, taken: { done: Message[]; failed: boolean }) {
    const { write, outcome, onError } = this.#options;
    const parsed = parse(message.Body);
    if (!parsed.success) {
      outcome('unreadable');
      onError(parsed.error, message.MessageId);
      return;
    }
    try {
      outcome((await write(parsed.data)) ? 'written' : 'duplicate');
      taken.done.push(message);
    } catch (error) {
      taken.failed = true;
      outcome('failed');
      onError(error, message.MessageId);
    }
  }

  /** One that can't be deleted comes again and is found to be a duplicate. */
  async #delete(messages: Message[]): Promise<void> {
    if (messages.length === 0) return;
    const { sqs, queueUrl, onError } = this.#options;
    const { Failed = [] } = await sqs.send(
      new DeleteMessageBatchCommand({
        QueueUrl: queueUrl,
        Entries: messages.map((message, i) => ({
          Id: String(i),
          ReceiptHandle: message.ReceiptHandle,
        })),
      }),
    );
    for (const { Id, Message: reason } of Failed) {
      onError(
        new Error(`SQS did not delete a message: ${reason}`),
        messages[Number(Id)]?.MessageId,
      );
    }
  }
}

function parse(body: string | undefined) {
  try {
    return telemetryMessage.safeParse(JSON.parse(body ?? ''));
  } catch (error) {
    return { success: false as const, error };
  }
}
