import { tokenUrlOf } from './regions.ts';
import type { Values } from './settings.ts';

/** How the app signs in at OVHcloud: with an application key, or as a service account. */
export type Credentials =
  | { applicationKey: string; applicationSecret: string; consumerKey: string }
  | { clientId: string; clientSecret: string; tokenUrl: string };

/** The settings of each way to sign in: all of one have to be set, and none of the other. */
export const SIGN_IN_SETTINGS = {
  serviceAccount: ['OVH_CLIENT_ID', 'OVH_CLIENT_SECRET'],
  applicationKey: ['OVH_APPLICATION_KEY', 'OVH_APPLICATION_SECRET', 'OVH_CONSUMER_KEY'],
} as const;

/** The credentials among the values; null unless they are exactly those of one way to sign in. */
export function credentialsIn(values: Partial<Values>): Credentials | null {
  const { OVH_ENDPOINT: endpoint, OVH_CLIENT_ID: clientId, OVH_CLIENT_SECRET: clientSecret } = values;
  const { OVH_APPLICATION_KEY: applicationKey, OVH_APPLICATION_SECRET: applicationSecret } = values;
  const { OVH_CONSUMER_KEY: consumerKey } = values;
  const isKey = applicationKey && applicationSecret && consumerKey && !clientId && !clientSecret;
  if (isKey) return { applicationKey, applicationSecret, consumerKey };
  const isAccount = clientId && clientSecret && !applicationKey && !applicationSecret && !consumerKey;
  if (isAccount && endpoint) return { clientId, clientSecret, tokenUrl: tokenUrlOf(endpoint) };
  return null;
}
