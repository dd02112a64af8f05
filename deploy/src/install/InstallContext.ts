import type { Commands } from './commands/Commands';
import { NotYetKnown } from './NotYetKnown';
import type { Outputs, StackName } from './outputsSchemas';
import type { Settings } from './settingsSchema';

/** What the steps of an installation share. */
export interface InstallContext {
  readonly settings: Settings;
  readonly commands: Commands;
  /** Folder of this platform: copies of the stacks, the bootstrap's state, the values. */
  readonly folder: string;
  readonly say: (line: string) => void;
  /** Asks the person at the terminal. */
  readonly ask: (question: string) => Promise<string>;
  /** Milliseconds. */
  readonly sleep: (time: number) => Promise<void>;
  /** The program `users`, with its first arguments. */
  readonly usersCommand: string[];
  readonly outputs: Partial<Outputs>;
  /** By the image's name, such as sha256:... */
  digests?: Record<'portal' | 'runner', string>;
  /** File with the values of `deploy/gitops`. */
  valuesFile?: string;
  /** In a destroy: whether there is one left. */
  hasCluster?: boolean;
}

export interface Step {
  title: string;
  run(context: InstallContext): Promise<void>;
}

/** @throws NotYetKnown where a stack has made nothing yet, as in a dry run before the first installation */
export function outputsOf<Name extends StackName>(
  { outputs }: Pick<InstallContext, 'outputs'>,
  name: Name,
): Outputs[Name] {
  const found = outputs[name];
  if (!found) throw new NotYetKnown(`What the stack ${name} makes`);
  return found as Outputs[Name];
}

/** Says which platform is meant, in names of folders and to people. */
export function platformId({ name, account }: Settings): string {
  return `${name}-${account}`;
}
