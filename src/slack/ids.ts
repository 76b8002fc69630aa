/** Global shortcut (the lightning menu): "Order a Public Cloud project". */
export const SHORTCUT = 'order_project';

/** Buttons in the Home that are about no single order. */
export const HOME_ACTIONS = {
  newOrder: 'home_new_order',
  /** Followed by the list's name and the direction. */
  page: 'home_page_',
} as const;

export const VIEWS = {
  request: 'order_request',
  rejection: 'order_rejection',
  voucher: 'order_voucher',
  consent: 'order_consent',
} as const;

/** `event_type` of the metadata of the app's messages, by which a lost post can be found again. */
export const MESSAGE_METADATA = 'order_cloud_message';

/** The bot scopes that the manifest requests: without one of them, something does not work. */
export const BOT_SCOPES = [
  'commands',
  'chat:write',
  'chat:write.public',
  'im:write',
  'users:read',
  'usergroups:read',
] as const;

/**
 * Scopes that the person who installs the app may grant. With those for histories it finds a message whose post had
 * no answer, and does not post it twice; with those to read channels the doctor checks CHANNELS.
 */
export const OPTIONAL_SCOPES = [
  'channels:history',
  'groups:history',
  'im:history',
  'mpim:history',
  'channels:read',
  'groups:read',
] as const;
