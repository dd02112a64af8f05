import { PLATFORM_ACCOUNT } from './accessVariables';

/** A request to AWS, as IAM sees it. */
export interface Request {
  action: string;
  resource: string;
  context?: Record<string, string | string[]>;
}

/** The server's mark, in a request that makes something and on what is there. */
export const NEW = { 'aws:RequestTag/ManagedBy': 'terrastage' };
export const OURS = { 'aws:ResourceTag/ManagedBy': 'terrastage' };
export const MADE_BOUNDARY = {
  'iam:PermissionsBoundary': `arn:aws:iam::${PLATFORM_ACCOUNT}:policy/terrastage-made-boundary`,
};

export const arn = {
  ec2: (kind: string, id = `${kind}-0a1b2c3d4e5f60718`) =>
    `arn:aws:ec2:us-east-1:${PLATFORM_ACCOUNT}:${kind}/${id}`,
  rds: (kind: string, name: string) =>
    `arn:aws:rds:us-east-1:${PLATFORM_ACCOUNT}:${kind}:${name}`,
  iam: (kind: string, name: string) =>
    `arn:aws:iam::${PLATFORM_ACCOUNT}:${kind}/${name}`,
  logs: (name: string) =>
    `arn:aws:logs:us-east-1:${PLATFORM_ACCOUNT}:log-group:${name}`,
};

/** The same for several actions. */
export function each(
  actions: string,
  resource: string,
  context?: Request['context'],
): Request[] {
  return actions
    .trim()
    .split(/\s+/)
    .map(action => ({ action, resource, context }));
}
