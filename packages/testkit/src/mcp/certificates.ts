import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Certificate = { key: string; cert: string };

export type CertificateKind = 'good' | 'expired' | 'not-yet-valid' | 'wrong-host' | 'expiring' | 'self-signed';

const CA_CONFIG = `[ca]
default_ca = test
[test]
database = ./index.txt
new_certs_dir = .
certificate = ./ca.pem
private_key = ./ca.key
rand_serial = yes
default_md = sha256
policy = any
unique_subject = no
[any]
commonName = supplied
`;

/** A certificate authority made for one test run, with `openssl` on PATH. Certificates are for localhost and 127.0.0.1. */
export function createAuthority(): { ca: string; issue(kind: CertificateKind): Certificate } {
  const dir = mkdtempSync(join(tmpdir(), 'alivemcp-ca-'));
  const file = (name: string): string => join(dir, name);
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { cwd: dir, stdio: ['ignore', 'ignore', 'pipe'] });
  };
  const newKey = (name: string): void =>
    openssl('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256', '-out', name);

  newKey('ca.key');
  openssl('req', '-x509', '-new', '-key', 'ca.key', '-subj', '/CN=AliveMCP test CA', '-days', '3650', '-out', 'ca.pem');
  const ca = readFileSync(file('ca.pem'), 'utf8');
  writeFileSync(file('ca.cnf'), CA_CONFIG);
  writeFileSync(file('index.txt'), '');
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }));

  return {
    ca,
    issue(kind) {
      const [key, csr, cert, ext] = ['key', 'csr', 'pem', 'ext'].map((end) => `${kind}.${end}`) as [
        string,
        string,
        string,
        string,
      ];
      const names = kind === 'wrong-host' ? 'DNS:other.example.test' : 'DNS:localhost,IP:127.0.0.1';
      newKey(key);
      if (kind === 'self-signed') {
        openssl(
          'req',
          '-x509',
          '-new',
          '-key',
          key,
          '-subj',
          '/CN=localhost',
          '-addext',
          `subjectAltName=${names}`,
          '-days',
          '30',
          '-out',
          cert,
        );
      } else {
        writeFileSync(file(ext), `subjectAltName=${names}\n`);
        openssl('req', '-new', '-key', key, '-subj', '/CN=localhost', '-out', csr);
        const [from, to] = period(kind);
        const dates = ['-startdate', from, '-enddate', to];
        // `x509 -req` cannot set a start date before OpenSSL 3.4; `ca` can.
        openssl('ca', '-batch', '-config', 'ca.cnf', '-in', csr, '-out', cert, '-extfile', ext, '-notext', ...dates);
      }
      return { key: readFileSync(file(key), 'utf8'), cert: readFileSync(file(cert), 'utf8') };
    },
  };
}

function period(kind: CertificateKind): [string, string] {
  const day = (offset: number): string =>
    `${new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 19).replaceAll(/[-:T]/g, '')}Z`;
  if (kind === 'expired') return [day(-30), day(-2)];
  if (kind === 'not-yet-valid') return [day(2), day(30)];
  return kind === 'expiring' ? [day(-30), day(5)] : [day(-1), day(90)];
}
