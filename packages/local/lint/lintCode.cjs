// Lints pieces of code as if they stood in the files named: reads
// [{file, code}] as JSON on stdin, writes one list of messages for each.
// A program of its own because some ESLint plugins don't load inside jest.
const { text } = require('node:stream/consumers');
const { ESLint } = require('eslint');

async function main() {
  const eslint = new ESLint();
  const answers = [];
  for (const { file, code } of JSON.parse(await text(process.stdin))) {
    const [result] = await eslint.lintText(code, { filePath: file });
    answers.push(
      result.messages.map(({ ruleId, message }) => ({ ruleId, message })),
    );
  }
  process.stdout.write(JSON.stringify(answers));
}

main();
