import type { Finding } from '../Finding';
import type { Skeleton } from '../read/TemplateSet';
import { securityFaults } from '../rules/securityFindings';
import { findingAtBlock } from './blockOf';
import type { SamplePlan } from './planSamples';

/** Nothing that a sample makes is open, unencrypted or allowed everything. */
export function checkSecurity(
  skeleton: Skeleton,
  { sample, resources }: SamplePlan,
): Finding[] {
  return securityFaults(resources).map(({ address, fault }) =>
    findingAtBlock(
      skeleton,
      address,
      `${address} of the sample ${sample.name} ${fault}`,
    ),
  );
}
