/** The names of this instance of the app; a workspace may have several instances. */
export type AppNames = {
  /** Its slash command, such as `/order-cloud`. */
  command: string;
  /** Its name in Slack's app list; with the label, if it has one: `order-cloud (staging)`. */
  name: string;
  /** What to type after `@` to mention it, or to invite it to a channel. */
  bot: string;
  /** The label that distinguishes it from other instances; null without one. */
  label: string | null;
};

const NAME = 'order-cloud';

/** The names of the instance with this slash command and label. */
export function appNames({ command, label }: { command: string; label: string | null }): AppNames {
  if (label === null) return { command, name: NAME, bot: NAME, label };
  return { command, name: `${NAME} (${label})`, bot: `${NAME}-${slug(label)}`, label };
}

/** The names of an app that is the only instance in its workspace. */
export const DEFAULT_NAMES: AppNames = appNames({ command: `/${NAME}`, label: null });

/** A label as part of a mention, which is one word. */
function slug(label: string): string {
  return label.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
}
