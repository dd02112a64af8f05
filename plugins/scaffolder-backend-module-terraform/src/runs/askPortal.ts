import { explainRefusal } from './explainRefusal';
import type { PortalLinks } from '@terrastage/plugin-resources-common';

/** Makes a request to the portal; what it throws is in words for the person who filled the form. */
export async function askPortal<T>(
  what: string,
  links: PortalLinks,
  request: () => Promise<T>,
): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw explainRefusal(what, error, links);
  }
}
