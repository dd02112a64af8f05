import { translationsSchema } from './translationsSchema';

/** Gives a text in the chosen language, or as it is where that is not known. */
export type Translate = (text: string) => string;

/** What a step or an output fills in: `${{ parameters.name }}`. */
const EXPRESSION = /\$\{\{[\s\S]*?\}\}/g;

/**
 * Translates texts of one template. A text with expressions is found again after they have been filled in, and its
 * translation is filled with the same values.
 *
 * @param translations - of the template; anything else than `Translations` translates nothing, as no text must keep a form from being shown
 */
export function translator(translations: unknown, language: string): Translate {
  const { data = [] } = translationsSchema.safeParse(translations);
  const known = new Map(
    data.flatMap(({ en, [language]: translated }) =>
      translated ? [[en, translated]] : [],
    ),
  );
  const patterns = [...known].filter(([en]) => en.search(EXPRESSION) >= 0);
  return text => {
    const translated = known.get(text);
    if (translated !== undefined) {
      return translated;
    }
    for (const [en, other] of patterns) {
      const filled = fill(en, other, text);
      if (filled !== undefined) {
        return filled;
      }
    }
    return text;
  };
}

function fill(en: string, translated: string, text: string) {
  // What fills in a text may take the line break at its end.
  const parts = en.trim().split(EXPRESSION).map(escape);
  const pattern = RegExp(`^${parts.join('([\\s\\S]*?)')}\\s*$`);
  const values = pattern.exec(text)?.slice(1);
  const expressions: string[] = en.match(EXPRESSION) ?? [];
  return (
    values &&
    translated.replace(
      EXPRESSION,
      expression => values[expressions.indexOf(expression)] ?? expression,
    )
  );
}

function escape(literal: string) {
  return literal.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
