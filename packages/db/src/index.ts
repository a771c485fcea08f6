export { type Database, type Db, openDatabase } from './database.ts';
export { migrate } from './migrate.ts';
export * from './queries/index.ts';
export * as schema from './schema/index.ts';
