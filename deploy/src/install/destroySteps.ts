import type { Step } from './InstallContext';
import { checkAccount } from './steps/checkAccount';
import { checkTools } from './steps/checkTools';
import { confirmDestroy } from './steps/confirmDestroy';
import { destroyStack } from './steps/destroyStack';
import { findCluster } from './steps/findCluster';
import { refuseActiveRuns } from './steps/refuseActiveRuns';
import { removeApplications } from './steps/removeApplications';
import { sayWhatIsLeft } from './steps/sayWhatIsLeft';

/** Takes a platform away, in order; what only looks comes before the question. */
export const destroySteps: Step[] = [
  { title: 'Looking for the programs', run: checkTools },
  { title: 'Comparing the account', run: checkAccount },
  { title: 'Looking for what there is', run: findCluster },
  { title: 'Looking for runs', run: refuseActiveRuns },
  { title: 'Asking', run: confirmDestroy },
  { title: 'Portal and applications', run: removeApplications },
  { title: 'Roles', run: destroyStack('access') },
  { title: 'Cluster, database, login', run: destroyStack('cluster') },
  { title: 'It is gone', run: sayWhatIsLeft },
];
