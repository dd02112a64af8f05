import type { SetResult } from '../checkTemplates';

/** Each problem on a line of its own, as compilers write them: `file:line: rule: message`. */
export function problemLines({ rules }: SetResult): string[] {
  return rules.flatMap(({ rule, findings }) =>
    findings.map(({ file, line, message }) =>
      [line === undefined ? file : `${file}:${line}`, rule, message].join(': '),
    ),
  );
}

/** How many rules hold and how many do not. */
export function countRules(results: SetResult[]) {
  const rules = results.flatMap(result => result.rules);
  const failed = rules.filter(({ findings }) => findings.length).length;
  return { passed: rules.length - failed, failed };
}

/** A line for each template, and one for all. */
export function summaryLines(results: SetResult[], seconds: number): string[] {
  const width = Math.max(...results.map(({ name }) => name.length));
  const problems = results.flatMap(problemLines).length;
  const { passed, failed } = countRules(results);
  return [
    ...results.map(result => {
      const own = problemLines(result).length;
      return `${own ? 'FAILED' : 'ok    '}  ${result.name.padEnd(width)}  ${
        result.rules.length
      } rules, ${countOf(own, 'problem')}`;
    }),
    `${countOf(
      results.length,
      'template',
    )}: ${passed} rules hold, ${failed} do not, ${countOf(
      problems,
      'problem',
    )}, ${seconds.toFixed(1)} s`,
  ];
}

function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
