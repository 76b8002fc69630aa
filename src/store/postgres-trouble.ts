import type { StoreTrouble } from './trouble-kinds.ts';

type Row = StoreTrouble & {
  /** SQLSTATE of PostgreSQL, or the code of the network or of TLS. */
  codes?: string[];
  /** Where the driver has words and no code, or one code has several meanings. */
  words?: RegExp;
};

/** What may be wrong with a PostgreSQL or the way there. The first row that fits counts. */
const ROWS: Row[] = [
  {
    words: /does not support SSL/,
    kind: 'untrusted',
    says: 'the database server has no TLS',
    fix: 'Switch TLS on at the server, or take sslmode out of DATABASE_URL if the way there is safe.',
  },
  {
    words: /must be owner of/,
    kind: 'not_allowed',
    says: "the user does not own the app's tables",
    fix: 'REASSIGN OWNED BY the user who made them TO this one, or name that user in DATABASE_URL.',
  },
  {
    words: /permission denied for (table|relation|sequence)/,
    kind: 'not_allowed',
    says: "the user may not read or write the app's tables",
    fix: 'Name the user in DATABASE_URL who made them, or REASSIGN OWNED BY that user TO this one.',
  },
  {
    words: /no pg_hba\.conf entry .*no encryption/,
    kind: 'refused',
    says: 'the database takes only encrypted connections from here',
    fix: 'Append ?sslmode=require to DATABASE_URL.',
  },
  {
    codes: ['53100'],
    kind: 'disk_full',
    says: "the database's disk is full",
    fix: 'Make room: an app that cannot write takes no orders.',
  },
  {
    codes: ['25006'],
    kind: 'read_only',
    says: 'the database is read-only',
    fix: 'It is a standby, was failed over, or its provider locked it because its disk is full: DATABASE_URL has to lead to the primary.',
  },
  {
    codes: ['28P01'],
    kind: 'refused',
    says: 'the database does not take the password',
    fix: 'The password is wrong: correct it in DATABASE_URL (URL-encoded).',
  },
  {
    codes: ['28000'],
    kind: 'refused',
    says: 'the database does not let this user in from here',
    fix: 'Check the user in DATABASE_URL, and pg_hba.conf.',
  },
  {
    codes: ['3D000'],
    kind: 'refused',
    says: 'there is no database of this name',
    fix: 'There is no such database: make it (createdb), or correct the name in DATABASE_URL.',
  },
  {
    codes: ['42501'],
    kind: 'not_allowed',
    says: 'the user may not make tables',
    fix: 'The user may not make tables: GRANT CREATE, USAGE ON SCHEMA public TO the user.',
  },
  {
    codes: ['53300'],
    kind: 'refused',
    says: 'the database has no connection left',
    fix: 'PostgreSQL has no connection left: raise max_connections, end what holds them, or put pgbouncer before it.',
  },
  {
    codes: ['57P01', '57P02', '57P03'],
    kind: 'unreachable',
    says: 'the database is starting or stopping',
    fix: 'Wait until it has started; its own log says what it does.',
  },
  {
    codes: ['08P01'],
    kind: 'refused',
    says: 'the pooler before the database refuses the connection',
    fix: 'With pgbouncer: its log says why; its [databases] and auth_file have to know the database and the user.',
  },
  {
    codes: ['ECONNREFUSED'],
    kind: 'unreachable',
    says: 'nothing listens at its address',
    fix: 'Nothing listens there: start PostgreSQL, or correct host and port in DATABASE_URL.',
  },
  {
    codes: ['ENOTFOUND'],
    kind: 'unreachable',
    says: 'its host has no address',
    fix: 'No machine has this name: correct the host in DATABASE_URL.',
  },
  {
    codes: ['EAI_AGAIN'],
    kind: 'unreachable',
    says: 'no name server answers for its host',
    fix: 'Check the name servers of this machine, or correct the host in DATABASE_URL.',
  },
  {
    codes: ['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN'],
    words: /timeout exceeded when trying to connect|connection timeout|Query read timeout/i,
    kind: 'unreachable',
    says: 'its machine does not answer',
    fix: 'The machine does not answer: check the host in DATABASE_URL and the firewall.',
  },
  {
    codes: ['ECONNRESET', 'EPIPE'],
    words: /Connection terminated unexpectedly/,
    kind: 'unreachable',
    says: 'the connection was cut',
    fix: 'Look at the log of the database, or of the pooler or proxy before it.',
  },
  {
    codes: ['ENOENT'],
    kind: 'unreachable',
    says: 'a file that its address names is not there',
    fix: 'Check sslrootcert, sslcert and sslkey in DATABASE_URL. A host that is a folder has to have the socket of a PostgreSQL that runs (unix_socket_directories).',
  },
  {
    codes: ['EACCES'],
    kind: 'not_allowed',
    says: 'a file or socket that its address names may not be used',
    fix: 'Give the user who runs the app the right to read the certificate files, or to use the socket.',
  },
  {
    codes: [
      'SELF_SIGNED_CERT_IN_CHAIN',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'UNABLE_TO_GET_ISSUER_CERT',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    ],
    kind: 'untrusted',
    says: "the database's certificate is not of a CA that this machine trusts",
    fix: 'Append &sslrootcert=FILE to DATABASE_URL, with the CA file of its provider, or name that file in NODE_EXTRA_CA_CERTS.',
  },
  {
    codes: ['CERT_HAS_EXPIRED'],
    kind: 'untrusted',
    says: "the database's certificate has expired",
    fix: 'Renew it at the database server, or ask its provider for the present CA file.',
  },
  {
    codes: ['ERR_TLS_CERT_ALTNAME_INVALID'],
    kind: 'untrusted',
    says: "the database's certificate is for another host",
    fix: 'Use the host name in DATABASE_URL that the certificate has. With uselibpqcompat=true&sslmode=verify-ca&sslrootcert=FILE names are not compared.',
  },
];

/** What an error means that came from PostgreSQL, its driver or the network; null for one that is not known. */
export function postgresTrouble({ message, code }: { message: string; code?: unknown }): StoreTrouble | null {
  const row = ROWS.find(
    ({ codes, words }) => words?.test(message) || (typeof code === 'string' && codes?.includes(code)),
  );
  if (!row) return null;
  const { kind, says, fix } = row;
  return { kind, says, fix };
}
