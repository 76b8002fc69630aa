import { currentApprovers, pendingApprovers, reminderRecipients } from '../application/approvers.ts';
import type { Config } from '../config/config.ts';
import { HOUR_MS } from '../orders/time.ts';
import { createProjectIndex } from '../ovh/project-index.ts';
import { type Language, languageFor } from '../slack/i18n/catalogue.ts';
import type { UserDirectory } from '../slack/user-directory.ts';
import type { RenderContext } from '../slack/views/render-context.ts';
import type { WorkerContext } from '../worker/context.ts';
import { createQuoteRateLimiter } from '../worker/quote-rate-limiter.ts';
import { mayAddVoucher } from '../worker/voucher-permission.ts';
import { type Access, approvalRulesOf } from './access.ts';

type WorkerContextDeps = Pick<
  WorkerContext,
  'db' | 'ovh' | 'subsidiary' | 'outbound' | 'log' | 'now' | 'canShow' | 'checkoutTiming'
> & {
  config: Config;
  /** Read at each use: it may change while the app runs. */
  access: Access;
  /** Of what everyone reads. */
  language: Language;
  people: UserDirectory;
};

/** What the worker's steps need. */
export function createWorkerContext(deps: WorkerContextDeps): WorkerContext {
  const { config, access, language, people, ...shared } = deps;
  const { ovh } = config;
  const renderContext = renderContextOf(deps);
  const rules = approvalRulesOf(config);
  const approverContext = () => ({ people, config: { approvers: access.approvers, rules } });
  return {
    ...shared,
    renderContext,
    async renderContextFor(user) {
      const locale = (await people.localeOf(user)) ?? config.locale;
      return { ...renderContext, ...(await languageFor(locale, language.app)) };
    },
    config: workerConfigOf(config),
    random: Math.random,
    projectIndex: createProjectIndex(shared.ovh, shared.now),
    mayAddVoucher: (projectId) =>
      mayAddVoucher(projectId, { ...shared, isServiceAccount: 'clientId' in ovh }),
    mayQuote: createQuoteRateLimiter(ovh.callsPerMinute, shared.now),
    approvalRules: rules,
    currentApprovers: (ids) => currentApprovers(ids, approverContext()),
    pendingApprovers: (order) => pendingApprovers(order, approverContext()),
    reminderRecipients: (order) => reminderRecipients(order, approverContext()),
    keyOf: people.keyOf,
    nameOf: people.nameOf,
  };
}

function renderContextOf({ config, access, language }: WorkerContextDeps): RenderContext {
  return {
    ...language,
    get approvers() {
      return access.approvers;
    },
    approvalsRequired: config.approvals.required,
    checkoutUrlTo: config.checkoutUrlTo,
    projectPage: config.ovh.region.projectPage,
    guidePage: config.ovh.region.guidePage,
    hasWaiver: config.ovh.region.hasWaiver,
  };
}

function workerConfigOf({ ovh, approvals, openOrdersPerPerson, budgets }: Config): WorkerContext['config'] {
  return {
    planCode: ovh.planCode,
    autoPay: ovh.autoPay,
    settleFreeOrders: ovh.settleFreeOrders,
    openOrdersPerPerson,
    approvalTimeoutMs: Math.round(approvals.timeoutHours * HOUR_MS),
    remindAfterMs: Math.round(approvals.remindAfterHours * HOUR_MS),
    hasOrderDateFilter: ovh.region.hasOrderDateFilter,
    hasEligibility: ovh.region.hasEligibility,
    hasWaiver: ovh.region.hasWaiver,
    readsUsage: budgets.mode !== 'off',
    usageEveryMs: Math.round(budgets.checkHours * HOUR_MS),
  };
}
