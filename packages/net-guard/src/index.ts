export { type AddressKind, classifyAddress } from './address.ts';
export { type EgressAllow, parseEgressAllow } from './allow.ts';
export { classifyNetwork, type Stage } from './classify-network.ts';
export type { ConnectorOptions, ConnectPhase, PeerFacts } from './connector.ts';
export { GuardError, type GuardPhase, REFUSED_MESSAGE } from './errors.ts';
export { createGuard, type Guard, type GuardOptions } from './guard.ts';
export { readBounded } from './read-bounded.ts';
export { networkResolver, type Resolver, systemResolver } from './resolver.ts';
export type { UrlCheck } from './rules.ts';
