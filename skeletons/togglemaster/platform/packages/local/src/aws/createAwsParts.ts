import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { AddedService } from '../platform/addedServices.ts';
import { createQueue } from './createQueue.ts';
import { createTable } from './createTable.ts';

export type AwsParts = {
  queueUrl: string;
  deadLetterUrl: string;
  table: string;
  /** Settings of added services that name their own queue and table. */
  settings: Record<string, Record<string, string>>;
};

const TABLE = 'ToggleMasterAnalytics';

/** What Terraform makes in a real account: queues and tables. */
export async function createAwsParts(options: {
  url: string;
  /** Until a message that was not deleted comes again. */
  visibilitySeconds?: number;
  /** Services beyond the five. */
  added?: AddedService[];
}): Promise<AwsParts> {
  const { url, visibilitySeconds, added = [] } = options;
  const client = {
    endpoint: url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  const sqs = new SQSClient(client);
  const dynamodb = new DynamoDBClient(client);
  try {
    const queues = await createQueue(
      sqs,
      'togglemaster-telemetry',
      visibilitySeconds,
    );
    await createTable(dynamodb, TABLE);
    const settings: AwsParts['settings'] = {};
    for (const { name, stores } of added) {
      const own = `togglemaster-${name}`;
      settings[name] = {};
      if (stores.includes('sqs')) {
        const { queueUrl } = await createQueue(sqs, own, visibilitySeconds);
        settings[name].QUEUE_URL = queueUrl;
      }
      if (stores.includes('dynamodb')) {
        await createTable(dynamodb, own);
        settings[name].TABLE_NAME = own;
      }
    }
    return { ...queues, table: TABLE, settings };
  } finally {
    sqs.destroy();
    dynamodb.destroy();
  }
}
