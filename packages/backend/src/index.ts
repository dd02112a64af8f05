import { createBackend } from '@backstage/backend-defaults';
import { databaseService } from './databaseService';
import { rootHttpRouter } from './rootHttpRouter';
import { serveMetrics } from './serveMetrics';

const served = serveMetrics(process.env);

const backend = createBackend();

backend.add(rootHttpRouter);
backend.add(databaseService);

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@terrastage/plugin-auth-backend-module-oidc-login'));
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(import('@terrastage/plugin-permission-backend-module-terrastage'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
);
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(import('@terrastage/plugin-catalog-backend-module-cognito'));
backend.add(import('@terrastage/plugin-catalog-backend-module-resources'));

backend.add(import('@backstage/plugin-scaffolder-backend'));
backend.add(
  import('@backstage/plugin-scaffolder-backend-module-workspace-database'),
);
backend.add(import('@backstage/plugin-scaffolder-backend-module-github'));
backend.add(import('@terrastage/plugin-scaffolder-backend-module-git'));
backend.add(import('@terrastage/plugin-scaffolder-backend-module-terraform'));

backend.add(import('@terrastage/plugin-resources-backend'));

backend.add(import('@backstage/plugin-events-backend'));

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(import('@backstage/plugin-search-backend-module-techdocs'));

backend.add(import('@backstage/plugin-techdocs-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-signals-backend'));

served
  .then(() => backend.start())
  .catch((error: Error) => {
    // Backstage logs what stops a start, and leaves a process behind that never becomes ready.
    process.stderr.write(`The portal cannot start. ${error.message}\n`);
    process.exit(1);
  });
