import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Longer than a long poll. */
const SQS_TIMEOUT_MS = 25_000;
const DYNAMODB_TIMEOUT_MS = 5_000;

export function awsClients(region: string) {
  const dynamodb = new DynamoDBClient({
    region,
    maxAttempts: 5,
    requestHandler: {
      connectionTimeout: 1_000,
      requestTimeout: DYNAMODB_TIMEOUT_MS,
      // Without this a time-out is only a warning.
      throwOnRequestTimeout: true,
    },
  });
  const sqs = new SQSClient({
    region,
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 1_000,
      requestTimeout: SQS_TIMEOUT_MS,
      throwOnRequestTimeout: true,
    },
  });
  return {
    sqs,
    documents: DynamoDBDocumentClient.from(dynamodb, {
      marshallOptions: { removeUndefinedValues: true },
    }),
    close: () => {
      sqs.destroy();
      dynamodb.destroy();
    },
  };
}
