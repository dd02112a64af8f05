import { cp, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import {
  resolveSafeChildPath,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import { createFetchTemplateAction } from '@backstage/plugin-scaffolder-backend';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { GitConfig } from '../config/readGitConfig';

/** What people leave in a skeleton that they work on. */
const LEFT_OUT = new Set([
  'node_modules',
  '.togglemaster',
  '.terraform',
  '.git',
  'dist',
]);

export type RenderSkeletonOptions = Pick<GitConfig, 'skeletons'> & {
  reader: UrlReaderService;
  integrations: ScmIntegrations;
};

/**
 * `fetch:template` for skeletons: that one fetches from the template's own folder or from an address, and skeletons
 * lie beside the templates. Only files that end in .njk are rendered.
 */
export function createRenderSkeletonAction({
  skeletons,
  reader,
  integrations,
}: RenderSkeletonOptions) {
  const fetchTemplate = createFetchTemplateAction({ reader, integrations });
  return createTemplateAction({
    id: 'skeleton:render',
    description: 'Renders a skeleton into the workspace',
    supportsDryRun: true,
    schema: {
      input: {
        skeleton: z =>
          z.string().describe('Folder below scaffolder.git.skeletons'),
        targetPath: z =>
          z.string().optional().describe('Folder of the workspace'),
        values: z => z.record(z.any()).describe('For the placeholders'),
      },
    },
    async handler(context) {
      const { skeleton, targetPath, values } = context.input;
      const from = resolveSafeChildPath(skeletons, skeleton);
      const found = await stat(from).catch(() => undefined);
      if (!found?.isDirectory()) {
        throw new NotFoundError(
          `There is no skeleton "${skeleton}": see scaffolder.git.skeletons`,
        );
      }
      const folder = await mkdtemp(join(tmpdir(), 'skeleton-'));
      try {
        await cp(from, join(folder, 'skeleton'), {
          recursive: true,
          filter: source => !LEFT_OUT.has(basename(source)),
        });
        await fetchTemplate.handler({
          ...context,
          input: {
            url: './skeleton',
            targetPath,
            values,
            templateFileExtension: true,
          },
          templateInfo: {
            entityRef: 'template:default/skeleton',
            ...context.templateInfo,
            baseUrl: `file://${folder}/template.yaml`,
          },
        });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  });
}
