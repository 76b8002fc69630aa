import { badRequest } from './errors.ts';

/** Which of OVHcloud's APIs is played: it decides the plan code, the subsidiaries and a few calls. */
export type Region = 'ovh-eu' | 'ovh-ca' | 'ovh-us';

type RegionProfile = {
  subsidiaries: readonly string[];
  /** The account's subsidiary, unless another one is asked for. */
  usualSubsidiary: string;
  /** The plan of a Public Cloud project. */
  planCode: string;
  /** `waiveRetractationPeriod` is known to the checkout. */
  hasWaiver: boolean;
  /** The customer's and the contracts'. */
  language: 'fr_FR' | 'en_CA' | 'en_US';
};

/** Separate from order-cloud's own table of regions on purpose: what is wrong there is refused here. */
const REGIONS: Record<Region, RegionProfile> = {
  'ovh-eu': {
    subsidiaries: 'CZ DE ES EU FI FR GB IE IT LT MA NL PL PT SN TN'.split(' '),
    usualSubsidiary: 'FR',
    planCode: 'project.2018',
    hasWaiver: true,
    language: 'fr_FR',
  },
  'ovh-ca': {
    subsidiaries: 'ASIA AU CA IN QC SG WE WS'.split(' '),
    usualSubsidiary: 'CA',
    planCode: 'project.2018',
    hasWaiver: true,
    language: 'en_CA',
  },
  'ovh-us': {
    subsidiaries: ['US'],
    usualSubsidiary: 'US',
    planCode: 'project',
    hasWaiver: false,
    language: 'en_US',
  },
};

/** The regions that have what ovh-us does not: GET /cloud/eligibility, and the dates of GET /me/order. */
export const NON_US_REGIONS: readonly Region[] = ['ovh-eu', 'ovh-ca'];

/** The names of all regions. */
export const regionNames = Object.keys(REGIONS) as Region[];

/** What differs between the regions. */
export function regionProfile(region: Region): RegionProfile {
  return REGIONS[region];
}

/** Throws 400 unless OVHcloud's API of this region sells to the subsidiary; upper and lower case matter. */
export function assertSubsidiary(region: Region, subsidiary: string): void {
  if (!REGIONS[region].subsidiaries.includes(subsidiary)) throw badRequest('invalid ovhSubsidiary');
}
