/** The two halves of an environment, each written by one service. */
export type Source = 'flags' | 'targeting';
export const SOURCES: readonly Source[] = ['flags', 'targeting'];

export type EnvironmentRef = { project: string; environment: string };

/** "project/environment" of every environment that was ever published. */
export const ENVIRONMENTS_KEY = 'tm:environments';
export const CHANNEL = 'tm:changes';

export const memberOf = ({ project, environment }: EnvironmentRef) =>
  `${project}/${environment}`;

export function refOf(member: string): EnvironmentRef {
  const [project = '', environment = ''] = member.split('/');
  return { project, environment };
}

/** The braces keep one environment's keys together on a Redis cluster. */
export const versionKey = (source: Source, ref: EnvironmentRef) =>
  `tm:{${memberOf(ref)}}:${source}:version`;

/** A hash of entry key to JSON. */
export const entriesKey = (source: Source, ref: EnvironmentRef) =>
  `tm:{${memberOf(ref)}}:${source}`;
