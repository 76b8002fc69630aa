import type { Region } from './regions.ts';

/** The service account's URN, and the name of the OVHcloud account that it belongs to. */
type Owner = { account: string; identity: string };

/** What an IAM action is done on: the account, or the Public Cloud projects. */
export type Resource = 'account' | 'projects';

/** An action that OVHcloud's IAM allows or refuses to a service account. */
export type IamAction = { action: string; on: Resource };

/** A policy as POST /v2/iam/policy takes it. */
export type IamPolicy = {
  name: string;
  description: string;
  identities: string[];
  resources: { urn: string }[];
  permissions: { allow: { action: string }[] };
};

/** The minimum set of actions to place and track orders. */
const ACTIONS: readonly (IamAction & { notOnUs?: true })[] = [
  { action: 'account:apiovh:me/get', on: 'account' },
  { action: 'account:apiovh:me/payment/method/get', on: 'account' },
  { action: 'account:apiovh:me/order/get', on: 'account' },
  { action: 'account:apiovh:me/order/status/get', on: 'account' },
  { action: 'account:apiovh:me/order/details/get', on: 'account' },
  { action: 'account:apiovh:me/order/details/extension/get', on: 'account', notOnUs: true },
  { action: 'account:apiovh:me/order/followUp/get', on: 'account' },
  { action: 'account:apiovh:publicCloudProject/eligibility/get', on: 'account', notOnUs: true },
  { action: 'order:apiovh:cart/get', on: 'account' },
  { action: 'order:apiovh:cart/delete', on: 'account' },
  { action: 'order:apiovh:cart/assign', on: 'account' },
  { action: 'order:apiovh:cart/checkout/simulate', on: 'account' },
  { action: 'order:apiovh:cart/checkout/execute', on: 'account' },
  { action: 'publicCloudProject:apiovh:get', on: 'projects' },
];

/** The actions of optional features: the doctor does not require them. */
export const OPTIONAL_ACTIONS: readonly IamAction[] = [
  { action: 'publicCloudProject:apiovh:credit/create', on: 'projects' },
  { action: 'publicCloudProject:apiovh:credit/get', on: 'projects' },
];

const SETTLE_ACTION: IamAction = {
  action: 'account:apiovh:me/order/payWithRegisteredPaymentMean',
  on: 'account',
};

/** Without these the app can order, but cannot read what projects with a budget spend. */
export const USAGE_ACTIONS: readonly IamAction[] = [
  { action: 'publicCloudProject:apiovh:usage/current/get', on: 'projects' },
  { action: 'publicCloudProject:apiovh:usage/forecast/get', on: 'projects' },
];

/** The actions that a service account of the region has to be allowed for what is switched on. */
export function actionsNeeded({ name, features }: Region): IamAction[] {
  const always = ACTIONS.filter(({ notOnUs }) => !notOnUs || name !== 'ovh-us').map(({ action, on }) => ({
    action,
    on,
  }));
  return [
    ...always,
    ...(features.settleFreeOrders ? [SETTLE_ACTION] : []),
    ...(features.budgets ? USAGE_ACTIONS : []),
  ];
}

/**
 * The URNs of what the actions are done on. `account` is its name (such as `xx1111-ovh`), `identity` a URN of the same
 * cloud, such as the service account's.
 */
export function resourceUrns({ account, identity }: Owner): Record<Resource, string> {
  const prefix = /^urn:v1:[a-z]+/.exec(identity)?.[0] ?? 'urn:v1:eu';
  return {
    account: `${prefix}:resource:account:${account}`,
    projects: `${prefix}:resource:publicCloudProject:*`,
  };
}

/** A policy that allows a service account these actions, and no others. */
export function policyAllowing(actions: readonly IamAction[], owner: Owner): IamPolicy {
  const urns = resourceUrns(owner);
  return {
    name: 'order-cloud',
    description: 'What order-cloud needs to order Public Cloud projects and to follow its orders',
    identities: [owner.identity],
    resources: [...new Set(actions.map(({ on }) => urns[on]))].map((urn) => ({ urn })),
    permissions: { allow: actions.map(({ action }) => ({ action })) },
  };
}
