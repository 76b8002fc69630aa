import type { Words } from './en.ts';
import { answers, help, mayNotOrder, standing } from './fr/answers.ts';
import { approval } from './fr/approval.ts';
import { checkout } from './fr/checkout.ts';
import { delivery } from './fr/delivery.ts';
import { direct } from './fr/direct.ts';
import { conditions, factSentences, facts } from './fr/facts.ts';
import { eligibility, failureMessages, failures, voucherRefusals } from './fr/failures.ts';
import { home } from './fr/home.ts';
import { refusals, rejection } from './fr/refusals.ts';
import { requestForm, requestProblems } from './fr/request-form.ts';
import { root } from './fr/root.ts';
import { settling, thread } from './fr/thread.ts';

/** French. */
export const fr: Words = {
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
