import { generateAll } from '../generate/generateAll';
import { sourceGenerators } from '../generate/generators';
import { FAILED, PASSED, type Suite } from './Suite';

/** What is generated from other files is what its generator makes today. */
export const generatedSuite: Suite = {
  name: 'generated',
  title: 'Generated files are fresh',
  async run({ root, home, signal, say }) {
    const stale = await generateAll(sourceGenerators, {
      root,
      home,
      signal,
      check: true,
    });
    if (!stale.length) return PASSED;
    say(`Not as their generator makes them: ${stale.join(', ')}`);
    say('Run npm run generate and commit what changes.');
    return FAILED;
  },
};
