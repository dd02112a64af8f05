export interface Config {
  resources?: {
    /**
     * Entity refs of the groups whose members are platform admins: they see the whole inventory. Default: nobody.
     */
    admins?: string[];
    /**
     * Entity refs of the groups whose members lead every team that they are in. Default: nobody.
     */
    teamLeads?: string[];
  };
}
