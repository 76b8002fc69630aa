import type { SettingRow } from '../setting.ts';
import * as check from '../validators.ts';

/** How the app listens, and how it gets out. */
export const networkSettings = {
  PORT: {
    meaning: 'The port for /slack/events (HTTP mode), /healthz, /readyz and /metrics.',
    default: '3000',
    expected: 'a port number from 0 (any free one) to 65535, e.g. 3000',
    check: check.wholeNumber(0, 65535),
  },
  HOST: {
    meaning: 'The address to listen on; 127.0.0.1 accepts connections from this machine only.',
    default: '0.0.0.0',
    expected: 'an address or host name of this machine, e.g. 0.0.0.0',
    check: check.nonBlank,
  },
  SHUTDOWN_DELAY_SECONDS: {
    meaning:
      'How many seconds after SIGTERM the port still accepts requests in HTTP mode, while /readyz answers 503.',
    default: '5',
    expected: 'seconds, from 0 to 300, e.g. 5',
    check: check.wholeNumber(0, 300),
  },
  HTTPS_PROXY: {
    meaning: 'The proxy for Slack (Web API and socket) and OVHcloud, where there is no direct way out.',
    secret: true,
    expected:
      'http://HOST:PORT or http://USER:PASSWORD@HOST:PORT (URL-encoded), e.g. http://proxy.example.com:3128',
    check: check.proxyUrl.optional(),
  },
  HTTP_PROXY: {
    meaning: 'The same for http:// addresses, such as a SLACK_API_URL of your own.',
    secret: true,
    expected:
      'http://HOST:PORT or http://USER:PASSWORD@HOST:PORT (URL-encoded), e.g. http://proxy.example.com:3128',
    check: check.proxyUrl.optional(),
  },
  NO_PROXY: {
    meaning: 'Hosts that are reached without the proxy. This machine always is.',
    expected:
      'host names, separated by commas; .example.com stands for all hosts below it, e.g. ovh.example.com,.internal',
    check: check.pattern(/^[^\s]+$/).optional(),
  },
} satisfies Record<string, SettingRow>;
