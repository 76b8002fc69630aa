import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SlackApiError } from '../../src/slack/client/errors.ts';
import type { Outbound } from '../../src/slack/client/outbound.ts';
import { LookupRefusedError } from '../../src/slack/lookup-errors.ts';
import { createUserDirectory } from '../../src/slack/user-directory.ts';

const MINUTE = 60_000;

/** A directory, who it has asked Slack for, and the time. `fails`: Slack's next answer is that error; `groupFails`: each about groups. */
function directory() {
  const at = {
    now: Date.UTC(2026, 10, 2, 10),
    asked: [] as string[],
    fails: null as string | null,
    groupFails: '',
  };
  const outbound = {
    async readPerson(id: string) {
      at.asked.push(id);
      const code = at.fails;
      at.fails = null;
      if (code) throw new SlackApiError('users.info', code);
      return { id, team_id: 'T0TEAM' };
    },
    async readGroup(id: string) {
      at.asked.push(id);
      if (at.groupFails) throw new SlackApiError('usergroups.users.list', at.groupFails);
      return ['U0ANN'];
    },
  } as unknown as Outbound;
  const workspace = { teamId: 'T0TEAM', enterpriseId: null };
  const refusals: string[] = [];
  const people = createUserDirectory(outbound, {
    workspace,
    now: () => at.now,
    onRefused: ({ subject, code }) => refusals.push(`${subject} ${code}`),
  });
  return { at, people, refusals };
}

describe('the user directory', () => {
  it('reads a group again in time although the clock was days ahead at the last reading', async () => {
    const { at, people } = directory();
    at.now += 72 * 60 * MINUTE;
    assert.equal(await people.matches('U0ANN', ['S0APPROVERS']), true);
    at.now -= 72 * 60 * MINUTE;
    await people.matches('U0ANN', ['S0APPROVERS']);
    at.now += MINUTE / 10;
    await people.matches('U0ANN', ['S0APPROVERS']);
    assert.deepEqual(
      at.asked.filter((id) => id === 'S0APPROVERS'),
      ['S0APPROVERS', 'S0APPROVERS'],
    );
  });

  it('asks Slack about a person once a minute, and once for concurrent requests', async () => {
    const { at, people } = directory();
    await Promise.all([people.person('U0ANN'), people.person('U0ANN')]);
    at.now += MINUTE - 1;
    await people.person('U0ANN');
    assert.deepEqual(at.asked, ['U0ANN']);
    at.now += 2;
    await people.person('U0ANN');
    assert.deepEqual(at.asked, ['U0ANN', 'U0ANN']);
  });

  it('asks again at once if Slack did not answer', async () => {
    const { at, people } = directory();
    at.fails = 'internal_error';
    await assert.rejects(people.person('U0ANN'), SlackApiError);
    assert.equal((await people.person('U0ANN')).isFullMember, true);
    assert.deepEqual(at.asked, ['U0ANN', 'U0ANN']);
  });

  const LASTING = [
    ...[
      'permission_denied',
      'plan_upgrade_required',
      'paid_only',
      'paid_teams_only',
      'free_team_not_allowed',
    ],
    ...['team_not_found', 'no_such_subteam', 'subteam_not_found', 'subteam_disabled', 'missing_scope'],
    ...['enterprise_is_restricted', 'team_is_restricted', 'access_denied', 'accesslimited', 'no_permission'],
    ...['invalid_auth', 'token_revoked', 'not_allowed_token_type', 'method_deprecated', 'a_code_of_tomorrow'],
  ];
  const PASSING = [
    ...['ratelimited', 'rate_limited', 'internal_error', 'fatal_error', 'service_unavailable', 'no_answer'],
    ...['request_timeout', 'org_login_required', 'team_added_to_org', 'server_error', 'over_capacity'],
    ...['temporarily_unavailable', 'too_many_requests', 'rate_limit_exceeded', 'upstream_timeout'],
  ];

  for (const code of LASTING) {
    it(`reports a group as refused, not as temporarily unknown, for errors that someone has to fix: ${code}`, async () => {
      const { at, people, refusals } = directory();
      at.groupFails = code;
      assert.deepEqual(await people.findMembers('S0FIN'), { refusedWith: code });
      await assert.rejects(people.matches('U0ANN', ['S0FIN']), LookupRefusedError);
      assert.deepEqual([...new Set(refusals)], [`S0FIN ${code}`]);
    });
  }

  for (const code of PASSING) {
    it(`reports a group as temporarily unknown while Slack fails or rate-limits: ${code}`, async () => {
      const { at, people, refusals } = directory();
      at.groupFails = code;
      assert.equal(await people.findMembers('S0FIN'), 'unknown');
      await assert.rejects(people.matches('U0ANN', ['S0FIN']), SlackApiError);
      assert.deepEqual(refusals, []);
    });
  }

  it('counts an approver hidden by Slack as one who left, but not one whom it cannot show at the moment', async () => {
    const { at, people } = directory();
    at.fails = 'user_not_visible';
    assert.equal(await people.stillMatches('U0BOB', ['U0BOB']), false);
    at.fails = 'missing_scope';
    await assert.rejects(people.stillMatches('U0BOB', ['U0BOB']), LookupRefusedError);
    assert.equal(await people.stillMatches('U0BOB', ['U0BOB']), true);
  });

  it('answers any number of requests, and caches only recent ones', async () => {
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
