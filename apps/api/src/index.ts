export { createApp } from './app.ts';
export type { AppDeps } from './app-deps.ts';
export { type RunningApi, type StartApiOptions, startApi } from './main.ts';
