/** Ids by address. */
export type Imports = Readonly<Record<string, string>>;

export const IMPORTS_FILE = 'imports.tf.json';

/** `imports.tf.json`. An id is a template there, so what Terraform would evaluate is escaped. */
export function importsFile(imports: Imports): object {
  return {
    import: Object.entries(imports).map(([to, id]) => ({
      to,
      id: id.replace(/([$%])\{/g, '$1$1{'),
    })),
  };
}
