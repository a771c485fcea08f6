import pg from 'pg';

/** Gives every server 90 days: latency of each hour, and 20 minutes of downtime a day. */
export async function writeHistory(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`
      update server set created_at = now() - interval '90 days';
      update server_state set status = 'up', since = now() - interval '1 hour';
      insert into transition (workspace_id, server_id, sequence, from_status, to_status, at, decided_at,
        failing_regions, sighted_regions)
      select workspace_id, id, 1, 'pending', 'up', created_at, created_at, '{}'::text[], '{}'::text[] from server
      union all
      select workspace_id, id, 2 * day + edge, case edge when 0 then 'up' else 'down' end,
        case edge when 0 then 'down' else 'up' end, at, at, '{}', '{}'
      from server, generate_series(1, 89) day, generate_series(0, 1) edge,
        lateral (select created_at + day * interval '1 day' + edge * interval '20 minutes' as at) moment;
      insert into latency_hour (workspace_id, server_id, region, hour, phase, buckets, counts)
      select workspace_id, id, 'local', hour, 'total', '{18,22,26}', '{40,15,5}'
      from server, generate_series(date_trunc('hour', created_at), now(), interval '1 hour') hour`);
  } finally {
    await client.end();
  }
}
