import type { Desk } from './desk.ts';

/** Why this person may not order in this channel, in words; null if they may. Throws SlackTrouble. */
export async function whyNotOrder(desk: Desk, user: string, channel: string): Promise<string | null> {
  const { channels, requesters, teamId } = desk.settings;
  if (channels.length > 0 && !channels.includes(channel)) return 'Orders are not placed in this channel.';
  if (requesters.length > 0) {
    const allowed = await desk.people.isAmong(user, requesters);
    return allowed ? null : 'You are not among the people who may order. Ask one of them to do it.';
  }
  const person = await desk.people.person(user);
  const isOurs = person.teamId === null || person.teamId === teamId;
  return person.isFullMember && isOurs
    ? null
    : 'Only full members of this workspace may order. Ask one of them.';
}
