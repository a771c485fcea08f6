import { fillPlaceholders, type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { QueryResultRow } from 'pg';
import type { Db } from '../database.ts';

/**
 * A large statement that is asked all day: its text is made once, and each connection keeps it under its name and plans it once.
 * Returns what runs it with the values of its `sql.placeholder`s and gives the rows as the driver does.
 */
export function prepare<T extends QueryResultRow>(name: string, query: SQL) {
  const { sql: text, params } = new PgDialect().sqlToQuery(query);
  return async (tx: Db, values: Record<string, unknown>): Promise<T[]> => {
    const { rows } = await tx.$client.query<T>({ name, text, values: fillPlaceholders(params, values) });
    return rows;
  };
}

/**
 * Rows as a table `name` of a prepared statement: an array a column, which PostgreSQL reads faster than JSON. `types` are those of
 * the columns, by field; `toColumns` gives their values.
 */
export function asTable(name: string, types: Record<string, string>): SQL {
  const arrays = Object.entries(types).map(([field, type]) => sql`${sql.placeholder(field)}::${sql.raw(type)}[]`);
  const names = Object.keys(types).map((field) => sql.identifier(field));
  return sql`unnest(${sql.join(arrays, sql`, `)}) as ${sql.identifier(name)}(${sql.join(names, sql`, `)})`;
}

export const toColumns = <F extends string>(rows: readonly Record<NoInfer<F>, unknown>[], types: Record<F, string>) =>
  Object.fromEntries((Object.keys(types) as F[]).map((field) => [field, rows.map((row) => row[field])]));
