/** One of OVHcloud's three separate clouds. An account belongs to one of them. */
export type Region = {
  name: RegionName;
  /** The API without its base path. */
  api: string;
  /** The same under its newer name. */
  newerApi: string;
  /** Where service accounts get their access tokens (OAuth2). */
  tokenUrl: string;
  /** Where application keys are made. */
  createToken: string;
  /** The plan of a Public Cloud project. */
  planCode: string;
  /** The companies that bill accounts here. */
  subsidiaries: readonly string[];
  controlPanel: string;
  /** A Public Cloud project in the control panel. */
  projectPage: (projectId: string) => string;
  /** OVHcloud's guide to the first steps in a project, in a language such as `fr`. */
  guidePage: (language: string) => string;
  /** Has GET /cloud/eligibility. */
  hasEligibility: boolean;
  /** GET /me/order takes `date.from` and `date.to`. */
  hasOrderDateFilter: boolean;
  /** POST …/checkout takes `waiveRetractationPeriod`: there is a right of withdrawal that can be waived. */
  hasWaiver: boolean;
  /** Has POST /me/order/{orderId}/payWithRegisteredPaymentMean. */
  canSettleFreeOrders: boolean;
  /** The features that the settings switch on; none in the table. */
  features: Features;
};

/** Features that need further permissions at OVHcloud, if they are switched on. */
export type Features = { settleFreeOrders?: boolean; budgets?: boolean };

export type RegionName = 'ovh-eu' | 'ovh-ca' | 'ovh-us';

/** A permission of an application key: a method and a path in which `*` matches anything, slashes included. */
export type ApiPermission = { method: 'GET' | 'POST' | 'PUT' | 'DELETE'; path: string };

/** The regions, by the names that OVHcloud's own tools give them. */
export const regions: Record<RegionName, Region> = {
  'ovh-eu': region('ovh-eu', {
    api: 'https://eu.api.ovh.com',
    newerApi: 'https://api.eu.ovhcloud.com',
    tokenUrl: 'https://www.ovh.com/auth/oauth2/token',
    planCode: 'project.2018',
    subsidiaries: 'CZ DE ES EU FI FR GB IE IT LT MA NL PL PT SN TN'.split(' '),
    controlPanel: 'https://manager.eu.ovhcloud.com',
    guidePage: guideIn,
    hasEligibility: true,
    hasOrderDateFilter: true,
    hasWaiver: true,
    canSettleFreeOrders: true,
  }),
  'ovh-ca': region('ovh-ca', {
    api: 'https://ca.api.ovh.com',
    newerApi: 'https://api.ca.ovhcloud.com',
    tokenUrl: 'https://ca.ovh.com/auth/oauth2/token',
    planCode: 'project.2018',
    subsidiaries: 'ASIA AU CA IN QC SG WE WS'.split(' '),
    controlPanel: 'https://manager.ca.ovhcloud.com',
    guidePage: guideIn,
    hasEligibility: true,
    hasOrderDateFilter: true,
    hasWaiver: true,
    canSettleFreeOrders: true,
  }),
  'ovh-us': region('ovh-us', {
    api: 'https://api.us.ovhcloud.com',
    newerApi: 'https://api.us.ovhcloud.com',
    tokenUrl: 'https://us.ovhcloud.com/auth/oauth2/token',
    planCode: 'project',
    subsidiaries: ['US'],
    controlPanel: 'https://manager.us.ovhcloud.com',
    guidePage: () => 'https://support.us.ovhcloud.com/hc/en-us',
    hasEligibility: false,
    hasOrderDateFilter: false,
    hasWaiver: false,
    canSettleFreeOrders: false,
  }),
};

/** The minimum set of permissions to place and track orders. None allows changing orders or paying. */
const PERMISSIONS: readonly ApiPermission[] = [
  { method: 'GET', path: '/me' },
  { method: 'GET', path: '/me/payment/method' },
  { method: 'GET', path: '/me/order' },
  { method: 'GET', path: '/me/order/*' },
  { method: 'GET', path: '/order/cart' },
  { method: 'GET', path: '/order/cart/*' },
  { method: 'GET', path: '/cloud/eligibility' },
  { method: 'GET', path: '/cloud/project' },
  { method: 'GET', path: '/cloud/project/*' },
  { method: 'GET', path: '/auth/currentCredential' },
  { method: 'POST', path: '/order/cart' },
  { method: 'POST', path: '/order/cart/*' },
  { method: 'PUT', path: '/order/cart/*' },
  { method: 'DELETE', path: '/order/cart/*' },
];

/** The permissions of optional features: the doctor does not require them. */
export const OPTIONAL_PERMISSIONS: readonly ApiPermission[] = [
  { method: 'POST', path: '/cloud/project/*/credit' },
];

const SETTLE_PERMISSION: ApiPermission = { method: 'POST', path: '/me/order/*/payWithRegisteredPaymentMean' };

/**
 * The region behind an endpoint: by its name, or by the URL of one of OVHcloud's own APIs. For any other URL (a
 * proxy, the local OVHcloud), the region of the subsidiary, or `ovh-eu` without one.
 */
export function regionOf(endpoint: string, subsidiary?: string, features: Features = {}): Region {
  const region =
    knownRegion(endpoint) ??
    all().find(({ subsidiaries }) => subsidiary !== undefined && subsidiaries.includes(subsidiary)) ??
    regions['ovh-eu'];
  return { ...region, features };
}

/** The region that an endpoint (name or URL) alone identifies; undefined for a URL that is not OVHcloud's own. */
export function knownRegion(endpoint: string): Region | undefined {
  const origin = URL.canParse(endpoint) ? new URL(endpoint).origin : null;
  return all().find(({ name, api, newerApi }) => name === endpoint || api === origin || newerApi === origin);
}

/** Where access tokens are issued for an endpoint: by OVHcloud, or by the server at a URL that is not OVHcloud's own. */
export function tokenUrlOf(endpoint: string): string {
  return knownRegion(endpoint)?.tokenUrl ?? new URL('/auth/oauth2/token', endpoint).href;
}

/** The permissions that an application key of the region needs for what is switched on. */
export function requiredPermissions({ hasEligibility, features }: Region): ApiPermission[] {
  const always = PERMISSIONS.filter(({ path }) => hasEligibility || path !== '/cloud/eligibility');
  return features.settleFreeOrders ? [...always, SETTLE_PERMISSION] : always;
}

/** The page of OVHcloud's API console that makes an IAM policy. */
export function policyConsole({ api }: Region): string {
  return `${api}/console/?section=%2Fiam&branch=v2#post-/iam/policy`;
}

/** The page of OVHcloud that creates an application key, with these permissions filled in. */
export function createTokenLink({ createToken }: Region, permissions: readonly ApiPermission[]): string {
  return `${createToken}?${permissions.map(({ method, path }) => `${method}=${path}`).join('&')}`;
}

function region(
  name: RegionName,
  row: Omit<Region, 'name' | 'createToken' | 'projectPage' | 'features'>,
): Region {
  return {
    name,
    ...row,
    features: {},
    createToken: `${row.api}/createToken/`,
    projectPage: (projectId) =>
      `${row.controlPanel}/#/public-cloud/pci/projects/${encodeURIComponent(projectId)}`,
  };
}

/** Its guides exist in the app's languages, and more. */
function guideIn(language: string): string {
  return `https://docs.ovhcloud.com/${language}/guides/public-cloud/compute/public-cloud-first-steps`;
}

function all(): Region[] {
  return Object.values(regions);
}
