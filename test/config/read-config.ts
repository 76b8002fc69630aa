import { type Config, toConfig } from '../../src/config/config.ts';
import { readValues } from '../../src/config/read-settings.ts';

/** The app's configuration from an environment, read as `src/main.ts` reads it. Throws ConfigError. */
export function readConfig(env: Record<string, string | undefined>): Config {
  return toConfig(readValues(env));
}
