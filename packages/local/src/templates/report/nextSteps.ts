/** What to do after a template was laid down. */
export function nextSteps(name: string, files: string[]): string[] {
  return [
    ...files.map(file => `  wrote ${file}`),
    '',
    `${name} works as it is. Next:`,
    `  1. npm run templates -- check ${name}`,
    '  2. npm start, or look into the portal that runs: the template appears under Create within half a minute',
    `  3. Write what it should make: skeletons/terraform/${name}/main.tf, and say its variables in three places:`,
    `     variables.tf (types and rules), terrastage.yaml (what the server checks), templates/${name}/template.yaml (the form)`,
    `     The form's texts stand in templates/${name}/translations.yaml, too, in each language`,
    `  4. npm run templates -- check ${name} --update writes the plans of the samples anew; read what changed`,
    '  5. packages/local/README.md, Templates, tells the rules',
  ];
}
