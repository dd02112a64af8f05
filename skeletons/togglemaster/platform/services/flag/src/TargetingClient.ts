import { ServiceClient, type Caller } from '@togglemaster/kit';
import { rule, segment, type Rule, type Segment } from '@togglemaster/rules';
import { z } from 'zod';

export type ImportedRules = {
  flag: string;
  rules: Pick<Rule, 'conditions' | 'serve'>[];
};

const everything = z.object({
  rules: z.array(rule),
  segments: z.array(segment),
});

/** The rules that belong to an environment's flags. */
export class TargetingClient {
  readonly #service: ServiceClient;

  constructor(baseUrl: string) {
    this.#service = new ServiceClient({ name: 'targeting', baseUrl });
  }

  async everything(
    project: string,
    environment: string,
    caller: Caller,
  ): Promise<{ rules: Rule[]; segments: Segment[] }> {
    return this.#service.request({
      method: 'GET',
      path: '/targeting/export',
      query: { project, environment },
      caller,
      schema: everything,
    });
  }

  /** The rules of one flag. */
  async rules(
    project: string,
    environment: string,
    flag: string,
    caller: Caller,
  ): Promise<Rule[]> {
    const { rules } = await this.#service.request({
      method: 'GET',
      path: '/targeting/rules',
      query: { project, environment, flag },
      caller,
      schema: everything.pick({ rules: true }),
    });
    return rules;
  }

  /** @throws Problem what {@link replace} would, with paths in the document, but for flags that are not there yet */
  async check(
    project: string,
    environment: string,
    flags: ImportedRules[],
    caller: Caller,
  ): Promise<void> {
    await this.#import({ project, environment, flags, check: true }, caller);
  }

  /** Tells whether changes of an environment need approval now. */
  async protect(
    project: string,
    environment: string,
    isProtected: boolean,
    caller: Caller,
  ): Promise<void> {
    await this.#service.request({
      method: 'PUT',
      path: `/targeting/environments/${environment}`,
      query: { project },
      body: { protected: isProtected },
      caller,
      schema: z.undefined(),
    });
  }

  /** Puts these rules in the place of those that the flags had. */
  async replace(
    project: string,
    environment: string,
    flags: ImportedRules[],
    caller: Caller,
  ): Promise<void> {
    await this.#import({ project, environment, flags }, caller);
  }

  async #import(body: object, caller: Caller): Promise<void> {
    await this.#service.request({
      method: 'POST',
      path: '/targeting/import',
      body,
      caller,
      schema: z.undefined(),
    });
  }
}
