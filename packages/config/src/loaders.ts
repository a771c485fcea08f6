import { resolve } from 'node:path';
import { createReader, type Reader } from './reader.ts';
import { type Bootstrap, readBootstrap } from './settings/bootstrap.ts';
import { type DeadManSettings, readDeadMan } from './settings/dead-man.ts';
import { type ListenSettings, readListen } from './settings/listen.ts';
import { type MailSettings, readMail } from './settings/mail.ts';
import { type ObservabilitySettings, readObservability } from './settings/observability.ts';
import { type ProbingSettings, readProbing } from './settings/probing.ts';
import { type RegionSettings, readRegion, readRegions } from './settings/regions.ts';
import { readRequiredSecretKey, readSecretKey } from './settings/secret-key.ts';
import { readSignup, type Signup } from './settings/signup.ts';
import { readDatabaseUrl, readRedisUrl, readRequiredDatabaseUrl } from './settings/stores.ts';

type BaseConfig = ObservabilitySettings &
  RegionSettings & {
    /** null means: the queue lives in PostgreSQL. */
    redisUrl: string | null;
    /** Absolute. */
    dataDir: string;
    /** As written: net-guard parses it, and its faults join the others in the composition root. */
    egressAllow: string;
  };
type SeparateConfig = BaseConfig & { databaseUrl: string; secretKey: Buffer };

export type ApiConfig = SeparateConfig &
  ListenSettings &
  MailSettings & { bootstrap: Bootstrap | null; signup: Signup };
export type EngineConfig = SeparateConfig & ListenSettings & MailSettings & DeadManSettings;
export type ProberConfig = SeparateConfig & ListenSettings & ProbingSettings & { region: string };
/** All in one process. `databaseUrl` null: embedded PostgreSQL. `secretKey` null: kept in the data directory. */
export type StartConfig = BaseConfig &
  ListenSettings &
  MailSettings &
  DeadManSettings &
  ProbingSettings & {
    databaseUrl: string | null;
    secretKey: Buffer | null;
    region: string;
    bootstrap: Bootstrap | null;
    signup: Signup;
  };

export function loadApiConfig(env: NodeJS.ProcessEnv): ApiConfig {
  return load(env, (reader) => ({
    ...readSeparate(reader),
    ...readListen(reader),
    ...readMail(reader),
    bootstrap: readBootstrap(reader),
    signup: readSignup(reader),
  }));
}

export function loadEngineConfig(env: NodeJS.ProcessEnv): EngineConfig {
  return load(env, (reader) => ({
    ...readSeparate(reader),
    ...readListen(reader),
    ...readMail(reader),
    ...readDeadMan(reader),
  }));
}

export function loadProberConfig(env: NodeJS.ProcessEnv): ProberConfig {
  return load(env, (reader) => ({
    ...readSeparate(reader),
    ...readListen(reader),
    ...readProbing(reader),
    region: readRegion(reader),
  }));
}

export function loadStartConfig(env: NodeJS.ProcessEnv): StartConfig {
  return load(env, (reader) => {
    const base = readBase(reader);
    return {
      ...base,
      ...readListen(reader),
      ...readMail(reader),
      ...readDeadMan(reader),
      ...readProbing(reader),
      databaseUrl: readDatabaseUrl(reader),
      secretKey: readSecretKey(reader),
      // One prober here: without a word it takes the first region.
      region: reader.text('ALIVEMCP_REGION') ? readRegion(reader) : (base.regions[0] ?? 'local'),
      bootstrap: readBootstrap(reader),
      signup: readSignup(reader),
    };
  });
}

function load<T>(env: NodeJS.ProcessEnv, read: (reader: Reader) => T): T {
  const reader = createReader(env);
  const config = read(reader);
  reader.finish();
  return config;
}

function readSeparate(reader: Reader): SeparateConfig {
  return {
    ...readBase(reader),
    databaseUrl: readRequiredDatabaseUrl(reader),
    secretKey: readRequiredSecretKey(reader),
  };
}

function readBase(reader: Reader): BaseConfig {
  return {
    ...readObservability(reader),
    redisUrl: readRedisUrl(reader),
    dataDir: resolve(reader.text('ALIVEMCP_DATA_DIR') ?? '.alivemcp'),
    ...readRegions(reader),
    egressAllow: reader.text('ALIVEMCP_EGRESS_ALLOW') ?? '',
  };
}
