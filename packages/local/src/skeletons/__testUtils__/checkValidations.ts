import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { tempDir } from '../../system/tempDir';
import { findTerraform } from '../../terraform/findTerraform';
import { escapeTemplates } from '../../templates/workspace/escapeTemplates';
import { runToEnd } from '../../templates/workspace/runToEnd';
import { skeletonFolder } from '../../templates/read/skeletonFolder';

export type ValidationCase = {
  variables: Record<string, unknown>;
  /** The variable whose own rules have to refuse it; without one all have to be content. */
  refused?: string;
};

const lineSchema = z.looseObject({
  type: z.string(),
  '@testfile': z.string().optional(),
  test_run: z.looseObject({ status: z.string().optional() }).optional(),
  diagnostic: z.looseObject({ detail: z.string().default('') }).optional(),
});

/**
 * Holds cases against the validation blocks of a skeleton's variables, by `terraform test` on `variables.tf` alone:
 * that needs no provider and takes milliseconds a case.
 *
 * @returns what did not come out as the case says, with its number
 */
export async function checkValidations(
  skeleton: string,
  cases: ValidationCase[],
): Promise<string[]> {
  const terraform = await findTerraform();
  if (!terraform) {
    throw new Error('There is no Terraform 1.10 or later on PATH');
  }
  const folder = await tempDir(`terrastage-${skeleton}-variables-`);
  try {
    await cp(
      join(skeletonFolder(skeleton), 'variables.tf'),
      join(folder.path, 'variables.tf'),
    );
    await mkdir(join(folder.path, 'tests'));
    await Promise.all(
      cases.map((one, index) =>
        writeFile(
          join(folder.path, 'tests', `case-${index}.tftest.json`),
          JSON.stringify(testFile(one)),
        ),
      ),
    );
    return failuresIn(await runTests(terraform.path, folder.path), cases);
  } finally {
    await folder.remove();
  }
}

// One file a case: after an unexpected error Terraform skips the rest of a file.
function testFile({ variables, refused }: ValidationCase) {
  const run = {
    command: 'plan',
    variables: escapeTemplates(variables),
    ...(refused ? { expect_failures: [`var.${refused}`] } : {}),
  };
  return { run: [{ case: run }] };
}

/** Failed tests end Terraform with 1, and so its report counts and not its exit code. */
function runTests(terraform: string, folder: string): Promise<string> {
  return runToEnd(terraform, ['test', '-json', '-no-color'], {
    cwd: folder,
    env: { PATH: process.env.PATH, CHECKPOINT_DISABLE: '1' },
  });
}

function failuresIn(report: string, cases: ValidationCase[]): string[] {
  const lines = report
    .split('\n')
    .filter(Boolean)
    .map(line => lineSchema.parse(JSON.parse(line)));
  const failures: string[] = [];
  const passed = new Set<number>();
  for (const line of lines) {
    const index = Number(/case-(\d+)/.exec(line['@testfile'] ?? '')?.[1]);
    if (line.type === 'diagnostic') {
      failures.push(`case ${index}: ${line.diagnostic?.detail}`);
    } else if (line.test_run?.status === 'pass') {
      passed.add(index);
    }
  }
  const unheard = cases.flatMap((_, index) =>
    passed.has(index) ||
    failures.some(text => text.startsWith(`case ${index}:`))
      ? []
      : [`case ${index}: did not run`],
  );
  return [...failures, ...unheard];
}
