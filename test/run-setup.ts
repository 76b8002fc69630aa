import { startPostgresOfRun } from './store/postgres-server.ts';

let stopPostgres: () => Promise<void> = async () => undefined;

/** Before all test files of a run: what they share is started once. */
export async function globalSetup(): Promise<void> {
  stopPostgres = await startPostgresOfRun();
}

/** After all of them. */
export async function globalTeardown(): Promise<void> {
  await stopPostgres();
}
