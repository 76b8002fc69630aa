import { z } from 'zod';
import type { SettingRow } from '../setting.ts';
import * as check from '../validators.ts';

/** The monthly budgets of projects. */
export const budgetsSettings = {
  BUDGET: {
    meaning:
      'Whether the form asks for a monthly budget. The app reports what such a project spends; it caps nothing.',
    default: 'optional',
    expected: 'off, optional or required',
    check: z.enum(['off', 'optional', 'required']),
  },
  BUDGET_CHECK_HOURS: {
    meaning: 'How many hours between two readings of what a project with a budget spends.',
    default: '24',
    expected: 'hours, above 0 and at most 168 (a week), e.g. 24',
    check: check.positiveNumber(168),
  },
} satisfies Record<string, SettingRow>;
