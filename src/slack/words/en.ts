import { answers, help, mayNotOrder, standing } from './en/answers.ts';
import { approval } from './en/approval.ts';
import { checkout } from './en/checkout.ts';
import { delivery } from './en/delivery.ts';
import { direct } from './en/direct.ts';
import { conditions, factSentences, facts } from './en/facts.ts';
import { eligibility, failureMessages, failures, voucherRefusals } from './en/failures.ts';
import { home } from './en/home.ts';
import { refusals, rejection } from './en/refusals.ts';
import { requestForm, requestProblems } from './en/request-form.ts';
import { root } from './en/root.ts';
import { settling, thread } from './en/thread.ts';

/** English: the catalogue that says which texts there are. */
export const en = {
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

/** Every text, with the facts that it needs. */
export type Words = typeof en;
