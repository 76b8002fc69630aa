import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainSlashText } from '../../src/slack/slash-text.ts';

describe('plainSlashText', () => {
  for (const [text, plain] of [
    ['<http://my-project.com|my-project.com>', 'my-project.com'],
    ['<https://my-project.com>', 'https://my-project.com'],
    ['<https://my-project.com?a=1&amp;b=2>', 'https://my-project.com?a=1&b=2'],
    ['<https://my-project.com|>', 'https://my-project.com'],
    ['<mailto:ann@example.com|ann@example.com>', 'ann@example.com'],
    ['<mailto:ann@example.com>', 'ann@example.com'],
    ['<#C0GEN|general> lab', 'general lab'],
    ['<#C0GEN|>', ''],
    ['<#C0GEN>', ''],
    ['lab of <@U0BOB>', 'lab of'],
    ['<@U0BOB|bob>', 'bob'],
    ['<@W0BOB>', ''],
    ['<!subteam^S0FIN>', ''],
    ['<!subteam^S0FIN|@finance>', '@finance'],
    ['<!here>', ''],
    ['<!here|here>', 'here'],
    ['R&amp;D &lt;prod&gt;', 'R&D <prod>'],
    ['a &amp;lt; b', 'a &lt; b'],
    ['&lt;@U0BOB&gt;', '<@U0BOB>'],
    ['my\nproject', 'my project'],
    ['\u200Bmyproject\u200B', 'myproject'],
    ['\uFEFFmyproject', 'myproject'],
    ['my\u00A0project\u00A0', 'my\u00A0project'],
    ['moon\uD83D', 'moon'],
    [' list ', 'list'],
  ] as const) {
    it(`reads ${JSON.stringify(plain)} in ${JSON.stringify(text)}`, () =>
      assert.equal(plainSlashText(text), plain));
  }
});
