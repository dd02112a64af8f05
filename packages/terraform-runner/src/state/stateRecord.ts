import type { ManagedResource, Output, StateRecord } from '../protocol';
import type { StateBody, StateFile } from './stateFile';

/** What the inventory keeps of a state. */
export function stateRecord(
  file: StateFile,
  versionId: string | undefined,
): StateRecord {
  return {
    lineage: file.lineage,
    serial: file.serial,
    versionId,
    terraformVersion: file.body?.terraform_version ?? 'unknown',
    managed: file.body ? managedResources(file.body) : [],
  };
}

/** Outputs without the values of sensitive ones. */
export function stateOutputs(body: StateBody): Record<string, Output> {
  return Object.fromEntries(
    Object.entries(body.outputs).map(([name, { sensitive, value }]) => [
      name,
      sensitive ? { sensitive } : { sensitive, value },
    ]),
  );
}

function managedResources(body: StateBody): ManagedResource[] {
  return body.resources
    .filter(({ mode }) => mode === 'managed')
    .flatMap(({ module, type, name, instances }) =>
      instances.map(({ index_key: key, attributes }) => ({
        address: [module, type, name]
          .filter(Boolean)
          .join('.')
          .concat(key === undefined ? '' : `[${JSON.stringify(key)}]`),
        type,
        name,
        ...text('id', attributes?.id),
        ...text('arn', attributes?.arn),
      })),
    );
}

function text(name: 'id' | 'arn', value: unknown): { [key: string]: string } {
  return typeof value === 'string' ? { [name]: value } : {};
}
