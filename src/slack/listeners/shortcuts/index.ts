import type { App } from '@slack/bolt';
import { SHORTCUT } from '../../ids.ts';
import type { Desk } from '../desk.ts';
import { orderProject } from './order-project.ts';

export function register(app: App, desk: Desk): void {
  app.shortcut({ type: 'shortcut', callback_id: SHORTCUT }, orderProject(desk));
}
