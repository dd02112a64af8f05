import { InputError } from '@backstage/errors';

/** Largest sum of a bundle's files, in bytes. The portal refuses more with 413. */
export const MAX_BUNDLE_BYTES = 5 * 1024 * 1024;

/** The portal refuses more. */
export const MAX_BUNDLE_FILES = 1000;

/** Counts what goes into a bundle and stops before too much of it is read. */
export class BundleLimits {
  private bytes = 0;
  private files = 0;

  /** @param field - the action's input that named the files, for messages. */
  constructor(private readonly field: string) {}

  /** @throws InputError when the file doesn't fit any more. */
  add(size: number): void {
    this.files += 1;
    this.bytes += size;
    if (this.files > MAX_BUNDLE_FILES) {
      throw new InputError(
        `${this.field}: there are more than ${MAX_BUNDLE_FILES} files; a Terraform module has to be smaller`,
      );
    }
    if (this.bytes > MAX_BUNDLE_BYTES) {
      throw new InputError(
        `${this.field}: the files are larger than ${
          MAX_BUNDLE_BYTES / 1024 / 1024
        } MB together; keep large files out of a Terraform module`,
      );
    }
  }
}
