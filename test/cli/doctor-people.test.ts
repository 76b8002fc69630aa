import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setDoctorStage } from './doctor-scenario.ts';

test('Each approver who cannot click, or perhaps should not, has a line', async (t) => {
  const { visit, slack } = await setDoctorStage(t);
  slack.users.set('U0LEFT', { id: 'U0LEFT', name: 'Lea', deleted: true });
  const { code, message } = await visit({ APPROVERS: 'U0APP1,U0APP2,U0LEFT,U0GUEST,U0OUT,U0BOT,U0NOBODY' });
  assert.equal(code, 1);
  message('ok', 'APPROVERS U0APP1', /Ada$/);
  message('warning', 'APPROVERS U0LEFT', /Lea has left the workspace/, /Take the id out of APPROVERS/);
  message('warning', 'APPROVERS U0GUEST', /Gus is a guest, and may approve/, /If that is not meant/);
  message(
    'warning',
    'APPROVERS U0OUT',
    /Otto belongs to another workspace, and may approve/,
    /If that is not meant/,
  );
  message('failure', 'APPROVERS U0BOT', /order-cloud is a bot/, /Take the id out/);
  message('failure', 'APPROVERS U0NOBODY', /knows nobody with this id/, /Copy member ID/);
  message('ok', 'quorum', /and 4 approvers are there, whoever orders/);
});

test('A group that is not there, was switched off, is empty, or has people who left', async (t) => {
  const { visit, slack } = await setDoctorStage(t);
  slack.users.set('U0LEFT', { id: 'U0LEFT', name: 'Lea', deleted: true });
  const group = (id: string, users: string[], disabled = false) =>
    slack.groups.set(id, { id, handle: id.toLowerCase(), name: id, users, disabled });
  group('S0OFF', ['U0APP1'], true);
  group('S0EMPTY', []);
  group('S0LEFT', ['U0LEFT']);
  group('S0MIXED', ['U0LEFT', 'U0APP1', 'U0APP2']);
  const { code, message } = await visit({ APPROVERS: 'S0OFF,S0EMPTY,S0LEFT,S0MIXED,S0NONE' });
  assert.equal(code, 1);
  message('warning', 'APPROVERS S0OFF', /@s0off was switched off/, /switch it on again/);
  message('warning', 'APPROVERS S0EMPTY', /nobody is in @s0empty/, /add people/);
  message('warning', 'APPROVERS S0LEFT', /1 person, all of whom have left/, /add people/);
  message('ok', 'APPROVERS S0MIXED', /3 people; these cannot click .*: Lea \(U0LEFT\)$/);
  message('failure', 'APPROVERS S0NONE', /no user group with this id/, /Copy group ID/);
  message('ok', 'quorum', /2 approvers are there, whoever orders/);
});

test('A group that Slack does not show now may hold those who are missing', async (t) => {
  const { visit, slack } = await setDoctorStage(t);
  slack.faults.add({ method: 'usergroups.users.list', kind: 'error', error: 'internal_error', times: 9 });
  const { message } = await visit();
  message('failure', 'APPROVERS S0APPROVERS', /refuses usergroups\.users\.list: internal_error/, /APPROVERS/);
  message('skipped', 'quorum', /not all approvers could be looked at/);
});

test('A quorum that nobody could reach', async (t) => {
  const { visit, slack } = await setDoctorStage(t);
  slack.users.set('U0APP2', { id: 'U0APP2', name: 'Alan', deleted: true });
  const { code, message } = await visit({ APPROVALS_REQUIRED: '2' });
  assert.equal(code, 1);
  message(
    'failure',
    'quorum',
    /2 approvals are needed, and 1 approver is there: no order could ever be approved/,
    /lower APPROVALS_REQUIRED/,
  );
});

test('An approver whose own orders nobody else could approve; unless they may themselves', async (t) => {
  const { visit } = await setDoctorStage(t);
  const alone = await visit({ APPROVERS: 'U0APP1' });
  assert.equal(alone.code, 0, 'others can order');
  alone.message('warning', 'quorum', /orders of U0APP1 cannot be approved/, /ALLOW_SELF_APPROVAL=true/);
  assert.match(alone.out, /\nReady, with warnings: 0 failures, 1 warning,/);
  (await visit({ APPROVERS: 'U0APP1', ALLOW_SELF_APPROVAL: 'true' })).message(
    'ok',
    'quorum',
    /whoever orders$/,
  );
});

test('Requesters are looked up as approvers are; if only the one approver may order, nobody can', async (t) => {
  const { visit } = await setDoctorStage(t);
  const both = await visit({ REQUESTERS: 'U0REQ,S0APPROVERS' });
  assert.equal(both.code, 0);
  both.message('ok', 'REQUESTERS U0REQ', /Rita$/);
  both.message('ok', 'REQUESTERS S0APPROVERS', /2 people$/);
  const stuck = await visit({ REQUESTERS: 'U0APP1', APPROVERS: 'U0APP1' });
  assert.equal(stuck.code, 1);
  stuck.message('failure', 'quorum', /no order could ever be approved/, /Add people/);
  const gone = await visit({ REQUESTERS: 'U0NOBODY' });
  assert.equal(gone.code, 1);
  gone.message('failure', 'REQUESTERS U0NOBODY', /knows nobody/, /REQUESTERS/);
  gone.message('failure', 'REQUESTERS', /so nobody may order/, /leave REQUESTERS empty/);
});
