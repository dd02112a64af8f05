import {
  CreateTableCommand,
  DynamoDBClient,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import {
  CreateQueueCommand,
  GetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';

export type AwsParts = {
  queueUrl: string;
  deadLetterUrl: string;
  table: string;
};

const TABLE = 'ToggleMasterAnalytics';
const MAX_RECEIVES = 5;

/** What Terraform makes in a real account: queues and table. */
export async function createAwsParts(options: {
  url: string;
  /** Until a message that was not deleted comes again. */
  visibilitySeconds?: number;
}): Promise<AwsParts> {
  const client = {
    endpoint: options.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  const sqs = new SQSClient(client);
  const dynamodb = new DynamoDBClient(client);
  try {
    const dead = await sqs.send(
      new CreateQueueCommand({ QueueName: 'togglemaster-telemetry-dead' }),
    );
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({
        QueueUrl: dead.QueueUrl,
        AttributeNames: ['QueueArn'],
      }),
    );
    const queue = await sqs.send(
      new CreateQueueCommand({
        QueueName: 'togglemaster-telemetry',
        Attributes: {
          VisibilityTimeout: String(options.visibilitySeconds ?? 30),
          RedrivePolicy: JSON.stringify({
            deadLetterTargetArn: Attributes?.QueueArn,
            maxReceiveCount: MAX_RECEIVES,
          }),
        },
      }),
    );
    await createTable(dynamodb);
    return {
      queueUrl: queue.QueueUrl!,
      deadLetterUrl: dead.QueueUrl!,
      table: TABLE,
    };
  } finally {
    sqs.destroy();
    dynamodb.destroy();
  }
}

async function createTable(dynamodb: DynamoDBClient) {
  await dynamodb.send(
    new CreateTableCommand({
      TableName: TABLE,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [
        { AttributeName: 'pk', AttributeType: 'S' },
        { AttributeName: 'sk', AttributeType: 'S' },
      ],
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
    }),
  );
  await dynamodb.send(
    new UpdateTimeToLiveCommand({
      TableName: TABLE,
      TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
    }),
  );
}
