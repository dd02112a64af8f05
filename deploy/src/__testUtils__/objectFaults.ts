import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import Ajv from 'ajv';
import { deployPath } from '../deployPath';
import type { KubernetesObject } from './KubernetesObject';
import targetGroupBinding from './targetGroupBinding.schema.json';

const ajv = new Ajv({ allowUnionTypes: true });
const validateBinding = ajv.compile(targetGroupBinding);

/** What is wrong with objects by the schemas of the Kubernetes API, as `Kind/name: fault`; fields that nobody knows among it. */
export async function objectFaults(
  objects: KubernetesObject[],
): Promise<string[]> {
  const bindings = objects.filter(isBinding);
  const others = objects.filter(object => !isBinding(object));
  const results = await validate(others);
  return [
    ...bindings
      .filter(binding => !validateBinding(binding))
      .map(binding => `${nameOf(binding)}: not a TargetGroupBinding`),
    ...others.flatMap((object, index) =>
      results[index].map(fault => `${nameOf(object)}: ${fault}`),
    ),
  ];
}

function isBinding({ kind }: KubernetesObject): boolean {
  return kind === 'TargetGroupBinding';
}

function nameOf({ kind, metadata }: KubernetesObject): string {
  return `${kind}/${metadata?.name}`;
}

async function validate(objects: KubernetesObject[]): Promise<string[][]> {
  const child = spawn(
    process.execPath,
    [deployPath('src/__testUtils__/validateObjects.mjs')],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  child.stdin.end(JSON.stringify(objects));
  const [out, error] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
  ]);
  if (!out) throw new Error(`validateObjects.mjs gave no answer: ${error}`);
  return JSON.parse(out);
}
