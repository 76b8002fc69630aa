import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { createMetrics } from '../src/observability/metrics/metrics.ts';
import { metricSources, readMetrics } from './observability/metrics-page.ts';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const file = 'docs/deploy/alerts.yml';
const rules: { alert: string; expr: string; annotations: { summary: string } }[] = parse(
  readFileSync(at(file), 'utf8'),
).groups.flatMap((group: { rules: unknown[] }) => group.rules);

describe('the alerts', () => {
  it('use only metrics, labels and values that the app exports from its first scrape', async () => {
    const page = readMetrics(await createMetrics(metricSources()).page());
    const series = [...page.values()].flatMap(({ samples }) => samples);
    for (const { alert, expr } of rules) {
      const names = [...expr.matchAll(/\b(?:order_cloud|process)_\w+/g)];
      assert.ok(names.length > 0, alert);
      for (const [name] of names)
        assert.ok(
          series.some((sample) => sample.name === name),
          `${alert}: ${name}`,
        );
      for (const [, name, label = '', values = ''] of expr.matchAll(/(\w+)\{(\w+)=~?"([^"]+)"\}/g)) {
        for (const value of values.split('|')) {
          const isThere = series.some((sample) => sample.name === name && sample.labels[label] === value);
          assert.ok(isThere, `${alert}: ${name}{${label}="${value}"}`);
        }
      }
    }
  });

  it('are each explained by name in docs/operating.md, which names no others', () => {
    const explained = [
      ...readFileSync(at('docs/operating.md'), 'utf8').matchAll(/^\| `(OrderCloud\w+)` \|/gm),
    ];
    assert.deepEqual(explained.map(([, name]) => name).sort(), rules.map(({ alert }) => alert).sort());
  });

  const hasPromtool = spawnSync('promtool', ['--version']).status === 0;
  const skip = !hasPromtool && 'there is no promtool on this machine';
  it('are valid Prometheus rules that fire when they should and stay silent otherwise', { skip }, () => {
    for (const words of [
      ['check', 'rules', at(file)],
      ['test', 'rules', at('test/alerts.promtool.yml')],
    ]) {
      const { status, stdout, stderr } = spawnSync('promtool', words, { encoding: 'utf8' });
      assert.equal(status, 0, stdout + stderr);
    }
    const tested = readFileSync(at('test/alerts.promtool.yml'), 'utf8');
    for (const { alert, annotations } of rules) {
      const words = tested.match(new RegExp(`alertname: ${alert}\\n\\s+eval_time: \\S+\\n\\s+exp_alerts`));
      assert.ok(words, `${alert} fires in a test`);
      assert.ok(annotations.summary.length > 20, alert);
    }
  });
});
