import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDoctorScenario } from './doctor-scenario.ts';

test('doctor: reports each approver who cannot click, or perhaps should not, on a line of its own', async (t) => {
  const { visit, slack } = await startDoctorScenario(t);
  slack.users.set('U0LEFT', { id: 'U0LEFT', name: 'Lea', deleted: true });
  const { code, message } = await visit({ APPROVERS: 'U0APP1,U0APP2,U0LEFT,U0GUEST,U0OUT,U0BOT,U0NOBODY' });
  assert.equal(code, 1);
  message('ok', 'APPROVERS U0APP1', /Ada$/);
  message('warning', 'APPROVERS U0LEFT', /Lea has left the workspace/, /Remove the ID from APPROVERS/);
  message('warning', 'APPROVERS U0GUEST', /Gus is a guest, and may approve/, /If that is not intended/);
  message(
    'warning',
    'APPROVERS U0OUT',
    /Otto belongs to another workspace, and may approve/,
    /If that is not intended/,
  );
  message('failure', 'APPROVERS U0BOT', /order-cloud is a bot/, /Remove the ID/);
  message('failure', 'APPROVERS U0NOBODY', /knows no one with this ID/, /Copy member ID/);
  message('ok', 'quorum', /and 4 approvers are available, no matter who orders/);
});

test('doctor: reports a group that does not exist, is disabled, is empty, or has deactivated members', async (t) => {
  const { visit, slack } = await startDoctorScenario(t);
  slack.users.set('U0LEFT', { id: 'U0LEFT', name: 'Lea', deleted: true });
  const group = (id: string, users: string[], disabled = false) =>
    slack.groups.set(id, { id, handle: id.toLowerCase(), name: id, users, disabled });
  group('S0OFF', ['U0APP1'], true);
  group('S0EMPTY', []);
  group('S0LEFT', ['U0LEFT']);
  group('S0MIXED', ['U0LEFT', 'U0APP1', 'U0APP2']);
  const { code, message } = await visit({ APPROVERS: 'S0OFF,S0EMPTY,S0LEFT,S0MIXED,S0NONE' });
  assert.equal(code, 1);
  message('warning', 'APPROVERS S0OFF', /@s0off is disabled/, /enable it again/);
  message('warning', 'APPROVERS S0EMPTY', /@s0empty is empty/, /add people/);
  message('warning', 'APPROVERS S0LEFT', /1 person, all of whom have left/, /add people/);
  message('ok', 'APPROVERS S0MIXED', /3 people; these cannot click .*: Lea \(U0LEFT\)$/);
  message('failure', 'APPROVERS S0NONE', /no user group with this ID/, /Copy group ID/);
  message('ok', 'quorum', /2 approvers are available, no matter who orders/);
});

test('doctor: skips the quorum while a group of approvers cannot be read', async (t) => {
  const { visit, slack } = await startDoctorScenario(t);
  slack.faults.add({ method: 'usergroups.users.list', kind: 'error', error: 'internal_error', times: 9 });
  const { message } = await visit();
  message(
    'warning',
    'APPROVERS S0APPROVERS',
    /refused usergroups\.users\.list: internal_error/,
    /again in a minute/,
  );
  message('skipped', 'quorum', /not all approvers could be checked/);
});

for (const [error, fix] of [
  ['missing_scope', /scope usergroups:read and reinstall/],
  ['plan_upgrade_required', /plan has no user groups: upgrade it/],
  ['paid_only', /plan has no user groups: upgrade it/],
  ['subteam_not_found', /Copy group ID/],
  ['enterprise_is_restricted', /lets apps read its user groups/],
  ['a_code_of_tomorrow', /lets apps read its user groups/],
] as const) {
  test(`doctor: reports that a group Slack refuses to show lets no one approve, with advice that fits ${error}`, async (t) => {
    const { visit, slack } = await startDoctorScenario(t);
    slack.faults.add({ method: 'usergroups.users.list', kind: 'error', error, times: 9 });
    const { code, message } = await visit();
    assert.equal(code, 1);
    message('failure', 'APPROVERS S0APPROVERS', new RegExp(error), fix);
    message('failure', 'quorum', /no order could ever be approved/, /Add active people/);
  });
}

