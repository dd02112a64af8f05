import {
  SendMessageBatchCommand,
  SQSClient,
  SQSServiceException,
} from '@aws-sdk/client-sqs';
import type { BatchEntry } from './batches.ts';
import type { SendResult } from './SendResult.ts';

/** Refusals that are not for what was sent: another time the same is taken. */
const PASSING =
  /throttl|limit|toomany|credential|token|signature|auth|denied|security|expired|client|optin|^kms|address|queuedoesnotexist|nonexistentqueue|deletedrecently|^unknown/i;

/** Sends a batch to SQS; tells which entries SQS refused, and throws what may pass. */
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
  const send = async (entries: BatchEntry[]): Promise<SendResult> => {
    const command = new SendMessageBatchCommand({
      QueueUrl: options.queueUrl,
      Entries: entries.map(({ id, body }) => ({ Id: id, MessageBody: body })),
    });
    const result: SendResult = { later: [], never: new Map() };
    try {
      const { Failed = [] } = await sqs.send(command);
      for (const { Id: id = '', SenderFault, Code: code = '' } of Failed) {
        if (SenderFault && !PASSING.test(code)) result.never.set(id, code);
        else result.later.push(id);
      }
    } catch (error) {
      if (!isForContent(error)) throw error;
      for (const { id } of entries) result.never.set(id, error.name);
    }
    return result;
  };
  return { send, close: () => sqs.destroy() };
}

function isForContent(error: unknown): error is SQSServiceException {
  if (!(error instanceof SQSServiceException)) return false;
  const status = error.$metadata.httpStatusCode;
  return (status === 400 || status === 413) && !PASSING.test(error.name);
}
