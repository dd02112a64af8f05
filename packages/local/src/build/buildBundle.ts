import { buildIfChanged, type BuildPlace } from './buildIfChanged';

/**
 * Builds the portal as its image takes it: `bundle.tar.gz`, and `skeleton.tar.gz` beside it. The web app is a part of it.
 *
 * @returns the path of the bundle
 * @throws LocalError with the end of the build's own words
 */
export async function buildBundle(place: BuildPlace): Promise<string> {
  return buildIfChanged(
    {
      workspace: 'backend',
      script: 'build',
      output: 'dist/bundle.tar.gz',
      notice: '  its sources changed: building for its image, about a minute',
      brings: ['app'],
    },
    place,
  );
}
