import { errorStatus } from './errorStatus';

export type ErrorKind =
  | 'unreachable'
  | 'signedOut'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'rejected'
  | 'server';

const byStatus: Record<number, ErrorKind> = {
  401: 'signedOut',
  403: 'forbidden',
  404: 'notFound',
  409: 'conflict',
};

/** What a failure means to its reader. Without an answer from the portal it is `unreachable`. */
export function errorKind(error: unknown): ErrorKind {
  const status = errorStatus(error);
  if (status === undefined || status === 502 || status === 503) {
    return 'unreachable';
  }
  return byStatus[status] ?? (status < 500 ? 'rejected' : 'server');
}
