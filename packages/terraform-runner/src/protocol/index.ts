/** The wire types between portal and runner: plain data and their zod schemas, nothing that does anything. */
export * from './bundle';
export * from './event';
export * from './job';
export * from './json';
export * from './plan';
export * from './result';
export * from './settings';
