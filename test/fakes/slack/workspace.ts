/** A member of the workspace, or a guest in it from another one. */
export type FakeUser = {
  id: string;
  name: string;
  /** Default: T0TEAM. Someone of another team is here through Slack Connect; or on Enterprise Grid, see below. */
  team_id?: string;
  /** On Enterprise Grid: the person's id in the organisation, and the workspaces they are in. */
  enterprise_user?: { id: string; teams: string[] };
  /** Slack does not show the app this person. */
  hidden?: boolean;
  is_bot?: boolean;
  /** A guest of several channels. */
  is_restricted?: boolean;
  /** A guest of one channel. */
  is_ultra_restricted?: boolean;
  deleted?: boolean;
  /** Default: en-US. */
  locale?: string;
  /** Default: Europe/Paris. */
  tz?: string;
};

/**
 * A channel. A direct message with the app has the `user` it is with; one between people (`D…` with `members`) is
 * private, and no app can be in it.
 */
export type FakeChannel = {
  id: string;
  name: string;
  is_private?: boolean;
  is_archived?: boolean;
  bot_is_member?: boolean;
  /** Only some people may post in it, the app not among them. */
  is_restricted?: boolean;
  /** Shared with another organization through Slack Connect. */
  is_ext_shared?: boolean;
  /** Who is in it; everyone when left out. */
  members?: string[];
  user?: string;
};

/** A user group. */
export type FakeGroup = { id: string; handle: string; name: string; users: string[]; disabled?: boolean };

/** Who and what is in Slack, and the rules that depend on it. Tests may change the maps as they go. */
export type Workspace = {
  users: Map<string, FakeUser>;
  channels: Map<string, FakeChannel>;
  groups: Map<string, FakeGroup>;
  /** The bot scopes that the app was given. */
  scopes: Set<string>;
  /** The organisation on Enterprise Grid whose token the app has; undefined for a workspace of its own. */
  enterpriseId: string | undefined;
  /** The id of the app that the bot token is of; the app-level token is of A0APP. */
  appOfBot: string;
  /** Whether ephemeral messages need the bot in the channel, even in public ones. */
  ephemeralsNeedMembership: boolean;
  /** Milliseconds since 1970: the age of trigger_ids and response_urls, the timestamps of messages. */
  now: () => number;
  /** How long a trigger_id is good for, in milliseconds of that clock. */
  triggerLifeMs: number;
};

/** Slack's own names for the team and the app. */
export const TEAM = { id: 'T0TEAM', domain: 'cloud-team', name: 'Cloud team' };
export const APP = { id: 'A0APP', userId: 'U0BOT', botId: 'B0BOT', name: 'order-cloud' };

/** The scopes that order-cloud asks for. */
export const APP_SCOPES = [
  'commands',
  'chat:write',
  'chat:write.public',
  'im:write',
  'users:read',
  'usergroups:read',
];

const USERS: FakeUser[] = [
  { id: APP.userId, name: APP.name, is_bot: true },
  { id: 'U0REQ', name: 'Rita' },
  { id: 'U0APP1', name: 'Ada' },
  { id: 'U0APP2', name: 'Alan' },
  { id: 'U0GUEST', name: 'Gus', is_restricted: true },
  { id: 'U0OUT', name: 'Otto', team_id: 'T0OTHER' },
];

const CHANNELS: FakeChannel[] = [
  { id: 'C0CLOUD', name: 'cloud' },
  { id: 'G0SECRET', name: 'secret', is_private: true, bot_is_member: true },
  { id: 'G0LOCKED', name: 'locked', is_private: true },
];

const GROUPS: FakeGroup[] = [
  { id: 'S0APPROVERS', handle: 'approvers', name: 'Approvers', users: ['U0APP1', 'U0APP2'] },
];

/** What differs from the usual workspace: people, channels and groups of the same id replace the usual ones. */
export type WorkspaceOptions = {
  users?: FakeUser[];
  channels?: FakeChannel[];
  groups?: FakeGroup[];
  scopes?: string[];
  /** Makes it an Enterprise Grid: the workspace belongs to this organisation. */
  enterpriseId?: string;
  /** Default: A0APP, as the app-level token's. */
  appOfBot?: string;
  /** Default true: Slack has refused such ephemeral messages for years (slackapi/node-slack-sdk#977). */
  ephemeralsNeedMembership?: boolean;
  /** Milliseconds since 1970; default the true time, by which requests are signed in any case. */
  now?: () => number;
  /** How long a trigger_id is good for, in milliseconds. */
  triggerLifeMs?: number;
};

/** A workspace with a requester, two approvers, a guest, a stranger and three channels. */
export function createWorkspace(options: WorkspaceOptions = {}): Workspace {
  return {
    users: byId(USERS, options.users),
    channels: byId(CHANNELS, options.channels),
    groups: byId(GROUPS, options.groups),
    scopes: new Set(options.scopes ?? APP_SCOPES),
    enterpriseId: options.enterpriseId,
    appOfBot: options.appOfBot ?? APP.id,
    ephemeralsNeedMembership: options.ephemeralsNeedMembership ?? true,
    now: options.now ?? Date.now,
    triggerLifeMs: options.triggerLifeMs ?? 3000,
  };
}

/** The person with this id, or with this id in their organisation. */
export function findUser({ users }: Workspace, id: unknown): FakeUser | undefined {
  const isTheirs = ({ enterprise_user: enterprise }: FakeUser) => enterprise?.id === id;
  return users.get(String(id)) ?? [...users.values()].find(isTheirs);
}

/** The direct message between a person and the app, made when it is not there yet. */
export function directMessageOf(workspace: Workspace, userId: string): FakeChannel {
  const id = `D${userId.slice(1)}`;
  const channel = workspace.channels.get(id) ?? {
    id,
    name: 'directmessage',
    user: userId,
    bot_is_member: true,
  };
  workspace.channels.set(id, channel);
  return channel;
}

/** Whether someone is in a channel. */
export function isMember(channel: FakeChannel, userId: string): boolean {
  if (channel.user !== undefined) return channel.user === userId;
  return channel.members?.includes(userId) ?? true;
}

function byId<T extends { id: string }>(usual: T[], own: T[] = []): Map<string, T> {
  return new Map([...usual, ...own].map((thing) => [thing.id, { ...thing }]));
}
