/** A person in the sandbox's Slack; `is_restricted` is Slack's word for a guest. */
type Person = {
  id: string;
  name: string;
  real_name: string;
  tz: string;
  locale: string;
  is_restricted?: boolean;
};

/** The people of the sandbox. Rita comes first: people who open the page start out as her. Alan reads French. */
export const PEOPLE = {
  rita: { id: 'U0RITA', name: 'rita', real_name: 'Rita', tz: 'Europe/Paris', locale: 'en-US' },
  ada: { id: 'U0ADA', name: 'ada', real_name: 'Ada (approver)', tz: 'Europe/London', locale: 'en-GB' },
  alan: { id: 'U0ALAN', name: 'alan', real_name: 'Alan (approver)', tz: 'America/Montreal', locale: 'fr-CA' },
  gus: {
    id: 'U0GUS',
    name: 'gus',
    real_name: 'Gus (guest)',
    tz: 'Europe/Warsaw',
    locale: 'en-US',
    is_restricted: true,
  },
} satisfies Record<string, Person>;

/** The app as Slack knows it, and its keys. No one outside the sandbox accepts them. */
export const APP = {
  appId: 'A0ORDERCLOUD',
  botUserId: 'U0ORDERCLOUD',
  botName: 'order-cloud',
  botToken: 'xoxb-sandbox',
  appToken: 'xapp-sandbox',
  signingSecret: 'sandbox-signing-secret',
  mode: 'socket',
} as const;

const EVERYONE = Object.values(PEOPLE).map(({ id }) => id);

/** The channels. #cloud comes first and is shown first; the app was not invited to the private one. */
const CHANNELS = [
  { id: 'C0CLOUD', name: 'cloud', is_private: false, members: [...EVERYONE, APP.botUserId] },
  { id: 'C0NOAPP', name: 'no-app-here', is_private: true, members: EVERYONE },
];

/** What local-slack reads at its start: see "Configuration" in its README. */
export function workspaceConfig(): object {
  return {
    workspace: { name: 'Sandbox', domain: 'sandbox', teamId: 'T0SANDBOX' },
    apps: [APP],
    users: Object.values(PEOPLE),
    channels: CHANNELS,
  };
}

/** What users.info says of a person in Slack and local-slack leaves out; null for someone unknown. */
export function accountDetails(userId: string): object | null {
  const person: Person | undefined = Object.values(PEOPLE).find(({ id }) => id === userId);
  if (!person) return null;
  const { real_name, locale, is_restricted = false } = person;
  return { is_restricted, locale, profile: { real_name, display_name: real_name.split(' ')[0] } };
}

/** Whether Slack would let the app post in a channel: not in a private one that it was not invited to. */
export function canAppPost(channelId: string): boolean {
  const channel = CHANNELS.find(({ id }) => id === channelId);
  return !channel?.is_private || channel.members.includes(APP.botUserId);
}
