import { blocksOf } from './blocksOf';
import { dataBlocks } from './dataBlocks';
import type { ModuleFile } from './ModuleFile';

/** A provider that a file uses, by the local name that it has there. */
export type UsedProvider = { localName: string; file: ModuleFile; by: string };

/** Resources, data sources and provider blocks name a provider: by their own words, or by their type's first. */
export function usedProviders(files: ModuleFile[]): UsedProvider[] {
  return files.flatMap(file => {
    const typed = [
      ...blocksOf(file.body, 'resource', 2),
      ...dataBlocks(file.body),
      ...blocksOf(file.body, 'ephemeral', 2),
    ].map(({ labels, body }) => ({
      localName: chosenProvider(body.provider) ?? labels[0].split('_')[0],
      file,
      by: labels.join('.'),
    }));
    const configured = blocksOf(file.body, 'provider', 1).map(({ labels }) => ({
      localName: labels[0],
      file,
      by: `provider "${labels[0]}"`,
    }));
    return [...typed, ...configured];
  });
}

/** `provider = aws.east`, which the parser gives as `${aws.east}`. */
function chosenProvider(value: unknown): string | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  return value
    .replace(/^\$\{|\}$/g, '')
    .trim()
    .split('.')[0];
}
