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

/** How what stands in AWS comes under management, by Terraform's import. */
export const manifestAdoptSchema = z.strictObject({
  /** What the id is, for people: `Name of the bucket`. */
  title: z.string().min(1).max(80),
  /** JSON Schema (2020-12) of the id. */
  id: jsonSchemaSchema,
  /** Variable that has to be the id. */
  variable: terraformNameSchema.optional(),
  /** Output that is the id: by it a thing is known that is managed already. */
  output: terraformNameSchema,
  /**
   * What is imported where, the thing itself first; `{id}` is the id. All others are left out where AWS has nothing
   * of the kind or the values ask for none.
   */
  imports: z
    .array(
      z.strictObject({
        to: z
          .string()
          .max(200)
          .regex(
            /^[a-z][a-z0-9_]*[.][a-z][a-z0-9_]*([[]([0-9]+|"[^"$%]*")])?$/,
            'must be the address of a resource in the root module',
          ),
        id: z.string().min(1).max(500),
      }),
    )
    .min(1)
    .max(50),
  /**
   * Folder with a Terraform module of data sources that finds more. It gets `id` and `planned`, which is what would
   * be made without it (`{type, values}` by address), and its output `imports` is a map of ids by address.
   */
  lookup: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .optional(),
});
export type ManifestAdopt = z.infer<typeof manifestAdoptSchema>;

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
    /** Where it is given, what stands in AWS can be adopted. */
    adopt: manifestAdoptSchema.optional(),
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

    const adopted = manifest.adopt?.variable;
    if (adopted !== undefined && !declared.has(adopted)) {
      context.addIssue({
        code: 'custom',
        path: ['adopt', 'variable'],
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
