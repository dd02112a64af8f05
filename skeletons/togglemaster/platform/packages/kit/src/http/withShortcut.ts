import type { FastifyRouteSchemaDef } from 'fastify/types/schema.js';
import { validatorCompiler } from 'fastify-type-provider-zod';

/**
 * The usual validation, but for what `read` takes at once: where a request costs
 * little else, a schema with zod is a good part of it. What `read` gives has to
 * be what the schema would give; it leaves all faults to the schema.
 */
export const withShortcut =
  (read: (value: unknown) => object | undefined) =>
  <S>(route: FastifyRouteSchemaDef<S>) => {
    const validate = validatorCompiler(route as never);
    return (value: unknown) => {
      const shortcut = read(value);
      return shortcut ? { value: shortcut } : validate(value);
    };
  };
