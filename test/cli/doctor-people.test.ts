import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setDoctorStage } from './doctor-stage.ts';

test('Each approver who cannot click, or perhaps should not, has a line', async (t) => {
  const { visit, slack } = await setDoctorStage(t);
  slack.users.set('U0LEFT', { id: 'U0LEFT', name: 'Lea', deleted: true });
  const { code, says } = await visit({ APPROVERS: 'U0APP1,U0APP2,U0LEFT,U0GUEST,U0OUT,U0BOT,U0NOBODY' });
  assert.equal(code, 1);
  says('ok', 'APPROVERS U0APP1', /Ada$/);
  says('warning', 'APPROVERS U0LEFT', /Lea has left the workspace/, /Take the id out of APPROVERS/);
  says('warning', 'APPROVERS U0GUEST', /Gus is a guest, and may approve/, /If that is not meant/);
  says(
    'warning',
    'APPROVERS U0OUT',
    /Otto belongs to another workspace, and may approve/,
    /If that is not meant/,
  );
  says('failure', 'APPROVERS U0BOT', /order-cloud is a bot/, /Take the id out/);
  says('failure', 'APPROVERS U0NOBODY', /knows nobody with this id/, /Copy member ID/);
  says('ok', 'quorum', /and 4 approvers are there, whoever orders/);
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
  const { code, says } = await visit({ APPROVERS: 'S0OFF,S0EMPTY,S0LEFT,S0MIXED,S0NONE' });
  assert.equal(code, 1);
  says('warning', 'APPROVERS S0OFF', /@s0off was switched off/, /switch it on again/);
  says('warning', 'APPROVERS S0EMPTY', /nobody is in @s0empty/, /add people/);
  says('warning', 'APPROVERS S0LEFT', /1 person, all of whom have left/, /add people/);
  says('ok', 'APPROVERS S0MIXED', /3 people; these cannot click .*: Lea \(U0LEFT\)$/);
  says('failure', 'APPROVERS S0NONE', /no user group with this id/, /Copy group ID/);
  says('ok', 'quorum', /2 approvers are there, whoever orders/);
});

test('A group that Slack does not show now may hold those who are missing', async (t) => {
  const { visit, slack } = await setDoctorStage(t);
  slack.faults.add({ method: 'usergroups.users.list', kind: 'error', error: 'internal_error', times: 9 });
  const { says } = await visit();
  says('failure', 'APPROVERS S0APPROVERS', /refuses usergroups\.users\.list: internal_error/, /APPROVERS/);
  says('skipped', 'quorum', /not all approvers could be looked at/);
});

test('A quorum that nobody could reach', async (t) => {
  const { visit, slack } = await setDoctorStage(t);
  slack.users.set('U0APP2', { id: 'U0APP2', name: 'Alan', deleted: true });
  const { code, says } = await visit({ APPROVALS_REQUIRED: '2' });
  assert.equal(code, 1);
  says(
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
  alone.says('warning', 'quorum', /orders of U0APP1 cannot be approved/, /ALLOW_SELF_APPROVAL=true/);
  assert.match(alone.out, /\nReady, with warnings: 0 failures, 1 warning,/);
  (await visit({ APPROVERS: 'U0APP1', ALLOW_SELF_APPROVAL: 'true' })).says('ok', 'quorum', /whoever orders$/);
});

test('Requesters are looked up as approvers are; if only the one approver may order, nobody can', async (t) => {
  const { visit } = await setDoctorStage(t);
  const both = await visit({ REQUESTERS: 'U0REQ,S0APPROVERS' });
  assert.equal(both.code, 0);
  both.says('ok', 'REQUESTERS U0REQ', /Rita$/);
  both.says('ok', 'REQUESTERS S0APPROVERS', /2 people$/);
  const stuck = await visit({ REQUESTERS: 'U0APP1', APPROVERS: 'U0APP1' });
  assert.equal(stuck.code, 1);
  stuck.says('failure', 'quorum', /no order could ever be approved/, /Add people/);
  const gone = await visit({ REQUESTERS: 'U0NOBODY' });
  assert.equal(gone.code, 1);
  gone.says('failure', 'REQUESTERS U0NOBODY', /knows nobody/, /REQUESTERS/);
  gone.says('failure', 'REQUESTERS', /so nobody may order/, /leave REQUESTERS empty/);
});
