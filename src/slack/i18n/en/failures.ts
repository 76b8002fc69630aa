/** What went wrong (`what`) and who can do what about it (`toDo`), by the kind of failure. */
export const failures = {
  ovh_unavailable: {
    what: 'OVHcloud did not answer for ten minutes.',
    toDo: 'Try again later; status.ovhcloud.com may say more.',
  },
  ovh_server_error: {
    what: ({ status }: { status: string }) => `OVHcloud answered with an error (${status}) for ten minutes.`,
    saying: ({ status, message }: { status: string; message: string }) =>
      `OVHcloud answered with an error (${status}: “${message}”) for ten minutes.`,
    toDo: 'Try again later; status.ovhcloud.com may say more.',
  },
  rate_limited: {
    what: 'OVHcloud turned this app’s requests away for ten minutes: there were too many.',
    toDo: 'Try again later.',
  },
  key_invalid: {
    what: 'OVHcloud no longer accepts this app’s API key.',
    toDo: 'Ask the app’s operator to create a new key at OVHcloud and put it into the settings, then try again.',
  },
  service_account_refused: {
    what: 'OVHcloud no longer accepts this app’s service account.',
    toDo: 'Ask the app’s operator to check OVH_CLIENT_ID and OVH_CLIENT_SECRET, then try again.',
  },
  clock_skew: {
    what: 'The clock of the machine that runs this app is wrong, so OVHcloud refuses its requests.',
    toDo: 'Ask the app’s operator to set it (NTP), then try again.',
  },
  right_missing: {
    what: ({ call }: { call: string }) =>
      `The app’s key at OVHcloud lacks permission for a required call (${call}).`,
    toDo: 'Ask the app’s operator to create a key with all the permissions in the setup guide, then try again.',
  },
  account_not_allowed: {
    what: 'The OVHcloud account’s access policy does not allow this app to order.',
    naming: ({ actions }: { actions: string }) =>
      `The OVHcloud account’s access policy does not allow this app to order: it lacks ${actions}.`,
    toDo: 'Ask the administrator of the OVHcloud account to allow ordering for this app’s user, then try again.',
  },
  checkout_not_allowed: {
    what: 'OVHcloud does not allow this account to check out.',
    toDo: 'Ask the owner of the OVHcloud account to look at it in the control panel (identity, debts, limits), then try again.',
  },
  not_eligible: {
    what: 'OVHcloud requires an action in the account before selling a project.',
    toDo: 'Then try again.',
  },
  payment_refused: {
    what: 'OVHcloud cannot charge this order to the account’s payment method.',
    naming: ({ method }: { method: string }) =>
      `OVHcloud cannot charge this order to the account’s payment method (${method}).`,
    toDo: 'Ask the owner of the OVHcloud account to make another payment method the default in the control panel (Billing > Payment methods), or the app’s operator to set OVH_AUTOPAY=false, then try again.',
  },
  voucher_refused: {
    toDo: 'Try again with another voucher, or without one.',
    toDoLater: 'Order without a voucher, or wait an hour before you use one again.',
  },
  configuration_missing: {
    what: ({ labels }: { labels: string }) =>
      `OVHcloud requires ${labels} for this plan, which this app cannot provide.`,
    label: ({ label }: { label: string }) => `“${label}”`,
    toDo: 'Order this one in OVHcloud’s control panel, and tell the app’s operator.',
  },
  configuration_duplicated: {
    what: ({ label }: { label: string }) => `OVHcloud found “${label}” twice in the cart.`,
    toDo: 'Try again: a new cart is built.',
  },
  input_refused: {
    what: ({ message }: { message: string }) => `OVHcloud did not accept what was typed: ${message}`,
    toDo: 'Try again with another project name or voucher.',
  },
  subsidiary_refused: {
    what: 'OVHcloud does not know the country (subsidiary) that this app is set to.',
    toDo: 'Ask the app’s operator to correct or remove OVH_SUBSIDIARY, then try again.',
  },
  plan_not_offered: {
    what: ({ planCode }: { planCode: string }) =>
      `OVHcloud does not offer the plan “${planCode}” to this account.`,
    toDo: 'Ask the app’s operator to correct or remove OVH_PLAN_CODE, then try again.',
  },
  ovh_order_not_found: {
    what: 'OVHcloud’s answer was lost, and no matching order was ever found.',
    toDo: 'Look in OVHcloud’s control panel (Billing > My orders) before ordering this project again.',
  },
  ovh_order_cancelled: {
    what: ({ orderId }: { orderId: string }) => `OVHcloud order ${orderId} was cancelled at OVHcloud.`,
    because: ({ orderId, reason }: { orderId: string; reason: string }) =>
      `OVHcloud order ${orderId} was cancelled at OVHcloud: “${reason}”.`,
    refund: 'For a refund, the account owner should contact OVHcloud support.',
    toDo: 'Ask the owner of the OVHcloud account to look at it in the control panel, then try again.',
  },
  status_unknown: {
    what: ({ orderId }: { orderId: string }) => `OVHcloud does not say how its order ${orderId} is doing.`,
    toDo: 'Look for it in OVHcloud’s control panel (Billing > My orders) before ordering this project again.',
  },
  project_not_found: {
    what: ({ orderId }: { orderId: string }) =>
      `OVHcloud says that its order ${orderId} is delivered, but its project was never found.`,
    toDo: 'Ask the owner of the OVHcloud account to look for the project in the control panel, and to ask OVHcloud’s support if it is not there.',
  },
  paid_after_expiry: {
    what: ({ orderId }: { orderId: string }) =>
      `OVHcloud order ${orderId}, which had expired here, was paid after all: ordering again would buy it twice.`,
    toDo: 'Look for its project in OVHcloud’s control panel.',
  },
  checkout_unconfirmed: {
    what: 'OVHcloud’s answer to the checkout was lost, and no order has appeared since. Because the account would be charged, the app does not try again automatically.',
    toDo: 'Check OVHcloud’s control panel (Billing > My orders). If there is no order, try again.',
  },
  cart_lost: { what: 'The cart is gone at OVHcloud.', toDo: 'Try again: a new cart is built.' },
  answer_not_understood: {
    what: 'OVHcloud answered something that this app does not understand.',
    toDo: 'Try again; if it happens twice, tell the app’s operator: the log has the details.',
  },
  refused_otherwise: {
    what: ({ message }: { message: string }) => `OVHcloud refused: “${message}”.`,
    toDo: 'If that says what to fix, fix it and try again; otherwise tell the app’s operator.',
  },
  channel_unavailable: {
    what: ({ errorCode }: { errorCode: string }) => `The app can’t post in that channel (${errorCode}).`,
    toDo: ({ bot }: { bot: string }) => `Type /invite @${bot} there, then order again.`,
  },
  approvers_hidden: {
    what: ({ subject, errorCode }: { subject: string; errorCode: string }) =>
      `Slack does not tell the app whether those who approved are still approvers: it hides ${subject} (${errorCode}).`,
    toDo: 'The app’s operator has to fix that; then try again.',
  },
  internal: {
    what: 'Something in this app went wrong.',
    toDo: 'Try again; if it happens twice, tell the app’s operator: the log has the details.',
  },
};

