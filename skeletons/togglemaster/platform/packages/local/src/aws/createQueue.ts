import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

const MAX_RECEIVES = 5;

/** A queue with its dead-letter queue, as Terraform makes them in a real account; again is the same. */
export async function createQueue(
  sqs: SQSClient,
  name: string,
  visibilitySeconds = 30,
): Promise<{ queueUrl: string; deadLetterUrl: string }> {
  const dead = await sqs.send(
    new CreateQueueCommand({ QueueName: `${name}-dead` }),
  );
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl: dead.QueueUrl,
      AttributeNames: ['QueueArn'],
    }),
  );
  const queue = await sqs.send(
    new CreateQueueCommand({
      QueueName: name,
      Attributes: {
        VisibilityTimeout: String(visibilitySeconds),
        RedrivePolicy: JSON.stringify({
          deadLetterTargetArn: Attributes?.QueueArn,
          maxReceiveCount: MAX_RECEIVES,
        }),
      },
    }),
  );
  return { queueUrl: queue.QueueUrl!, deadLetterUrl: dead.QueueUrl! };
}
