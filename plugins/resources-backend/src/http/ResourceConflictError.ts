import { ConflictError } from '@backstage/errors';

/** 409 whose body names what is in the way, where the caller may know it. */
export class ResourceConflictError extends ConflictError {
  /** The active run that is in the way. */
  readonly runId?: string;
  /** The resource that is in the way, or that the run in the way belongs to. */
  readonly resourceId?: string;

  constructor(
    message: string,
    about: { runId?: string; resourceId?: string } = {},
  ) {
    super(message);
    this.runId = about.runId;
    this.resourceId = about.resourceId;
  }
}
