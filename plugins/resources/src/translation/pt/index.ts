export { ptMessages as default } from './ptMessages';
