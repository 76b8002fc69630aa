/**
 * Settings and metrics that the documentation already describes and that the code is about to get. Remove each here when
 * it is in src: until then, the tests of the documentation compare it with this list.
 */
export const pendingSettings: { name: string; meaning: string; default?: string; secret?: true }[] = [
  {
    name: 'SHUTDOWN_DELAY_SECONDS',
    meaning:
      'How many seconds after SIGTERM the port still accepts requests in HTTP mode, while /readyz answers 503.',
    default: '5',
  },
  {
    name: 'HTTPS_PROXY',
    secret: true,
    meaning: 'The proxy for Slack (Web API and socket) and OVHcloud, where there is no direct way out.',
  },
  {
    name: 'HTTP_PROXY',
    secret: true,
    meaning: 'The same for http:// addresses, such as a SLACK_API_URL of your own.',
  },
  { name: 'NO_PROXY', meaning: 'Hosts that are reached without the proxy. This machine always is.' },
  { name: 'OVH_CLIENT_ID', meaning: 'The client ID of the OVHcloud service account.' },
  {
    name: 'OVH_CLIENT_SECRET',
    meaning: 'The client secret of the OVHcloud service account.',
    secret: true,
  },
  {
    name: 'OVH_SETTLE_FREE_ORDERS',
    meaning: 'Confirm approved orders that cost exactly nothing, without a click on the payment link.',
    default: 'false',
  },
];

export const pendingMetrics = [
  'order_cloud_build_info',
  'order_cloud_oldest_order_age_seconds',
  'order_cloud_refused_requests_total',
  'order_cloud_slack_token_valid',
  'order_cloud_store_trouble',
];
