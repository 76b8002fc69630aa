/* What a Slack ID names, by its first letter. */

/** Whether an ID is that of a user group (S…) and not of a person. */
export function isGroupId(id: string): boolean {
  return id.startsWith('S');
}

/** Whether a channel is the direct messages of one person with the app (D…). */
export function isDirectMessage(channel: string): boolean {
  return channel.startsWith('D');
}
