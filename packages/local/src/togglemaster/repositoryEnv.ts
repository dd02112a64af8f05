import { delimiter, dirname } from 'node:path';

/** The environment of a rendered repository's programs: this Node first on PATH, and nothing that was meant for Jest. */
export function repositoryEnv(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { NODE_OPTIONS, NODE_ENV, ...env } = process.env;
  return {
    ...env,
    PATH: [dirname(process.execPath), env.PATH].join(delimiter),
    CI: '1',
    FORCE_COLOR: '0',
    ...more,
  };
}
