import type { SlaReport, SlaServer } from '@alivemcp/contracts';

type Cell = string | number | null;

const COLUMNS: Record<string, (server: SlaServer, report: SlaReport) => Cell> = {
  server_id: ({ serverId }) => serverId,
  server: ({ name }) => asText(name),
  month: (_, { month }) => month,
  until: (_, { until }) => until,
  target_percent: (_, { targetPercent }) => targetPercent,
  availability_percent: ({ availabilityPercent }) => availabilityPercent,
  coverage_percent: ({ coveragePercent }) => coveragePercent,
  observed_ms: ({ observedMs }) => observedMs,
  downtime_ms: ({ downMs }) => downMs,
  budget_allowed_ms: ({ budget }) => budget?.allowedMs ?? null,
  budget_spent_ms: ({ budget }) => budget?.spentMs ?? null,
  budget_left_ms: ({ budget }) => budget?.leftMs ?? null,
  budget_spent_percent: ({ budget }) => budget?.spentPercent ?? null,
  burn_rate: ({ budget }) => budget?.burnRate ?? null,
  incidents: ({ incidents }) => incidents.count,
  incidents_resolved: ({ incidents }) => incidents.resolved,
  mttr_ms: ({ incidents }) => incidents.mttrMs,
  mtbf_ms: ({ incidents }) => incidents.mtbfMs,
  time_to_detect_ms: ({ incidents }) => incidents.detectMs,
  latency_probes: ({ latency }) => latency.count,
  latency_p50_ms: ({ latency }) => latency.p50Ms,
  latency_p95_ms: ({ latency }) => latency.p95Ms,
  latency_p99_ms: ({ latency }) => latency.p99Ms,
  handshakes: ({ handshakes }) => handshakes.count,
  handshake_success_percent: ({ handshakes }) => handshakes.successPercent,
};

/** A report as CSV (RFC 4180), a row a server; what is not known is empty. */
export function renderSlaCsv(report: SlaReport): string {
  const rows = report.servers.map((server) => Object.values(COLUMNS).map((cell) => cell(server, report)));
  return [Object.keys(COLUMNS), ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
}

/** A spreadsheet takes what begins like this for a formula and runs it, also when it is quoted. */
const asText = (text: string): string => (/^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text);

function quoted(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
