import { BlockList } from 'node:net';
import { addCidr, inList } from './address.ts';

/** What the operator lets us reach although it is private. Never set by a tenant. */
export type EgressAllow = { nets: BlockList; hasNets: boolean; hosts: ReadonlySet<string>; entries: readonly string[] };

/**
 * Reads `ALIVEMCP_EGRESS_ALLOW`: a comma list of CIDRs (`10.20.0.0/16`), addresses, or `host:port` (`mcp.lan:8080`).
 * Every entry that is neither is named in `faults`.
 */
export function parseEgressAllow(text: string): { allow: EgressAllow; faults: string[] } {
  const nets = new BlockList();
  const hosts = new Set<string>();
  const entries: string[] = [];
  const faults: string[] = [];
  let hasNets = false;
  for (const raw of text.split(',')) {
    const entry = raw.trim().toLowerCase();
    if (entry === '') continue;
    if (addCidr(nets, entry)) hasNets = true;
    else if (isHostPort(entry)) hosts.add(entry);
    else {
      faults.push(`"${raw.trim()}" is neither a CIDR (10.20.0.0/16) nor host:port (mcp.lan:8080)`);
      continue;
    }
    entries.push(entry);
  }
  return { allow: { nets, hasNets, hosts, entries }, faults };
}

function isHostPort(entry: string): boolean {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9_.-]+):(\d{1,5})$/.exec(entry);
  const port = Number(match?.[2]);
  return match !== null && port >= 1 && port <= 65_535;
}

export const allowsAddress = (allow: EgressAllow | undefined, address: string): boolean =>
  allow?.hasNets === true && inList(allow.nets, address);

/** `host` without brackets or trailing dot. */
export function allowsHost(allow: EgressAllow | undefined, host: string, port: number): boolean {
  if (allow === undefined || allow.hosts.size === 0) return false;
  return allow.hosts.has(`${host.includes(':') ? `[${host}]` : host}:${port}`);
}