/** What OVHcloud requires in the account first. */
export const eligibilityActions = {
  addPaymentMethod:
    'The owner of the OVHcloud account has to add a payment method in the control panel (Billing > Payment methods).',
  replacePaymentMethod:
    'The owner of the OVHcloud account has to renew the default payment method, which is not valid, or make another one the default, in the control panel (Billing > Payment methods).',
  challengePaymentMethod:
    'The owner of the OVHcloud account has to confirm the payment method in the control panel (Billing > Payment methods).',
  verifyPaypal:
    'The owner of the OVHcloud account has to verify the PayPal account in the control panel (Billing > Payment methods).',
  askIncreaseProjectsQuota:
    'The limit of projects is reached: the owner of the OVHcloud account has to delete one, or ask OVHcloud’s support for more.',
  other: ({ action }: { action: string }) =>
    `The owner of the OVHcloud account has to settle “${action}” in the control panel.`,
};

/** Why OVHcloud refused a voucher, by its code. */
export const voucherErrors = {
  invalid: 'OVHcloud does not know this voucher.',
  too_many_attempts: 'Too many vouchers were tried: OVHcloud accepts none for an hour.',
  no_longer_valid: 'This voucher is no longer valid.',
  already_used: 'This voucher has already been used.',
  expired: 'This voucher has expired.',
  country: 'This voucher is for accounts of another country.',
  payment_mean: 'This voucher needs a payment method in the OVHcloud account first.',
  too_many_used: 'This voucher has been used too many times.',
  nichandle: 'This voucher belongs to another OVHcloud account.',
  scored: 'OVHcloud does not accept this voucher for this account.',
  new_customer: 'This voucher is for new customers only.',
  new_project: 'This voucher is for a first project only.',
  said: ({ message }: { message: string }) => `OVHcloud does not accept this voucher: “${message}”.`,
  other: ({ code }: { code: string }) => `OVHcloud does not accept this voucher (${code}).`,
};

/** The message around a failure. */
export const failureMessages = {
  nothingOrdered: 'Nothing was ordered.',
  ended: 'This order has ended.',
  /** Once the order was retried; the reason follows. */
  failedBefore: 'This was tried again. Before that, nothing was ordered:',
  endedBefore: 'This was tried again. Before that, this order had ended:',
  whatToDo: 'What to do:',
  tryAgain: 'Try again',
  support: ({ queryId }: { queryId: string }) => `OVHcloud support reference: ${queryId}`,
  said: ({ message }: { message: string }) => `OVHcloud said: “${message}”`,
  notPlacedThere: ({ name, channel }: { name: string; channel: string }) =>
    `Your order for the project “${name}” in ${channel} was not placed.`,
};
