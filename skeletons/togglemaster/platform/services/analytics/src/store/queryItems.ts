import {
  QueryCommand,
  type DynamoDBDocumentClient,
  type QueryCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { problems } from '@togglemaster/kit';

export type Item = Record<string, unknown>;

/**
 * All items of a query, page by page, as long as somebody wants more.
 *
 * @throws Problem 503 when DynamoDB does not answer
 */
export async function* queryItems(
  documents: DynamoDBDocumentClient,
  input: QueryCommandInput,
): AsyncGenerator<Item> {
  let start: Item | undefined;
  do {
    const page = await documents
      .send(new QueryCommand({ ...input, ExclusiveStartKey: start }))
      .catch(error => {
        throw problems.unavailable('DynamoDB', error);
      });
    yield* page.Items ?? [];
    start = page.LastEvaluatedKey;
  } while (start);
}
