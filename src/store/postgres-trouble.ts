import type { StoreTrouble } from './trouble-kinds.ts';

type TroubleRow = StoreTrouble & {
  /** SQLSTATE of PostgreSQL, or the code of the network or of TLS. */
  codes?: string[];
  /** For errors of the driver without a code, and for codes with several meanings. */
  words?: RegExp;
};

/** What can be wrong with a PostgreSQL or the connection to it. The first row that matches counts. */
const ROWS: TroubleRow[] = [
  {
    words: /does not support SSL/,
    kind: 'untrusted',
    message: 'the database server has no TLS',
    fix: 'Enable TLS on the server, or remove sslmode from DATABASE_URL if the network is safe.',
  },
  {
    words: /must be owner of/,
    kind: 'not_allowed',
    message: "the user does not own the app's tables",
    fix: 'REASSIGN OWNED BY the user who created them TO this one, or use that user in DATABASE_URL.',
  },
  {
    words: /permission denied for (table|relation|sequence)/,
    kind: 'not_allowed',
    message: "the user may not read or write the app's tables",
    fix: 'Use the user who created them in DATABASE_URL, or REASSIGN OWNED BY that user TO this one.',
  },
  {
    words: /no pg_hba\.conf entry .*no encryption/,
    kind: 'refused',
    message: 'the database accepts only encrypted connections from this host',
    fix: 'Append ?sslmode=require to DATABASE_URL.',
  },
  {
    codes: ['53100'],
    kind: 'disk_full',
    message: "the database's disk is full",
    fix: 'Free some space: an app that cannot write accepts no orders.',
  },
  {
    codes: ['25006'],
    kind: 'read_only',
    message: 'the database is read-only',
    fix: 'It is a standby, was failed over, or its provider locked it because its disk is full: DATABASE_URL must lead to the primary.',
  },
  {
    codes: ['28P01'],
    kind: 'refused',
    message: 'the database rejects the password',
    fix: 'The password is wrong: correct it in DATABASE_URL (URL-encoded).',
  },
  {
    codes: ['28000'],
    kind: 'refused',
    message: 'the database does not accept this user from this host',
    fix: 'Check the user in DATABASE_URL, and pg_hba.conf.',
  },
  {
    codes: ['3D000'],
    kind: 'refused',
    message: 'there is no database with this name',
    fix: 'There is no such database: create it (createdb), or correct the name in DATABASE_URL.',
  },
  {
    codes: ['42501'],
    kind: 'not_allowed',
    message: 'the user may not create tables',
    fix: 'The user may not create tables: GRANT CREATE, USAGE ON SCHEMA public TO the user.',
  },
  {
    codes: ['53300'],
    kind: 'refused',
    message: 'the database has no free connections',
    fix: 'PostgreSQL has no free connections: raise max_connections, close those that hold them, or use pgbouncer.',
  },
  {
    codes: ['57P01', '57P02', '57P03'],
    kind: 'unreachable',
    message: 'the database is starting or stopping',
    fix: 'Wait until it has started; its log says more.',
  },
  {
    codes: ['08P01'],
    kind: 'refused',
    message: 'the pooler in front of the database refuses the connection',
    fix: 'With pgbouncer: its log says why; its [databases] and auth_file must list the database and the user.',
  },
  {
    codes: ['ECONNREFUSED'],
    kind: 'unreachable',
    message: 'nothing listens at its address',
    fix: 'Nothing listens there: start PostgreSQL, or correct host and port in DATABASE_URL.',
  },
  {
    codes: ['ENOTFOUND'],
    kind: 'unreachable',
    message: 'its host name cannot be resolved',
    fix: 'No machine has this name: correct the host in DATABASE_URL.',
  },
  {
    codes: ['EAI_AGAIN'],
    kind: 'unreachable',
    message: 'no name server answers for its host',
    fix: 'Check the name servers of this machine, or correct the host in DATABASE_URL.',
  },
  {
    codes: ['ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN'],
    words: /timeout exceeded when trying to connect|connection timeout|Query read timeout/i,
    kind: 'unreachable',
    message: 'its host does not answer',
    fix: 'The host does not answer: check it in DATABASE_URL, and the firewall.',
  },
  {
    codes: ['ECONNRESET', 'EPIPE'],
    words: /Connection terminated unexpectedly/,
    kind: 'unreachable',
    message: 'the connection was cut',
    fix: 'Check the log of the database, or of the pooler or proxy in front of it.',
  },
  {
    codes: ['ENOENT'],
    kind: 'unreachable',
    message: 'a file in its address does not exist',
    fix: 'Check sslrootcert, sslcert and sslkey in DATABASE_URL. A host that is a folder must contain the socket of a running PostgreSQL (unix_socket_directories).',
  },
  {
    codes: ['EACCES'],
    kind: 'not_allowed',
    message: 'a file or socket in its address may not be used',
    fix: "Give the app's user read access to the certificate files, or access to the socket.",
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
    message: "the database's certificate is not from a CA that this machine trusts",
    fix: 'Append &sslrootcert=FILE to DATABASE_URL, with the CA file of its provider, or set NODE_EXTRA_CA_CERTS to that file.',
  },
  {
    codes: ['CERT_HAS_EXPIRED'],
    kind: 'untrusted',
    message: "the database's certificate has expired",
    fix: 'Renew it at the database server, or ask its provider for the current CA file.',
  },
  {
    codes: ['ERR_TLS_CERT_ALTNAME_INVALID'],
    kind: 'untrusted',
    message: "the database's certificate is for another host",
    fix: 'Use the certificate’s host name in DATABASE_URL. With uselibpqcompat=true&sslmode=verify-ca&sslrootcert=FILE names are not compared.',
  },
];

/** The meaning of an error of PostgreSQL, its driver or the network; null if it is unknown. */
export function postgresTrouble({ message, code }: { message: string; code?: unknown }): StoreTrouble | null {
  const row = ROWS.find(
    ({ codes, words }) => words?.test(message) || (typeof code === 'string' && codes?.includes(code)),
  );
  return row ? { kind: row.kind, message: row.message, fix: row.fix } : null;
}
