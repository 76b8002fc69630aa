import type { Config } from '../config/config.ts';
import { appNames } from '../slack/app-names.ts';
import type { ListenerContext } from '../slack/listeners/context.ts';
import { type Access, approvalRulesOf } from './access.ts';

/** What Slack's listeners need of the settings; `access` is read at each click. */
export function listenerConfigOf(config: Config, access: Access): ListenerContext['config'] {
  return {
    get approvers() {
      return access.approvers;
    },
    get requesters() {
      return access.requesters;
    },
    rules: approvalRulesOf(config),
    channels: config.channels,
    openOrdersPerPerson: config.openOrdersPerPerson,
    autoPay: config.ovh.autoPay,
    hasWaiver: config.ovh.region.hasWaiver,
    budget: config.budgets.mode,
    checkoutUrlTo: config.checkoutUrlTo,
    locale: config.locale,
    app: appNames(config.app),
  };
}
