import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CapturedPayload } from './payloads.ts';

const FOLDER = fileURLToPath(new URL('../../../shared/slack/payloads/', import.meta.url));

/** Whether recorded payloads of the real Slack lie beside the project. */
export const hasSharedPayloads = existsSync(FOLDER);

/** The recorded payloads of the real Slack, none where there are none. Their response URLs lead nowhere. */
export function sharedPayloads(): CapturedPayload[] {
  if (!hasSharedPayloads) return [];
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json') && !file.startsWith('http_signature'))
    .map((file) => {
      const text = readFileSync(`${FOLDER}${file}`, 'utf8');
      const recorded = JSON.parse(
        text.replaceAll(/https:\/\/hooks\.[\w.]+/g, 'http://127.0.0.1:1'),
      ) as Recorded;
      const content = (recorded.parsed ?? recorded.payload ?? recorded) as CapturedPayload['content'];
      if (content.command !== undefined) return { kind: file, writing: 'form', content };
      return { kind: file, writing: content.event === undefined ? 'payload' : 'json', content };
    });
}

type Recorded = { parsed?: unknown; payload?: unknown };
