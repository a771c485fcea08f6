export type { QueueStore } from './backend.ts';
export { type NamedJob, openQueues, type Queues } from './queues.ts';
