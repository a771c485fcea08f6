export * from './account.ts';
export * from './alert.ts';
export * from './drift.ts';
export * from './incident.ts';
export * from './maintenance.ts';
export * from './probe.ts';
export * from './server.ts';
export * from './status-page.ts';
