/** The hosts in a PostgreSQL address, and whether the connection is encrypted. */
type Way = { hosts: string[]; isEncrypted: boolean };

/** Asks the driver for what it does anyway: it verifies the certificate in these modes too, but warns about that. */
export function withVerifiedTls(url: string): string {
  if (/[?&]uselibpqcompat=true\b/.test(url)) return url;
  return url.replace(/([?&]sslmode=)(prefer|require|verify-ca)(?=&|$)/, '$1verify-full');
}

/** The other machine to which orders, vouchers and the password would go unencrypted; null if there is none. */
export function unencryptedHost(url: string, env: Record<string, string | undefined>): string | null {
  const { hosts, isEncrypted } = wayTo(url, env);
  if (isEncrypted) return null;
  return hosts.find((host) => !isThisMachine(host)) ?? null;
}

function wayTo(url: string, env: Record<string, string | undefined>): Way {
  if (!/^postgres(ql)?:/.test(url)) return { hosts: [], isEncrypted: false };
  // Without a host, which a socket does not need, it is not a URL.
  const whole = url.replace('@/', '@localhost/').replace(':///', '://localhost/');
  if (!URL.canParse(whole)) return { hosts: [], isEncrypted: false };
  const parsed = new URL(whole);
  const query = parsed.searchParams;
  const host = query.get('host') ?? decodeURIComponent(parsed.hostname);
  const mode = query.get('sslmode') ?? env.PGSSLMODE ?? 'disable';
  const isAsked = ['true', '1'].includes(query.get('ssl') ?? '') || query.get('sslnegotiation') === 'direct';
  const hasFiles = ['sslrootcert', 'sslcert', 'sslkey'].some((name) => query.has(name));
  return { hosts: [host], isEncrypted: isAsked || hasFiles || !['disable', 'allow'].includes(mode) };
}

/** A socket, a loopback address, or a name without dots, which only containers of one network have. */
function isThisMachine(host: string): boolean {
  const bare = host.replaceAll(/[[\]]/g, '');
  return bare === '::1' || bare.startsWith('/') || bare.startsWith('127.') || !/[.:]/.test(bare);
}
