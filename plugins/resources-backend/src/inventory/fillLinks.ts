import type { ResourceOutput } from '@terrastage/plugin-resources-common';
import type { ResourceLink, ResourceRecord } from './ResourceRecord';

/**
 * Links by the manifest's patterns. Values go in URL-encoded; a link for which an output is still missing is left
 * out, and so is one that leads elsewhere than to the web.
 */
export function fillLinks(
  patterns: ResourceRecord['linkPatterns'],
  values: {
    name: string;
    region: string;
    outputs: Record<string, ResourceOutput>;
  },
): ResourceLink[] {
  return patterns.flatMap(({ title, url, icon }) => {
    const filled = fill(url, values);
    return filled && /^https?:\/\//i.test(filled)
      ? [{ title, url: filled, ...(icon && { icon }) }]
      : [];
  });
}

function fill(
  pattern: string,
  values: Parameters<typeof fillLinks>[1],
): string | undefined {
  let complete = true;
  const filled = pattern.replace(
    /\{(name|region|output\.[A-Za-z0-9_-]+)\}/g,
    (_, key: string) => {
      const value =
        key === 'name' || key === 'region'
          ? values[key]
          : values.outputs[key.slice('output.'.length)]?.value;
      if (typeof value !== 'string' && typeof value !== 'number') {
        complete = false;
        return '';
      }
      return encodeURIComponent(String(value));
    },
  );
  return complete ? filled : undefined;
}
