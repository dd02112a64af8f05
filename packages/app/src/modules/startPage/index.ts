export { startPagePlugin } from './startPagePlugin';
