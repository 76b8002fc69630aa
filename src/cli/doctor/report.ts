import type { Writable } from 'node:stream';
import { stripVTControlCharacters, styleText } from 'node:util';
import { redactTokens } from '../../slack/redact-tokens.ts';
import { AREAS, type Area, type Finding, type Outcome } from './finding.ts';

/** All findings, by area. */
export type Findings = Record<Area, Finding[]>;

const STYLES = { ok: 'green', warning: 'yellow', failure: 'red', skipped: 'dim' } as const;
const OUTCOMES = Object.keys(STYLES) as Outcome[];
const OUTCOME_WIDTH = Math.max(...OUTCOMES.map((outcome) => outcome.length)) + 2;

/** Whether nothing failed. */
export function passed(findings: Findings): boolean {
  return Object.values(findings).every((area) => area.every(({ outcome }) => outcome !== 'failure'));
}

/** The findings as a list: a line each, with the fix below it, and a summary. In color if `out` supports it. */
export function formatText(findings: Findings, out: Writable): string {
  const checks = Object.values(findings).flatMap((area) => area.map(({ check }) => check.length));
  const width = Math.max(0, ...checks) + 2;
  const indent = ' '.repeat(2 + OUTCOME_WIDTH + width);
  const paint = (style: Parameters<typeof styleText>[0], text: string) =>
    styleText(style, text, { stream: out });
  const lines = AREAS.filter((area) => findings[area].length > 0).flatMap((area) => [
    paint('bold', area),
    ...findings[area].flatMap(({ check, outcome, message, fix, paste }) => [
      `  ${paint(STYLES[outcome], outcome.padEnd(OUTCOME_WIDTH))}${check.padEnd(width)}${message}`,
      ...(fix?.split('\n') ?? []).map((line) => `${indent}${paint('cyan', '→')} ${line}`),
      ...(paste?.split('\n') ?? []).map((line) => `${indent}${line}`),
    ]),
    '',
  ]);
  return `${[...lines, summary(findings)].join('\n')}\n`;
}

/** The findings as one JSON object, for machines. */
export function formatJson(findings: Findings): string {
  const list = AREAS.flatMap((area) => findings[area].map((finding) => ({ area, ...finding })));
  return `${JSON.stringify({ ok: passed(findings), findings: list }, null, 2)}\n`;
}

function summary(findings: Findings): string {
  const all = Object.values(findings).flat();
  const count = (outcome: Outcome) => all.filter((finding) => finding.outcome === outcome).length;
  const [failures, warnings] = [count('failure'), count('warning')];
  const verdict = failures > 0 ? 'Not ready' : warnings > 0 ? 'Ready, with warnings' : 'Ready';
  const parts = [
    plural(failures, 'failure'),
    plural(warnings, 'warning'),
    `${count('ok')} ok`,
    `${count('skipped')} skipped`,
  ];
  return `${verdict}: ${parts.join(', ')}.`;
}

function plural(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

/** Removes secrets and terminal control sequences from findings. */
export function redactFindings(findings: Findings, secrets: readonly string[]): Findings {
  const clean = (text: string) => {
    const printable = stripVTControlCharacters(text).replace(/(?!\n)[\p{Cc}\p{Bidi_Control}]/gu, '');
    return redactTokens(secrets.reduce((rest, secret) => rest.replaceAll(secret, '••••'), printable));
  };
  const cleanOne = ({ check, outcome, message, fix, paste }: Finding): Finding => ({
    check,
    outcome,
    message: clean(message).replaceAll('\n', ' '),
    ...(fix && { fix: clean(fix) }),
    ...(paste && { paste: clean(paste) }),
  });
  return Object.fromEntries(AREAS.map((area) => [area, findings[area].map(cleanOne)])) as Findings;
}
