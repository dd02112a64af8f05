import { ConflictError } from '@backstage/errors';
import type { RelatedResource } from '@terrastage/plugin-resources-common';

/** 409 whose body names what is in the way, where the caller may know it. */
export class ResourceConflictError extends ConflictError {
  /** The active run that is in the way. */
  readonly runId?: string;
  /** The resource that is in the way, or that the run in the way belongs to. */
  readonly resourceId?: string;

  /** What is built on the resource, as far as the caller may see it. */
  readonly dependents?: readonly RelatedResource[];

  constructor(
    message: string,
    about: Pick<
      ResourceConflictError,
      'runId' | 'resourceId' | 'dependents'
    > = {},
  ) {
    super(message);
    this.runId = about.runId;
    this.resourceId = about.resourceId;
    this.dependents = about.dependents;
  }
}
