import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';

/** The queue of this service. */
export function openQueue(options: { region: string; queueUrl: string }) {
  const sqs = new SQSClient({
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
  return {
    sqs,
    ping: () =>
      sqs.send(
        new GetQueueAttributesCommand({
          QueueUrl: options.queueUrl,
          AttributeNames: ['ApproximateNumberOfMessages'],
        }),
      ),
    close: () => sqs.destroy(),
  };
}
