import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { EvaluationEvent } from '../consume/telemetryMessage.ts';
import {
  dayOf,
  daysBetween,
  eventsPartition,
  type Place,
} from './tableKeys.ts';
import { queryItems, type Item } from './queryItems.ts';

export type EventFilter = Place & {
  flag?: string;
  from: string;
  to: string;
  limit: number;
  /** Goes on after this place in the list. */
  cursor?: string;
};

export type EventPage = { events: EvaluationEvent[]; cursor?: string };

const PAGE = 500;

/** Reads sampled evaluations, newest first. */
export class EventReader {
  readonly #table: string;
  readonly #documents: DynamoDBDocumentClient;

  constructor(options: { table: string; documents: DynamoDBDocumentClient }) {
    this.#table = options.table;
    this.#documents = options.documents;
  }

  async page(filter: EventFilter): Promise<EventPage> {
    const { from, to, cursor, limit } = filter;
    const events: EvaluationEvent[] = [];
    // Exclusive above, so that a cursor is not read again.
    const before = cursor ?? `${to}~`;
    if (before < from) return { events };
    for (const day of daysBetween(from, dayOf(before)).toReversed()) {
      for await (const item of this.#query(filter, day, from, before)) {
        if (events.length === limit) {
          const last = events.at(-1)!;
          return { events, cursor: `${last.at}#${last.id}` };
        }
        events.push(toEvent(item));
      }
    }
    return { events };
  }

  async *#query(
    filter: EventFilter,
    day: string,
    from: string,
    before: string,
  ): AsyncGenerator<Item> {
    const items = queryItems(this.#documents, {
      TableName: this.#table,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :before',
      ExpressionAttributeValues: {
        ':pk': eventsPartition(filter, day),
        ':from': from,
        ':before': before,
      },
      ScanIndexForward: false,
      Limit: PAGE,
    });
    for await (const item of items) {
      const wanted = filter.flag === undefined || item.flag === filter.flag;
      if (wanted && item.sk !== before) yield item;
    }
  }
}

function toEvent(item: Item): EvaluationEvent {
  const { pk: _pk, sk: _sk, ttl: _ttl, ...event } = item;
  return event as EvaluationEvent;
}
