import { z } from 'zod';
import { ConfigError } from './ConfigError.ts';

/**
 * Reads a service's settings from the environment, once, at its start. The
 * schema's keys are the variables' names; an empty variable counts as absent.
 *
 * @throws ConfigError that names every variable at fault, never its value
 */
export function parseConfig<S extends z.ZodObject>(
  schema: S,
  env: NodeJS.ProcessEnv,
): z.output<S> {
  const given = Object.fromEntries(
    Object.keys(schema.shape)
      .map(name => [name, env[name]] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new ConfigError(
    result.error.issues.map(issue => ({
      variable: issue.path.join('.') || '(all)',
      message: issue.message,
    })),
  );
}
