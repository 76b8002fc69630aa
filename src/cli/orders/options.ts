import { userInfo } from 'node:os';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { operatorActor } from '../../orders/operator.ts';
import { UsageError } from '../command.ts';

/** Login names that do not identify a person; empty if a container's user has no name. */
const ANONYMOUS = ['root', 'node', ''];

/** Reads the options that a command knows, and `--json`. Throws UsageError for any other. */
export function readWords<const Options extends ParseArgsOptionsConfig>(args: string[], options: Options) {
  try {
    return parseArgs({
      args,
      options: { json: { type: 'boolean', default: false }, ...options },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\nSee: order-cloud orders --help`);
  }
}

/** The ID of the order that a command is about. */
export function readId(positionals: readonly string[]): string {
  const [id, ...others] = positionals;
  if (id === undefined || others.length > 0) {
    throw new UsageError(
      'Name one order by its ID, such as oc-0123456789abcdef. See: order-cloud orders list',
    );
  }
  return id;
}

function nameOfUser(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

/** Who acts, for the audit log: `--as`, or who logged in to this machine. */
export function readOperator(
  as: string | undefined,
  env: Record<string, string | undefined>,
  loginName: () => string = nameOfUser,
): string {
  const name = as ?? (env.SUDO_USER || loginName());
  if (as === undefined && ANONYMOUS.includes(name)) {
    throw new UsageError(
      `Say who you are: --as NAME. The audit log names you, and the login name (${name || 'none'}) could be anyone's.`,
    );
  }
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,63}$/u.test(name)) {
    throw new UsageError('--as takes a name of up to 64 letters, digits, dots, @, _ or -, such as alice.');
  }
  return operatorActor(name);
}
