import { crossCheck } from './cross-checks.ts';
import { type SettingError, settingErrorLine } from './errors.ts';
import type { Values } from './settings.ts';

/** What changes in a running app when its settings are read again. */
export type Reload = {
  approvers: string[];
  requesters: string[];
  /** The lists that have changed, and who was added or removed. */
  changed: { name: LiveSetting; added: string[]; removed: string[] }[];
  /** The other settings that have changed. */
  needsRestart: string[];
};

/** The settings that may change while the app runs. */
const LIVE = ['APPROVERS', 'REQUESTERS'] as const;
type LiveSetting = (typeof LIVE)[number];

/**
 * Compares settings that were read again with those that the app runs with. Returns what to apply; or, if they are invalid
 * or contradict the settings that stay, one line for each problem: then nothing is to be applied.
 */
export function reloadOf(
  running: Values,
  again: { values: Partial<Values>; errors: SettingError[] },
): Reload | { errors: string[] } {
  const { errors } = again;
  if (errors.length > 0) return { errors: errors.map(settingErrorLine) };
  const values = again.values as Values;
  const next: Values = { ...running, APPROVERS: values.APPROVERS, REQUESTERS: values.REQUESTERS };
  // How many approvals are needed stays as it is.
  const unfit = crossCheck(asGiven(next), next);
  if (unfit.length > 0) return { errors: unfit.map(settingErrorLine) };
  const names = Object.keys({ ...running, ...values }) as (keyof Values)[];
  const changed = LIVE.map((name) => ({ name, ...differenceOf(running[name], values[name]) }));
  return {
    approvers: next.APPROVERS,
    requesters: next.REQUESTERS ?? [],
    changed: changed.filter(({ added, removed }) => added.length + removed.length > 0),
    needsRestart: names.filter(
      (name) =>
        !LIVE.some((live) => live === name) && JSON.stringify(running[name]) !== JSON.stringify(values[name]),
    ),
  };
}

function asGiven(values: Values): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}

function differenceOf(before: string[] = [], after: string[] = []): { added: string[]; removed: string[] } {
  return {
    added: after.filter((id) => !before.includes(id)),
    removed: before.filter((id) => !after.includes(id)),
  };
}
