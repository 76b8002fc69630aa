import type { App } from '@slack/bolt';
import { VIEWS } from '../../ids.ts';
import type { ListenerContext } from '../context.ts';
import { submitConsent } from './submit-consent.ts';
import { submitRejection } from './submit-rejection.ts';
import { submitRequest } from './submit-request.ts';
import { submitVoucher } from './submit-voucher.ts';

export function register(app: App, ctx: ListenerContext): void {
  app.view({ type: 'view_submission', callback_id: VIEWS.request }, submitRequest(ctx));
  app.view({ type: 'view_submission', callback_id: VIEWS.rejection }, submitRejection(ctx));
  app.view({ type: 'view_submission', callback_id: VIEWS.consent }, submitConsent(ctx));
  app.view({ type: 'view_submission', callback_id: VIEWS.voucher }, submitVoucher(ctx));
}
