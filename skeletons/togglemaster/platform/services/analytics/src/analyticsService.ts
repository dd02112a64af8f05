import { GetCommand } from '@aws-sdk/lib-dynamodb';
import {
  createApp,
  Metrics,
  problems,
  remoteCallers,
  type ServiceDefinition,
} from '@togglemaster/kit';
import { awsClients } from './awsClients.ts';
import { analyticsConfig } from './config.ts';
import { Consumer } from './consume/Consumer.ts';
import { eventsRoute } from './events/eventsRoute.ts';
import { queryRoute } from './query/queryRoute.ts';
import { statsRoute } from './stats/statsRoute.ts';
import { CountReader } from './store/CountReader.ts';
import { EventReader } from './store/EventReader.ts';
import { messageKey } from './store/tableKeys.ts';
import { TelemetryWriter } from './store/TelemetryWriter.ts';

export const analyticsService: ServiceDefinition<typeof analyticsConfig> = {
  name: 'analytics',
  config: analyticsConfig,
  create: async config => {
    const now = () => new Date();
    const aws = awsClients(config.AWS_REGION);
    const table = { table: config.TABLE_NAME, documents: aws.documents };
    const metrics = new Metrics({ process: true });
    const outcomes = metrics.counter(
      'telemetry_messages_total',
      'Messages from the queue by what became of them',
      ['outcome'],
    );
    const app = await createApp({
      name: 'analytics',
      description: 'Counts evaluations and answers questions about them',
      logLevel: config.LOG_LEVEL,
      callers: remoteCallers({
        authUrl: config.AUTH_URL,
        issuer: config.TOKEN_ISSUER,
        audience: config.TOKEN_AUDIENCE,
        now,
      }),
      metrics,
      ready: async () => {
        try {
          await aws.documents.send(
            new GetCommand({
              TableName: config.TABLE_NAME,
              Key: messageKey('ready'),
            }),
          );
        } catch (error) {
          throw problems.unavailable('DynamoDB', error);
        }
      },
    });
    const writer = new TelemetryWriter({
      ...table,
      now,
      random: Math.random,
      countsDays: config.COUNTS_DAYS,
      eventsDays: config.EVENTS_DAYS,
    });
    const consumer = new Consumer({
      sqs: aws.sqs,
      queueUrl: config.QUEUE_URL,
      pollSeconds: config.POLL_SECONDS,
      write: message => writer.write(message),
      outcome: outcome => outcomes.inc({ outcome }),
      onError: (error, messageId) =>
        app.log.warn({ err: error, messageId }, 'will come again'),
    });

    const counts = new CountReader(table);
    statsRoute(app, { counts, now });
    eventsRoute(app, { events: new EventReader(table), now });
    queryRoute(app, { counts, now });

    consumer.start();
    return {
      app,
      close: async () => {
        await consumer.stop();
        aws.close();
      },
    };
  },
};
