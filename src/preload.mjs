// Loaded with --import before the first TypeScript file.
import module from 'node:module';
import { fileURLToPath } from 'node:url';

// An older Node.js cannot even load the first TypeScript file.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `order-cloud needs Node 22.18 or newer, this is ${process.versions.node}: run "npm ci" to get the pinned one, or install a current Node.\n`,
  );
  process.exit(78);
}

// Keeps compiled code for the next start. If the folder is not writable, start-up is only slower.
module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/order-cloud', import.meta.url)));

// The first process of a container ignores signals that it does not handle. Until the app handles them itself, nothing is
// in flight that would have to be finished.
if (/[\\/]src[\\/]main\.ts$/.test(process.argv[1] ?? '')) {
  for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => process.exit(0));
}
