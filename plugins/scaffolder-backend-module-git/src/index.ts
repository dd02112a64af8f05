export { scaffolderModuleGit as default } from './module';
