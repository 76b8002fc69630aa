import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Account, isGuest } from '../../src/slack/membership.ts';

const GRID = { teamId: 'T0TEAM', enterpriseId: 'E0ORG' };
const ALONE = { teamId: 'T0TEAM', enterpriseId: null };
const ours = (teams?: string[]) => ({ id: 'W0ANN', enterprise_id: 'E0ORG', ...(teams && { teams }) });
const theirs = { id: 'W0EVE', enterprise_id: 'E0OTHER' };

const NULLS = { team_id: null, teams: null, enterprise_user: null, is_stranger: null, is_restricted: null };

describe('a full member', () => {
  for (const [who, account, workspace] of [
    [
      'of two workspaces, where Slack names the other one',
      { team_id: 'T0B', enterprise_user: ours(['T0B', 'T0TEAM']) },
      GRID,
    ],
    [
      'of this workspace, where Slack names the organisation',
      { team_id: 'E0ORG', enterprise_user: ours(['T0TEAM']) },
      GRID,
    ],
    [
      'of this workspace, where Slack names no workspaces',
      { team_id: 'T0TEAM', enterprise_user: ours() },
      GRID,
    ],
    ['of the organisation, where Slack names no workspace at all', { enterprise_user: ours() }, GRID],
    ['of a workspace of its own, without a name for it', { id: 'U0ANN' }, ALONE],
    ['where Slack answers null for what it does not say', NULLS, ALONE],
    [
      'where Slack answers null for the organisation',
      { ...NULLS, enterprise_user: { enterprise_id: null } },
      GRID,
    ],
  ] as const) {
    it(`is one ${who}`, () => assert.equal(isGuest(structuredClone(account) as Account, workspace), false));
  }

  for (const [who, account, workspace] of [
    [
      'of another workspace of the organisation only',
      { team_id: 'T0B', enterprise_user: ours(['T0B']) },
      GRID,
    ],
    ['of another organisation, where Slack names no workspace', { enterprise_user: theirs }, GRID],
    [
      'of another organisation, whom Slack calls a stranger',
      { is_stranger: true, enterprise_user: theirs },
      GRID,
    ],
    [
      'of an organisation, to a workspace that is in none',
      { is_stranger: true, enterprise_user: theirs },
      ALONE,
    ],
    ['of another workspace', { team_id: 'T0B' }, ALONE],
    [
      'who is restricted',
      { team_id: 'T0TEAM', is_restricted: true, enterprise_user: ours(['T0TEAM']) },
      GRID,
    ],
  ] as const) {
    it(`is not one ${who}`, () => assert.equal(isGuest(structuredClone(account), workspace), true));
  }
});
