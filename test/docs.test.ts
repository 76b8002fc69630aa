import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runOrders } from '../src/cli/orders.ts';
import { SECRET_FILE_NAMES } from '../src/config/secret-files.ts';
import { settings } from '../src/config/settings.ts';
import { CLOSED_STATES, OPEN_STATES } from '../src/orders/order.ts';
import { failures, voucherErrors } from '../src/slack/i18n/en/failures.ts';

let ordersHelp = '';
const out = new Writable({
  write(chunk, _encoding, done) {
    ordersHelp += chunk;
    done();
  },
});
await runOrders(['--help'], { env: {}, out, now: () => 0 });

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const pages = ['*.md', 'docs/**/*.md', 'test/bench/*.md'].flatMap((glob) => globSync(glob, { cwd: ROOT }));
const names = new Set([...settings.map(({ name }) => name), ...SECRET_FILE_NAMES]);
/** Names of files and folders of the project, as the pages write them. */
const PATHS = /`((?:src|test|docs|\.github)\/[^`\s*…]+)`/g;

/** A heading's name in links, as GitHub makes it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
}

function anchorsOf(page: string): string[] {
  return [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
}

describe('the documentation', () => {
  for (const page of pages) {
    it(`has no dead link in ${page}`, () => {
      for (const [, target = ''] of read(page).matchAll(/\]\(([^)\s]+)\)/g)) {
        if (/^https?:/.test(target)) continue;
        const [path = '', anchor] = target.split('#');
        const file = path === '' ? page : join(dirname(page), path);
        assert.ok(existsSync(join(ROOT, file)), `${page} links to ${target}`);
        if (anchor) assert.ok(anchorsOf(file).includes(anchor), `${page} links to ${target}`);
      }
    });

    it(`names only existing files in ${page}`, () => {
      for (const [, path = ''] of read(page).matchAll(PATHS)) {
        const isThere = globSync(path, { cwd: ROOT }).length > 0;
        assert.ok(isThere, `${page} names ${path}`);
      }
    });

    it(`names only existing scripts and settings in ${page}`, () => {
      const { scripts } = JSON.parse(read('package.json'));
      for (const [, script = ''] of read(page).matchAll(/npm run (?:-s )?([\w-]+)/g)) {
        assert.ok(script in scripts, `npm run ${script}`);
      }
      for (const [, command = ''] of read(page).matchAll(/npm run -s orders -- ([\w-]+)/g)) {
        assert.match(ordersHelp, new RegExp(`order-cloud orders ${command} `));
      }
      const ours = /\b(?:SLACK|OVH|DATABASE|APPROV\w*|RETAIN|REMIND)_[A-Z_]+\b/g;
      const others = ['SLACK_CLI_XOXB', 'SLACK_CLI_XAPP'];
      for (const [name] of read(page).matchAll(ours))
        assert.ok(names.has(name) || others.includes(name), name);
    });
  }

  it('keeps README.md within three screens', () => {
    assert.ok(read('README.md').split('\n').length <= 170);
  });

  it('explains every state of an order in docs/lifecycle.md', () => {
    const explained = [...read('docs/lifecycle.md').matchAll(/^\| `([a-z_]+)` \|/gm)].map(
      ([, state]) => state,
    );
    assert.deepEqual(explained.sort(), [...OPEN_STATES, ...CLOSED_STATES].sort());
  });

  it('explains every failure reason in docs/failures.md, with what to do about it', () => {
    const rows = [...read('docs/failures.md').matchAll(/^\| `([a-z_]+)` \|/gm)].map(([, reason]) => reason);
    const codes = Object.keys(voucherErrors).filter((code) => code !== 'said' && code !== 'other');
    for (const reason of [...Object.keys(failures), ...codes]) assert.ok(rows.includes(reason), reason);
  });
});
