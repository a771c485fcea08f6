import type { FailureClass } from '@alivemcp/contracts';
import type { ClassCases } from './class-case.ts';

export const TLS = {
  'tls.expired': [{ name: 'an expired certificate', tls: 'expired' }],
  'tls.not_yet_valid': [{ name: 'a certificate of the future', tls: 'not-yet-valid' }],
  'tls.wrong_host': [{ name: 'a certificate of another host', tls: 'wrong-host' }],
  'tls.untrusted': [
    {
      name: 'an authority nobody knows',
      tls: 'good',
      trusting: false,
      says: 'cannot be verified: unable to verify the first certificate',
    },
  ],
  'tls.self_signed': [{ name: 'a self-signed certificate', tls: 'self-signed' }],
  'tls.protocol': [{ name: 'TLS 1.1 only', tls: 'old' }],
  'tls.client_certificate': [{ name: 'a client certificate demanded', tls: 'demands-certificate' }],
  'tls.not_tls': [{ name: 'plain HTTP on an https URL', dial: (url) => url.replace('http:', 'https:') }],
} satisfies Partial<Record<FailureClass, ClassCases>>;
