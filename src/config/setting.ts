import type { z } from 'zod';

/** A setting: an environment variable with its description and validation. */
export type Setting = {
  name: string;
  meaning: string;
  /** As written in the environment. */
  default?: string;
  /** The value is never shown. */
  secret?: true;
  /** What a right value looks like, with an example. */
  expected: string;
  /** Where to find the value; left out if it is a free choice. */
  whereToGet?: string;
  /** Turns the text of the environment into the value. */
  check: z.ZodType;
};

/** A setting as the table has it, under its name. */
export type SettingRow = Omit<Setting, 'name'>;
