import { awsName } from '../awsName';
import { Block, blocksOf } from '../blocksOf';
import { lineOf } from '../lineOf';
import type { ModuleFile } from '../ModuleFile';
import { modulesOf } from '../modulesOf';
import type { Problem } from '../Problem';
import type { Rule } from '../Rule';

const CREDENTIALS = 'credentials come from the runner';
const ACCOUNT = 'the platform decides on account and role';
const ENDPOINT = 'the platform decides where AWS is';

const FORBIDDEN: Record<string, string> = {
  default_tags: 'the platform sets the tags of every resource',
  access_key: CREDENTIALS,
  secret_key: CREDENTIALS,
  token: CREDENTIALS,
  profile: CREDENTIALS,
  shared_config_files: CREDENTIALS,
  shared_credentials_files: CREDENTIALS,
  assume_role: ACCOUNT,
  assume_role_with_web_identity: ACCOUNT,
  custom_ca_bundle: ENDPOINT,
  endpoints: ENDPOINT,
};

/** What the platform sets itself must not be set by a module. */
export const providerSettings: Rule = ({ files }) => {
  const root = modulesOf(files).get('') ?? [];
  const aws = awsName(root);
  return files.flatMap(file =>
    blocksOf(file.body, 'provider', 1).flatMap(block =>
      file.folder === ''
        ? problemsInRoot(file, block, aws)
        : [problemInside(file, block)],
    ),
  );
};

function problemsInRoot(
  { path, text }: ModuleFile,
  { labels: [name], body }: Block,
  aws: string,
): Problem[] {
  if (name !== aws) {
    return [];
  }
  const settings = Object.keys(body)
    .filter(key => Object.hasOwn(FORBIDDEN, key))
    .map(key => ({
      file: path,
      line: lineOf(text, key),
      message: `A module must not set "${key}" of its provider: ${FORBIDDEN[key]}`,
    }));
  const { alias } = body;
  const isPlain = alias === undefined || /^[\w-]+$/.test(String(alias));
  return isPlain
    ? settings
    : [
        ...settings,
        {
          file: path,
          line: lineOf(text, 'alias'),
          message: 'The alias of a provider must be a plain name',
        },
      ];
}

function problemInside(
  { path, text }: ModuleFile,
  { labels: [name] }: Block,
): Problem {
  return {
    file: path,
    line: lineOf(text, 'provider', name),
    message: `Only the root module may configure a provider, for there the platform sets the tags: pass "${name}" on by "providers"`,
  };
}
