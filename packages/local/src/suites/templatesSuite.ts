import { runCheck } from '../templates/runCheck';
import { countRules, problemLines } from '../templates/report/formatResults';
import type { Suite } from './Suite';

/** What `npm run templates -- check` says of all templates and skeletons; each rule on each counts as one test. */
export const templatesSuite: Suite = {
  name: 'templates',
  title: 'Templates and skeletons (npm run templates -- check)',
  beside: true,
  async run({ root, home, progress, signal, say }) {
    const results = await runCheck({
      root,
      home,
      progress,
      signal,
      names: [],
      update: false,
      onChecked: result => problemLines(result).forEach(say),
    });
    return { ...countRules(results), skipped: 0 };
  },
};
