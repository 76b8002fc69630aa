import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { notesOf } from '../.github/release-notes.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const { version, scripts } = JSON.parse(read('package.json'));

// GitHub's own parser was written for bundlers: it imports JSON without saying so.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
});
const { parseWorkflow, NoOperationTraceWriter } = await import('@actions/workflow-parser');

type Step = { uses?: string; run?: string };
type Job = { permissions?: Record<string, string>; 'timeout-minutes'?: number; steps: Step[] };
const workflows = globSync('.github/workflows/*.yml', { cwd: ROOT }).map((path) => {
  const workflow: { permissions: unknown; jobs: Record<string, Job> } = parse(read(path));
  return { path, workflow, jobs: Object.values(workflow.jobs) };
});

describe('the workflows', () => {
  for (const { path, workflow, jobs } of workflows) {
    it(`${path} is valid for GitHub’s own parser`, () => {
      const { context } = parseWorkflow({ name: path, content: read(path) }, new NoOperationTraceWriter());
      assert.deepEqual(context.errors.getErrors().map(String), []);
    });

    it(`${path} gives its jobs only the permissions they name, and a timeout`, () => {
      assert.deepEqual(workflow.permissions, { contents: 'read' });
      for (const job of jobs) assert.ok(job['timeout-minutes'], path);
    });

    it(`${path} pins every action to a version, and runs only scripts that exist`, () => {
      for (const { uses, run = '' } of jobs.flatMap(({ steps }) => steps)) {
        if (uses) assert.match(uses, /^[\w-]+\/[\w./-]+@(v\d+|[0-9a-f]{40})$/);
        for (const [, script = ''] of run.matchAll(/npm run (?:-s )?([\w-]+)/g))
          assert.ok(script in scripts, script);
        // What a commit or a tag is called must never become part of a command.
        assert.doesNotMatch(run, /\$\{\{/);
      }
    });
  }

  it('are found invalid if one is broken', () => {
    const content = 'name: x\non: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    step: []\n';
    const { context } = parseWorkflow({ name: 'x.yml', content }, new NoOperationTraceWriter());
    assert.ok(context.errors.getErrors().length > 0);
  });

  it('publish the image with an SBOM and provenance, only for a tag', () => {
    const release = parse(read('.github/workflows/release.yml'));
    assert.deepEqual(Object.keys(release.on), ['push']);
    assert.deepEqual(release.on.push, { tags: ['v*.*.*'] });
    const steps: { uses?: string; with?: Record<string, unknown> }[] = release.jobs.publish.steps;
    const build = steps.find(({ uses }) => uses?.startsWith('docker/build-push-action@'))?.with;
    assert.deepEqual([build?.push, build?.sbom, build?.provenance], [true, true, 'mode=max']);
    assert.equal(release.jobs.publish.needs, 'test');
  });
});

describe('the dependency updates', () => {
  it('cover npm, the actions, the Dockerfile and the compose files, in folders that exist', () => {
    const { version: form, updates } = parse(read('.github/dependabot.yml'));
    assert.equal(form, 2);
    const files: Record<string, string> = {
      npm: 'package.json',
      'github-actions': '.github/workflows/ci.yml',
      docker: 'Dockerfile',
      'docker-compose': 'compose.postgres.yml',
    };
    const found = updates.map((one: Record<string, string>) => one['package-ecosystem']);
    assert.deepEqual(found, Object.keys(files));
    for (const { 'package-ecosystem': ecosystem, directory, schedule } of updates) {
      assert.ok(existsSync(join(ROOT, directory, files[ecosystem] ?? '')), ecosystem);
      assert.equal(schedule.interval, 'weekly');
    }
  });
});

describe('the issue forms', () => {
  for (const path of ['.github/ISSUE_TEMPLATE/bug.yml', '.github/ISSUE_TEMPLATE/feature.yml']) {
    it(`${path} has the fields that GitHub requires of an issue form`, () => {
      const form = parse(read(path));
      assert.ok(form.name && form.description);
      const inputs = form.body.filter(({ type }: { type: string }) => type !== 'markdown');
      assert.ok(inputs.length > 0);
      assert.equal(new Set(inputs.map(({ id }: { id: string }) => id)).size, inputs.length);
      for (const { type, id, attributes } of inputs) {
        assert.ok(['textarea', 'input', 'dropdown', 'checkboxes'].includes(type), type);
        assert.match(id, /^[\w-]+$/);
        assert.ok(attributes.label);
      }
    });
  }
});

describe('the changelog', () => {
  it('has notes for the version in package.json, which a release copies', () => {
    const notes = notesOf(version, read('CHANGELOG.md'));
    assert.match(notes, /^### /m);
    assert.doesNotMatch(notes, /^## /m);
    assert.match(
      read('CHANGELOG.md'),
      new RegExp(`^## \\[${version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d\\d-\\d\\d$`, 'm'),
    );
    const script = (tag: string) =>
      spawnSync(process.execPath, ['.github/release-notes.ts', tag], { cwd: ROOT, encoding: 'utf8' });
    assert.equal(script(`v${version}`).stdout, `${notes}\n`);
    assert.notEqual(script('v9.9.9').status, 0);
  });

  it('yields the section of one version only, and fails for a version it does not have', () => {
    const changelog =
      '# C\n\n## [Unreleased]\n\n- c\n\n## [1.1.0] - 2026-01-02\n\n- b\n\n## [1.0.0] - 2026-01-01\n\n- a\n\n[1.0.0]: x\n';
    assert.equal(notesOf('1.1.0', changelog), '- b');
    assert.equal(notesOf('1.0.0', changelog), '- a');
    assert.throws(() => notesOf('2.0.0', changelog), /no section for 2\.0\.0/);
  });
});
