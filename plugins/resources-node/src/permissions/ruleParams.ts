import { z } from 'zod';

/** Entity refs of users and groups, lower case. */
export const ownersSchema = z.object({ owners: z.array(z.string()) });

/** Names of environments. */
export const environmentsSchema = z.object({
  environments: z.array(z.string()),
});

/** Entity ref of a user, lower case. */
export const userSchema = z.object({ user: z.string() });
