import type { Messages } from './en.ts';
import { approval, consent } from './it/approval.ts';
import { budget } from './it/budget.ts';
import { checkout } from './it/checkout.ts';
import { denials, rejection } from './it/denials.ts';
import { direct } from './it/direct.ts';
import { eligibilityActions, failureMessages, failures, voucherErrors } from './it/failures.ts';
import { freeOrders } from './it/free-orders.ts';
import { fulfilment } from './it/fulfilment.ts';
import { home } from './it/home.ts';
import { projectStart } from './it/project-start.ts';
import { eligibility, quoteFields } from './it/quote.ts';
import { help, replies, requestDenied, status } from './it/replies.ts';
import { requestForm, requestProblems } from './it/request-form.ts';
import { root } from './it/root.ts';
import { channelRefusals, linkDelivery, lookups } from './it/slack-refusals.ts';
import { match, thread } from './it/thread.ts';

/** Italian. */
export const it: Messages = {
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
