import type { App } from '@slack/bolt';
import { VIEWS } from '../../ids.ts';
import type { Desk } from '../desk.ts';
import { submitRejection } from './submit-rejection.ts';
import { submitRequest } from './submit-request.ts';

export function register(app: App, desk: Desk): void {
  app.view({ type: 'view_submission', callback_id: VIEWS.request }, submitRequest(desk));
  app.view({ type: 'view_submission', callback_id: VIEWS.rejection }, submitRejection(desk));
}
