import { findOnPath } from '../system/findOnPath';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
];

/**
 * Chromium or Chrome on PATH. `TERRASTAGE_CHROMIUM` names one that is not there.
 */
export function findChromium(
  env: NodeJS.ProcessEnv = process.env,
): string | undefined {
  return env.TERRASTAGE_CHROMIUM ?? findOnPath(NAMES, env);
}
