export { type AuthDemand, type Behaviour, type Fault, type Recorded, SAMPLE_TOOLS } from './behaviour.ts';
export { type Certificate, type CertificateKind, createAuthority } from './certificates.ts';
export { type Fixture, type FixtureOptions, startFixture } from './fixture.ts';
export { startSleeper } from './sleeper.ts';
