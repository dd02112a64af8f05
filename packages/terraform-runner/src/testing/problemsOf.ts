import { checkBundle } from '../checks/checkBundle';

const AWS = 'registry.terraform.io/hashicorp/aws';

/** What is said against a bundle of files given as text, each as `file:line message`. */
export async function problemsOf(
  texts: Record<string, string>,
  allowedProviders: string[] = [AWS],
): Promise<string[]> {
  const files = Object.entries(texts).map(([path, text]) => ({
    path,
    content: Buffer.from(text, 'utf8'),
  }));
  const checked = await checkBundle(files, { allowedProviders });
  return checked.problems.map(
    ({ file, line, message }) => `${file}:${line ?? '?'} ${message}`,
  );
}
