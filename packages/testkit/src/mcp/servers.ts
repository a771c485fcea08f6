// Apart from the fixture, because importing every SDK takes most of a second.
export { type NpmServer, type NpmServerName, startNpmServer } from './npm-server.ts';
export { SDK_ERAS, type SdkEra, type SdkServer, startSdkServer } from './sdk-server.ts';
