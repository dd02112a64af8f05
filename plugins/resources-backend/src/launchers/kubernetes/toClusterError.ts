import { z } from 'zod';
import { ClusterError } from './ClusterError';

const answerSchema = z.object({
  code: z.number(),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.unknown(),
});
const watchErrorSchema = z.object({ statusCode: z.number() });
const statusSchema = z.object({ message: z.string().min(1) });

/** What the client threw as a {@link ClusterError}. @param what - such as `create the Job x` */
export function toClusterError(error: unknown, what: string): ClusterError {
  if (error instanceof ClusterError) {
    return error;
  }
  const answer = answerSchema.safeParse(error).data;
  if (answer) {
    const { code, headers, body } = answer;
    return new ClusterError(
      `Kubernetes refused to ${what} (${code}): ${messageOf(body)}${hint(
        code,
      )}`,
      code,
      retryAfter(headers['retry-after']),
    );
  }
  const status = watchErrorSchema.safeParse(error).data?.statusCode;
  return status
    ? new ClusterError(`Kubernetes refused to ${what} (${status})`, status)
    : new ClusterError(
        `Kubernetes did not answer when asked to ${what}`,
        undefined,
        undefined,
        error,
      );
}

function messageOf(body: unknown): string {
  const value = typeof body === 'string' ? parsed(body) : body;
  const message = statusSchema.safeParse(value).data?.message;
  return message ?? String(value).slice(0, 300);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function retryAfter(seconds: string | undefined): number | undefined {
  const value = Number(seconds);
  return seconds && Number.isFinite(value) && value >= 0
    ? value * 1_000
    : undefined;
}

function hint(code: number): string {
  switch (code) {
    case 401:
      return '. The portal’s credentials for the cluster are not valid any more';
    case 403:
      return '. Give the portal’s service account the rights that the README of resources-backend lists, or raise the namespace’s quota if that is what is said here';
    case 404:
      return '. Is the namespace of resources.launcher.kubernetes there?';
    default:
      return '';
  }
}
