import { badRequest } from './errors.ts';

/** Which of OVHcloud's APIs is played: it decides the plan code, the subsidiaries and a few calls. */
export type Flavour = 'ovh-eu' | 'ovh-ca' | 'ovh-us';

type Traits = {
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

/** Apart from order-cloud's own table of regions on purpose: what stands wrong there is refused here. */
const FLAVOURS: Record<Flavour, Traits> = {
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

/** The flavours that have what ovh-us has not: GET /cloud/eligibility, and the dates of GET /me/order. */
export const ALL_BUT_US: readonly Flavour[] = ['ovh-eu', 'ovh-ca'];

/** The names of all flavours. */
export const flavourNames = Object.keys(FLAVOURS) as Flavour[];

/** What sets a flavour apart. */
export function traitsOf(flavour: Flavour): Traits {
  return FLAVOURS[flavour];
}

/** Throws 400 unless OVHcloud's API of this flavour sells to the subsidiary; upper and lower case matter. */
export function assertSubsidiary(flavour: Flavour, subsidiary: string): void {
  if (!FLAVOURS[flavour].subsidiaries.includes(subsidiary)) throw badRequest('invalid ovhSubsidiary');
}
