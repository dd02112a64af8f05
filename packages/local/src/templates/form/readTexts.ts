import { mapFormTexts } from '@terrastage/plugin-resources-common';
import type { YamlFile, YamlPath } from '../read/YamlFile';
import { readPages } from './readPages';

export type Text = { text: string; path: YamlPath };

type Entity = {
  metadata?: Record<string, unknown>;
  spec?: {
    steps?: Record<string, unknown>[];
    output?: {
      links?: Record<string, unknown>[];
      text?: Record<string, unknown>[];
    };
  };
};

/** All that people read of a template: its card, its form, the names of its steps and what it says in the end. */
export function readTexts(template: YamlFile): Text[] {
  const texts: Text[] = [];
  const add = (value: unknown, path: YamlPath) => {
    if (typeof value === 'string') texts.push({ text: value, path });
  };
  const { metadata, spec } = (template.value ?? {}) as Entity;
  for (const key of ['title', 'description']) {
    add(metadata?.[key], ['metadata', key]);
  }
  for (const { schema, path } of readPages(template)) {
    mapFormTexts(schema, (text, inner) => {
      add(text, [...path, ...inner]);
      return text;
    });
  }
  const lists = [
    { list: spec?.steps, path: ['spec', 'steps'], keys: ['name'] },
    {
      list: spec?.output?.links,
      path: ['spec', 'output', 'links'],
      keys: ['title'],
    },
    {
      list: spec?.output?.text,
      path: ['spec', 'output', 'text'],
      keys: ['title', 'content'],
    },
  ];
  for (const { list, path, keys } of lists) {
    (Array.isArray(list) ? list : []).forEach((one, index) =>
      keys.forEach(key => add(one?.[key], [...path, index, key])),
    );
  }
  return texts;
}
