import {
  createMockDirectory,
  type MockDirectory,
  type MockDirectoryContent,
} from '@backstage/backend-test-utils';

/** A folder for the tests of a `describe`. Backstage's own stays behind where CI is set, as `npm test` sets it. */
export function useDirectory(content?: MockDirectoryContent): MockDirectory {
  const directory = createMockDirectory({ content });
  afterAll(() => directory.remove());
  return directory;
}
