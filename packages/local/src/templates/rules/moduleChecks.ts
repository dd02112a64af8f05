import { checkBundle } from '@terrastage/terraform-runner/checks';
import { z } from 'zod';
import { YamlFile } from '../read/YamlFile';
import type { StaticRule } from './StaticRule';

const configSchema = z.object({
  resources: z.object({ allowedProviders: z.array(z.string()) }),
});

/** Without a configuration: what the portal allows by default. */
const DEFAULT_PROVIDERS = ['registry.terraform.io/hashicorp/aws'];

/** What the runner would refuse: it makes the same checks before each run. */
export const moduleChecks: StaticRule = {
  name: 'runner',
  async check({ root, skeleton }) {
    if (!skeleton) return [];
    const config = configSchema.safeParse(
      YamlFile.read(root, 'app-config.yaml')?.value,
    );
    const { problems } = await checkBundle(skeleton.module.bundle, {
      allowedProviders:
        config.data?.resources.allowedProviders ?? DEFAULT_PROVIDERS,
    });
    return problems.map(({ file, line, message }) => ({
      file: file === '.' ? skeleton.folder : `${skeleton.folder}/${file}`,
      line,
      message,
    }));
  },
};
