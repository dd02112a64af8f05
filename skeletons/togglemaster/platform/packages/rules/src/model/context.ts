/** Attributes of the user or request that an answer depends on. */
export type Context = { targetingKey?: string } & Record<string, unknown>;
