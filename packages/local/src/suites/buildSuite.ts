import { buildPortal } from '../start/steps/buildPortal';
import { buildRunner } from '../start/steps/buildRunner';
import { PASSED, type Suite } from './Suite';

/** The tests after this one run what is built here, and do not build twice. */
export const buildSuite: Suite = {
  name: 'build',
  title: 'Build of the runner and the portal',
  beside: true,
  async run(context) {
    await buildRunner({ ...context });
    await buildPortal({ ...context, mode: 'start' });
    return PASSED;
  },
};