test('doctor: fails when too few people could ever approve', async (t) => {
  const { visit, slack } = await startDoctorScenario(t);
  slack.users.set('U0APP2', { id: 'U0APP2', name: 'Alan', deleted: true });
  const { code, message } = await visit({ APPROVALS_REQUIRED: '2' });
  assert.equal(code, 1);
  message(
    'failure',
    'quorum',
    /2 approvals are needed, and 1 approver is available: no order could ever be approved/,
    /lower APPROVALS_REQUIRED/,
  );
});

test('doctor: warns about an approver whose own orders no one else could approve, unless self-approval is allowed', async (t) => {
  const { visit } = await startDoctorScenario(t);
  const alone = await visit({ APPROVERS: 'U0APP1' });
  assert.equal(alone.code, 0, 'others can order');
  alone.message('warning', 'quorum', /orders by U0APP1 cannot be approved/, /ALLOW_SELF_APPROVAL=true/);
  assert.match(alone.out, /\nReady, with warnings: 0 failures, 1 warning,/);
  (await visit({ APPROVERS: 'U0APP1', ALLOW_SELF_APPROVAL: 'true' })).message(
    'ok',
    'quorum',
    /no matter who orders$/,
  );
});

test('doctor: checks requesters like approvers, and fails if the only requester is the only approver', async (t) => {
  const { visit } = await startDoctorScenario(t);
  const both = await visit({ REQUESTERS: 'U0REQ,S0APPROVERS' });
  assert.equal(both.code, 0);
  both.message('ok', 'REQUESTERS U0REQ', /Rita$/);
  both.message('ok', 'REQUESTERS S0APPROVERS', /2 people$/);
  const stuck = await visit({ REQUESTERS: 'U0APP1', APPROVERS: 'U0APP1' });
  assert.equal(stuck.code, 1);
  stuck.message('failure', 'quorum', /no order could ever be approved/, /Add active people/);
  const gone = await visit({ REQUESTERS: 'U0NOBODY' });
  assert.equal(gone.code, 1);
  gone.message('failure', 'REQUESTERS U0NOBODY', /knows no one/, /REQUESTERS/);
  gone.message('failure', 'REQUESTERS', /so no one may order/, /leave REQUESTERS empty/);
});

test('doctor: reports that a person hidden from the app cannot decide anything', async (t) => {
  const { visit, slack } = await startDoctorScenario(t);
  slack.users.set('U0HID', { id: 'U0HID', name: 'Hilde', hidden: true });
  const { code, message } = await visit({ APPROVERS: 'U0HID' });
  assert.equal(code, 1);
  message('failure', 'APPROVERS U0HID', /hides this person from the app/, /remove the ID from APPROVERS/);
  message('failure', 'quorum', /no order could ever be approved/, /Add active people/);
});

test('doctor: on Enterprise Grid, counts members of any workspace, and two ids of one person as one', async (t) => {
  const ada = { id: 'W0ADA', teams: ['T0OTHER', 'T0TEAM'] };
  const otto = { id: 'W0OTTO', teams: ['T0OTHER'] };
  const users = [
    { id: 'U0APP1', name: 'Ada', team_id: 'T0OTHER', enterprise_user: ada },
    { id: 'U0OUT', name: 'Otto', team_id: 'T0OTHER', enterprise_user: otto },
  ];
  const { visit } = await startDoctorScenario(t, {}, { enterpriseId: 'E0ORG', users });
  const { message } = await visit({ APPROVERS: 'W0ADA,U0APP1,U0OUT,S0APPROVERS', APPROVALS_REQUIRED: '4' });
  for (const id of ['W0ADA', 'U0APP1']) message('ok', `APPROVERS ${id}`, /Ada$/);
  message('warning', 'APPROVERS U0OUT', /belongs to another workspace/, /If that is not intended/);
  message('ok', 'APPROVERS S0APPROVERS', /2 people$/);
  message(
    'failure',
    'quorum',
    /4 approvals are needed, and 3 approvers are available/,
    /lower APPROVALS_REQUIRED/,
  );
});
