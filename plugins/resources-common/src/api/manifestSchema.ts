import { z } from 'zod';

const typeSchema = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);
const terraformNameSchema = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);
const jsonSchemaSchema = z.record(z.string(), z.json());

/** One of the names in a map, such as a subnet of a network. */
export const manifestChoiceSchema = z.strictObject({
  /** Output of the other resource that is the map. */
  output: terraformNameSchema,
  /** JSON Schema (2020-12) that the entry of the name must hold. */
  schema: jsonSchemaSchema.optional(),
  /** Said where the entry does not hold the schema. */
  message: z.string().min(1).max(300).optional(),
});

/** Another resource of the inventory that this one is built on. The request says which resource it is. */
export const manifestUseSchema = z.strictObject({
  /** Type of the other resource. */
  type: typeSchema,
  title: z.string().min(1).max(80),
  description: z.string().max(500).optional(),
  /** Whether a request without it is refused. */
  required: z.boolean(),
  /** Several resources may fill it: each variable is then a list, with one value a resource. */
  many: z.boolean().optional(),
  /**
   * Variables that the server fills, by the output of the other resource that they take. They are declared in
   * the skeleton's `variables.tf` and not in the manifest's `variables`: a request cannot set them.
   */
  variables: z
    .record(terraformNameSchema, terraformNameSchema)
    .refine(variables => Object.keys(variables).length > 0, {
      message: 'must fill at least one variable',
    }),
  /** What the other resource has to be like. */
  outputs: z
    .strictObject({
      /** JSON Schema (2020-12) of its outputs, by name. */
      schema: jsonSchemaSchema,
      /** Said where it does not hold: what is missing, and what to do. */
      message: z.string().min(1).max(300),
    })
    .optional(),
  /**
   * Name of another relation: each of these resources must be built on the same resource under it as the one that
   * is made. A database's clients share its network so.
   */
  shares: terraformNameSchema.optional(),
  /** Variables that a request sets to one of the names in a map that the other resource has as output. */
  choices: z.record(terraformNameSchema, manifestChoiceSchema).optional(),
});
export type ManifestUse = z.infer<typeof manifestUseSchema>;

/** Why a template is no longer to be used, in words for those who use it. */
export const manifestEndSchema = z.strictObject({
  /** Version from which on it is so. */
  since: z.string().regex(/^\d+\.\d+\.\d+$/),
  /** What to use instead, and until when this one stays. */
  message: z.string().min(1).max(500),
});
export type ManifestEnd = z.infer<typeof manifestEndSchema>;

/** What is different in one environment. */
export const manifestEnvironmentSchema = z.strictObject({
  /** Values that the server takes for variables that a request leaves out. */
  defaults: z.record(terraformNameSchema, z.json()).optional(),
  /** JSON Schema that must hold as well as the manifest's `variables`: it can narrow them, not widen. */
  variables: jsonSchemaSchema.optional(),
});
export type ManifestEnvironment = z.infer<typeof manifestEnvironmentSchema>;

/**
 * `terrastage.yaml` in a skeleton: what the server must know of it beyond Terraform's own declarations.
 * It is part of the bundle, so a resource keeps the rules that it was made by.
 */
export const manifestSchema = z
  .strictObject({
    apiVersion: z.literal('terrastage/v1'),
    /** Type of the resources that it makes: `s3-bucket`. */
    type: typeSchema,
    title: z.string().min(1).max(80),
    /** Semantic version. */
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    /** There is something better: forms and resource pages say so. */
    deprecated: manifestEndSchema.optional(),
    /** It makes no new resources. Those that stand are changed and destroyed by the files that they have. */
    retired: manifestEndSchema.optional(),
    /**
     * JSON Schema (2020-12) of the variables; checked before any run. It must be an object without additional
     * properties. A `description` beside a `pattern` or a `not` is what a person reads who breaks it.
     */
    variables: jsonSchemaSchema,
    /** JSON Schema for the resource's name, where the type is narrower than the inventory. */
    name: jsonSchemaSchema.optional(),
    /** Resources that it is built on, by the name of the relation. */
    uses: z.record(terraformNameSchema, manifestUseSchema).optional(),
    /**
     * Variable that holds an IPv4 range in CIDR notation. While the resource stands, no other resource of the same
     * account may have a range that overlaps.
     */
    networkRange: terraformNameSchema.optional(),
    /** Rules by environment. Where it is given, an environment that it does not name is refused. */
    environments: z
      .record(
        z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
        manifestEnvironmentSchema,
      )
      .optional(),
    /** Link patterns for the resource page and the catalog; `{name}`, `{region}` and `{output.x}` are filled in URL-encoded. */
    links: z
      .array(
        z.strictObject({
          title: z.string(),
          url: z.string(),
          icon: z.string().optional(),
        }),
      )
      .optional(),
  })
  .superRefine((manifest, context) => {
    const declared = propertiesOf(manifest.variables);
    const filledBy = new Map<string, string>();

    for (const [relation, use] of Object.entries(manifest.uses ?? {})) {
      for (const variable of Object.keys(use.variables)) {
        const path = ['uses', relation, 'variables', variable];
        const other = filledBy.get(variable);
        if (declared.has(variable)) {
          context.addIssue({
            code: 'custom',
            path,
            message:
              'is also among the variables that a request sets: the server alone may fill it',
          });
        } else if (other) {
          context.addIssue({
            code: 'custom',
            path,
            message: `is also filled by ${other}`,
          });
        }
        filledBy.set(variable, relation);
      }
      for (const variable of Object.keys(use.choices ?? {})) {
        if (!declared.has(variable)) {
          context.addIssue({
            code: 'custom',
            path: ['uses', relation, 'choices', variable],
            message: 'is not among the variables of the manifest',
          });
        }
      }
      if (use.shares !== undefined) {
        const shared = manifest.uses?.[use.shares];
        if (!shared || shared.many || use.shares === relation) {
          context.addIssue({
            code: 'custom',
            path: ['uses', relation, 'shares'],
            message: 'is not another relation of the manifest to one resource',
          });
        }
      }
      if (use.many && use.choices) {
        context.addIssue({
          code: 'custom',
          path: ['uses', relation, 'choices'],
          message: 'can be given for a single resource only, not for many',
        });
      }
    }
    if (
      manifest.networkRange !== undefined &&
      !declared.has(manifest.networkRange)
    ) {
      context.addIssue({
        code: 'custom',
        path: ['networkRange'],
        message: 'is not among the variables of the manifest',
      });
    }

    for (const [name, rules] of Object.entries(manifest.environments ?? {})) {
      const named = [
        ...Object.keys(rules.defaults ?? {}).map(variable => ({
          variable,
          path: ['environments', name, 'defaults', variable],
        })),
        ...[...propertiesOf(rules.variables)].map(variable => ({
          variable,
          path: ['environments', name, 'variables', 'properties', variable],
        })),
      ];
      for (const { variable, path } of named) {
        if (!declared.has(variable)) {
          context.addIssue({
            code: 'custom',
            path,
            message: 'is not among the variables of the manifest',
          });
        }
      }
    }
  });
export type Manifest = z.infer<typeof manifestSchema>;

function propertiesOf(schema: Record<string, unknown> | undefined) {
  const properties = schema?.properties;
  return new Set(
    typeof properties === 'object' && properties !== null
      ? Object.keys(properties)
      : [],
  );
}
