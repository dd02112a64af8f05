import type { Step } from './InstallContext';
import { applyBootstrap } from './steps/applyBootstrap';
import { applyStack } from './steps/applyStack';
import { checkAccount } from './steps/checkAccount';
import { checkTools } from './steps/checkTools';
import { findImages } from './steps/findImages';
import { installApplications } from './steps/installApplications';
import { reachCluster } from './steps/reachCluster';
import { sayAddresses } from './steps/sayAddresses';
import { syncPeople } from './steps/syncPeople';
import { waitForPortal } from './steps/waitForPortal';
import { writeValues } from './steps/writeValues';

/** All that ends in a file with the values of `deploy/gitops`. */
export const valuesSteps: Step[] = [
  { title: 'Looking for the programs', run: checkTools },
  { title: 'Comparing the account', run: checkAccount },
  { title: 'State buckets', run: applyBootstrap },
  { title: 'Cluster, database, login', run: applyStack('cluster') },
  { title: 'Roles', run: applyStack('access') },
  { title: 'Looking for the images', run: findImages },
  { title: 'Values of the platform', run: writeValues },
];

/** An installation, in order. */
export const installSteps: Step[] = [
  ...valuesSteps,
  { title: 'Reaching the cluster', run: reachCluster },
  { title: 'Applications and portal', run: installApplications },
  { title: 'Waiting for the portal', run: waitForPortal },
  { title: 'People', run: syncPeople },
  { title: 'It stands', run: sayAddresses },
];
