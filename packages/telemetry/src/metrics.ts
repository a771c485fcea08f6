import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { COUNTERS, GAUGES, HISTOGRAMS } from './metric-table.ts';

type Counters = { [K in keyof typeof COUNTERS]: Counter<(typeof COUNTERS)[K]['labels'][number]> };
type Gauges = { [K in keyof typeof GAUGES]: Gauge<(typeof GAUGES)[K]['labels'][number]> };
type Histograms = { [K in keyof typeof HISTOGRAMS]: Histogram<(typeof HISTOGRAMS)[K]['labels'][number]> };

export type Metrics = Counters &
  Gauges &
  Histograms & {
    registry: Registry;
    /** The text of `/metrics`. */
    render(): Promise<string>;
    /** The `Content-Type` that goes with it. */
    contentType: string;
  };

const PREFIX = 'alivemcp_';

/** A registry of its own with the product's metrics and those of the process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const counters = mapTable(COUNTERS, ({ name, help, labels }) => {
    return new Counter({ name: PREFIX + name, help, labelNames: labels, registers: [registry] });
  });
  const gauges = mapTable(GAUGES, ({ name, help, labels }) => {
    return new Gauge({ name: PREFIX + name, help, labelNames: labels, registers: [registry] });
  });
  const histograms = mapTable(HISTOGRAMS, ({ name, help, labels, buckets }) => {
    return new Histogram({
      name: PREFIX + name,
      help,
      labelNames: labels,
      buckets: [...buckets],
      registers: [registry],
    });
  });
  return {
    // The mapped types say what the tables hold, which Object.entries cannot.
    ...(counters as unknown as Counters),
    ...(gauges as unknown as Gauges),
    ...(histograms as unknown as Histograms),
    registry,
    render: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function mapTable<Row, Metric>(table: Record<string, Row>, make: (row: Row) => Metric): Record<string, Metric> {
  return Object.fromEntries(Object.entries(table).map(([key, row]) => [key, make(row)]));
}
