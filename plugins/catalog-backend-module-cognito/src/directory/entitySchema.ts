import { z } from 'zod';

const API_VERSIONS = ['backstage.io/v1alpha1', 'backstage.io/v1beta1'] as const;

// The catalog's own rules for names (docs: descriptor format, metadata.name).
const entityName = z
  .string()
  .max(63, 'longer than 63 characters')
  .regex(
    /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/,
    'letters, digits, "-", "_" and ".", with a letter or digit at both ends',
  );

const metadata = z.looseObject({
  name: entityName,
  namespace: entityName.optional(),
});

const refs = z.array(z.string().min(1)).nullish();

// Cognito's longest attribute value is 2048; nobody's name is.
const displayName = z.string().trim().min(1).max(256).optional();

const userSchema = z.looseObject({
  apiVersion: z.enum(API_VERSIONS),
  kind: z.literal('User'),
  metadata,
  spec: z.looseObject(
    {
      profile: z.looseObject(
        {
          displayName,
          email: z
            .string('missing, and without one nobody can log in')
            .trim()
            .max(128, "longer than the 128 characters of Cognito's user names")
            .toLowerCase()
            .pipe(z.email('not an email address')),
        },
        'missing, and with it the email to log in by',
      ),
      memberOf: refs,
    },
    'missing, and with it the email to log in by',
  ),
});

const groupSchema = z.looseObject({
  apiVersion: z.enum(API_VERSIONS),
  kind: z.literal('Group'),
  metadata,
  spec: z.looseObject({ members: refs }),
});

/** What these files may hold. Fields that nobody here reads are let through. */
export const entitySchema = z.discriminatedUnion(
  'kind',
  [userSchema, groupSchema],
  'only User and Group stand in these files',
);

export type DirectoryEntity = z.infer<typeof entitySchema>;
export type UserEntity = z.infer<typeof userSchema>;
export type GroupEntity = z.infer<typeof groupSchema>;
