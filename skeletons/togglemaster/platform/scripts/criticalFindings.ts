import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Tells the CRITICAL findings in the SARIF files of a folder, and ends with 1 when there is one. CodeQL itself ends
 * with 0 whatever it finds.
 */
type Rule = { id: string; properties?: { 'security-severity'?: string } };
type Run = {
  tool: { driver: { rules?: Rule[] }; extensions?: { rules?: Rule[] }[] };
  results?: {
    ruleId: string;
    message: { text: string };
    locations?: {
      physicalLocation?: {
        artifactLocation?: { uri?: string };
        region?: { startLine?: number };
      };
    }[];
  }[];
};

/** Where CVSS, and GitHub with it, begins to say CRITICAL. */
const CRITICAL = 9;

function criticalOf({ tool, results = [] }: Run): string[] {
  // CodeQL tells the rules of each of its packs apart.
  const rules = [tool.driver, ...(tool.extensions ?? [])]
    .flatMap(({ rules = [] }) => rules)
    .filter(
      ({ properties }) => Number(properties?.['security-severity']) >= CRITICAL,
    )
    .map(({ id }) => id);
  return results
    .filter(({ ruleId }) => rules.includes(ruleId))
    .map(({ ruleId, message, locations }) => {
      const place = locations?.[0]?.physicalLocation;
      return `${place?.artifactLocation?.uri}:${place?.region?.startLine} ${ruleId}: ${message.text}`;
    });
}

const [folder = '.'] = process.argv.slice(2);
const files = (await readdir(folder)).filter(name => name.endsWith('.sarif'));
if (files.length === 0) {
  console.error(`There is no SARIF file in ${folder}: nothing was analysed`);
  process.exit(1);
}
const texts = await Promise.all(
  files.map(file => readFile(join(folder, file), 'utf8')),
);
const critical = texts
  .flatMap(text => (JSON.parse(text) as { runs: Run[] }).runs)
  .flatMap(criticalOf);
for (const finding of critical) console.error(`CRITICAL ${finding}`);
console.log(`${critical.length} CRITICAL findings in ${files.join(', ')}`);
process.exitCode = critical.length > 0 ? 1 : 0;
