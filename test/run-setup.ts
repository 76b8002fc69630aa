import { access, chmod, constants, mkdtemp, rm, statfs } from 'node:fs/promises';
import { startPostgresOfRun } from './store/postgres-server.ts';

/** Where Linux keeps files in memory. */
const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 2 ** 30;

let tearDown: () => Promise<void> = async () => undefined;

/** Before all test files of a run: what they share is started once. */
export async function globalSetup(): Promise<void> {
  const removeFolder = await keepFilesInMemory();
  const stopPostgres = await startPostgresOfRun();
  tearDown = async () => {
    await stopPostgres();
    await removeFolder();
  };
}

/** After all of them. */
export async function globalTeardown(): Promise<void> {
  await tearDown();
}

/** Databases wait for the disk at each change. None of a test outlives it: where there is room, it is kept in memory. */
async function keepFilesInMemory(): Promise<() => Promise<void>> {
  const room = await access(MEMORY, constants.W_OK).then(
    () => statfs(MEMORY),
    () => null,
  );
  if (process.env.TMPDIR || !room || room.bavail * room.bsize < ENOUGH_BYTES) return async () => undefined;
  const folder = await mkdtemp(`${MEMORY}/order-cloud-`);
  // The user that PostgreSQL runs as has to get in.
  await chmod(folder, 0o755);
  process.env.TMPDIR = folder;
  return () => rm(folder, { recursive: true, force: true });
}
