/** Every metric of the product, in one place. Label values must come from small closed sets. Times are in seconds. */
export const COUNTERS = {
  httpRequests: { name: 'http_requests_total', help: 'HTTP answers', labels: ['method', 'route', 'status'] },
  ticks: { name: 'ticks_total', help: 'Dispatch ticks handled', labels: ['region'] },
  ticksLate: {
    name: 'ticks_late_total',
    help: 'Ticks handled more than one second after their due time',
    labels: ['region'],
  },
  batches: { name: 'batches_total', help: 'Probe batches dispatched', labels: ['region'] },
  probes: { name: 'probes_total', help: 'Probes made', labels: ['region', 'outcome'] },
  resultsRecorded: {
    name: 'results_recorded_total',
    help: 'Probe results written to the database',
    labels: ['region'],
  },
  resultsDropped: {
    name: 'results_dropped_total',
    help: 'Probe results given up: the disk was full, or the database refused them',
    labels: ['region'],
  },
  judgements: { name: 'judgements_total', help: 'Servers judged after a change', labels: [] },
  transitions: { name: 'transitions_total', help: 'Changes of server status', labels: ['from', 'to'] },
  deadManPings: {
    name: 'dead_man_pings_total',
    help: 'Minutes in which the dead-man address was pinged (sent), did not answer (failed), or was not pinged (withheld)',
    labels: ['result'],
  },
  deliveries: { name: 'deliveries_total', help: 'Alert delivery attempts by result', labels: ['channel', 'state'] },
} as const satisfies Record<string, MetricRow>;

export const GAUGES = {
  resultsWaiting: {
    name: 'results_waiting',
    help: 'Probe results on the disk of a prober that wait for the database',
    labels: ['region'],
  },
  chainFaults: {
    name: 'chain_faults',
    help: 'Why the dead-man address is not pinged: regions without ticks or results, 1 for overdue alerts; 0 while all works',
    labels: ['link'],
  },
  proberTrusted: {
    name: 'prober_trusted',
    help: '0 while a prober holds back failures that may be its own, else 1',
    labels: ['region'],
  },
  proberAlone: {
    name: 'prober_alone',
    help: '1 while a prober goes by its own clock because nobody tells it what is due, else 0',
    labels: ['region'],
  },
} as const satisfies Record<string, MetricRow>;

export const HISTOGRAMS = {
  httpDuration: {
    name: 'http_request_duration_seconds',
    help: 'Time to answer an HTTP request',
    labels: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  },
  probeDuration: {
    name: 'probe_duration_seconds',
    help: 'Time a probe took, from resolving the name to the last phase',
    labels: ['region', 'outcome'],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15, 30],
  },
  queueLateness: {
    name: 'queue_lateness_seconds',
    help: 'Time between when a job was due and when its work began',
    labels: ['queue'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60],
  },
} as const satisfies Record<string, MetricRow & { buckets: number[] }>;

type MetricRow = { name: string; help: string; labels: readonly string[] };
