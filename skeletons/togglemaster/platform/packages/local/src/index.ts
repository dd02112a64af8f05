export { createAwsParts, type AwsParts } from './aws/createAwsParts.ts';
export { startAws, type Aws } from './aws/startAws.ts';
export { composeEnv } from './compose/composeEnv.ts';
export { LocalError } from './LocalError.ts';
export {
  addedServices,
  type AddedService,
  type Store,
} from './platform/addedServices.ts';
export {
  CORE_SERVICES,
  type ByService,
  type CoreServiceName,
} from './platform/CoreServiceName.ts';
export { Platform, type PlatformOptions } from './platform/Platform.ts';
export { keptSecrets, newSecrets, type Secrets } from './platform/Secrets.ts';
export type { ServiceProcess } from './platform/startService.ts';
export { createDatabase } from './postgres/createDatabase.ts';
export { startPostgres, type Postgres } from './postgres/startPostgres.ts';
export { freePort } from './process/freePort.ts';
export type { Supervised } from './process/startSupervised.ts';
export { startRedis } from './redis/startRedis.ts';
export { ApiClient, type Answer, type Json } from './seed/ApiClient.ts';
export { makeKey, PROJECT, seed } from './seed/seed.ts';
export { ADMIN_EMAIL, signIn, signInAdmin } from './seed/signIn.ts';
