import { alert, page } from './page';

export function messagePage(message: string): string {
  return page('Something went wrong', alert(message));
}
