import type { Args } from './messages.ts';
import type { Method } from './method.ts';
import { SlackRefusalError, type State } from './state.ts';
import { APP, type FakeGroup, type FakeUser, findUser, TEAM, type Workspace } from './workspace.ts';

/** users.*, bots.* and usergroups.*. */
export const peopleMethods: Record<string, Method> = {
  'users.info': {
    scope: 'users:read',
    needs: ['user'],
    answer(state, args) {
      const user = findUser(state.workspace, args.user);
      if (!user) throw new SlackRefusalError('user_not_found');
      if (user.hidden) throw new SlackRefusalError('user_not_visible');
      return { user: userJson(state.workspace, user, args.include_locale === true) };
    },
  },
  'bots.info': {
    scope: 'users:read',
    answer({ workspace }, args) {
      if (args.bot !== APP.botId) throw new SlackRefusalError('bot_not_found');
      const app_id = workspace.appOfBot;
      return { bot: { id: APP.botId, deleted: false, name: APP.name, app_id, user_id: APP.userId } };
    },
  },
  'usergroups.list': { scope: 'usergroups:read', answer: listGroups },
  'usergroups.users.list': {
    scope: 'usergroups:read',
    needs: ['usergroup'],
    answer(state, args) {
      requireTeam(state.workspace, args);
      const group = state.workspace.groups.get(String(args.usergroup));
      if (!group) throw new SlackRefusalError('no_such_subteam');
      if (group.disabled && args.include_disabled !== true) throw new SlackRefusalError('subteam_disabled');
      return { users: group.users };
    },
  },
};

/** The token of an organisation has to say which of its workspaces is meant. */
function requireTeam({ enterpriseId }: Workspace, args: Args): void {
  if (enterpriseId !== undefined && args.team_id !== TEAM.id) throw new SlackRefusalError('missing_argument');
}

function listGroups({ workspace }: State, args: Args): Record<string, unknown> {
  requireTeam(workspace, args);
  const groups = [...workspace.groups.values()].filter(
    ({ disabled }) => !disabled || args.include_disabled === true,
  );
  return { usergroups: groups.map((group) => groupJson(group, args.include_users === true)) };
}

function groupJson(
  { id, handle, name, users, disabled }: FakeGroup,
  withUsers: boolean,
): Record<string, unknown> {
  return {
    id,
    team_id: TEAM.id,
    is_usergroup: true,
    is_external: false,
    handle,
    name,
    description: '',
    date_delete: disabled ? 1_700_000_000 : 0,
    user_count: users.length,
    ...(withUsers ? { users } : {}),
  };
}

function userJson({ enterpriseId }: Workspace, user: FakeUser, withLocale: boolean): Record<string, unknown> {
  const team = user.team_id ?? TEAM.id;
  const { enterprise_user: enterprise } = user;
  const isHere = enterprise ? enterprise.teams.includes(TEAM.id) : team === TEAM.id;
  return {
    id: user.id,
    team_id: team,
    name: user.name.toLowerCase(),
    real_name: user.name,
    deleted: user.deleted ?? false,
    tz: user.tz ?? 'Europe/Paris',
    is_bot: user.is_bot ?? false,
    is_app_user: false,
    is_admin: false,
    is_owner: false,
    is_restricted: user.is_restricted ?? false,
    is_ultra_restricted: user.is_ultra_restricted ?? false,
    ...(isHere ? {} : { is_stranger: true }),
    ...(enterprise && { enterprise_user: { ...enterprise, enterprise_id: enterpriseId ?? 'E0ORG' } }),
    profile: { real_name: user.name, display_name: user.name, team },
    ...(withLocale ? { locale: user.locale ?? 'en-US' } : {}),
  };
}
