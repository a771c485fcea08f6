import type pg from 'pg';

export const WORKSPACE = 'wsp_00000000000000000000000000';

/** Adds servers with the numbers `from` to `to` - 1 at `origin`, as if they had just been registered, without a first probe. */
export async function addServers(
  database: pg.Client,
  {
    from,
    to,
    origin,
    regions,
    intervalMs,
  }: { from: number; to: number; origin: string; regions: string[]; intervalMs: number },
): Promise<void> {
  const range = [WORKSPACE, from, to - 1];
  const numbered = `select n, 'srv_' || lpad(n::text, 26, '0') as id from generate_series($2::int, $3::int) n`;
  await database.query('begin');
  await database.query(`insert into workspace (id, name) values ($1, 'Bench') on conflict do nothing`, [WORKSPACE]);
  await database.query(
    `insert into server (workspace_id, id, url, name, slug, public, interval_ms, transport, auth_type, expectations, tags,
       latency_budget_ms)
     select $1, id, $4 || '/mcp/' || n, 'Bench ' || n, 'bench-' || n, false, $5, 'auto', 'none', '{}', '{}', 60000
     from (${numbered}) s`,
    [...range, origin, intervalMs],
  );
  await database.query(
    `insert into server_state (workspace_id, server_id, status, since, sequence)
     select $1, id, 'pending', now(), 0 from (${numbered}) s`,
    range,
  );
  // Hashed as the product does it: seconds are not all alike.
  await database.query(
    `insert into server_region (workspace_id, server_id, region, interval_s, slot)
     select $1, id, region, $5::int, mod(abs(hashtext(id)::bigint) + place - 1, $5::int)
     from (${numbered}) s, unnest($4::text[]) with ordinality as r(region, place)`,
    [...range, regions, intervalMs / 1000],
  );
  await database.query('commit');
  await database.query('analyze server, server_state, server_region');
}

/** How many servers are in each state. */
export async function countStates(database: pg.Client): Promise<Record<string, number>> {
  const { rows } = await database.query<{ status: string; count: number }>(
    'select status, count(*)::int as count from server_state group by status',
  );
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}
