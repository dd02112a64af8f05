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

  /** Puts these rules in the place of those that the flags had. */
  async replace(
    project: string,
    environment: string,
    flags: ImportedRules[],
    caller: Caller,
  ): Promise<void> {
    await this.#service.request({
      method: 'POST',
      path: '/targeting/import',
      body: { project, environment, flags },
      caller,
      schema: z.undefined(),
    });
  }
}
