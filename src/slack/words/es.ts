import type { Words } from './en.ts';
import { answers, help, mayNotOrder, standing } from './es/answers.ts';
import { approval } from './es/approval.ts';
import { checkout } from './es/checkout.ts';
import { delivery } from './es/delivery.ts';
import { direct } from './es/direct.ts';
import { conditions, factSentences, facts } from './es/facts.ts';
import { eligibility, failureMessages, failures, voucherRefusals } from './es/failures.ts';
import { home } from './es/home.ts';
import { refusals, rejection } from './es/refusals.ts';
import { requestForm, requestProblems } from './es/request-form.ts';
import { root } from './es/root.ts';
import { settling, thread } from './es/thread.ts';

/** Spanish. */
export const es: Words = {
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
