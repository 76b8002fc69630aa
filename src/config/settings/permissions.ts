import type { SettingRow } from '../setting.ts';
import * as check from '../validators.ts';

const PEOPLE = 'IDs of people (U…, W…) or user groups (S…), separated by commas, e.g. U024BE7LH,S0614TZR7';

/** Who may order and approve, where, and within which time. */
export const permissionsSettings = {
  APPROVERS: {
    meaning: 'Who may approve: IDs of people (U…, W…) and user groups (S…), separated by commas.',
    expected: PEOPLE,
    whereToGet: 'Slack profile > ⋮ > Copy member ID; user group > ⋮ > Copy group ID',
    check: check.slackIds('UWS'),
  },
  APPROVALS_REQUIRED: {
    meaning: 'How many different people must approve an order.',
    default: '1',
    expected: 'a whole number of people, 1 or more, e.g. 1',
    check: check.wholeNumber(1, 1000),
  },
  ALLOW_SELF_APPROVAL: {
    meaning: 'Whether approvers may approve their own orders.',
    default: 'false',
    expected: 'true or false',
    check: check.boolean,
  },
  APPROVAL_TIMEOUT_HOURS: {
    meaning: 'How many hours an order waits for approval before it expires.',
    default: '72',
    expected: 'hours, above 0 and at most 8760 (a year), e.g. 72',
    check: check.positiveNumber(8760),
  },
  REMIND_AFTER_HOURS: {
    meaning:
      'How many hours until pending approvers are reminded; each further reminder waits twice as long.',
    default: '24',
    expected: 'hours, above 0 and at most 8760 (a year), e.g. 24',
    check: check.positiveNumber(8760),
  },
  REQUESTERS: {
    meaning: 'Who may order: IDs as in APPROVERS. When empty: every full member of the workspace.',
    expected: PEOPLE,
    check: check.slackIds('UWS').optional(),
  },
  OPEN_ORDERS_PER_PERSON: {
    meaning: 'Maximum number of open orders of one person at the same time.',
    default: '20',
    expected: 'a whole number from 1 to 10000, e.g. 20',
    check: check.wholeNumber(1, 10_000),
  },
  CHANNELS: {
    meaning: 'Where orders may be placed: channel IDs. When empty: anywhere the app can post.',
    expected: 'IDs of channels (C…, G…), no direct messages, separated by commas, e.g. C061EG9SL',
    whereToGet: "the channel's name at the top in Slack > About > Channel ID",
    check: check.slackIds('CG').optional(),
  },
} satisfies Record<string, SettingRow>;
