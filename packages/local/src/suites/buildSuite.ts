import { buildBundle } from '../build/buildBundle';
import { buildPortal } from '../start/steps/buildPortal';
import { buildRunner } from '../start/steps/buildRunner';
import { PASSED, type Suite } from './Suite';

/** The tests after this one run what is built here, and do not build twice. */
export const buildSuite: Suite = {
  name: 'build',
  title: 'Build of the runner, and of the portal for its image',
  beside: true,
  async run(context) {
    await buildRunner({ ...context });
    // Brings the web app, so that the next line has nothing left to do.
    await buildBundle(context);
    await buildPortal({ ...context, mode: 'start' });
    return PASSED;
  },
};
