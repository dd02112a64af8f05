import {
  BatchWriteCommand,
  TransactWriteCommand,
  type DynamoDBDocumentClient,
} from '@aws-sdk/lib-dynamodb';
import { setTimeout as sleep } from 'node:timers/promises';
import type {
  Counter,
  EvaluationEvent,
  TelemetryMessage,
} from '../consume/telemetryMessage.ts';
import { countKey, eventKey, messageKey } from './tableKeys.ts';

export type TelemetryWriterOptions = {
  table: string;
  documents: DynamoDBDocumentClient;
  now: () => Date;
  random: () => number;
  countsDays: number;
  eventsDays: number;
};

const DAY_SECONDS = 86_400;
/** Longer than a message can live in the queues. */
const MESSAGE_DAYS = 30;
const BATCH = 25;
const ATTEMPTS = 6;
const FIRST_RETRY_MS = 50;

type Reason = { Code?: string };

/** Writes a message so that a second delivery of it changes nothing. */
export class TelemetryWriter {
  readonly #options: TelemetryWriterOptions;

  constructor(options: TelemetryWriterOptions) {
    this.#options = options;
  }

  /**
   * Events first: writing them again overwrites them with themselves. Then all
   * counters with the message's id in one transaction.
   *
   * @returns whether the message was new
   * @throws Error when the table does not take it now
   */
  async write(message: TelemetryMessage): Promise<boolean> {
    for (let i = 0; i < message.events.length; i += BATCH) {
      await this.#putEvents(message.events.slice(i, i + BATCH));
    }
    return this.#count(message);
  }

  async #putEvents(events: EvaluationEvent[]): Promise<void> {
    const { table, documents, eventsDays } = this.#options;
    let requests = events.map(event => ({
      PutRequest: {
        Item: { ...event, ...eventKey(event), ttl: this.#ttl(eventsDays) },
      },
    }));
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const { UnprocessedItems } = await documents.send(
        new BatchWriteCommand({ RequestItems: { [table]: requests } }),
      );
      requests = (UnprocessedItems?.[table] ?? []) as typeof requests;
      if (requests.length === 0) return;
      await this.#wait(attempt);
    }
    throw new Error(`DynamoDB left ${requests.length} events unprocessed`);
  }

  async #count(message: TelemetryMessage): Promise<boolean> {
    const { table, documents } = this.#options;
    const command = new TransactWriteCommand({
      TransactItems: [
        {
          Put: {
            TableName: table,
            Item: { ...messageKey(message.id), ttl: this.#ttl(MESSAGE_DAYS) },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
        ...message.counters.map(counter => this.#add(counter, message.to)),
      ],
    });
    for (let attempt = 0; ; attempt++) {
      try {
        await documents.send(command);
        return true;
      } catch (error) {
        const reasons = reasonsOf(error);
        if (reasons[0]?.Code === 'ConditionalCheckFailed') return false;
        const conflict = reasons.some(
          ({ Code }) => Code === 'TransactionConflict',
        );
        if (!conflict || attempt >= ATTEMPTS) throw error;
        await this.#wait(attempt);
      }
    }
  }

  #add(counter: Counter, at: string) {
    const { flag, variant, reason, count } = counter;
    return {
      Update: {
        TableName: this.#options.table,
        Key: countKey(counter, at),
        UpdateExpression:
          'SET flag = :flag, variant = :variant, reason = :reason, #ttl = :ttl ADD #count :count',
        ExpressionAttributeNames: { '#ttl': 'ttl', '#count': 'count' },
        ExpressionAttributeValues: {
          ':flag': flag,
          ':variant': variant,
          ':reason': reason,
          ':ttl': this.#ttl(this.#options.countsDays),
          ':count': count,
        },
      },
    };
  }

  #ttl(days: number): number {
    const seconds = Math.floor(this.#options.now().getTime() / 1000);
    return seconds + days * DAY_SECONDS;
  }

  async #wait(attempt: number) {
    const longest = FIRST_RETRY_MS * 2 ** attempt;
    await sleep(longest * (0.5 + this.#options.random() / 2));
  }
}

function reasonsOf(error: unknown): Reason[] {
  const { name, CancellationReasons } = error as {
    name?: string;
    CancellationReasons?: Reason[];
  };
  return name === 'TransactionCanceledException'
    ? (CancellationReasons ?? [])
    : [];
}
