import {
  addedServices,
  createAwsParts,
  createDatabase,
} from '@togglemaster/local';

/** Makes what the services find in a real account: databases, queues, tables. Runs inside Docker Compose. */
const { POSTGRES_URL, AWS_URL } = process.env;
if (!POSTGRES_URL || !AWS_URL) {
  console.error(
    'POSTGRES_URL and AWS_URL have to be set: see parts in compose.yaml',
  );
  process.exit(78);
}
const added = await addedServices();
const databases = added
  .filter(({ stores }) => stores.includes('postgres'))
  .map(({ name }) => name);
for (const name of ['auth', 'flag', 'targeting', ...databases]) {
  await createDatabase(POSTGRES_URL, name);
}
await createAwsParts({ url: AWS_URL, added });
console.log('Databases, queues and tables are there');
