import { z } from 'zod';

/**
 * What `translations.yaml` beside a template holds: each text as `template.yaml` says it (`en`), with its translations by
 * the code of their language, such as `pt`.
 */
export const translationsSchema = z.array(
  z.object({ en: z.string() }).catchall(z.string()),
);

/** What `translations.yaml` holds. */
export type Translations = z.infer<typeof translationsSchema>;
