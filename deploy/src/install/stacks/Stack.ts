import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { deployPath } from '../../deployPath';
import type { InstallContext } from '../InstallContext';
import { outputsSchemas, type StackName } from '../outputsSchemas';
import { stackVariables } from './stackVariables';

const COMMON = ['-input=false', '-no-color'];
const CHANGES = 2;

type Variables = Record<string, unknown>;

const outputSchema = z.record(z.string(), z.object({ value: z.unknown() }));

/** One stack of `deploy/terraform`, in a copy of its own, so that a clone can serve two platforms and stays clean. */
export class Stack {
  private readonly folder: string;

  constructor(
    private readonly name: StackName,
    private readonly context: InstallContext,
    /** Folder of its files. */
    private readonly source = deployPath('terraform', name),
  ) {
    this.folder = join(context.folder, name);
  }

  async prepare(): Promise<void> {
    await this.copyFiles();
    const { backend } = this.context.outputs.bootstrap ?? {};
    const settings =
      this.name === 'bootstrap' ? [] : Object.entries(backend ?? {});
    await this.terraform([
      'init',
      ...COMMON,
      ...(settings.length ? ['-reconfigure'] : []),
      ...settings.map(([key, value]) => `-backend-config=${key}=${value}`),
    ]);
  }

  /**
   * Brings what there is in line with the files.
   *
   * @param over - variables over those of the settings
   * @returns whether something was changed
   */
  async apply(over: Variables = {}): Promise<boolean> {
    const { commands, say } = this.context;
    await this.writeVariables(over);
    const { code } = await this.terraform(
      ['plan', ...COMMON, '-detailed-exitcode', '-out=plan'],
      { answers: [CHANGES], shown: commands.dryRun },
    );
    if (code !== CHANGES) {
      say('  nothing to change');
      return false;
    }
    await this.change(['apply', ...COMMON, 'plan']);
    return true;
  }

  async destroy(over: Variables = {}): Promise<void> {
    await this.writeVariables(over);
    await this.change(['destroy', ...COMMON, '-auto-approve']);
  }

  async isEmpty(): Promise<boolean> {
    const { stdout } = await this.terraform(['state', 'list'], {
      // Without any state it fails.
      answers: [1],
    });
    return stdout.trim() === '';
  }

  /** Keeps what the stack says of itself for the steps after it; nothing where it has made nothing, or not all of it. */
  async readOutputs(): Promise<void> {
    const all = await this.context.commands.json(
      outputSchema,
      'terraform',
      ['output', '-json', '-no-color'],
      { cwd: this.folder },
    );
    const values = Object.fromEntries(
      Object.entries(all).map(([key, { value }]) => [key, value]),
    );
    const { data } = outputsSchemas[this.name].safeParse(values);
    Object.assign(this.context.outputs, { [this.name]: data });
  }

  private async writeVariables(over: Variables): Promise<void> {
    const variables = { ...stackVariables[this.name](this.context), ...over };
    await writeFile(
      join(this.folder, 'settings.auto.tfvars.json'),
      JSON.stringify(variables, null, 2),
    );
  }

  private async copyFiles(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
    for (const entry of await readdir(this.folder, { withFileTypes: true })) {
      // What a former version had; not the state, nor what Terraform keeps in folders of its own.
      const isSource = entry.isDirectory()
        ? !entry.name.startsWith('.')
        : entry.name.endsWith('.tf');
      if (isSource) {
        await rm(join(this.folder, entry.name), { recursive: true });
      }
    }
    await cp(this.source, this.folder, {
      recursive: true,
      filter: file => !/^\.terraform|\.tfstate/.test(basename(file)),
    });
  }

  private terraform(
    args: string[],
    options: { answers?: number[]; shown?: boolean } = {},
  ) {
    return this.context.commands.look('terraform', args, {
      cwd: this.folder,
      hint: this.hint(),
      ...options,
    });
  }

  private change(args: string[]): Promise<void> {
    return this.context.commands.change('terraform', args, {
      cwd: this.folder,
      hint: this.hint(),
    });
  }

  private hint(): string {
    return `If the state is locked and nobody else is installing: terraform -chdir=${this.folder} force-unlock <ID>`;
  }
}
