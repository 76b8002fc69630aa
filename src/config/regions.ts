/** What OVHcloud's three separate clouds have in common and where they differ. An account belongs to one. */
export type Region = {
  name: RegionName;
  /** The API without its base path. */
  api: string;
  /** Where application keys are made. */
  createToken: string;
  /** The plan of a Public Cloud project. */
  planCode: string;
  /** The companies that bill accounts here. */
  subsidiaries: readonly string[];
  controlPanel: string;
  /** A Public Cloud project in the control panel. */
  projectPage: (projectId: string) => string;
  /** GET /cloud/eligibility is there. */
  hasEligibility: boolean;
  /** GET /me/order takes `date.from` and `date.to`. */
  hasOrderDateFilter: boolean;
  /** POST …/checkout takes `waiveRetractationPeriod`: there is a right of withdrawal to give up. */
  hasWaiver: boolean;
};

export type RegionName = 'ovh-eu' | 'ovh-ca' | 'ovh-us';

/** A right of an application key: a method and a path in which `*` stands for anything, slashes included. */
export type ApiPermission = { method: 'GET' | 'POST' | 'PUT' | 'DELETE'; path: string };

/** The regions, by the names that OVHcloud's own tools give them. */
export const regions: Record<RegionName, Region> = {
  'ovh-eu': region('ovh-eu', {
    api: 'https://eu.api.ovh.com',
    planCode: 'project.2018',
    subsidiaries: 'CZ DE ES EU FI FR GB IE IT LT MA NL PL PT SN TN'.split(' '),
    controlPanel: 'https://manager.eu.ovhcloud.com',
    hasEligibility: true,
    hasOrderDateFilter: true,
    hasWaiver: true,
  }),
  'ovh-ca': region('ovh-ca', {
    api: 'https://ca.api.ovh.com',
    planCode: 'project.2018',
    subsidiaries: 'ASIA AU CA IN QC SG WE WS'.split(' '),
    controlPanel: 'https://manager.ca.ovhcloud.com',
    hasEligibility: true,
    hasOrderDateFilter: true,
    hasWaiver: true,
  }),
  'ovh-us': region('ovh-us', {
    api: 'https://api.us.ovhcloud.com',
    planCode: 'project',
    subsidiaries: ['US'],
    controlPanel: 'https://manager.us.ovhcloud.com',
    hasEligibility: false,
    hasOrderDateFilter: false,
    hasWaiver: false,
  }),
};

/** The rights of the calls that order and follow orders, the fewest that do. No right to change orders or to pay. */
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

/**
 * The region behind an endpoint: by its name, or by the URL of one of OVHcloud's own APIs. Behind any other URL (a
 * proxy, the local OVHcloud) it is the one that the subsidiary belongs to, and `ovh-eu` where that says nothing.
 */
export function regionOf(endpoint: string, subsidiary?: string): Region {
  return (
    knownRegion(endpoint) ??
    all().find(({ subsidiaries }) => subsidiary !== undefined && subsidiaries.includes(subsidiary)) ??
    regions['ovh-eu']
  );
}

/** The region that an endpoint (name or URL) alone makes sure of; undefined for a URL that is not OVHcloud's own. */
export function knownRegion(endpoint: string): Region | undefined {
  const origin = URL.canParse(endpoint) ? new URL(endpoint).origin : null;
  return all().find(({ name, api }) => name === endpoint || api === origin);
}

/** The rights that an application key of the region needs. */
export function requiredPermissions({ hasEligibility }: Region): ApiPermission[] {
  return PERMISSIONS.filter(({ path }) => hasEligibility || path !== '/cloud/eligibility');
}

/** The page of OVHcloud that makes an application key, with these rights filled in. */
export function createTokenLink({ createToken }: Region, rights: readonly ApiPermission[]): string {
  return `${createToken}?${rights.map(({ method, path }) => `${method}=${path}`).join('&')}`;
}

function region(name: RegionName, row: Omit<Region, 'name' | 'createToken' | 'projectPage'>): Region {
  return {
    name,
    ...row,
    createToken: `${row.api}/createToken/`,
    projectPage: (projectId) =>
      `${row.controlPanel}/#/public-cloud/pci/projects/${encodeURIComponent(projectId)}`,
  };
}

function all(): Region[] {
  return Object.values(regions);
}
