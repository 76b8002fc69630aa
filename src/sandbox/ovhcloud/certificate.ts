import { generate } from 'selfsigned';

/** A fresh certificate for 127.0.0.1 and localhost and its key, both PEM, for TLS on this machine only. */
export async function makeCertificate(): Promise<{ certificate: string; key: string }> {
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
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  return { certificate: pems.cert, key: pems.private };
}
