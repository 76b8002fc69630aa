import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SlackApiError } from '../../src/slack/client/errors.ts';
import type { Outbound } from '../../src/slack/client/outbound.ts';
import { createUserDirectory } from '../../src/slack/user-directory.ts';

const MINUTE = 60_000;

/** A directory, who it has asked Slack for, and the time. `fails`: Slack's next answer is that error. */
function directory() {
  const at = { now: Date.UTC(2026, 10, 2, 10), asked: [] as string[], fails: null as string | null };
  const outbound = {
    async readPerson(id: string) {
      at.asked.push(id);
      const code = at.fails;
      at.fails = null;
      if (code) throw new SlackApiError('users.info', code);
      return { id, team_id: 'T0TEAM' };
    },
  } as unknown as Outbound;
  const workspace = { teamId: 'T0TEAM', enterpriseId: null };
  const people = createUserDirectory(outbound, { workspace, now: () => at.now });
  return { at, people };
}

describe('The user directory', () => {
  it('asks Slack once a minute for a person, and once for all who ask at the same time', async () => {
    const { at, people } = directory();
    await Promise.all([people.person('U0ANN'), people.person('U0ANN')]);
    at.now += MINUTE - 1;
    await people.person('U0ANN');
    assert.deepEqual(at.asked, ['U0ANN']);
    at.now += 2;
    await people.person('U0ANN');
    assert.deepEqual(at.asked, ['U0ANN', 'U0ANN']);
  });

  it('asks again at once when Slack did not answer', async () => {
    const { at, people } = directory();
    at.fails = 'internal_error';
    await assert.rejects(people.person('U0ANN'), SlackApiError);
    assert.equal((await people.person('U0ANN')).isFullMember, true);
    assert.deepEqual(at.asked, ['U0ANN', 'U0ANN']);
  });

  it('answers everyone who asks, and keeps only those asked for lately, however many there are', async () => {
    const { at, people } = directory();
    const ids = Array.from({ length: 5_001 }, (_, index) => `U0P${index}`);
    const found = await Promise.all(ids.map((id) => people.person(id)));
    assert.deepEqual(
      found.map(({ key }) => key),
      ids,
    );
    at.asked = [];
    await people.person('U0P5000');
    await people.person('U0P0');
    assert.deepEqual(at.asked, ['U0P0']);
  });
});
