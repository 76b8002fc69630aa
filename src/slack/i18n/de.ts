import { approval, consent } from './de/approval.ts';
import { budget } from './de/budget.ts';
import { checkout } from './de/checkout.ts';
import { denials, rejection } from './de/denials.ts';
import { direct } from './de/direct.ts';
import { eligibilityActions, failureMessages, failures, voucherErrors } from './de/failures.ts';
import { freeOrders } from './de/free-orders.ts';
import { fulfilment } from './de/fulfilment.ts';
import { home } from './de/home.ts';
import { projectStart } from './de/project-start.ts';
import { eligibility, quoteFields } from './de/quote.ts';
import { help, replies, requestDenied, status } from './de/replies.ts';
import { requestForm, requestProblems } from './de/request-form.ts';
import { root } from './de/root.ts';
import { channelRefusals, linkDelivery, lookups } from './de/slack-refusals.ts';
import { match, thread } from './de/thread.ts';
import type { Messages } from './en.ts';

/** German. */
export const de: Messages = {
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
