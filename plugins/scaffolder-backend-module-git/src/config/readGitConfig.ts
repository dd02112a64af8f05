import { resolve } from 'node:path';
import type { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { InputError } from '@backstage/errors';

export type GitConfig = {
  /** Absolute. */
  skeletons: string;
  /** An absolute path, or an https: or ssh: address without a slash at its end. Absent where there is no plain Git. */
  repositories?: string;
  /** Absent where new repositories go to plain Git. */
  github?: { host: string; owner: string };
};

const SECTION = 'scaffolder.git';
const URL_START = /^(https|ssh):\/\//;

/** @throws InputError when the address of the repositories is neither a path nor one that Git pushes to safely */
export function readGitConfig(config: Config): GitConfig {
  const section = config.getOptionalConfig(SECTION);
  return {
    skeletons: resolve(
      section?.getOptionalString('skeletons') ?? '../../skeletons',
    ),
    repositories: readRepositories(section?.getOptionalString('repositories')),
    github: readGithub(config),
  };
}

function readRepositories(text?: string): string | undefined {
  if (text === undefined) return undefined;
  if (URL_START.test(text)) return text.replace(/\/+$/, '');
  if (/^[a-z][a-z0-9+.-]+:/i.test(text)) {
    throw new InputError(
      `${SECTION}.repositories must be a folder or an address that begins with https:// or ssh://`,
    );
  }
  return resolve(text);
}

function readGithub(config: Config): GitConfig['github'] {
  const github = config.getOptionalConfig(`${SECTION}.github`);
  if (!github) return undefined;
  const host = github.getOptionalString('host') ?? 'github.com';
  const integration = ScmIntegrations.fromConfig(config).github.byHost(host);
  const { token, apps } = integration?.config ?? {};
  return token || apps?.length
    ? { host, owner: github.getString('owner') }
    : undefined;
}
