import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A machine under load draws a page more slowly than one second, Testing Library's patience, or five, Jest's.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(60_000);

// BUI's header warns of itself: its tabs select in an effect, and its breadcrumbs put tooltips on text.
const ofBui = ['changed from uncontrolled to controlled', '<Focusable> child'];
const { warn } = console;
jest.spyOn(console, 'warn').mockImplementation((...args) => {
  if (!ofBui.some(text => String(args[0]).includes(text))) {
    warn(...args);
  }
});
