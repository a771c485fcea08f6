/**
 * Addresses a stranger's URL must not reach.
 * Source: IANA IPv4 and IPv6 special-purpose address registries, the IPv6 one as of
 * 2025-10-09, plus the metadata services of the large clouds.
 */
export const RANGES_REVIEWED = '2026-11-20';

export const REFUSED_IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10', // shared address space; holds Alibaba's 100.100.100.200
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '168.63.129.16/32', // Azure WireServer, public-looking
] as const;

/** The only allocated global unicast space: IPv6 outside it is refused without a list. */
export const ALLOWED_IPV6 = ['2000::/3'] as const;

export const REFUSED_IPV6 = [
  '2001::/23', // Teredo, ORCHID, benchmarking, AMT, drone ids
  '2001:db8::/32',
  '2002::/16', // 6to4 wraps an IPv4 address
  '2620:4f:8000::/48',
  '3fff::/20',
] as const;

/** Refused even where the operator allows private addresses: they hand out credentials of the machine. */
export const METADATA_ADDRESSES = [
  '169.254.169.254/32',
  '169.254.169.253/32',
  '169.254.170.2/32',
  '169.254.170.23/32',
  '168.63.129.16/32',
  '100.100.100.200/32',
  '192.0.0.192/32',
  'fd00:ec2::254/128',
  'fd00:ec2::23/128',
  'fd20:ce::254/128',
] as const;

/** Below 1024 only web ports; these above it speak something else (databases, Docker, kubelet, browsers' bad ports). */
export const REFUSED_PORTS: ReadonlySet<number> = new Set([
  1719, 1720, 1723, 2049, 2375, 2379, 2380, 3306, 3659, 4045, 5060, 5061, 5432, 5984, 6000, 6379, 6566, 6665, 6666,
  6667, 6668, 6669, 6697, 9200, 9300, 10080, 10250, 11211, 27017,
]);

export const LOCAL_SUFFIXES = ['localhost', 'local', 'internal', 'home.arpa', 'onion'] as const;
