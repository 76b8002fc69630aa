import type { App } from '@slack/bolt';
import { SHORTCUT } from '../../ids.ts';
import type { ListenerContext } from '../context.ts';
import { orderProject } from './order-project.ts';

export function register(app: App, ctx: ListenerContext): void {
  app.shortcut({ type: 'shortcut', callback_id: SHORTCUT }, orderProject(ctx));
}
