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
    says: /does not accept this app’s key.*make a new key/s,
  },
  'a bad application key': {
    status: 403,
    body: { httpCode: '403 Forbidden', message: 'This application key is invalid' },
    says: /does not accept this app’s key/,
  },
  'a bad signature': {
    status: 400,
    body: { errorCode: 'INVALID_SIGNATURE', httpCode: '400 Bad Request', message: 'Invalid signature' },
    says: /does not accept this app’s key/,
  },
  'a missing right': {
    status: 403,
    body: {
      errorCode: 'NOT_GRANTED_CALL',
      httpCode: '403 Forbidden',
      message: 'This call has not been granted',
    },
    says: /no right for a call it needs \(GET \/order\/cart\/{cartId}\/checkout\)/,
  },
  'an IAM policy': {
    status: 403,
    body: { class: 'Client::Forbidden', message: 'User not granted for this request' },
    says: /access policy.*administrator/s,
  },
  'an account that may not order': {
    status: 403,
    body: { class: 'Client::Forbidden', message: 'You are not allowed' },
    says: /does not let this account check the cart out/,
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
  'a missing configuration': {
    status: 400,
    body: { class: 'Client::BadRequest', message: "in customFields there must be a field with name 'vrack'" },
    says: /asks for “vrack”/,
  },
  'a required configuration that the app cannot answer': {
    status: 200,
    body: [
      { label: 'datacenter', type: 'string', required: true, fields: [], allowedValues: ['GRA', 'BHS'] },
    ],
    on: 'GET /order/cart/{cartId}/item/{itemId}/requiredConfiguration',
    says: /asks for “datacenter”.*control panel/s,
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
  'something nobody knows': {
    status: 418,
    body: { class: 'Client::Teapot', message: 'Only <!channel> tea, CREDIT5' },
    says: /refused: “Only &lt;!channel&gt; tea, ••••T5”/,
  },
};
