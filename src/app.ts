import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from './config/config.ts';
import type { Logger } from './observability/log.ts';
import { createAccountFacts } from './ovh/account-facts.ts';
import { createOvhClient } from './ovh/client.ts';
import { appNames } from './slack/app-names.ts';
import { createHomePublisher } from './slack/home/home-publisher.ts';
import { languageFor } from './slack/i18n/catalogue.ts';
import { createSlackConnection } from './slack/receivers/connection.ts';
import { createSharedChannels } from './slack/shared-channels.ts';
import { createThreadCheck } from './slack/thread-check.ts';
import { SLACK_TIMING, type SlackTiming } from './slack/timing.ts';
import { createUserDirectory } from './slack/user-directory.ts';
import { type Access, accessOf } from './startup/access.ts';
import { startBackgroundJobs } from './startup/background-jobs.ts';
import { startInfrastructure } from './startup/infrastructure.ts';
import { listenerConfigOf } from './startup/listener-config.ts';
import { cannotConnect } from './startup/prerequisites.ts';
import { createWorkerContext } from './startup/worker-context.ts';
import { timingFor } from './worker/checkout-timing.ts';
import { DEFAULT_TIMING, type WorkerOptions } from './worker/options.ts';
import { checkVoucher } from './worker/ovh/check-voucher.ts';
import { createWorker } from './worker/worker.ts';

/** What an app is started with besides its settings. `now` is in ms since 1970. */
export type StartOptions = {
  log: Logger;
  now?: () => number;
  workerOptions?: WorkerOptions;
  timing?: SlackTiming;
  /** Called when the store or Slack is considered lost. */
  onFatal?: (error: unknown) => void;
};

/** A running app. */
export type RunningApp = {
  /** The port of /healthz, /readyz and /slack/events. */
  port: number;
  /** From now on these people and groups may approve and order; the messages of pending orders are updated. */
  setAccess: (access: Access) => Promise<void>;
  /** Accepts no new work, finishes what is in flight within `graceMs`, and closes everything. */
  stop: (graceMs: number) => Promise<void>;
};

/**
 * The composition root: wires the modules together and starts them. Its port is open from the first moment; Slack is
 * asked once the store is open. Throws StartupError.
 */
export async function startApp(config: Config, options: StartOptions): Promise<RunningApp> {
  const { log, now = Date.now, timing = SLACK_TIMING, onFatal = () => undefined } = options;
  const { workerOptions = DEFAULT_TIMING } = options;
  const infrastructure = await startInfrastructure(config, { log, now });
  const { db, outbound, identity, metrics, telemetry, readiness, token, http } = infrastructure;
  const { onOvhCall, onDenied, onRefusedRequest } = telemetry;
  const shared = { db, outbound, log, now };

  const ovh = createOvhClient(config.ovh, { log: onOvhCall, callsAtOnce: config.ovh.callsAtOnce, now });
  const account = createAccountFacts(ovh, config.ovh.subsidiary);
  const people = createUserDirectory(outbound, {
    workspace: identity,
    now,
    onRefused: telemetry.onLookupRefused,
  });
  const language = await languageFor(config.locale, appNames(config.app));
  const access = accessOf(config);
  const workerContext = createWorkerContext({
    ...{ ...shared, config, access, language, people, ovh, subsidiary: account.subsidiary },
    canShow: token.canShow,
    checkoutTiming: timingFor(workerOptions.checkout, config.ovh.timeoutSeconds),
  });
  const { renderContextFor } = workerContext;
  const isSharedChannel = createSharedChannels(outbound, now);
  const forListeners = { people, isSharedChannel, timing, renderContextFor };
  const slackContext = { ...shared, ...forListeners, config: listenerConfigOf(config, access) };
  const homes = createHomePublisher(slackContext);
  const hooks = { onSynced: homes.refresh, onClaimed: metrics.claimed, onError: metrics.operationFailed };
  const paced = { ...workerOptions, backgroundPerMinute: config.ovh.followPerMinute };
  const owner = randomUUID();
  const worker = createWorker({ ...workerContext, ...hooks }, { owner, options: paced, onFatal });
  const { submit, nudge } = worker;
  const slack = createSlackConnection(
    { ...config.slack, proxy: config.proxy, identity },
    {
      ...{ ...slackContext, homes, onDenied, submit, nudge },
      checkThread: createThreadCheck({ ...shared, nudge }),
      accountCurrency: account.currency,
      checkVoucher: (asked) => checkVoucher(asked, workerContext),
    },
    { onAck: metrics.acked, onRefusedRequest, onFatal },
  );
  try {
    await slack.start();
  } catch (error) {
    await worker.stop(0);
    await infrastructure.stop();
    throw cannotConnect(error);
  }
  readiness.started(slack);
  const { retainSecretsDays } = config;
  const jobs = startBackgroundJobs(workerContext, { access, retainSecretsDays, onChanged: nudge });
  // Start the worker only once Slack is connected.
  worker.start();

  return {
    port: http.port,
    async setAccess(next) {
      const applied = jobs.setAccess(next);
      homes.refresh();
      await applied;
    },
    async stop(graceMs) {
      // /readyz says 503 from now on, until nothing is left to do.
      readiness.stopping();
      // The load balancer has to notice that first.
      const unnoticed = config.slack.appToken ? undefined : sleep(config.shutdownDelayMs);
      await Promise.all([unnoticed, slack.stop(), worker.stop(graceMs), jobs.stop()]);
      await http.stop();
      await Promise.all([slack.idle(), homes.idle()]);
      await infrastructure.stop();
    },
  };
}
