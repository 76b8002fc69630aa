import { answers, help, mayNotOrder, standing } from './de/answers.ts';
import { approval } from './de/approval.ts';
import { checkout } from './de/checkout.ts';
import { delivery } from './de/delivery.ts';
import { direct } from './de/direct.ts';
import { conditions, factSentences, facts } from './de/facts.ts';
import { eligibility, failureMessages, failures, voucherRefusals } from './de/failures.ts';
import { home } from './de/home.ts';
import { refusals, rejection } from './de/refusals.ts';
import { requestForm, requestProblems } from './de/request-form.ts';
import { root } from './de/root.ts';
import { settling, thread } from './de/thread.ts';
import type { Words } from './en.ts';

/** German. */
export const de: Words = {
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
