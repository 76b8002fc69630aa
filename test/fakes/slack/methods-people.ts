import type { Args } from './messages.ts';
import type { Method } from './method.ts';
import { SlackRefusal, type State } from './state.ts';
import { APP, type FakeGroup, type FakeUser, TEAM } from './workspace.ts';

/** users.*, bots.* and usergroups.*. */
export const peopleMethods: Record<string, Method> = {
  'users.info': {
    scope: 'users:read',
    needs: ['user'],
    answer(state, args) {
      const user = state.workspace.users.get(String(args.user));
      if (!user) throw new SlackRefusal('user_not_found');
      return { user: userJson(user, args.include_locale === true) };
    },
  },
  'bots.info': {
    scope: 'users:read',
    answer({ workspace }, args) {
      if (args.bot !== APP.botId) throw new SlackRefusal('bot_not_found');
      const app_id = workspace.appOfBot;
      return { bot: { id: APP.botId, deleted: false, name: APP.name, app_id, user_id: APP.userId } };
    },
  },
  'usergroups.list': { scope: 'usergroups:read', answer: listGroups },
  'usergroups.users.list': {
    scope: 'usergroups:read',
    needs: ['usergroup'],
    answer(state, args) {
      const group = state.workspace.groups.get(String(args.usergroup));
      if (!group) throw new SlackRefusal('no_such_subteam');
      return { users: group.disabled && args.include_disabled !== true ? [] : group.users };
    },
  },
};

function listGroups({ workspace }: State, args: Args): Record<string, unknown> {
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

function userJson(user: FakeUser, withLocale: boolean): Record<string, unknown> {
  const team = user.team_id ?? TEAM.id;
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
    ...(team === TEAM.id ? {} : { is_stranger: true }),
    profile: { real_name: user.name, display_name: user.name, team },
    ...(withLocale ? { locale: user.locale ?? 'en-US' } : {}),
  };
}
