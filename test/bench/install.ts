import { execFile } from 'node:child_process';
import { copyFile, lstat, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Figure } from './figure.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
/** As the Dockerfile installs. */
const PRODUCTION = ['--omit=dev', '--omit=optional', '--no-audit', '--no-fund'];
const MARK = 1.6;

/** What a production install brings, against that of an app that needs Bolt alone, of the same version. */
export async function benchInstall(): Promise<Figure[]> {
  const ours = await installed(['package.json', 'package-lock.json', '.npmrc'], ['ci']);
  const lock = JSON.parse(await readFile(join(PROJECT, 'package-lock.json'), 'utf8'));
  const { version } = lock.packages['node_modules/@slack/bolt'];
  const bare = await installed([], ['install', `@slack/bolt@${version}`]);
  const againstWhat = `@slack/bolt ${version} alone`;
  return [
    {
      ...{ name: 'production install: packages', unit: 'packages', againstWhat, mark: MARK },
      ...{ ours: [ours.packages], against: [bare.packages] },
    },
    {
      ...{ name: 'production install: size', unit: 'MB', againstWhat, mark: MARK },
      ...{ ours: [ours.megabytes], against: [bare.megabytes] },
    },
  ];
}

async function installed(files: string[], command: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'order-cloud-install-'));
  try {
    if (files.length === 0) await writeFile(join(folder, 'package.json'), '{ "private": true }');
    for (const file of files) await copyFile(join(PROJECT, file), join(folder, file));
    await promisify(execFile)('npm', [...command, ...PRODUCTION], { cwd: folder });
    const lock = JSON.parse(await readFile(join(folder, 'node_modules/.package-lock.json'), 'utf8'));
    const packages = Object.keys(lock.packages).length;
    return { packages, megabytes: (await bytesIn(join(folder, 'node_modules'))) / 2 ** 20 };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The sum of the files' lengths, whatever the file system rounds them up to. */
async function bytesIn(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = files.map(async (file) =>
    file.isFile() ? (await lstat(join(file.parentPath, file.name))).size : 0,
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
