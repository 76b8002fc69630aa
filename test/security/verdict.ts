import { COMMAND, SHORTCUT, VIEWS } from '../../src/slack/ids.ts';
import { ACTION_IDS, type CapturedPayload } from './payloads.ts';

/**
 * Whether a payload, tampered with or not, is for the app: left unanswered, Slack shows the person an error. What is
 * not may stay unanswered, which Bolt turns into a 404 after three seconds.
 */
export function isOurs(content: CapturedPayload['content']): boolean {
  const { event, command, name, type, actions, view } = content;
  if (event !== undefined) return typeof Object(event).type === 'string';
  if (command !== undefined) return command === COMMAND;
  // Bolt takes whatever has a name for a question about a menu's options.
  if (name !== undefined) return false;
  const [action] = Array.isArray(actions) ? actions : [];
  if (type === 'block_actions') return ACTION_IDS.includes(Object(action).action_id);
  if (type === 'shortcut') return content.callback_id === SHORTCUT;
  return type === 'view_submission' && Object.values<unknown>(VIEWS).includes(Object(view).callback_id);
}
