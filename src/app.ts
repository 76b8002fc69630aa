import { randomUUID } from 'node:crypto';
import type { Config } from './config.ts';
import { startHttp } from './http.ts';
import { apart, type Logger } from './log.ts';
import { createMetrics } from './metrics/metrics.ts';
import { observe } from './observing.ts';
import { getAccount } from './ovh/account.ts';
import { connectOvh, type OvhClient } from './ovh/client.ts';
import { pendingApprovers } from './slack/approvers.ts';
import { connectSlack, withoutTokens } from './slack/connection.ts';
import { keepHomes } from './slack/homes.ts';
import type { Desk } from './slack/listeners/desk.ts';
import { connectOutbound, type Identity, type Outbound } from './slack/outbound.ts';
import { knowPeople, type People } from './slack/people.ts';
import { SlackTrouble } from './slack/slack-trouble.ts';
import { SLACK_TIMING, type SlackTiming } from './slack/timing.ts';
import { type Language, languageFor } from './slack/words/catalogue.ts';
import { countByState, storeAnswers } from './store/answers.ts';
import { type Database, type DatabaseListeners, openDatabase } from './store/database.ts';
import { startForgetting } from './worker/forget-secrets.ts';
import { PACE, type Pace } from './worker/pace.ts';
import type { Tools } from './worker/tools.ts';
import { createWorker } from './worker/worker.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Probes and scrapes do not wait longer than this for the store. */
const ANSWERS_WITHIN_MS = 2_000;

/** The app could not start; the message says why and what to do, in one line. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** What an app is started with beside its settings: its clock (ms since 1970), how it paces itself, and `onGone`. */
export type StartOptions = {
  now?: () => number;
  pace?: Pace;
  timing?: SlackTiming;
  /** Hears when the store seems to be gone for good. */
  onGone?: (error: unknown) => void;
};

/** A running app. */
export type RunningApp = {
  /** The port of /healthz, /readyz and /slack/events. */
  port: number;
  /** Takes no new work, finishes what runs within `graceMs`, and lets go of everything. */
  stop: (graceMs: number) => Promise<void>;
};

/**
 * The composition root: wires the rooms together and starts them. Throws CannotStart.
 */
export async function startApp(config: Config, log: Logger, options: StartOptions = {}): Promise<RunningApp> {
  const { now = Date.now, pace = PACE, timing = SLACK_TIMING, onGone = () => undefined } = options;
  const { botToken, apiUrl } = config.slack;
  const metrics = createMetrics({
    countOrders: () => countByState(db, ANSWERS_WITHIN_MS),
    isConnected: () => slack.isConnected(),
  });
  const { onSlackCall, onOvhCall, onEvent, onRefused } = observe(log, metrics);
  const outbound = connectOutbound({ botToken, apiUrl, onCall: onSlackCall });
  const asking = identify(outbound);
  // Slack answers while the database is opened.
  asking.catch(() => undefined);
  const db = await openStore(config, {
    onTrouble: (error) => apart(() => log.warn({ err: error }, 'a connection to the database broke')),
    onQuery: metrics.query,
    onEvent,
  });
  const identity = await asking.catch(async (error: unknown) => {
    await db.destroy();
    throw error;
  });
  const ovh = connectOvh(config.ovh, { log: onOvhCall, callsAtOnce: config.ovh.callsAtOnce, now });

  const people = knowPeople(outbound, now);
  const language = await languageFor(config.locale);
  const tools = toolsOf({
    config,
    language,
    db,
    ovh,
    outbound,
    people,
    log,
    now,
    checkoutPace: pace.checkout,
  });
  const homes = keepHomes({ ...tools, timing, people, settings: deskSettings(config, identity) });
  const hooks = { onShown: homes.refresh, onClaimed: metrics.claimed, onSetback: metrics.setback };
  const paced = { ...pace, backgroundPerMinute: config.ovh.followPerMinute };
  const worker = createWorker({ ...tools, ...hooks }, randomUUID(), paced, onGone);
  const forgetting = startForgetting(tools, Math.round(config.retainSecretsDays * DAY_MS));
  const desk: Desk = {
    homes,
    drawingFor: tools.drawingFor,
    db,
    outbound,
    people,
    log,
    now,
    timing,
    settings: deskSettings(config, identity),
    onRefused,
    takeOn: worker.takeOn,
    wake: worker.wake,
  };
  const slack = connectSlack(config.slack, identity, desk, metrics.acked);

  let stopping = false;
  const notReady = async () => [
    ...(stopping ? ['stopping'] : []),
    ...(slack.isConnected() ? [] : ['Slack is not connected']),
    ...((await storeAnswers(db, ANSWERS_WITHIN_MS)) ? [] : ['the store does not answer']),
  ];
  const routes = { slack: slack.requestListener, notReady, metrics, now };
  const http = await startHttp(config.http, routes, log).catch((error: Error) => {
    const { host, port } = config.http;
    throw new CannotStart(
      `${host}:${port} cannot be listened on (${error.message}): check HOST, and set PORT to a free one.`,
    );
  });
  await slack.start().catch((error: Error) => {
    throw new CannotStart(
      `Slack does not take SLACK_APP_TOKEN (${withoutTokens(error.message)}): make an app-level token with connections:write.`,
    );
  });
  // An app that cannot hear anybody orders nothing.
  worker.start();

  return {
    port: http.port,
    async stop(graceMs) {
      // /readyz says 503 from now on, until nothing is left to do.
      stopping = true;
      await Promise.all([slack.stop(), worker.stop(graceMs), forgetting.stop()]);
      await http.stop();
      await Promise.all([slack.idle(), homes.idle()]);
      await db.destroy();
    },
  };
}

