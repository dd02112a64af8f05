import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';

/** The portal opens on My resources. */
export const startPagePlugin = createFrontendPlugin({
  pluginId: 'start',
  extensions: [
    PageBlueprint.make({
      params: {
        path: '/',
        noHeader: true,
        loader: async () => {
          const { Navigate } = await import('react-router-dom');
          return <Navigate to="/resources" replace />;
        },
      },
    }),
  ],
});
