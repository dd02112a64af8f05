/** Who may do what in Terrastage. */
export { permissionModuleTerrastage as default } from './module';
