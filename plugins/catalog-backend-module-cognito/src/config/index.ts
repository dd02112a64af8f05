export { readUsersConfig } from './readUsersConfig';
export type { UsersConfig } from './readUsersConfig';
