import type { LocalAws } from '../../aws/startLocalAws';
import type { TerraformTools } from '../workspace/createWorkspace';

/** What it takes to plan the samples of skeletons. */
export type TerraformContext = {
  root: string;
  tools?: TerraformTools;
  aws: Pick<LocalAws, 'env'>;
  /** Write plans down instead of comparing with what is written. */
  update: boolean;
  signal?: AbortSignal;
};
