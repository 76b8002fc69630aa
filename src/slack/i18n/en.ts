import { approval, consent } from './en/approval.ts';
import { budget } from './en/budget.ts';
import { checkout } from './en/checkout.ts';
import { denials, rejection } from './en/denials.ts';
import { direct } from './en/direct.ts';
import { eligibilityActions, failureMessages, failures, voucherErrors } from './en/failures.ts';
import { freeOrders } from './en/free-orders.ts';
import { fulfilment } from './en/fulfilment.ts';
import { home } from './en/home.ts';
import { projectStart } from './en/project-start.ts';
import { eligibility, quoteFields } from './en/quote.ts';
import { help, replies, requestDenied, status } from './en/replies.ts';
import { requestForm, requestProblems } from './en/request-form.ts';
import { root } from './en/root.ts';
import { channelRefusals, linkDelivery, lookups } from './en/slack-refusals.ts';
import { match, thread } from './en/thread.ts';

/** English: the catalogue that says which texts there are. */
export const en = {
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

/** Every text, with the facts that it needs. */
export type Messages = typeof en;
