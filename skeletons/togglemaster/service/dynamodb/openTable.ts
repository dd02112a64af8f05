import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';

const NOTHING = { pk: 'ready', sk: 'ready' };

/** The table of this service. */
export function openTable(options: { region: string; table: string }) {
  const dynamodb = new DynamoDBClient({
    region: options.region,
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 1_000,
      // Shorter than a probe waits.
      requestTimeout: 2_000,
      // Without this a time-out is only a warning.
      throwOnRequestTimeout: true,
    },
  });
  const documents = DynamoDBDocumentClient.from(dynamodb, {
    marshallOptions: { removeUndefinedValues: true },
  });
  return {
    documents,
    ping: () =>
      documents.send(
        new GetCommand({ TableName: options.table, Key: NOTHING }),
      ),
    close: () => dynamodb.destroy(),
  };
}
