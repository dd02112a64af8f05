/** The folder with the tables that this package needs. */
export const changesMigrations = new URL('../migrations/', import.meta.url);
