/** Terraform for templates of the scaffolder. */
export { scaffolderModuleTerraform as default } from './module';
