/** Login by OpenID Connect, for whoever has the verified email of a catalog user. */
export { authModuleOidcLogin as default } from './module';
