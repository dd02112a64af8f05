import { isIP } from 'node:net';
import { RE2JS } from 're2js';
import { parse } from 'semver';
import { z } from 'zod';
import { expansionOf } from './expansionOf.ts';

const MAX_PATTERN = 256;
/** Instructions: repetitions are written out, so that few characters can become many of them, which stay in memory. */
const MAX_PROGRAM = 2_048;
/** What is estimated to be so much larger is not even compiled. */
const MAX_EXPANSION = 10 * MAX_PROGRAM;

/** A regular expression in RE2's syntax: it can't take exponential time. */
export const pattern = z
  .string()
  .min(1)
  .max(MAX_PATTERN, { abort: true })
  .superRefine((text, context) => {
    const fault = expressionFault(text);
    if (fault) context.addIssue({ code: 'custom', message: fault });
  });

function expressionFault(text: string): string | undefined {
  const tooLarge = `compiles to more than ${MAX_PROGRAM} instructions: let it repeat less`;
  if (expansionOf(text) > MAX_EXPANSION) return tooLarge;
  try {
    const size = RE2JS.compile(text).programSize();
    return size > MAX_PROGRAM ? tooLarge : undefined;
  } catch (error) {
    return `not an RE2 expression: ${(error as Error).message}`;
  }
}

export const semanticVersion = z
  .string()
  .max(256)
  .refine(text => parse(text) !== null, 'not a semantic version, as 1.4.0');

/** RFC 3339 with an offset or Z. */
export const timestamp = z.iso.datetime({ offset: true });

/** A network, IPv4 or IPv6, without host bits; or one address. */
export const cidr = z
  .string()
  .max(50)
  .refine(isCidr, 'not a network, as 10.0.0.0/8 or 2001:db8::/32');

function isCidr(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  return (
    /^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128)
  );
}
