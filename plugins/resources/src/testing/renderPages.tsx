import type { UserEvent } from '@testing-library/user-event';
import { ResourcesRouter } from '../ResourcesRouter';
import { renderInPortal, type RenderOptions } from './renderInPortal';

/** Opens the plugin's pages at an address, over a portal in memory. */
export function renderPages(
  address: string,
  options: RenderOptions,
): UserEvent {
  return renderInPortal(<ResourcesRouter />, address, options);
}
