import type { Messages } from './en.ts';
import { approval, consent } from './fr/approval.ts';
import { budget } from './fr/budget.ts';
import { checkout } from './fr/checkout.ts';
import { denials, rejection } from './fr/denials.ts';
import { direct } from './fr/direct.ts';
import { eligibilityActions, failureMessages, failures, voucherErrors } from './fr/failures.ts';
import { freeOrders } from './fr/free-orders.ts';
import { fulfilment } from './fr/fulfilment.ts';
import { home } from './fr/home.ts';
import { projectStart } from './fr/project-start.ts';
import { eligibility, quoteFields } from './fr/quote.ts';
import { help, replies, requestDenied, status } from './fr/replies.ts';
import { requestForm, requestProblems } from './fr/request-form.ts';
import { root } from './fr/root.ts';
import { channelRefusals, linkDelivery, lookups } from './fr/slack-refusals.ts';
import { match, thread } from './fr/thread.ts';

/** French. */
export const fr: Messages = {
  replies,
  approval,
  budget,
  consent,
  channelRefusals,
  checkout,
  eligibility,
  fulfilment,
  direct,
  eligibilityActions,
  quoteFields,
  failureMessages,
  failures,
  freeOrders,
  help,
  home,
  linkDelivery,
  lookups,
  requestDenied,
  projectStart,
  denials,
  rejection,
  requestForm,
  requestProblems,
  root,
  match,
  status,
  thread,
  voucherErrors,
};
