export { type EngineDeps, startEngine } from './engine.ts';
