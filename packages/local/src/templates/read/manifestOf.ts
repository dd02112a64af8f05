import {
  manifestSchema,
  type Manifest,
} from '@terrastage/plugin-resources-common';
import type { Skeleton } from './TemplateSet';

/** A skeleton's manifest; undefined where it has none that is one, which a rule of its own reports. */
export function manifestOf(skeleton: Skeleton): Manifest | undefined {
  return manifestSchema.safeParse(skeleton.manifest?.value).data;
}