async function openStore({ databaseUrl }: Config, listeners: DatabaseListeners): Promise<Database> {
  try {
    return await openDatabase(databaseUrl, listeners);
  } catch (error) {
    const why = (error as Error).message;
    throw new CannotStart(`The database cannot be opened (${why}): check DATABASE_URL and its folder.`);
  }
}

async function identify(outbound: Outbound): Promise<Identity> {
  try {
    return await outbound.identify();
  } catch (error) {
    const code = error instanceof SlackTrouble ? error.code : String(error);
    const advice =
      code === 'no_answer'
        ? 'check the network and SLACK_API_URL'
        : 'check SLACK_BOT_TOKEN, and that the app is installed in the workspace';
    throw new CannotStart(`Slack does not know the app (${code}): ${advice}.`, { cause: error });
  }
}

function deskSettings(config: Config, identity: Identity): Desk['settings'] {
  return {
    teamId: identity.teamId,
    ...approvalSettings(config),
    requesters: config.requesters,
    channels: config.channels,
    autoPay: config.ovh.autoPay,
    hasWaiver: config.ovh.region.hasWaiver,
    checkoutUrlTo: config.checkoutUrlTo,
    locale: config.locale,
  };
}

function approvalSettings({ approvals }: Config): Pick<Desk['settings'], 'approvers' | 'rules'> {
  const { approvers, required, allowSelfApproval } = approvals;
  return { approvers, rules: { required, allowSelfApproval } };
}

function toolsOf(
  wired: Pick<Tools, 'db' | 'ovh' | 'outbound' | 'log' | 'now' | 'checkoutPace'> & {
    config: Config;
    language: Language;
    people: People;
  },
): Tools {
  const { config, language, people, ...rest } = wired;
  const drawing = {
    ...language,
    approvers: config.approvals.approvers,
    approvalsRequired: config.approvals.required,
    checkoutUrlTo: config.checkoutUrlTo,
    projectPage: config.ovh.region.projectPage,
    hasWaiver: config.ovh.region.hasWaiver,
  };
  return {
    ...rest,
    drawing,
    async drawingFor(user) {
      return { ...drawing, ...(await languageFor((await people.localeOf(user)) ?? config.locale)) };
    },
    settings: {
      planCode: config.ovh.planCode,
      autoPay: config.ovh.autoPay,
      approvalTimeoutMs: Math.round(config.approvals.timeoutHours * HOUR_MS),
      remindAfterMs: Math.round(config.approvals.remindAfterHours * HOUR_MS),
      orderDateFilter: config.ovh.region.hasOrderDateFilter,
      hasEligibility: config.ovh.region.hasEligibility,
      hasWaiver: config.ovh.region.hasWaiver,
    },
    subsidiary: subsidiaryOf(config, wired.ovh),
    approvalRules: approvalSettings(config).rules,
    async currentApprovers(ids) {
      const { approvers } = config.approvals;
      const areApprovers = await Promise.all(ids.map((id) => people.isAmong(id, approvers)));
      return ids.filter((_, index) => areApprovers[index]);
    },
    pendingApprovers: (order) => pendingApprovers(order, people, approvalSettings(config)),
  };
}

/** The subsidiary from the settings, or from the account: asked once, and again only after a failure. */
function subsidiaryOf(config: Config, ovh: OvhClient): () => Promise<string> {
  let asked: Promise<string> | undefined;
  return async () => {
    if (config.ovh.subsidiary) return config.ovh.subsidiary;
    asked ??= getAccount(ovh).then((account) => account.ovhSubsidiary);
    asked.catch(() => {
      asked = undefined;
    });
    return asked;
  };
}
