import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ViewOutput } from '@slack/bolt';
import { Denial } from '../../../src/orders/denial.ts';
import type { Order } from '../../../src/orders/order.ts';
import { LANGUAGES } from '../../../src/slack/i18n/catalogue.ts';
import { message, paragraph } from '../../../src/slack/views/blocks.ts';
import { consentModal } from '../../../src/slack/views/consent-modal.ts';
import { denialText, plainDenialText } from '../../../src/slack/views/denial-text.ts';
import { failureText, plainVoucherText } from '../../../src/slack/views/failure-text.ts';
import { notedModal } from '../../../src/slack/views/form-notes.ts';
import { homeView, inboxMessage } from '../../../src/slack/views/home.ts';
import { link, typed } from '../../../src/slack/views/markup.ts';
import { noticeModal } from '../../../src/slack/views/notice-modal.ts';
import { renderOrder } from '../../../src/slack/views/order-messages.ts';
import { rejectionModal } from '../../../src/slack/views/rejection-modal.ts';
import type { RenderContext } from '../../../src/slack/views/render-context.ts';
import { FIELDS, requestModal } from '../../../src/slack/views/request-modal.ts';
import { voucherModal } from '../../../src/slack/views/voucher-modal.ts';
import { FIRST_PAGES } from '../../../src/store/homes.ts';
import { everyOrder, REQUEST } from '../../orders/samples.ts';
import { speaking } from '../i18n/every-language.ts';

/** All that Slack knows to make something of, and each way out of what it is put into. */
const HOSTILE = [
  // First, as dialogs and notifications show little of it.
  ':evilemoji: <!channel> *evilbold* <@UEVIL>',
  '<!here> <#CEVIL> <!subteam^SEVIL> <!date^1^{date}|evil>',
  '_evilit_ ~evilstrike~ `evilcode` ```evilblock```',
  '<https://evil.example|click> https://evil.example/x mailto:evil@evil.example',
  '\uFDD0evil\uFDD3 \uFDD2https://evil.example\nevil\uFDD3 &lt;!channel&gt; "evil" \\evil',
  'left\u202Eright\u2066 zero\u200Bwidth',
].join(' ');

/** Fields that people, or OVHcloud, fill with what they like. */
const FREE_TEXT = new Set([
  ...['projectName', 'voucher', 'reason', 'message', 'description', 'name', 'label', 'planCode'],
  ...['method', 'queryId', 'call', 'errorCode', 'code', 'url'],
]);
/** Why a project could not be read: our own words. */
const OUR_REASONS = new Set(['forbidden', 'not_shown', 'no_answer', 'creating']);
const FREE_LISTS = new Set(['labels', 'actions']);

const HOSTILE_REQUEST = { projectName: HOSTILE, voucher: HOSTILE, reason: HOSTILE };
const TERMS = {
  ...{ autoPay: true, channels: [], hasWaiver: true },
  ...{ budget: 'required' as const, currency: HOSTILE },
};

/** The same order with hostile text wherever there can be some. */
function hostile(order: Order): Order {
  return JSON.parse(JSON.stringify(order), (key, value) => {
    if (OUR_REASONS.has(value)) return value;
    if (FREE_TEXT.has(key) && typeof value === 'string')
      return key === 'url' ? `javascript:${HOSTILE}` : HOSTILE;
    return FREE_LISTS.has(key) && Array.isArray(value) ? [HOSTILE] : value;
  });
}

type Leaf = { type: string; [field: string]: unknown };

/** What Slack reads in a surface: as mrkdwn, as elements of rich_text, and as plain text in which emoji codes count. */
function partsOf({ text, blocks }: { text?: string; blocks: unknown }) {
  const mrkdwn = text === undefined ? [] : [text];
  const leaves: Leaf[] = [];
  const plain: string[] = [];
  JSON.stringify(blocks, (_key, value) => {
    // Else Slack looks for addresses and names in it, and makes links of them.
    if (value?.type === 'mrkdwn') mrkdwn.push(value.verbatim ? value.text : `<${value.text}>`);
    if (value?.type === 'plain_text' && value.emoji !== false) plain.push(value.text);
    if (/^(text|link|user|usergroup|channel|broadcast|emoji|date)$/.test(value?.type)) leaves.push(value);
    return value;
  });
  return { mrkdwn, leaves, plain };
}

/** What hostile text has made in a surface; nothing, if all is well. */
function madeIn(surface: { text?: string; blocks: unknown }): string[] {
  const { mrkdwn, leaves, plain } = partsOf(surface);
  const inPlain = plain.flatMap((text) => text.match(/:evilemoji:/g) ?? []);
  const found = mrkdwn.flatMap((text) => [
    ...(text.match(/<[^<>|]*evil[^<>|]*(?=[|>])/gi) ?? []),
    ...(text.match(/<!(channel|here|everyone)[^>]*>/g) ?? []),
    ...(text.match(/[\u200B\u202E\u2066]/g) ?? []),
    ...(text.match(/\*evilbold\*|_evilit_|~evilstrike~|`evilcode`|:evilemoji:|[\uFDD0-\uFDD3]/g) ?? []),
  ]);
  const inLeaves = leaves.filter(({ type, text, ...rest }) => {
    if (/[\uFDD0-\uFDD3\u200B\u202E\u2066]/.test(String(text))) return true;
    const isOurs =
      type === 'text' || type === 'link'
        ? !/evil/i.test(JSON.stringify(rest))
        : !/evil/i.test(JSON.stringify({ text, ...rest }));
    return (
      !isOurs ||
      type === 'broadcast' ||
      Object.keys((rest.style as object) ?? {}).some((style) => !/bold|code/.test(style))
    );
  });
  return [...found, ...inPlain, ...inLeaves.map((leaf) => JSON.stringify(leaf))];
}

