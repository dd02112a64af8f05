import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { tempDir } from '../../system/tempDir';
import { checkFiles, checkTemplates } from '../checkTemplates';
import { newTemplate } from '../newTemplate';
import { readTemplateSet } from '../read/TemplateSet';
import { problemLines } from '../report/formatResults';
import type { TerraformContext } from '../terraform/TerraformContext';

/** A repository of its own with one template in it, as `new` lays it down, to break. */
export class TemplateRepository {
  private constructor(
    readonly root: string,
    readonly remove: () => Promise<void>,
  ) {}

  static async with(name: string): Promise<TemplateRepository> {
    const { path, remove } = await tempDir('terrastage-templates-');
    await newTemplate(path, name);
    return new TemplateRepository(path, remove);
  }

  read(file: string): Promise<string> {
    return readFile(join(this.root, file), 'utf8');
  }

  async write(file: string, content: string): Promise<void> {
    await mkdir(dirname(join(this.root, file)), { recursive: true });
    await writeFile(join(this.root, file), content);
  }

  async delete(file: string): Promise<void> {
    await rm(join(this.root, file), { recursive: true });
  }

  /** @throws Error where the text is not in the file: the test would prove nothing. */
  async replace(file: string, from: string, to: string): Promise<void> {
    const content = await this.read(file);
    if (!content.includes(from)) throw new Error(`${file} has no ${from}`);
    await this.write(
      file,
      content.replace(from, () => to),
    );
  }

  /** The problems that the files alone show. */
  async problemsInFiles(name: string): Promise<string[]> {
    const set = await readTemplateSet(this.root, name);
    return problemLines({ name, rules: await checkFiles(set) });
  }

  /** All problems, also those that take Terraform. */
  async problems(
    name: string,
    terraform: Pick<TerraformContext, 'aws'> & { update?: boolean },
  ): Promise<string[]> {
    const [result] = await checkTemplates({
      root: this.root,
      names: [name],
      startTerraform: async () => ({
        root: this.root,
        update: false,
        ...terraform,
      }),
    });
    return problemLines(result);
  }
}
