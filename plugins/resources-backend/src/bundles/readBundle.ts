import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import type { BundleUpload } from '@terrastage/plugin-resources-common';
import { MAX_BUNDLE_BYTES } from '@terrastage/terraform-runner/protocol';
import { PayloadTooLargeError } from '../http/HttpErrors';
import type { BundleRecord } from './BundleRecord';
import { checkPath } from './checkPath';
import { readManifest } from './readManifest';

const MANIFEST = 'terrastage.yaml';

/**
 * Checks an uploaded bundle and gives it its digest.
 *
 * @throws InputError naming the file, PayloadTooLargeError over 5 MB.
 */
export function readBundle(upload: BundleUpload): BundleRecord {
  const contents = new Map<string, Buffer>();
  const seen = new Set<string>();
  let sizeBytes = 0;
  upload.files.forEach(({ path, content }, index) => {
    const field = `bundle.files[${index}].path`;
    checkPath(path, field);
    // Two that differ in case only are one file on some disks.
    if (seen.has(path.toLowerCase())) {
      throw new InputError(`${field}: '${path}' is there twice`);
    }
    seen.add(path.toLowerCase());
    const bytes = Buffer.from(content, 'base64');
    contents.set(path, bytes);
    sizeBytes += bytes.length;
  });
  if (sizeBytes > MAX_BUNDLE_BYTES) {
    throw new PayloadTooLargeError(
      `bundle: its files have ${sizeBytes} bytes, more than ${MAX_BUNDLE_BYTES}`,
    );
  }
  const manifest = contents.get(MANIFEST);
  if (!manifest) {
    throw new InputError(`bundle.files: there is no ${MANIFEST}`);
  }
  const content = canonicalJson(contents);
  return {
    digest: `sha256:${createHash('sha256').update(content).digest('hex')}`,
    content,
    sizeBytes,
    manifest: readManifest(manifest),
  };
}

/** Files by path in code unit order, contents in the one Base64 that bytes have, no white space. */
function canonicalJson(contents: Map<string, Buffer>): string {
  const files = [...contents]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, bytes]) => ({ path, content: bytes.toString('base64') }));
  return JSON.stringify({ files });
}