const orders = Object.entries(
  everyOrder({ ...REQUEST, projectName: 'x', voucher: 'SUMMER26', reason: 'r', waiveWithdrawal: true }),
).map(([name, order]) => [name, hostile(order)] as const);

describe('hostile text', () => {
  for (const locale of LANGUAGES) {
    const language = speaking(locale);
    const ctx: RenderContext = {
      ...language,
      ...{ approvers: ['S0APPROVERS', 'U0APP1'], approvalsRequired: 2, hasWaiver: true },
      checkoutUrlTo: 'channel',
      projectPage: (id) => `https://panel.example/${id}`,
      requesterName: HOSTILE,
      permalink: 'https://team.slack.example/archives/C0CLOUD/p1',
      offersVoucher: true,
    };

    it(`creates no formatting, link or mention in the messages of an order, in ${locale}`, () => {
      for (const checkoutUrlTo of ['channel', 'requester'] as const) {
        const settings = { ...ctx, checkoutUrlTo };
        for (const [name, order] of orders) {
          for (const { key, text, blocks } of renderOrder(order, {
            forAll: settings,
            forRequester: settings,
          }))
            assert.deepEqual(madeIn({ text, blocks }), [], `${name} / ${key}`);
        }
      }
    });

    it(`creates no formatting, link or mention in lists, forms, notices and replies, in ${locale}`, () => {
      const listed = { orders: orders.map(([, order]) => order), hasMore: false };
      const links = { permalinks: new Map(orders.map(([, { id }]) => [id, ctx.permalink ?? ''])) };
      const inbox = {
        reader: 'U0APP1',
        isApprover: true,
        mayOrder: true,
        waiting: listed,
        mine: listed,
        recent: listed,
        ...links,
      };
      const surfaces = [
        homeView(inbox, FIRST_PAGES, ctx),
        inboxMessage(inbox, ctx),
        rejectionModal({ id: 'oc-1', request: { ...REQUEST, projectName: HOSTILE } }, language.messages),
        voucherModal({ id: 'oc-1', request: { ...REQUEST, projectName: HOSTILE } }, language.messages),
        requestModal({ context: { channel: 'C0CLOUD' }, filled: HOSTILE_REQUEST, terms: TERMS }, language),
        notedModal(
          requestModal(
            { context: {}, filled: HOSTILE_REQUEST, terms: TERMS },
            language,
          ) as unknown as ViewOutput,
          {
            field: FIELDS.projectName,
            note: language.messages.requestForm.openOrder({ name: link(ctx.permalink ?? '', HOSTILE) }),
          },
        ),
        ...orders.flatMap(([, order]) => (order.quote ? [consentModal(order, order.quote, ctx)] : [])),
        ...orders.flatMap(([, order]) =>
          (['invalid_state', 'not_the_requester'] as const).flatMap((kind) => {
            const said = denialText(new Denial({ kind }, order), language);
            return [message(said, [paragraph(said)]), noticeModal(said, language.messages)];
          }),
        ),
        ...orders.map(([, order]) => {
          const denial = new Denial({ kind: 'name_taken', other: { ...order, id: 'oc-2' } }, order);
          const said = denialText(denial, { ...language, permalink: ctx.permalink });
          return message(said, [paragraph(said)]);
        }),
        ...[language.messages.replies.about, language.messages.replies.cancelled].map((say) => {
          const said = say({ name: typed(HOSTILE) });
          return message(said, [paragraph(said)]);
        }),
      ];
      for (const surface of surfaces) assert.deepEqual(madeIn(surface), []);
    });

    it(`appears as typed in plain-text form fields, in ${locale}`, () => {
      const failure = { kind: 'voucher_refused', code: 'unknown', message: HOSTILE } as const;
      assert.match(plainVoucherText(failure, language.messages), /<!channel> .*\*evilbold\*/);
      assert.doesNotMatch(failureText(failure, language).what, /undefined/);
      for (const [, order] of orders) {
        const denial = new Denial({ kind: 'name_taken', other: { ...order, id: 'oc-2' } }, order);
        assert.match(plainDenialText(denial)(language), /<!channel> .*\*evilbold\*/);
      }
    });
  }

  it('is detected by these tests wherever it does create an element', () => {
    const raw = { text: HOSTILE, blocks: [{ type: 'section', text: { type: 'mrkdwn', text: HOSTILE } }] };
    for (const made of ['<!channel>', '<@UEVIL', '*evilbold*', ':evilemoji:'])
      assert.ok(madeIn(raw).includes(made), `${made}: ${madeIn(raw).join()}`);
    const block = { type: 'section', text: { type: 'mrkdwn', text: 'https://evil.example' } };
    assert.equal(madeIn({ blocks: [block] }).length, 1);
    const link = { type: 'link', url: 'https://evil.example', text: 'click' };
    assert.equal(madeIn({ blocks: [{ type: 'rich_text', elements: [{ elements: [link] }] }] }).length, 1);
    const plain = { type: 'plain_text', text: HOSTILE };
    assert.deepEqual(madeIn({ blocks: [{ type: 'header', text: plain }] }), [':evilemoji:']);
  });
});
