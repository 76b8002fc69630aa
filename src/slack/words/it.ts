import type { Words } from './en.ts';
import { answers, help, mayNotOrder, standing } from './it/answers.ts';
import { approval } from './it/approval.ts';
import { checkout } from './it/checkout.ts';
import { delivery } from './it/delivery.ts';
import { direct } from './it/direct.ts';
import { conditions, factSentences, facts } from './it/facts.ts';
import { eligibility, failureMessages, failures, voucherRefusals } from './it/failures.ts';
import { home } from './it/home.ts';
import { refusals, rejection } from './it/refusals.ts';
import { requestForm, requestProblems } from './it/request-form.ts';
import { root } from './it/root.ts';
import { settling, thread } from './it/thread.ts';

/** Italian. */
export const it: Words = {
  answers,
  approval,
  checkout,
  conditions,
  delivery,
  direct,
  eligibility,
  factSentences,
  facts,
  failureMessages,
  failures,
  help,
  home,
  mayNotOrder,
  refusals,
  rejection,
  requestForm,
  requestProblems,
  root,
  settling,
  standing,
  thread,
  voucherRefusals,
};
