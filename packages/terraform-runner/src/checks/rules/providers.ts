import { lineOf } from '../lineOf';
import type { ModuleFile } from '../ModuleFile';
import { modulesOf } from '../modulesOf';
import type { Problem } from '../Problem';
import { fullSource, requiredProviders } from '../requiredProviders';
import type { Rule } from '../Rule';
import { usedProviders } from '../usedProviders';

/** `terraform_data` and nothing else that could do harm: remote state is refused by another rule. */
const BUILT_IN = 'terraform';

/** A provider is a program that runs with the run's credentials: only those on the list may. */
export const providers: Rule = ({ files, allowedProviders }) => {
  const allowed = new Set(allowedProviders.map(fullSource));
  return [...modulesOf(files).values()].flatMap(module =>
    problemsIn(module, allowed),
  );
};

function problemsIn(
  module: ModuleFile[],
  allowed: ReadonlySet<string>,
): Problem[] {
  const required = requiredProviders(module);
  const listed = [...required].map(([localName, source]) => ({
    source,
    file: fileThatNames(module, localName),
    words: ['required_providers', localName],
    by: `required_providers entry "${localName}"`,
  }));
  const used = usedProviders(module)
    .filter(({ localName }) => localName !== BUILT_IN)
    .map(({ localName, file, by }) => ({
      source: required.get(localName) ?? fullSource(localName),
      file,
      words: by.split('.'),
      by,
    }));
  return [...listed, ...used]
    .filter(({ source }) => !allowed.has(source))
    .map(({ source, file, words, by }) => ({
      file: file.path,
      line: lineOf(file.text, ...words) ?? lineOf(file.text, words.at(-1)!),
      message: `${by} needs the provider ${source}, which is not on the list of allowed ones: ${
        [...allowed].join(', ') || 'none'
      }`,
    }));
}

function fileThatNames(module: ModuleFile[], word: string): ModuleFile {
  return module.find(({ text }) => text.includes(word)) ?? module[0];
}
