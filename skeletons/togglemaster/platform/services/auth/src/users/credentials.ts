import { z } from 'zod';

export const email = z
  .email()
  .max(254)
  .transform(text => text.toLowerCase());

/** Length is what counts: there are no rules of composition. */
export const credentials = z.strictObject({
  email,
  password: z.string().min(12).max(128),
});
