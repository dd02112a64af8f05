import type { Finding } from '../Finding';
import type { TemplateSet } from '../read/TemplateSet';

/** One thing that holds for every template and skeleton, and that their files alone show. */
export type StaticRule = {
  name: string;
  check(set: TemplateSet): Finding[] | Promise<Finding[]>;
};
