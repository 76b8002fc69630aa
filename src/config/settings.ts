import type { z } from 'zod';
import type { Setting } from './setting.ts';
import { budgetsSettings } from './settings/budgets.ts';
import { messagesSettings } from './settings/messages.ts';
import { networkSettings } from './settings/network.ts';
import { ovhcloudSettings } from './settings/ovhcloud.ts';
import { permissionsSettings } from './settings/permissions.ts';
import { slackSettings } from './settings/slack.ts';
import { storageSettings } from './settings/storage.ts';

/**
 * Every setting, an environment variable each, in the sections of docs/settings.md. Without a default and not
 * `.optional()`: it must be set.
 */
export const table = {
  ...slackSettings,
  ...networkSettings,
  ...ovhcloudSettings,
  ...storageSettings,
  ...permissionsSettings,
  ...budgetsSettings,
  ...messagesSettings,
};

/** The values that the table's validators produce from the environment. */
export type Values = { [Name in keyof typeof table]: z.output<(typeof table)[Name]['check']> };

/** The table as a list. */
export const settings: Setting[] = Object.entries(table).map(([name, row]) => ({ name, ...row }));
