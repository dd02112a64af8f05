import { mapFormTexts } from './mapFormTexts';
import { translator } from './translator';

/** A template's form as the scaffolder gives it. */
export interface TemplateForm {
  title: string;
  description?: string;
  /** With the template's `translations`, if there are any. */
  presentation?: object;
  /** Its pages. */
  steps: { title: string; description?: string; schema: object }[];
}

/** A form in a language that its template's `translations.yaml` has; what is not there stays as it is. Pure. */
export function translateForm<T extends TemplateForm>(
  form: T,
  language: string,
): T {
  const { translations } = (form.presentation ?? {}) as {
    translations?: unknown;
  };
  const translate = translator(translations, language);
  const optional = (text?: string) => text && translate(text);
  return {
    ...form,
    title: translate(form.title),
    description: optional(form.description),
    steps: form.steps.map(({ title, description, schema, ...step }) => ({
      ...step,
      title: translate(title),
      description: optional(description),
      schema: mapFormTexts(schema as Record<string, unknown>, translate),
    })),
  };
}
