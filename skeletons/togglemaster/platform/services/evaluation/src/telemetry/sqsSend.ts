import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { BatchEntry } from './batches.ts';

/** Sends a batch to SQS; tells which entries SQS refused. */
export function sqsSend(options: { region: string; queueUrl: string }) {
  const sqs = new SQSClient({
    region: options.region,
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 1_000,
      requestTimeout: 3_000,
      // Without this a time-out is only a warning.
      throwOnRequestTimeout: true,
    },
  });
  const send = async (entries: BatchEntry[]): Promise<string[]> => {
    const answer = await sqs.send(
      new SendMessageBatchCommand({
        QueueUrl: options.queueUrl,
        Entries: entries.map(({ id, body }) => ({ Id: id, MessageBody: body })),
      }),
    );
    return (answer.Failed ?? []).map(({ Id }) => Id ?? '');
  };
  return { send, close: () => sqs.destroy() };
}
