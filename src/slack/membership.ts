import type { Identity, Outbound } from './client/outbound.ts';

/** An account as users.info shows it. */
export type Account = Awaited<ReturnType<Outbound['readPerson']>>;

/** The workspace that the app is installed in, and the organization it belongs to on Enterprise Grid. */
export type Workspace = Pick<Identity, 'teamId' | 'enterpriseId'>;

/**
 * Whether an account is in the workspace. On Enterprise Grid `team_id` may name another workspace of the organization,
 * or the organization itself: there `enterprise_user.teams` says which workspaces the person is in.
 */
function isInWorkspace(account: Account, { teamId, enterpriseId }: Workspace): boolean {
  const { enterprise_user: enterprise, teams, team_id: home } = account;
  // The app is installed in the whole organization.
  if (enterprise && enterprise.enterprise_id === teamId) return true;
  const known = [...(enterprise?.teams ?? []), ...(teams ?? [])];
  if (known.length > 0) return known.includes(teamId);
  if (home) return home === teamId;
  const organization = enterprise?.enterprise_id;
  return !organization || organization === enterpriseId;
}

/** Whether an account is that of a guest here, or of a person from another organization. */
export function isGuest(account: Account, workspace: Workspace): boolean {
  const organization = account.enterprise_user?.enterprise_id ?? null;
  const isOurs = organization !== null && organization === workspace.enterpriseId;
  const isStranger = account.is_stranger && !isOurs;
  const isRestricted = account.is_restricted || account.is_ultra_restricted;
  return Boolean(isRestricted || isStranger) || !isInWorkspace(account, workspace);
}

/** Every id of one person: on Enterprise Grid `U…` in clicks may be `W…` in settings. `asked` is one of them. */
export function idsOf(asked: string, { id, enterprise_user: enterprise }: Account): string[] {
  return [...new Set([asked, id, enterprise?.id].filter((one) => one !== undefined))];
}

/** The same text for each of a person's ids. */
export function keyOf(asked: string, { id, enterprise_user: enterprise }: Account): string {
  return enterprise?.id ?? id ?? asked;
}

/** The `team_id` that usergroups.* need: with the token of an organization they are refused without. */
export function teamForGroups({ teamId, enterpriseId }: Workspace): string | undefined {
  return enterpriseId === null ? undefined : teamId;
}
