/** OVHcloud's refusals, and what the thread makes of each. */
export const refusals: Record<
  string,
  { status: number; body: unknown; on?: string; says: RegExp; keepsCart?: true }
> = {
  'a bad or expired consumer key': {
    status: 403,
    body: {
      errorCode: 'INVALID_CREDENTIAL',
      httpCode: '403 Forbidden',
      message: 'This credential is not valid',
    },
    says: /no longer accepts this app’s API key.*create a new key/s,
  },
  'a consumer key that was deleted': {
    status: 403,
    body: {
      errorCode: 'NOT_CREDENTIAL',
      httpCode: '403 Forbidden',
      message: 'This credential does not exist',
    },
    says: /no longer accepts this app’s API key.*OVHcloud said: “This credential does not exist”/s,
  },
  'a bad application key, told by the service': {
    status: 403,
    body: { class: 'Client::Forbidden', message: 'Invalid application key' },
    says: /no longer accepts this app’s API key/,
  },
  'a clock that is off': {
    status: 400,
    body: { errorCode: 'QUERY_TIME_OUT', httpCode: '400 Bad Request', message: 'Query out of time' },
    says: /The clock of the machine that runs this app is wrong.*NTP/s,
  },
  'a bad application key': {
    status: 403,
    body: { httpCode: '403 Forbidden', message: 'This application key is invalid' },
    says: /no longer accepts this app’s API key/,
  },
  'a bad signature': {
    status: 400,
    body: { errorCode: 'INVALID_SIGNATURE', httpCode: '400 Bad Request', message: 'Invalid signature' },
    says: /no longer accepts this app’s API key/,
  },
  'a missing permission': {
    status: 403,
    body: {
      errorCode: 'NOT_GRANTED_CALL',
      httpCode: '403 Forbidden',
      message: 'This call has not been granted',
    },
    says: /lacks permission for a required call \(GET \/order\/cart\/{cartId}\/checkout\)/,
  },
  'a missing permission, told by the service': {
    status: 403,
    body: { class: 'Client::Forbidden', message: 'This call has not been granted' },
    says: /lacks permission for a required call \(GET \/order\/cart\/{cartId}\/checkout\)/,
  },
  'an action that an IAM policy forbids': {
    status: 403,
    body: {
      class: 'Client::Forbidden',
      message: 'User not granted for this request',
      details: {
        unauthorizedActionsByAuthentication: '',
        unauthorizedActionsByIAM: 'order:apiovh:cart/checkout/simulate',
      },
    },
    says: /does not allow this app to order: it lacks order:apiovh:cart\/checkout\/simulate\..*administrator/s,
  },
  'an action that the key lacks': {
    status: 403,
    body: {
      class: 'Client::Forbidden',
      message: 'User not granted for this request',
      details: {
        unauthorizedActionsByAuthentication: 'order:apiovh:cart/checkout/simulate',
        unauthorizedActionsByIAM: '',
      },
    },
    says: /lacks permission for a required call \(GET .*checkout, order:apiovh:cart\/checkout\/simulate\)/,
  },
  'an IAM policy': {
    status: 403,
    body: { class: 'Client::Forbidden', message: 'User not granted for this request' },
    says: /access policy.*administrator/s,
  },
  'an account that may not order': {
    status: 403,
    body: { class: 'Client::Forbidden', message: 'You are not allowed' },
    says: /does not allow this account to check out/,
  },
  'a quota and a payment method': {
    status: 400,
    body: {
      class: 'Client::BadRequest',
      message: 'Found eligibility issues: askIncreaseProjectsQuota, challengePaymentMethod',
    },
    says: /limit of projects is reached.*confirm the payment method/s,
    keepsCart: true,
  },
  'several missing configurations': {
    status: 400,
    body: {
      message:
        'Custom field infrastructure is mandatory for product project.2018\nCustom field region is mandatory for product project.2018',
    },
    says: /requires “infrastructure” and “region” for this plan/,
  },
  'a plan code that is not known': {
    status: 400,
    body: { class: 'Client::BadRequest', message: 'Plan code not found' },
    on: 'POST /order/cart/{cartId}/cloud',
    says: /does not offer the plan “project.2018”.*OVH_PLAN_CODE/s,
  },
  'a voucher, in words that are not known': {
    status: 400,
    body: { class: 'Client::BadRequest', message: 'The voucher CREDIT5 belongs to the moon.' },
    says: /does not accept this voucher: “The voucher ••••T5 belongs to the moon”\./,
    keepsCart: true,
  },
  'another refusal of the checkout': {
    status: 403,
    body: { class: 'Client::Forbidden', message: 'Your account is under review' },
    says: /refused: “Your account is under review”/,
  },
  'a missing configuration': {
    status: 400,
    body: { class: 'Client::BadRequest', message: "in customFields there must be a field with name 'vrack'" },
    says: /requires “vrack”/,
  },
  'a duplicated label': {
    status: 400,
    body: {
      class: 'Client::BadRequest',
      message: 'Custom field description is duplicated for product project.2018',
    },
    says: /“description” twice/,
  },
  'a missing property': {
    status: 400,
    body: {
      class: 'Client::BadRequest',
      message: "The input provided isn't valid: 'duration' is a required property",
    },
    says: /did not accept what was typed/,
    keepsCart: true,
  },
  'a bad subsidiary': {
    status: 400,
    body: { class: 'Client::BadRequest', message: 'invalid ovhSubsidiary' },
    on: 'POST /order/cart',
    says: /country \(subsidiary\).*OVH_SUBSIDIARY/s,
  },
  'a cart that was not assigned': {
    status: 400,
    body: { class: 'Client::BadRequest', message: "This cart hasn't been assigned yet" },
    says: /refused: “This cart hasn't been assigned yet”/,
  },
  'a cart that is gone': {
    status: 404,
    body: { class: 'Client::NotFound', message: 'This service does not exist' },
    says: /cart is gone/,
  },
  'something no one knows': {
    status: 418,
    body: { class: 'Client::Teapot', message: 'Only <!channel> tea, CREDIT5' },
    says: /refused: “Only &lt;!channel&gt; tea, ••••T5”/,
  },
};
