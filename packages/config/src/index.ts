export { ConfigError, type ConfigFault, formatFaults } from './config-error.ts';
export {
  type ApiConfig,
  type EngineConfig,
  loadApiConfig,
  loadEngineConfig,
  loadProberConfig,
  loadStartConfig,
  type ProberConfig,
  type StartConfig,
} from './loaders.ts';
export type { Bootstrap } from './settings/bootstrap.ts';
export { defaultPublicUrl } from './settings/listen.ts';
export type { Smtp } from './settings/mail.ts';
