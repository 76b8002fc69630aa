import tls from 'node:tls';

let trusted: string | null | undefined;

/** Lets this process trust one certificate (PEM), or none, and nothing else: what tests talk to is served by themselves. */
export function trust(certificate: string | null): void {
  if (trusted === certificate) return;
  // Each connection reads all that are trusted: one costs less than the usual hundred and fifty.
  tls.setDefaultCACertificates(certificate === null ? [] : [certificate]);
  trusted = certificate;
}
