export { fetchProvider } from '../terraform/fetchProvider';
export { fetchTerraform } from '../terraform/fetchTerraform';
export type { FetchOptions } from '../terraform/fetchTerraform';
export {
  PINNED_TERRAFORM,
  terraformPlatform,
} from '../terraform/pinnedTerraform';
export type { PinnedRelease } from '../terraform/pinnedTerraform';
