import type { Translate } from '@terrastage/plugin-resources-common';

type Texts = { title?: string; content?: string };

/** What a template says in the end: titles of links, and texts. Pure. */
export function translateOutput<T extends object>(
  output: T,
  translate: Translate,
): T {
  const { links, text } = output as { links?: Texts[]; text?: Texts[] };
  const translated = (list?: Texts[]) =>
    list?.map(one => ({
      ...one,
      ...(one.title && { title: translate(one.title) }),
      ...(one.content && { content: translate(one.content) }),
    }));
  return {
    ...output,
    ...(links && { links: translated(links) }),
    ...(text && { text: translated(text) }),
  };
}
