import { isIP } from 'node:net';
import { generate } from 'selfsigned';

/** A certificate and its key, both PEM. */
export type Certificate = { certificate: string; key: string };

const own = new Map<string, Promise<Certificate>>();

/**
 * The certificate of this process for 127.0.0.1, localhost and `host`, for TLS on this machine only. It is made once: all
 * that a process serves is trusted together, and a key costs more than a server.
 */
export function ownCertificate(host: string): Promise<Certificate> {
  const made = own.get(host) ?? makeCertificate(host);
  own.set(host, made);
  return made;
}

/** A certificate that nothing else has; most want the `ownCertificate`. */
export async function makeCertificate(host: string): Promise<Certificate> {
  const pems = await generate([{ name: 'commonName', value: 'local OVHcloud' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          ...(isIP(host) ? [] : [{ type: 2 as const, value: host }]),
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { certificate: pems.cert, key: pems.private };
}
