import { dataBlocks } from '../dataBlocks';
import { lineOf } from '../lineOf';
import type { Rule } from '../Rule';

const FORBIDDEN: Record<string, string> = {
  external: 'it runs a program on the runner while planning',
  http: 'it reaches any address from the runner while planning',
  terraform_remote_state: 'it reads the state, and so the secrets, of others',
};

/** Data sources that do more than ask AWS. */
export const dataSources: Rule = ({ files }) =>
  files.flatMap(({ path, text, body }) =>
    dataBlocks(body)
      .filter(({ labels: [type] }) => Object.hasOwn(FORBIDDEN, type))
      .map(({ labels: [type, name] }) => ({
        file: path,
        line: lineOf(text, 'data', type, name),
        message: `Data source "${type}" is not allowed: ${FORBIDDEN[type]}`,
      })),
  );
