import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { queryItems } from './queryItems.ts';
import {
  countsPartition,
  dayOf,
  daysBetween,
  hourOf,
  type Place,
} from './tableKeys.ts';

export type Count = {
  /** "2026-05-01T13", UTC. */
  hour: string;
  flag: string;
  variant: string;
  reason: string;
  count: number;
};

/** After every text that can follow an hour. */
const LAST = '\uffff';

/** Reads counters by time. */
export class CountReader {
  readonly #table: string;
  readonly #documents: DynamoDBDocumentClient;

  constructor(options: { table: string; documents: DynamoDBDocumentClient }) {
    this.#table = options.table;
    this.#documents = options.documents;
  }

  /** Of all hours that `from` and `to` touch. */
  async *between(
    place: Place,
    from: string,
    to: string,
  ): AsyncGenerator<Count> {
    for (const day of daysBetween(from, to)) {
      const first = day === dayOf(from) ? hourOf(from) : day;
      const last = day === dayOf(to) ? hourOf(to) : `${day}T23`;
      yield* this.#query(countsPartition(place, day), first, `${last}${LAST}`);
    }
  }

  async *#query(
    partition: string,
    first: string,
    last: string,
  ): AsyncGenerator<Count> {
    const items = queryItems(this.#documents, {
      TableName: this.#table,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
      ExpressionAttributeValues: {
        ':pk': partition,
        ':first': first,
        ':last': last,
      },
    });
    for await (const item of items) {
      yield {
        hour: hourOf(item.sk as string),
        flag: item.flag as string,
        variant: item.variant as string,
        reason: item.reason as string,
        count: Number(item.count),
      };
    }
  }
}
