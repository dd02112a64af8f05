import { problems, ServiceClient, type Caller } from '@togglemaster/kit';
import { servedBy, type Serve } from '@togglemaster/rules';
import { z } from 'zod';
import type { Place } from './Place.ts';

export type FlagFacts = {
  /** Of the environment. */
  protected: boolean;
  /** Names of variants by flag. */
  variants: Record<string, string[]>;
};

const answer = z.object({
  protected: z.boolean(),
  variants: z.record(z.string(), z.array(z.string())),
});

/** What the flag service knows and rules depend on. */
export class FlagClient {
  readonly #service: ServiceClient;

  constructor(baseUrl: string) {
    this.#service = new ServiceClient({ name: 'flag', baseUrl });
  }

  /** @throws Problem 404 for an environment that is not there */
  async facts(
    place: Place,
    flags: string[],
    caller: Caller,
  ): Promise<FlagFacts> {
    return this.#service.request({
      method: 'POST',
      path: '/flags/variants',
      body: { ...place, flags },
      caller,
      schema: answer,
    });
  }
}

/** @throws Problem 422 for a flag or a variant that is not there */
export function assertServes(facts: FlagFacts, flag: string, serve: Serve) {
  const known = facts.variants[flag];
  if (!known) throw problems.unprocessable(`There is no flag ${flag}`);
  const unknown = servedBy(serve).find(name => !known.includes(name));
  if (unknown !== undefined) {
    throw problems.unprocessable(
      `The flag ${flag} has no variant ${unknown}, but ${known.join(', ')}`,
    );
  }
}
