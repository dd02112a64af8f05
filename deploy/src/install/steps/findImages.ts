import { z } from 'zod';
import { outputsOf, type InstallContext } from '../InstallContext';
import { InstallError } from '../InstallError';

const IMAGES = ['portal', 'runner'] as const;

const imagesSchema = z.object({
  images: z.array(z.object({ imageId: z.object({ imageDigest: z.string() }) })),
});

/** Finds what is to run, by its digest. @throws InstallError with the commands that build and push what is missing */
export async function findImages(context: InstallContext): Promise<void> {
  const { commands, settings, say } = context;
  const { repositories } = outputsOf(context, 'cluster');
  const digests: Record<string, string> = {};
  for (const image of IMAGES) {
    const { images } = await commands.json(imagesSchema, 'aws', [
      'ecr',
      'batch-get-image',
      '--repository-name',
      `${settings.name}/${image}`,
      '--image-ids',
      `imageTag=${settings.imageTag}`,
      '--output',
      'json',
    ]);
    if (images.length) digests[image] = images[0].imageId.imageDigest;
  }
  const missing = IMAGES.filter(image => !digests[image]);
  if (missing.length) {
    throw new InstallError(
      missing
        .map(image => `${repositories[image]} has no ${settings.imageTag}`)
        .join('\n'),
      [
        'Build and push, from the root of this repository, and then run the same command again:',
        `  aws ecr get-login-password --region ${
          settings.region
        } | docker login --username AWS --password-stdin ${
          repositories.portal.split('/')[0]
        }`,
        `  NODE_DIGEST=$(docker buildx imagetools inspect node:24-bookworm-slim --format '{{.Manifest.Digest}}')`,
        ...missing.map(
          image =>
            `  docker buildx build --push --sbom=true --build-arg NODE_DIGEST=$NODE_DIGEST --build-arg VERSION=${settings.imageTag} --file deploy/images/${image}/Dockerfile --tag ${repositories[image]}:${settings.imageTag} .`,
        ),
      ].join('\n'),
    );
  }
  context.digests = { portal: digests.portal, runner: digests.runner };
  IMAGES.forEach(image => say(`  ${image} ${digests[image]}`));
}
