export { templatesModules } from './templatesModules';
