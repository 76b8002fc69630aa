import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longestSurfaces } from '../../src/cli/doctor/longest-surfaces.ts';
import { createSetupApi } from '../../src/slack/client/setup-api.ts';
import { LANGUAGES } from '../../src/slack/i18n/catalogue.ts';
import { renderOrder } from '../../src/slack/views/order-messages.ts';
import { type BlockKitPayload, blockKitProblems } from '../block-kit.ts';
import { startFakeSlack } from '../fakes/slack/server.ts';
import { everyOrder } from '../orders/samples.ts';
import { everyLanguage } from '../slack/i18n/every-language.ts';
import { startDoctorScenario } from './doctor-scenario.ts';

const CHECK = 'forms, messages';

test('the doctor has Slack validate the form, a message and the Home of each language, and posts nothing', async (t) => {
  const { visit, slack } = await startDoctorScenario(t);
  const { message } = await visit();
  message('ok', CHECK, /Slack accepts the longest form, message and Home, in 5 languages/);
  const asked = slack.calls.filter(({ method }) => method === 'blocks.validate');
  assert.equal(asked.length, 3 * LANGUAGES.length);
  const kinds = asked.map(({ args }) => (args.message ? 'message' : (args.view as { type: string }).type));
  for (const kind of ['message', 'modal', 'home']) {
    assert.equal(kinds.filter((one) => one === kind).length, LANGUAGES.length, kind);
  }
});

test('doctor: skips block validation where Slack lacks the method or rate-limits it', async (t) => {
  const { visit, slack } = await startDoctorScenario(t);
  slack.faults.add({ method: 'blocks.validate', kind: 'error', error: 'unknown_method', times: 99 });
  (await visit()).message('skipped', CHECK, /this Slack does not have blocks\.validate/);
  slack.faults.clear();
  slack.faults.add({ method: 'blocks.validate', kind: 'status', status: 429, retryAfter: 30, times: 99 });
  (await visit()).message('skipped', CHECK, /is rate limiting blocks\.validate/);
});

test('doctor: fails where Slack would refuse a block, and quotes Slack’s reason', async (t) => {
  const { visit, slack } = await startDoctorScenario(t);
  const isHome = ({ view }: Record<string, unknown>) =>
    (view as { type?: string } | undefined)?.type === 'home';
  slack.faults.add({
    method: 'blocks.validate',
    kind: 'error',
    error: 'invalid_view',
    times: 99,
    when: isHome,
  });
  const { message, code } = await visit();
  message('failure', CHECK, /Slack would refuse some: en Home invalid_view; fr Home/, /bug in the app/);
  assert.equal(code, 1);
});

test('doctor: reads which block Slack refused, and why, from Slack’s answer', async (t) => {
  const slack = await startFakeSlack();
  t.after(() => slack.close());
  const setUp = createSetupApi({ botToken: slack.botToken, apiUrl: slack.apiUrl, proxy: null });
  const long = { type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } } as const;
  const problems = await setUp.validateBlocks({ message: { blocks: [long] } });
  assert.ok(
    problems.length > 0 && problems.every((one) => /^\/.*: failed_constraint$/.test(one)),
    problems.join(),
  );
  assert.deepEqual(await setUp.validateBlocks({ message: { blocks: [{ type: 'divider' }] } }), []);
});

test('doctor: validates surfaces at least as long as any that the app shows, within Slack’s limits', () => {
  for (const language of everyLanguage) {
    const renderContext = {
      ...language,
      approvers: ['S0APPROVERS', 'U0APP1'],
      approvalsRequired: 2,
      checkoutUrlTo: 'channel',
      projectPage: () => null,
      hasWaiver: true,
    } as const;
    const { form, message, home } = longestSurfaces(renderContext);
    for (const [surface, payload] of [
      ['modal', form],
      ['message', message],
      ['home', home],
    ] as const) {
      assert.deepEqual(blockKitProblems(surface, payload as unknown as BlockKitPayload), [], language.locale);
    }
    const lengthOf = ({ blocks }: { blocks: unknown }) => JSON.stringify(blocks).length;
    for (const [name, order] of Object.entries(everyOrder())) {
      for (const each of renderOrder(order, { forAll: renderContext, forRequester: renderContext })) {
        assert.ok(lengthOf(each) <= lengthOf(message), `${name} / ${each.key} in ${language.locale}`);
      }
    }
    assert.match(JSON.stringify(home), /home_page_waiting_newer.*home_page_recent_older/);
  }
});
