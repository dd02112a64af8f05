export { BoundedMap } from './access/BoundedMap.ts';
export { accessPlugin } from './access/accessPlugin.ts';
export { actorOf } from './access/actorOf.ts';
export { assertReach } from './access/assertReach.ts';
export { isAllowed, type Access } from './access/Access.ts';
export type { CallerVerifier } from './access/CallerVerifier.ts';
export { identify, KEY_PREFIX } from './access/identify.ts';
export { KeyVerifier, type KeyVerifierOptions } from './access/KeyVerifier.ts';
export {
  ROLES,
  SCOPES,
  type KeyPrincipal,
  type Principal,
  type Role,
  type Scope,
  type UserPrincipal,
} from './access/Principal.ts';
export { remoteCallers } from './access/remoteCallers.ts';
export { TokenVerifier } from './access/TokenVerifier.ts';
export {
  callerOf,
  ServiceClient,
  type Caller,
} from './clients/ServiceClient.ts';
export { ConfigError } from './config/ConfigError.ts';
export { databaseConfig } from './config/databaseConfig.ts';
export { parseConfig } from './config/parseConfig.ts';
export { redisConfig } from './config/redisConfig.ts';
export { callerConfig, serviceConfig } from './config/serviceConfig.ts';
export { Database, type Queryable, type Row } from './db/Database.ts';
export { isConnectionError } from './db/isConnectionError.ts';
export { isUniqueViolation } from './db/isUniqueViolation.ts';
export { migrate } from './db/migrate.ts';
export { createApp, type App } from './http/createApp.ts';
export { Metrics } from './http/Metrics.ts';
export { Problem, type FieldFault } from './http/Problem.ts';
export { problems } from './http/problems.ts';
export { sendProblem } from './http/sendProblem.ts';
export { toProblem } from './http/toProblem.ts';
export { withShortcut } from './http/withShortcut.ts';
export { Loop } from './life/Loop.ts';
export type { RunningService } from './life/RunningService.ts';
export { runService, type ServiceDefinition } from './life/runService.ts';
export { createRedis } from './redis/createRedis.ts';
