import { buildPortal } from './steps/buildPortal';
import { buildRunner } from './steps/buildRunner';
import { choosePorts } from './steps/choosePorts';
import { chooseVisitor } from './steps/chooseVisitor';
import { claimFolder } from './steps/claimFolder';
import { findMkdocs } from './steps/findMkdocs';
import { findPython } from './steps/findPython';
import { launchPortal } from './steps/launchPortal';
import { locateTerraform } from './steps/locateTerraform';
import { prepareProviders } from './steps/prepareProviders';
import { prepareStateBuckets } from './steps/prepareStateBuckets';
import { readConfiguration } from './steps/readConfiguration';
import { startAws } from './steps/startAws';
import { startCognito } from './steps/startCognito';
import { startDatabase } from './steps/startDatabase';
import { waitForCatalog } from './steps/waitForCatalog';
import { writeGeneratedConfig } from './steps/writeGeneratedConfig';
import type { Step } from './StartContext';

/**
 * A start, in order. What only looks and builds comes before what runs, so that
 * most failures leave nothing to stop.
 */
export const startSteps: Step[] = [
  { title: 'Reading the configuration', run: readConfiguration },
  { title: 'Choosing who you are', run: chooseVisitor },
  { title: 'Claiming the data folder', run: claimFolder },
  { title: 'Looking for Terraform', run: locateTerraform },
  { title: 'Looking for the AWS provider', run: prepareProviders },
  { title: 'Looking for Python with moto', run: findPython },
  { title: 'Looking for MkDocs', run: findMkdocs },
  { title: 'Building the runner', run: buildRunner },
  { title: 'Building the portal', run: buildPortal },
  { title: 'Choosing ports', run: choosePorts },
  { title: 'Starting PostgreSQL', run: startDatabase },
  { title: 'Starting the local AWS', run: startAws },
  { title: 'Starting the login', run: startCognito },
  { title: 'Checking the state buckets', run: prepareStateBuckets },
  { title: 'Writing the configuration', run: writeGeneratedConfig },
  { title: 'Starting the portal', run: launchPortal },
  { title: 'Waiting for the catalog', run: waitForCatalog },
];
