import { translationsSchema } from '@terrastage/plugin-resources-common';
import type { Finding } from '../Finding';
import { readTexts } from '../form/readTexts';
import type { YamlFile } from '../read/YamlFile';
import type { StaticRule } from './StaticRule';

/** What the app offers beside English. */
const LANGUAGES = ['pt'];

const FILE = 'translations.yaml';

/** Each text of a template has its translations beside it, and nothing is translated that the template no longer says. */
export const translations: StaticRule = {
  name: 'translations',
  check({ name, template, translations: file }) {
    if (!template || template.faults.length) return [];
    if (!file) {
      return [
        {
          file: `templates/${name}/${FILE}`,
          message:
            'is not there: it has the texts of template.yaml by language',
        },
      ];
    }
    if (file.faults.length) return file.faults;
    return [...named(template), ...complete(template, file)];
  },
};

/** Without it the portal would not know of the file. */
function named(template: YamlFile): Finding[] {
  const { spec } = template.value as {
    spec?: { presentation?: { translations?: { $beside?: unknown } } };
  };
  return spec?.presentation?.translations?.$beside === FILE
    ? []
    : [
        template.finding(
          ['spec', 'presentation', 'translations'],
          `spec.presentation.translations must be { $beside: ${FILE} }`,
        ),
      ];
}

function complete(template: YamlFile, file: YamlFile): Finding[] {
  const { data, error } = translationsSchema.safeParse(file.value ?? []);
  if (error) {
    return error.issues.map(({ path, message }) =>
      file.finding(path as (string | number)[], message),
    );
  }
  const texts = readTexts(template);
  const said = new Set(texts.map(({ text }) => text));
  const known = data.map(({ en }) => en);
  return [
    ...texts
      .filter(({ text }) => !known.includes(text))
      .map(({ text, path }) =>
        template.finding(
          path,
          `${path.join('.')} is not in ${FILE}: ${JSON.stringify(text)}`,
        ),
      ),
    ...data.flatMap((pair, index) => [
      ...(said.has(pair.en)
        ? []
        : [
            file.finding(
              [index, 'en'],
              `is no text of template.yaml: ${JSON.stringify(pair.en)}`,
            ),
          ]),
      ...(known.indexOf(pair.en) < index
        ? [file.finding([index, 'en'], 'stands here twice')]
        : []),
      ...LANGUAGES.filter(language => !pair[language]?.trim()).map(language =>
        file.finding([index], `has no ${language}: ${JSON.stringify(pair.en)}`),
      ),
    ]),
  ];
}
