import { regions } from '../regions.ts';
import type { SettingRow } from '../setting.ts';
import * as check from '../validators.ts';

const OVH_KEYS = `made at ${regions['ovh-eu'].createToken} (permissions and other regions: docs/setup.md)`;
const OVH_SERVICE_ACCOUNT =
  'OVHcloud control panel > Identity, Security & Operations > Identities > Service accounts (docs/setup.md)';

/** The OVHcloud account, what is ordered there, and how often OVHcloud is called. */
export const ovhcloudSettings = {
  OVH_ENDPOINT: {
    meaning: 'The OVHcloud region of your account, or an HTTPS URL in front of it.',
    default: 'ovh-eu',
    expected: 'ovh-eu, ovh-ca, ovh-us or an https URL with its base path, e.g. https://eu.api.ovh.com/1.0',
    check: check.ovhEndpoint,
  },
  OVH_CLIENT_ID: {
    meaning: 'The client ID of the OVHcloud service account.',
    expected: 'the client ID of a service account',
    whereToGet: OVH_SERVICE_ACCOUNT,
    check: check.nonBlank.optional(),
  },
  OVH_CLIENT_SECRET: {
    meaning: 'The client secret of the OVHcloud service account.',
    secret: true,
    expected: 'the client secret of a service account',
    whereToGet: OVH_SERVICE_ACCOUNT,
    check: check.nonBlank.optional(),
  },
  OVH_APPLICATION_KEY: {
    meaning: 'The OVHcloud application key.',
    secret: true,
    expected: 'an application key, usually 16 letters and digits',
    whereToGet: OVH_KEYS,
    check: check.nonBlank.optional(),
  },
  OVH_APPLICATION_SECRET: {
    meaning: 'The OVHcloud application secret: signs requests.',
    secret: true,
    expected: 'an application secret, usually 32 letters and digits',
    whereToGet: OVH_KEYS,
    check: check.nonBlank.optional(),
  },
  OVH_CONSUMER_KEY: {
    meaning: 'The OVHcloud consumer key: grants access to the purchasing account.',
    secret: true,
    expected: 'a consumer key, usually 32 letters and digits',
    whereToGet: OVH_KEYS,
    check: check.nonBlank.optional(),
  },
  OVH_SUBSIDIARY: {
    meaning: 'The OVHcloud subsidiary that bills the account. When empty, it is read from the account.',
    expected: 'a subsidiary in capital letters, e.g. FR',
    check: check.pattern(/^[A-Z]{2,4}$/).optional(),
  },
  OVH_PLAN_CODE: {
    meaning: 'The plan to order. When empty: project.2018, or project on ovh-us.',
    expected: 'a plan code, e.g. project.2018',
    check: check.pattern(/^[\w.-]+$/).optional(),
  },
  OVH_AUTOPAY: {
    meaning: "Pay with the account's preferred payment method: approving an order then charges the account.",
    default: 'false',
    expected: 'true or false',
    check: check.boolean,
  },
  OVH_SETTLE_FREE_ORDERS: {
    meaning: 'Confirm approved orders that cost exactly nothing, without a click on the payment link.',
    default: 'false',
    expected: 'true or false; false on ovh-us',
    check: check.boolean,
  },
  OVH_TIMEOUT_SECONDS: {
    meaning: 'Timeout of a request to OVHcloud, in seconds.',
    default: '30',
    expected: 'seconds, above 0 and at most 3600, e.g. 30 or 2.5',
    check: check.positiveNumber(3600),
  },
  OVH_CALLS_AT_ONCE: {
    meaning: 'Maximum number of concurrent OVHcloud requests; others queue.',
    default: '20',
    expected: 'a whole number from 1 to 1000, e.g. 20',
    check: check.wholeNumber(1, 1000),
  },
  OVH_FOLLOW_PER_MINUTE: {
    meaning: 'Maximum number of placed orders polled per minute; a poll takes one or two OVHcloud requests.',
    default: '60',
    expected: 'a whole number from 1 to 6000, e.g. 60',
    check: check.wholeNumber(1, 6000),
  },
  OVH_CALLS_PER_MINUTE: {
    meaning:
      'Maximum number of calls per minute that new orders make to OVHcloud for their quotes; others wait.',
    default: '600',
    expected: 'a whole number from 12 to 60000, e.g. 600',
    check: check.wholeNumber(12, 60_000),
  },
} satisfies Record<string, SettingRow>;
