import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import { openApiDocument } from '../src/api/openapi';

const root = path.resolve(__dirname, '..');
const openApiFile = path.join(root, 'openapi.yaml');
const typesFile = path.join(root, 'src/generated/openapi.ts');

/** Writes `openapi.yaml` from the zod schemas and the client's types from `openapi.yaml`; `--check` only compares. */
async function generate(check: boolean): Promise<void> {
  const { default: openapiTS, astToString } = await import(
    'openapi-typescript'
  );
  const yaml = stringify(openApiDocument(), { aliasDuplicateObjects: false });
  const types = `// Generated from openapi.yaml by \`npm run generate\`.\n${astToString(
    await openapiTS(yaml),
  )}`;

  const stale: string[] = [];
  for (const [file, content] of [
    [openApiFile, yaml],
    [typesFile, types],
  ]) {
    const present = await readFile(file, 'utf8').catch(() => '');
    if (present !== content) {
      stale.push(path.relative(root, file));
      if (!check) {
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, content);
      }
    }
  }
  if (check && stale.length > 0) {
    throw new Error(
      `${stale.join(
        ' and ',
      )} no longer match the schemas: run \`npm run generate\``,
    );
  }
}

generate(process.argv.includes('--check')).catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
