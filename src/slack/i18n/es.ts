import type { Messages } from './en.ts';
import { approval, consent } from './es/approval.ts';
import { budget } from './es/budget.ts';
import { checkout } from './es/checkout.ts';
import { denials, rejection } from './es/denials.ts';
import { direct } from './es/direct.ts';
import { eligibilityActions, failureMessages, failures, voucherErrors } from './es/failures.ts';
import { freeOrders } from './es/free-orders.ts';
import { fulfilment } from './es/fulfilment.ts';
import { home } from './es/home.ts';
import { projectStart } from './es/project-start.ts';
import { eligibility, quoteFields } from './es/quote.ts';
import { help, replies, requestDenied, status } from './es/replies.ts';
import { requestForm, requestProblems } from './es/request-form.ts';
import { root } from './es/root.ts';
import { channelRefusals, linkDelivery, lookups } from './es/slack-refusals.ts';
import { match, thread } from './es/thread.ts';

/** Spanish. */
export const es: Messages = {
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
