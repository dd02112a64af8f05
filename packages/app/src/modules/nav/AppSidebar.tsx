import {
  Sidebar,
  SidebarDivider,
  SidebarGroup,
  SidebarItem,
  SidebarScrollWrapper,
  SidebarSpace,
} from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { NavContentComponentProps } from '@backstage/plugin-app-react';
import { SidebarSearchModal } from '@backstage/plugin-search';
import { UserSettingsSignInAvatar } from '@backstage/plugin-user-settings';
import MenuIcon from '@material-ui/icons/Menu';
import SearchIcon from '@material-ui/icons/Search';
import { appTranslationRef } from '../../translations';
import { SidebarLogo } from './SidebarLogo';

/** Pages whose titles we translate, in the order in which a user needs them. */
const entries = [
  { id: 'page:resources', text: 'sidebar.resources' },
  { id: 'page:scaffolder', text: 'sidebar.create' },
  { id: 'page:catalog', text: 'sidebar.catalog' },
  { id: 'page:techdocs', text: 'sidebar.docs' },
] as const;

export function AppSidebar({
  navItems,
}: Pick<NavContentComponentProps, 'navItems'>) {
  const { t } = useTranslationRef(appTranslationRef);
  // The collection empties as items are taken, and a component renders more than once.
  const items = navItems.clone();
  items.take('page:search');
  items.take('page:start');
  const settings = items.take('page:user-settings');
  const known = entries.flatMap(({ id, text }) => {
    const item = items.take(id);
    return item ? [{ ...item, title: t(text) }] : [];
  });

  return (
    <Sidebar>
      <SidebarLogo />
      <SidebarGroup
        label={t('sidebar.search')}
        icon={<SearchIcon />}
        to="/search"
      >
        <SidebarSearchModal />
      </SidebarGroup>
      <SidebarDivider />
      <SidebarGroup label={t('sidebar.menu')} icon={<MenuIcon />}>
        {known.map(item => (
          <SidebarItem
            key={item.href}
            icon={() => item.icon}
            to={item.href}
            text={item.title}
          />
        ))}
        <SidebarDivider />
        <SidebarScrollWrapper>
          {items.rest().map(item => (
            <SidebarItem
              key={item.href}
              icon={() => item.icon}
              to={item.href}
              text={item.title}
            />
          ))}
        </SidebarScrollWrapper>
      </SidebarGroup>
      <SidebarSpace />
      <SidebarDivider />
      <SidebarGroup
        label={t('sidebar.settings')}
        icon={<UserSettingsSignInAvatar />}
        to="/settings"
      >
        {settings && (
          <SidebarItem
            icon={() => settings.icon}
            to={settings.href}
            text={t('sidebar.settings')}
          />
        )}
      </SidebarGroup>
    </Sidebar>
  );
}
