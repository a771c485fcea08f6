export type { QueueStore } from './backend.ts';
export { every, type Loop } from './every.ts';
export { type NamedJob, openQueues, type Queues } from './queues.ts';
