import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { alikeRefusals } from './alikeRefusals';
import { notYetThere } from './notYetThere';

/** Backstage's own, but for what it says to a request without valid credentials, and while it starts. */
export const rootHttpRouter = rootHttpRouterServiceFactory({
  configure: ({ app, applyDefaults, lifecycle }) => {
    let started = false;
    lifecycle.addStartupHook(() => {
      started = true;
    });
    app.use(alikeRefusals);
    app.use(
      '/api',
      notYetThere(() => started),
    );
    applyDefaults();
  },
});
