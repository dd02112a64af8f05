import type { Bundle } from '../protocol';

/** A bundle of files given as text. */
export function bundleOf(files: Record<string, string>): Bundle {
  return {
    files: Object.entries(files).map(([path, text]) => ({
      path,
      content: Buffer.from(text, 'utf8').toString('base64'),
    })),
  };
}
