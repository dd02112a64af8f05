import { delimiter, dirname } from 'node:path';

/** The environment in which `node` means the Node that was found. */
export function nodeEnv(node, env = process.env) {
  return {
    ...env,
    PATH: [dirname(node.path), env.PATH].filter(Boolean).join(delimiter),
    ...(node.nodedir && { npm_config_nodedir: node.nodedir }),
  };
}
