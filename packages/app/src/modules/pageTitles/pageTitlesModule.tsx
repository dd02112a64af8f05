import {
  createFrontendModule,
  type PageLayoutProps,
} from '@backstage/frontend-plugin-api';
import appPlugin from '@backstage/plugin-app';
import { SwappableComponentBlueprint } from '@backstage/plugin-app-react';
import type { ComponentType } from 'react';
import { TitledPageLayout } from './TitledPageLayout';

const { component } = SwappableComponentBlueprint.dataRefs;

export const pageTitlesModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    appPlugin.getExtension('component:app/core-page-layout').override({
      factory(original) {
        const { ref, loader } = original().get(component);
        return [
          component({
            ref,
            loader: async () => {
              const layout = (await loader()) as ComponentType<PageLayoutProps>;
              return props => <TitledPageLayout layout={layout} {...props} />;
            },
          }),
        ];
      },
    }),
  ],
});
