import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** Who imports what is checked by .dependency-cruiser.mjs; this is about what the modules do. */
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

function filesWith(pattern: RegExp, among: (file: string) => boolean): string[] {
  return files
    .filter((file) => among(file) && pattern.test(readFileSync(join(SRC, file), 'utf8')))
    .toSorted();
}

describe('the modules', () => {
  it('let a single module write to Slack', () => {
    const writers = filesWith(
      /WebClient\(|\bchat\.post|\brespond\(|\bsay\(/,
      (file) => !file.startsWith('sandbox/'),
    );
    // The second one makes the client, and calls nothing.
    assert.deepEqual(writers, ['slack/client/outbound.ts', 'slack/client/web-api.ts']);
  });

  it('keep the order rules pure: no clock, no randomness, no I/O', () => {
    const effects = /Date\.now|new Date\(\)|Math\.random|process\.|await |fetch\(/;
    const impure = filesWith(effects, (file) => file.startsWith('orders/'));
    assert.deepEqual(impure, []);
  });
});
