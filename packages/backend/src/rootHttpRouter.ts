import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import { alikeRefusals } from './alikeRefusals';

/** Backstage's own, but for what it says to a request without valid credentials. */
export const rootHttpRouter = rootHttpRouterServiceFactory({
  configure: ({ app, applyDefaults }) => {
    app.use(alikeRefusals);
    applyDefaults();
  },
});
